/** `--watch`: a command again and again, whenever a file that it read changes. */
import { basename, dirname, extname } from 'node:path'
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
  reads.has(path) || (!writes.has(path) && isSource(path) && (failed || event === 'add' || event === 'unlink'))

/** Runs a command until the process is interrupted. Errors are shown, and the watch goes on. */
export const watch = async (command: Command, args: string[], around: Session): Promise<0> => {
  const { watch: watchFolders } = await import('chokidar')
  // The folders, not the files: a file that is replaced, as most editors do, is then still seen.
  const watcher = watchFolders([], { depth: 0, ignoreInitial: true })
  const seen = session(around.progress)
  let failed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isStale = false

  const once = async (): Promise<void> => {
    try {
      failed = (await perform(command, args, seen)) !== 0
    } catch (error) {
      failed = true
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    }
    watcher.add([...new Set([...seen.reads].map((path) => dirname(path)))])
    process.stderr.write(`orkestra ${command.name}: watching ${seen.reads.size} files; Ctrl-C ends.\n`)
  }
  const run = (): void => {
    if (running !== undefined) {
      isStale = true
      return
    }
    running = once().finally(() => {
      running = undefined
      if (isStale) {
        isStale = false
        run()
      }
    })
  }
  watcher.on('all', (event, path) => {
    if (!matters(event, path, seen, failed)) return
    clearTimeout(timer)
    timer = setTimeout(run, debounce)
  })
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  run()
  await interrupted
  clearTimeout(timer)
  await watcher.close()
  return 0
}
