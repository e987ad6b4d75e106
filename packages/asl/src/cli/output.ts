/** Where results go: to standard output, or to files, of which either all are written or none is changed. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Printed } from './arguments.ts'
import { UsageError } from './module.ts'
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

const contentOf = (path: string): Buffer | undefined => (existsSync(path) ? readFileSync(path) : undefined)

/** Beside the file itself, for only within one file system is a rename a single step. */
const temporaryOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)

/**
 * Writes files: first all of them under other names, where most that can go wrong does, then renames them.
 *
 * @throws UsageError when one cannot be written; what was there is then there as before.
 */
export const writeAll = (files: ReadonlyMap<string, string>): void => {
  const written: string[] = []
  const folders: string[] = []
  const before = new Map<string, Buffer | undefined>()
  try {
    for (const [path, text] of files) {
      if (isFolder(path)) throw new Error(`${path} is a folder`)
      const made = mkdirSync(dirname(path), { recursive: true })
      if (made !== undefined) folders.push(made)
      written.push(temporaryOf(path))
      writeFileSync(temporaryOf(path), text)
    }
    for (const path of files.keys()) {
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
    if (check) throw new UsageError('--check compares with what is on disk: say where, with --out.')
    if (files.size > 1) throw new UsageError('this is more than one file: say in which folder, with --out <folder>.')
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
