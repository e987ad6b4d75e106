/**
 * The file of the record: lines are only ever added, each with one write, so that what was told to a client is in the file before it was
 * told. After a kill the last line may be torn; it is then cut off, for nobody was told of it.
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/**
 * Thrown by `serve` when another server uses the data folder, or no server wrote what is in it.
 *
 * @example await serve({ data: "./executions" }).catch((error) => error instanceof DataError)
 */
export class DataError extends Error {
  override readonly name = 'DataError'
}

const file = 'orkestra.jsonl'
const lockFile = 'orkestra.lock'
const lineFeed = 10

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @throws DataError when another server that is alive has the folder. */
const locked = (folder: string): string => {
  const path = join(folder, lockFile)
  const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  if (holder > 0 && holder !== process.pid && isAlive(holder))
    throw new DataError(`${folder} is in use by process ${holder}: stop it, or use another folder`)
  writeFileSync(path, String(process.pid))
  return path
}

/** Reads the lines of a file with their places, without holding all of it. What follows the last line end is torn. */
const eachLine = (fd: number, visit: (text: string, offset: number) => void): number => {
  const { size } = fstatSync(fd)
  const chunk = Buffer.alloc(1 << 20)
  let rest: Buffer[] = []
  let start = 0
  for (let at = 0; at < size; ) {
    const read = readSync(fd, chunk, 0, chunk.length, at)
    if (read === 0) break
    let from = 0
    for (let end = chunk.indexOf(lineFeed, from); end !== -1 && end < read; end = chunk.indexOf(lineFeed, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, end)])
      rest = []
      visit(line.toString(), start)
      from = end + 1
      start = at + from
    }
    rest.push(Buffer.from(chunk.subarray(from, read)))
    at += read
  }
  return start
}

/** A file of lines that is open. */
export interface Lines {
  /** Adds a line, and gives its place. It is in the file when this returns, if the process is killed then. */
  readonly add: (text: string) => number
  readonly at: (offset: number) => string
  /** Writes all to the disk, and lets the folder go. */
  readonly close: () => void
}

/**
 * Opens the file of a folder, which nobody else may have open, and visits each of its lines.
 *
 * @throws DataError when the folder is in use, or a line is not one; the file is as it was then.
 */
export const openLines = (folder: string, visit: (text: string, offset: number) => void): Lines => {
  mkdirSync(folder, { recursive: true })
  const lock = locked(folder)
  const fd = openSync(join(folder, file), 'a+')
  let number = 0
  let size: number
  try {
    size = eachLine(fd, (text, offset) => {
      number += 1
      try {
        visit(text, offset)
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        throw new DataError(`${join(folder, file)}, line ${number}: not a line that a server wrote`)
      }
    })
    ftruncateSync(fd, size)
  } catch (error) {
    closeSync(fd)
    rmSync(lock, { force: true })
    throw error
  }
  return {
    add: (text) => {
      const bytes = Buffer.from(`${text}\n`)
      const offset = size
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
      size += bytes.length
      return offset
    },
    at: (offset) => {
      const parts: Buffer[] = []
      const chunk = Buffer.alloc(1 << 16)
      for (let at = offset; ; at += chunk.length) {
        const read = readSync(fd, chunk, 0, chunk.length, at)
        const stop = chunk.subarray(0, read).indexOf(lineFeed)
        parts.push(Buffer.from(chunk.subarray(0, stop === -1 ? read : stop)))
        if (stop !== -1 || read === 0) break
      }
      return Buffer.concat(parts).toString()
    },
    close: () => {
      fdatasyncSync(fd)
      closeSync(fd)
      rmSync(lock, { force: true })
    },
  }
}
