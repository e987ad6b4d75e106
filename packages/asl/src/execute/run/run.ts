/** A workflow, run here and now, with its real handlers: its emitted definition is executed. */
import type { AnyStep, Duration, Step } from '@orkestra/core'
import type { QueryLanguage } from '../../states.ts'
import type { StandIn } from '../calls/answers.ts'
import { runPlan } from '../execute.ts'
import type { Execution } from '../execution.ts'
import type { ExecuteOptions } from '../options.ts'
import { callsOf } from './calls.ts'
import { readyFor } from './ready.ts'

/** How a workflow is run here. */
export interface RunOptions extends Omit<ExecuteOptions, 'lambdas' | 'states' | 'services'> {
  /**
   * Stand-ins by task name, instead of composed handlers and for tasks without one: a function of the task's input, or a
   * list of answers, one per attempt: a value, an `Error` to throw, or a function. A stand-in for a service gets its arguments
   * and returns the service's raw result. `standIn(step, …)` makes an entry with the step's name and types.
   */
  readonly tasks?: Readonly<Record<string, StandIn>>
  /** Stand-ins by state name, for one task that behaves differently in different states. They take precedence over `tasks`. */
  readonly states?: Readonly<Record<string, StandIn>>
  /** Stand-ins by resource, such as `"s3:getObject"`: for readers and writers of distributed maps, and for all calls of a service. */
  readonly services?: Readonly<Record<string, StandIn>>
  /** The query language that the workflow is emitted in. Default `"JSONPath"`. */
  readonly queryLanguage?: QueryLanguage
  /** The time-out of the whole execution. */
  readonly timeout?: Duration
}

/**
 * Runs a workflow in this process: executes its emitted definition as AWS would, with the composed handlers
 * or their stand-ins.
 *
 * Time is virtual: waits and retries take none. A failure is a result, with the `Error` and `Cause` that Step Functions would show; a
 * set-up mistake is thrown to the caller, and the workflow cannot catch it.
 *
 * @example
 * const execution = await run(workflow, { id: '1' }, { tasks: { charge: [new TaskFailure('Lambda.TooManyRequestsException'), { ok: true }] } })
 * execution.status // 'SUCCEEDED', after one retry, two virtual seconds later
 * @throws (by rejecting) SetupError when a task has no handler, or a stand-in matches no task; AslError when the workflow cannot be
 *   emitted; TypeError when the input is not JSON.
 */
export const run = async <I, O>(
  workflow: Step<I, O>,
  input: NoInfer<I>,
  options: RunOptions = {},
): Promise<Execution<O>> => {
  const { tasks, states, services, queryLanguage, timeout, ...rest } = options
  const ready = readyFor(workflow as AnyStep, {
    ...(queryLanguage && { queryLanguage }),
    ...(rest.type && { type: rest.type }),
    ...(rest.limits === false && { limits: false }),
  })
  const calls = callsOf(ready, { tasks, states, services })
  const plan = timeout === undefined ? ready.plan : { ...ready.plan, timeoutSeconds: Math.ceil(timeout.seconds) }
  return (await runPlan(plan, input, rest, calls)) as Execution<O>
}
