/** Where results go: to standard output, or to files, of which either all are written or none is changed. */
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Printed } from './arguments.ts'
import { UsageError } from './load/module.ts'
import { type Session, session } from './session.ts'

export interface Destination {
  /** A file or a folder. */
  readonly out?: string | undefined
  /** Only look whether what is there is what would be written. */
  readonly check: boolean
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** Whether a path is meant as a folder: it is one, or ends as one. */
export const meansFolder = (path: string): boolean => /[/\\]$/.test(path) || isFolder(path)

/** As many symbolic links lead on from each other; more are a circle. */
const mostLinks = 40

/** The file that a path names, behind its symbolic links: writing goes there, and the links stay. */
const targetOf = (path: string): string => {
  let target = resolve(path)
  for (let links = 0; links < mostLinks; links += 1) {
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return target
    target = resolve(dirname(target), readlinkSync(target))
  }
  throw new Error(`the symbolic links of ${path} lead in a circle`)
}

/**
 * What is known of a file that is written over; `undefined` when there is none. Only a regular file can be replaced: a rename would
 * take a device or a pipe away from everyone who uses it.
 */
const existing = (path: string, name = path): Stats | undefined => {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined || stats.isFile()) return stats
  if (stats.isDirectory()) throw new Error(`${name} is a folder`)
  const kind = stats.isFIFO() ? 'a pipe' : stats.isSocket() ? 'a socket' : 'a device'
  throw new Error(`${name} is ${kind}, not a regular file; without --out, the output goes to standard output`)
}

const contentOf = (path: string): Buffer | undefined => (existing(path) === undefined ? undefined : readFileSync(path))

/** Beside the file itself, for only within one file system is a rename a single step. */
const temporaryOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)

/** Gives a file the permissions and the owner of the one that it replaces. */
const likeBefore = (path: string, { mode, uid, gid }: Stats): void => {
  chmodSync(path, mode)
  try {
    chownSync(path, uid, gid)
  } catch {
    // Only root may give files away; for anyone else it is theirs, as anything they write.
  }
}

/**
 * Writes files: first all of them under other names, where most that can go wrong does, then renames them. A symbolic link stays, and
 * the file behind it is written; permissions stay as they were.
 *
 * @throws UsageError when one cannot be written; what was there is then there as before.
 */
export const writeAll = (files: ReadonlyMap<string, string>): void => {
  const written: string[] = []
  const folders: string[] = []
  const before = new Map<string, Buffer | undefined>()
  try {
    const targets = new Map([...files].map(([name, text]) => [targetOf(name), { name, text }]))
    for (const [path, { name, text }] of targets) {
      const stats = existing(path, name)
      if (stats !== undefined) accessSync(path, constants.W_OK)
      const made = mkdirSync(dirname(path), { recursive: true })
      if (made !== undefined) folders.push(made)
      const temporary = temporaryOf(path)
      rmSync(temporary, { force: true })
      written.push(temporary)
      // A link that someone put there under this name is not followed.
      writeFileSync(temporary, text, { flag: 'wx' })
      if (stats !== undefined) likeBefore(temporary, stats)
    }
    for (const path of targets.keys()) {
      before.set(path, contentOf(path))
      renameSync(temporaryOf(path), path)
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true })
    for (const [path, content] of before) {
      if (content === undefined) rmSync(path, { force: true })
      else writeFileSync(path, content)
    }
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    throw new UsageError(`nothing was written: ${reason(error)}`)
  }
}

/** The files that are not what they would be written as. */
const staleOf = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].flatMap(([path, text]) => {
    try {
      return contentOf(path)?.equals(Buffer.from(text)) ? [] : [path]
    } catch (error) {
      throw new UsageError(`${path} cannot be read: ${reason(error)}`)
    }
  })

/**
 * Prints a lone text, or writes files into the folder or to the file that is asked for.
 *
 * @throws UsageError when there is nothing to check, or what needs a folder is to go elsewhere.
 */
export const deliver = (
  files: ReadonlyMap<string, string>,
  { out, check }: Destination,
  { writes }: Session = session(),
): Printed => {
  const [[, text] = ['', '']] = files
  if (out === undefined) {
    if (check) throw new UsageError('--check compares with a file on disk: name it with --out.')
    if (files.size > 1) throw new UsageError('this format writes several files: choose a folder with --out <folder>.')
    return { text, ok: true }
  }
  const targets =
    meansFolder(out) || files.size > 1
      ? new Map([...files].map(([name, each]) => [join(out, name), each]))
      : new Map([[out, text]])
  if (check) {
    const stale = staleOf(targets)
    return {
      text: stale.map((path) => `${path} is stale: write it again, without --check.\n`).join(''),
      ok: stale.length === 0,
    }
  }
  for (const path of targets.keys()) writes.add(resolve(path))
  writeAll(targets)
  return { text: '', ok: true, note: [...targets.keys()].map((path) => `wrote ${path}\n`).join('') }
}
