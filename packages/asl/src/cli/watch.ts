/** `--watch`: a command again and again, whenever a file that it read changes. */
import type { Command } from './arguments.ts'
import { follow, interrupted } from './follow.ts'
import { perform } from './perform.ts'
import { type Session, session } from './session.ts'

/** Runs a command until the process is interrupted. Errors are shown, and the watch goes on. */
export const watch = async (command: Command, args: string[], around: Session): Promise<0> => {
  const seen = session(around.progress)
  const once = async (): Promise<boolean> => {
    let succeeded = false
    try {
      succeeded = (await perform(command, args, seen)) === 0
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    }
    const { size } = seen.reads
    process.stderr.write(`orkestra ${command.name}: watching ${size} file${size === 1 ? '' : 's'}; Ctrl-C ends.\n`)
    return succeeded
  }
  const over = interrupted()
  const end = follow(seen, once)
  await over
  end()
  return 0
}
