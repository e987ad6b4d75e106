/** What a Task's resource comes to here: which stand-in is called, with what, and what of its answer is the result. */

import { parseResource } from '../../language/resource.ts'
import { Failure, runtimeFailure, tooLarge } from '../failure/failure.ts'
import { copy, faultOf, image, isRecord, shown } from '../payload/payload.ts'
import type { Thread } from '../thread/thread.ts'
import { type TaskEvents, taskEvents } from './events.ts'
import { isJob, jobResult } from './jobs.ts'
import { clientFailure } from './serviceErrors.ts'
import { failureOf, type TaskFailure } from './taskFailure.ts'

type Call = (...given: unknown[]) => unknown

/** One way in which tasks run. */
export interface Invocation {
  /** The function that it calls, if it calls one: the stand-in gets Lambda's context too. */
  readonly functionOf?: (work: unknown) => string
  readonly events: TaskEvents
  readonly hasToken: boolean
  /** Whether it starts a job and waits for its end: what the stand-in gives is how the service describes it then. */
  readonly isJob?: boolean
  /** Whether what the stand-in returns is nothing to the task, which waits for its token. */
  readonly isAnswerIgnored: boolean
  /** What AWS calls it where a result is too large. */
  readonly label: string
  /** The stand-in. @throws SetupError */
  readonly find: (thread: Thread, work: unknown) => Call
  /** What it is given, of the task's parameters. */
  readonly inputOf: (thread: Thread, work: unknown) => unknown
  /** The task's result, of what it answered. */
  readonly resultOf: (answer: unknown, work: unknown) => unknown
  /** What a client of the AWS SDK threw, under the name that Step Functions gives it; nothing for any other error. */
  readonly serviceError?: (thrown: unknown) => TaskFailure | undefined
  /** The task's failure; other than the one that was thrown where an API call does not fail with its function. */
  readonly failureOf?: (failure: Failure) => unknown
}

const nameOf = (thread: Thread, work: unknown): string => {
  const name = isRecord(work) ? work.FunctionName : undefined
  if (typeof name === 'string') return name
  throw runtimeFailure(
    thread,
    `The Parameters '${shown(work)}' could not be used to start the Task: [The field 'FunctionName' is required but was missing]`,
  )
}

/** A text is sent as it is, and the function gets what it says; nothing at all is an empty object. */
const eventOf = (work: unknown): unknown => {
  const payload = isRecord(work) ? work.Payload : undefined
  if (payload === undefined || payload === null) return {}
  if (typeof payload !== 'string') return copy(payload)
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}

const isEvent = (work: unknown): boolean => isRecord(work) && work.InvocationType === 'Event'

const invoke = (hasToken: boolean): Invocation => ({
  functionOf: (work) => String((work as { readonly FunctionName?: unknown }).FunctionName),
  events: taskEvents.Task,
  hasToken,
  isAnswerIgnored: true,
  label: 'lambda',
  find: (thread, work) => thread.machine.calls.lambda(thread.name, nameOf(thread, work)),
  inputOf: (_, work) => eventOf(work),
  resultOf: (answer, work) =>
    isEvent(work) ? { StatusCode: 202, Payload: '' } : { ExecutedVersion: '$LATEST', Payload: answer, StatusCode: 200 },
})

const sdkInvoke = (hasToken: boolean): Invocation => ({
  ...invoke(hasToken),
  resultOf: (answer) => ({ ExecutedVersion: '$LATEST', Payload: JSON.stringify(answer), StatusCode: 200 }),
  failureOf: ({ cause }) => ({
    ExecutedVersion: '$LATEST',
    FunctionError: 'Unhandled',
    Payload: cause ?? '',
    StatusCode: 200,
  }),
})

const byArn = (resource: string): Invocation => ({
  functionOf: () => resource,
  events: taskEvents.LambdaFunction,
  hasToken: false,
  isAnswerIgnored: false,
  label: resource,
  find: (thread) => thread.machine.calls.lambda(thread.name, resource),
  inputOf: (_, work) => copy(work),
  resultOf: (answer) => answer,
})

const service = (resource: string, family: keyof typeof taskEvents, hasToken: boolean, label: string): Invocation => ({
  events: taskEvents[family],
  hasToken,
  isAnswerIgnored: false,
  label,
  find: (thread) => {
    const call = thread.machine.calls.service(resource)
    if (call === undefined) throw thread.machine.calls.missing(thread.name, resource)
    return call
  },
  inputOf: (_, work) => copy(work),
  resultOf: (answer) => answer,
})

/** How a task with this resource runs. */
export const invocationOf = (resource: string): Invocation => {
  const parsed = parseResource(resource)
  switch (parsed?.kind) {
    case undefined:
    case 'placeholder':
    case 'function':
      return byArn(resource)
    case 'activity':
      return service(resource, 'Activity', false, parsed.name)
    case 'other':
      return service(resource, 'Task', false, parsed.service)
    case 'integration':
    case 'sdk': {
      const hasToken = parsed.pattern === 'waitForTaskToken'
      if (parsed.service === 'lambda' && parsed.action === 'invoke')
        return parsed.kind === 'sdk' ? sdkInvoke(hasToken) : invoke(hasToken)
      const call: Invocation = {
        ...service(resource, 'Task', hasToken, parsed.service),
        serviceError: (thrown) => clientFailure(parsed, thrown),
      }
      return isJob(parsed) ? { ...call, isJob: true, resultOf: (answer) => jobResult(parsed, answer) } : call
    }
  }
}

/** The same, but answered by the stand-in of a state: it gets the parameters, and what it gives is the task's raw result. */
export const answeredByState = (invocation: Invocation, call: Call): Invocation => {
  const { failureOf: _, functionOf: __, ...rest } = invocation
  return {
    ...rest,
    isAnswerIgnored: false,
    find: () => call,
    inputOf: (_thread, work) => copy(work),
    // What a job came to is in its description, whoever gives it.
    resultOf: invocation.isJob ? invocation.resultOf : (answer) => answer,
  }
}

/** An answer as a payload. @throws Failure for one that is none, or too large. */
export const payloadOf = (answer: unknown, label: string, isLimited: boolean): unknown => {
  let payload: unknown
  try {
    payload = image(answer)
  } catch (error) {
    // The answer of Lambda's Node.js 24; before it, the type is plainly `Error`. The trace, which is nothing to rely on, says what is wrong.
    const errorType = 'Runtime.JSONStringifyError'
    const { errorMessage: why } = JSON.parse(failureOf(error).cause) as { readonly errorMessage: string }
    throw new Failure(
      errorType,
      JSON.stringify({ errorType, errorMessage: 'Unable to stringify response body', trace: [why] }),
    )
  }
  if (isLimited && faultOf(payload) === 'large') throw tooLarge(label, false)
  return payload
}
