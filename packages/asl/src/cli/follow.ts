/** Files that are followed: when one that was read changes, it is time to read again. */
import { type FSWatcher, statSync, watch as watchFolder } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Session } from './session.ts'

/** Editors write a file in several steps, and several files at once. In milliseconds. */
const debounce = 80

const sources = new Set(['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json', '.asl', '.yaml', '.yml'])

const isSource = (path: string): boolean => sources.has(extname(path)) && !basename(path).startsWith('.')

/**
 * Whether a change may change the result: of a file that was read; and while there is an error, or when files come and go, of any
 * source beside one, for it may be what was missing.
 */
const matters = (event: string, path: string, { reads, writes }: Session, failed: boolean): boolean =>
  reads.has(path) || (!writes.has(path) && isSource(path) && (failed || event === 'rename'))

const changedSince = (time: number, { reads }: Session): boolean =>
  [...reads].some((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > time)

/**
 * Does something now, and again whenever a file changes that the session has read. One time at a time: what changes meanwhile is seen
 * to afterwards.
 *
 * @param act Says whether it succeeded.
 * @param since When what it does now was read, if that was before.
 * @returns What ends it.
 */
export const follow = (seen: Session, act: () => Promise<boolean>, since?: number): (() => void) => {
  // The folders, not the files: a file that is replaced, as most editors do, is then still seen. Not what is below them, which is
  // where Node's own watching differs between systems.
  const watched = new Map<string, FSWatcher>()
  let failed = false
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  let isStale = false
  let isOver = false

  const soon = (): void => {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(() => void run(), debounce)
  }
  const watch = (folder: string): void => {
    if (watched.has(folder)) return
    const watcher = watchFolder(folder, (event, name) => {
      if (name === null || matters(event, join(folder, name), seen, failed)) soon()
    })
    // The folder is gone; when it is there again, the next run follows it.
    watcher.on('error', () => {
      watcher.close()
      watched.delete(folder)
    })
    watched.set(folder, watcher)
  }
  const once = async (began = Date.now()): Promise<void> => {
    failed = !(await act())
    if (isOver) return
    for (const path of seen.reads)
      if (statSync(dirname(path), { throwIfNoEntry: false }) !== undefined) watch(dirname(path))
    // What was written while it was being read, before anyone was watching.
    if (changedSince(began, seen)) isStale = true
  }
  const run = async (began?: number): Promise<void> => {
    if (isRunning) {
      isStale = true
      return
    }
    isRunning = true
    await once(began)
    isRunning = false
    if (isStale) {
      isStale = false
      soon()
    }
  }
  void run(since)
  return () => {
    isOver = true
    clearTimeout(timer)
    for (const watcher of watched.values()) watcher.close()
  }
}

/** Comes when the user, or the system, ends the program. */
export const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
