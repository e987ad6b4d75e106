/** The text of a file that people name: whatever it is, the answer comes in bounded time, and says what is wrong. */
import { isUtf8 } from 'node:buffer'
import { constants, type FileHandle, open } from 'node:fs/promises'
import type { Issue } from '../issue.ts'

/**
 * Thrown when a file cannot be read at all. Its message is written for the user.
 *
 * @example await readDefinitions('missing.json').catch((error) => error instanceof FileError) // true
 */
export class FileError extends Error {
  override readonly name = 'FileError'
  /** Why, without the name of the file. */
  readonly reason: string

  constructor(message: string, reason: string = message) {
    super(message)
    this.reason = reason
  }
}

export interface FileText {
  readonly text: string
  /** What is wrong with its bytes. */
  readonly issues: readonly Issue[]
}

/** In bytes. A definition has at most 1 MiB, a template as much; what is far larger is another kind of file. */
const largest = 256 * 1024 * 1024

const LINE_FEED = 10

/** The first line whose bytes are no UTF-8, from 1, and the column of the first such character. */
const firstBroken = (bytes: Buffer): { readonly line: number; readonly column: number } => {
  let line = 1
  for (let start = 0; ; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const one = bytes.subarray(start, feed === -1 ? bytes.length : feed)
    if (!isUtf8(one)) return { line, column: one.toString('utf8').indexOf('\ufffd') + 1 }
    if (feed === -1) return { line, column: 1 }
    start = feed + 1
  }
}

/** The text that bytes hold. What is no UTF-8 becomes U+FFFD, and an issue. */
export const decoded = (bytes: Buffer): FileText => {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const text = isWide
    ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    : bytes.toString('utf8')
  if (isUtf8(bytes)) return { text, issues: [] }
  return {
    text,
    issues: [
      {
        code: 'ASL001',
        severity: 'error',
        path: '',
        message: isWide ? 'the file is in UTF-16; AWS takes UTF-8 only.' : 'the file has bytes that are no UTF-8.',
        hint: 'Save it as UTF-8.',
        ...(isWide ? { line: 1, column: 1 } : firstBroken(bytes)),
      },
    ],
  }
}

const kindOf = (stats: Awaited<ReturnType<FileHandle['stat']>>): string | undefined => {
  if (stats.isFile()) return undefined
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}

const missing = 'there is no such file'

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', missing],
  ['ENOTDIR', missing],
  ['EACCES', 'reading it is not permitted'],
  ['EPERM', 'reading it is not permitted'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['EISDIR', 'it is a folder'],
  ['ENXIO', 'it is a socket or a device'],
])

/** Why something cannot be done with a file, in words. */
export const reasonOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error))
}

/**
 * Reads a regular file.
 *
 * @throws FileError when there is none, when it is a pipe or a device, which might never end, or is larger than 256 MiB.
 */
export const readBytes = async (file: string): Promise<Buffer> => {
  let handle: FileHandle | undefined
  try {
    // Opening a pipe for reading blocks until it has a writer, unless O_NONBLOCK is set.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = await handle.stat()
    const kind = kindOf(stats)
    if (kind !== undefined)
      throw new FileError(`${file} is ${kind}, and no file.${kind === 'a pipe' ? ' Standard input is read as -.' : ''}`)
    if (stats.size > largest) throw new FileError(`${file} has ${stats.size} bytes; more than ${largest} are not read.`)
    return await handle.readFile()
  } catch (error) {
    if (error instanceof FileError) throw error
    const reason = reasonOf(error)
    throw new FileError(reason === missing ? `there is no file ${file}.` : `${file} cannot be read: ${reason}.`, reason)
  } finally {
    await handle?.close()
  }
}

/**
 * The text of a regular file.
 *
 * @throws FileError as `readBytes` does.
 */
export const readText = async (file: string): Promise<FileText> => decoded(await readBytes(file))

/** The text on standard input. */
export const readStandardInput = async (): Promise<FileText> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return decoded(Buffer.concat(chunks))
}
