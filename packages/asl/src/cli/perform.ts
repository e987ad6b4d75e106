/** One run of a command: what it gives is printed, and what it throws becomes a message and an exit code. */
import { AslError } from '../issue.ts'
import type { Command } from './arguments.ts'
import { UsageError } from './load/module.ts'
import type { Session } from './session.ts'
import { spoken } from './spoken.ts'
import { type Paint, paintFor } from './terminal/colour.ts'
import { visible } from './terminal/visible.ts'

/** 0 done, 1 the workflow is at fault, 2 the call is. */
export type ExitCode = 0 | 1 | 2

interface Complaint {
  readonly code: ExitCode
  readonly message: string
}

/** By name: their classes would load all that deploys, for whichever command. */
const undeployable = new Set(['DeployError', 'PolicySizeError'])

/** What is said of an error; nothing of one that is a defect of ours. */
const complaintOf = (error: unknown): Complaint | undefined => {
  if (error instanceof AslError) return { code: 1, message: `the definition is not valid.\n${spoken(error.message)}` }
  if (error instanceof Error && undeployable.has(error.name))
    return { code: 1, message: `the workflow cannot be deployed.\n${spoken(error.message)}` }
  if (error instanceof UsageError) return { code: 2, message: spoken(error.message) }
  return undefined
}

/**
 * Runs a command and prints: results to standard output, all else to standard error.
 *
 * @throws what the command throws and is no complaint about the workflow or the call.
 */
export const perform = async (command: Command, args: string[], session: Session): Promise<ExitCode> => {
  const paint: Paint = paintFor({ isTTY: process.stderr.isTTY, env: process.env })
  try {
    const { text, ok, note } = await command.act(args, session)
    session.progress.end()
    if (note !== undefined) process.stderr.write(visible(note))
    process.stdout.write(text)
    return ok ? 0 : 1
  } catch (error) {
    session.progress.end()
    const complaint = complaintOf(error)
    if (complaint === undefined) throw error
    process.stderr.write(`${paint.red(`orkestra ${command.name}:`)} ${visible(complaint.message)}\n`)
    return complaint.code
  }
}
