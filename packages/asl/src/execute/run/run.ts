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
   * Stand-ins by task name, in the place of composed handlers and for tasks that have none here: a function of the task's input, or a
   * list of answers, one per attempt: a value, an `Error` to throw, or a function. What stands in for a service is given its arguments,
   * and answers with the service's raw result.
   */
  readonly tasks?: Readonly<Record<string, StandIn>>
  /** Stand-ins by state name, where one task does different things in different places. They go before those of `tasks`. */
  readonly states?: Readonly<Record<string, StandIn>>
  /** Stand-ins by resource, such as `"s3:getObject"`: what the readers and writers of distributed maps call, and services all at once. */
  readonly services?: Readonly<Record<string, StandIn>>
  /** The query language that the workflow is emitted in. Default `"JSONPath"`. */
  readonly queryLanguage?: QueryLanguage
  /** After which the whole execution times out. */
  readonly timeout?: Duration
}

/**
 * Runs a workflow in this process: what `emit` gives of it is executed as AWS would, and its functions are the composed handlers
 * or what stands in for them.
 *
 * Time is virtual: waits and retries take none. A failure is a result, with the `Error` and `Cause` that Step Functions shows; a
 * mistake in the set-up is thrown to the caller, and nothing in the workflow catches it.
 *
 * @example
 * const execution = await run(workflow, { id: '1' }, { tasks: { charge: [new TaskFailure('Lambda.TooManyRequestsException'), { ok: true }] } })
 * execution.status // 'SUCCEEDED', after one retry, two virtual seconds later
 * @throws (by rejecting) SetupError when a task has no handler, or a stand-in fits no task; AslError when the workflow cannot be
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
