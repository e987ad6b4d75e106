/** `--watch`: a command again and again, whenever a file that it read changes. */
import { type FSWatcher, statSync, watch as watchFolder } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Command } from './arguments.ts'
import { perform } from './perform.ts'
import { type Session, session } from './session.ts'

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

/** Runs a command until the process is interrupted. Errors are shown, and the watch goes on. */
export const watch = async (command: Command, args: string[], around: Session): Promise<0> => {
  const seen = session(around.progress)
  // The folders, not the files: a file that is replaced, as most editors do, is then still seen. Not what is below them, which is
  // where Node's own watching differs between systems.
  const watched = new Map<string, FSWatcher>()
  let failed = false
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  let isStale = false

  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(run, debounce)
  }
  const follow = (folder: string): void => {
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
  const once = async (): Promise<void> => {
    const began = Date.now()
    try {
      failed = (await perform(command, args, seen)) !== 0
    } catch (error) {
      failed = true
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    }
    for (const path of seen.reads)
      if (statSync(dirname(path), { throwIfNoEntry: false }) !== undefined) follow(dirname(path))
    // What was written while it was being read, before anyone was watching.
    if (changedSince(began, seen)) isStale = true
    const { size } = seen.reads
    process.stderr.write(`orkestra ${command.name}: watching ${size} file${size === 1 ? '' : 's'}; Ctrl-C ends.\n`)
  }
  const run = async (): Promise<void> => {
    if (isRunning) {
      isStale = true
      return
    }
    isRunning = true
    await once()
    isRunning = false
    if (isStale) {
      isStale = false
      soon()
    }
  }
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  void run()
  await interrupted
  clearTimeout(timer)
  for (const watcher of watched.values()) watcher.close()
  return 0
}
