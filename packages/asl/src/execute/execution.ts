/** What comes of running a workflow or a definition. */
import type { HistoryEvent } from './history/events.ts'
import { type Visit, visits } from './history/visits.ts'
import type { MapRun } from './thread/thread.ts'

/** It came to its end. */
export interface Succeeded<O> {
  readonly status: 'SUCCEEDED'
  readonly output: O
  readonly history: readonly HistoryEvent[]
}

/** It did not. */
export interface Unfinished {
  readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'
  /** Absent where a Fail state names none, and where the execution timed out or was aborted. */
  readonly error?: string
  readonly cause?: string
  readonly history: readonly HistoryEvent[]
}

/** The result of an execution. A failure is data; only a mistake in the test set-up is thrown. */
export type Execution<O = unknown> = (Succeeded<O> | Unfinished) & {
  /** The child executions of distributed Maps, with histories of their own. */
  readonly mapRuns: readonly MapRun[]
}

const shownInput = 2000

const asText = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length <= shownInput ? text : `${text.slice(0, shownInput)}… (${text.length} characters)`
}

/** What a function threw, as it threw it: Lambda hands it on as JSON with a stack trace. */
const causeText = (cause: string): string => {
  try {
    const { errorMessage, trace } = JSON.parse(cause) as { readonly errorMessage?: unknown; readonly trace?: unknown }
    if (typeof errorMessage !== 'string') return cause
    const at = Array.isArray(trace) ? trace.find((line) => /^\s*at .*:\d+/.test(String(line))) : undefined
    return at === undefined ? errorMessage : `${errorMessage}\n${at}`
  } catch {
    return cause
  }
}

/** The state that the execution ended in: the innermost of the last ones that were not left. */
const lastState = ({ status, history, error }: Unfinished): Visit | undefined => {
  const open = visits(history).filter(({ leftAt }) => leftAt === undefined)
  const failing = status === 'FAILED' ? open.filter((visit) => visit.error === error) : open
  const [first, ...rest] = failing.length > 0 ? failing : open
  return rest.reduce((inner, visit) => (visit.depth >= (inner?.depth ?? 0) ? visit : inner), first)
}

/**
 * How an execution ended, for a person: where it did not succeed, in which state, with what input, and why.
 *
 * @example
 * showExecution(await run(order, { id: 'unicorn' }))
 * // the execution ended as FAILED in the state "reserve": OutOfStock: no unicorns left
 * //   input of "reserve": {"id":"unicorn"}
 */
export const showExecution = (execution: Succeeded<unknown> | Unfinished): string => {
  if (execution.status === 'SUCCEEDED') return `the execution SUCCEEDED with ${asText(execution.output)}`
  const { status, error, cause } = execution
  const visit = lastState(execution)
  const why = [error, cause === undefined ? undefined : causeText(cause)].filter((text) => text !== undefined)
  const name = JSON.stringify(visit?.state)
  return [
    `the execution ended as ${status}${visit ? ` in the state ${name}` : ''}${why.length > 0 ? `: ${why.join(': ')}` : ''}`,
    ...(visit ? [`  input of ${name}: ${asText(visit.input)}`] : []),
  ].join('\n')
}

/**
 * Thrown by `outputOf` when an execution did not succeed; its message names the state that failed, its input, the error and the cause.
 *
 * @example outputOf(await run(fail({ error: 'No' }), {})) // ExecutionError: the execution ended as FAILED in the state "Fail No": No
 */
export class ExecutionError extends Error {
  override readonly name = 'ExecutionError'
  // Not enumerable: test runners print what is, and a history is long.
  declare readonly execution: Unfinished

  constructor(execution: Unfinished) {
    super(showExecution(execution))
    Object.defineProperty(this, 'execution', { value: execution })
  }
}

/**
 * The output of an execution that is expected to succeed.
 *
 * @example outputOf(await run(workflow, { id: '1' }))
 * @throws ExecutionError when it did not succeed; the message names the state that failed, its input, the error and the cause.
 */
export const outputOf = <O>(execution: Succeeded<O> | Unfinished): O => {
  if (execution.status !== 'SUCCEEDED') throw new ExecutionError(execution)
  return execution.output
}
