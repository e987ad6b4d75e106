import { refusedInExpress } from '../../language/express.ts'
import { parseResource } from '../../language/resource.ts'
import { SetupError } from '../calls/answers.ts'
import { Failure } from '../failure/failure.ts'
import { handlersOf } from '../failure/handlers.ts'
import { withRetries } from '../failure/retry.ts'
import { detailsOf } from '../history/recorder.ts'
import { jsonataFlow } from '../jsonata/flow.ts'
import { jsonPathFlow } from '../jsonpath/flow.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { textField } from '../plan/fields.ts'
import { refusal } from '../plan/refuse.ts'
import { Attempt, answered, called, type Limits, opened } from '../task/attempt.ts'
import { credentialsOf } from '../task/credentials.ts'
import { submitFailed, taskEvents } from '../task/events.ts'
import { answeredByState, type Invocation, invocationOf, payloadOf } from '../task/invocation.ts'
import { LambdaAttempt } from '../task/lambdaAttempt.ts'
import { boundsOf, limitsOf } from '../task/limits.ts'
import { failureOf } from '../task/taskFailure.ts'
import { after, isPending } from '../thread/flow.ts'
import { enter, exit, type ReadyState, type Thread } from '../thread/thread.ts'

/** Whether it is one of ours. To ask a Proxy throws where its owner took it back. */
const isOf = <A>(thrown: unknown, kind: abstract new (...given: never[]) => A): thrown is A => {
  try {
    return thrown instanceof kind
  } catch {
    return false
  }
}

/** What a stand-in throws, as the workflow sees it; a mistake in the set-up is nobody's to catch. */
const asFailure = (thrown: unknown, { serviceError }: Invocation): Failure => {
  if (isOf(thrown, SetupError)) throw thrown
  if (isOf(thrown, Failure)) return thrown
  const { error, cause } = failureOf(serviceError?.(thrown) ?? thrown)
  return new Failure(error, cause === '' ? undefined : cause)
}

/** Writes the events of an attempt, in the family of its resource. */
const scheduled = (thread: Thread, { events }: Invocation, resource: string, work: unknown, limits: Limits): void => {
  const { recorder } = thread.machine
  thread.event = recorder.put(
    thread.event,
    events.scheduled,
    recorder.isOn ? { resource, work, bounds: boundsOf(limits, thread.roleArn) } : (undefined as never),
  )
  // A worker takes an activity when it likes.
  if (events !== taskEvents.Activity) thread.event = recorder.put(thread.event, events.started, undefined)
}

const succeeded = (thread: Thread, { events }: Invocation, output: unknown): void => {
  thread.event = thread.machine.recorder.put(thread.event, events.succeeded, output)
}

const failed = (thread: Thread, { events }: Invocation, failure: Failure): Failure => {
  const late = failure.error === 'States.Timeout'
  const make = late ? events.timedOut : failure.isOfSubmission ? submitFailed : events.failed
  thread.event = thread.machine.recorder.put(thread.event, make, detailsOf(failure))
  failure.event = thread.event
  return failure
}

/**
 * The answer of a task that waits for a job. AWS writes `TaskSubmitted` once the job is started; of what the request for it fails with,
 * `TaskSubmitFailed`.
 */
const jobAnswer = (thread: Thread, invocation: Invocation, attempt: Attempt, call: () => unknown): unknown => {
  let isSubmitted = false
  const submit = (): void => {
    if (isSubmitted) return
    isSubmitted = true
    thread.event = thread.machine.recorder.add(thread.event, () => ({ type: 'TaskSubmitted' }))
  }
  const failing = (thrown: unknown): Failure => {
    const failure = asFailure(thrown, invocation)
    // Of these two the stand-in says how the job ended.
    if (failure.error === 'States.TaskFailed' || failure.error === 'States.Timeout') submit()
    failure.isOfSubmission = !isSubmitted
    return failure
  }
  attempt.startingAsleep(submit)
  let answer: unknown
  try {
    answer = call()
  } catch (thrown) {
    throw failing(thrown)
  }
  if (!isPending(answer)) {
    submit()
    return answer
  }
  const settled = answer.catch((thrown: unknown) => {
    throw thread.fiber.state === 'stopped' ? thrown : failing(thrown)
  })
  return after(thread, settled, (there) => {
    submit()
    return there
  })
}

/** The answer of a task, now or later: what its stand-in gives, or what its token is answered with. */
const answerOf = (thread: Thread, invocation: Invocation, resource: string, work: unknown, limits: Limits): unknown => {
  const { token, machine } = thread
  const call = invocation.find(thread, work)
  const attempt = invocation.functionOf
    ? new LambdaAttempt(thread, resource, invocation.functionOf(work), work)
    : new Attempt(thread, resource)
  const input = invocation.inputOf(thread, work)
  if (token === undefined) {
    const { events } = invocation
    const answer =
      events === taskEvents.Activity
        ? attempt.startingLater(
            () => {
              thread.event = machine.recorder.put(thread.event, events.started, undefined)
            },
            () => called(call, input, attempt, limits),
          )
        : invocation.isJob
          ? jobAnswer(thread, invocation, attempt, () => called(call, input, attempt, limits))
          : called(call, input, attempt, limits)
    const resultOf = (there: unknown): unknown =>
      invocation.resultOf(payloadOf(there, invocation.label, machine.limits.payload), work)
    return isPending(answer) ? after(thread, answer, resultOf) : resultOf(answer)
  }
  const answer = opened(thread, token, attempt)
  // Nobody listens yet when a stand-in fails it at once.
  answer.catch(() => {})
  const given = called(call, input, attempt, limits)
  return after(thread, given, (value) => {
    if (!invocation.isAnswerIgnored && value !== undefined) {
      machine.tokens.close(token)
      return payloadOf(value, invocation.label, machine.limits.payload)
    }
    thread.event = machine.recorder.add(thread.event, () => ({ type: 'TaskSubmitted' }))
    return answered(thread, token, new Attempt(thread, resource), limits, answer)
  })
}

/** Task: work that is done elsewhere. https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
export const taskState = (blueprint: Blueprint): ReadyState['run'] => {
  const { name, raw, at, isJsonata, next } = blueprint
  const state = { name, type: 'Task' }
  const resource = textField(raw, 'Resource', at)
  const refused = blueprint.type === 'EXPRESS' ? refusedInExpress(parseResource(resource)) : undefined
  if (refused !== undefined)
    throw refusal(
      refused.code,
      [...at, 'Resource'],
      `an Express workflow does not support ${resource}.`,
      "Run it as type: 'STANDARD'.",
    )
  const flow = isJsonata ? jsonataFlow(raw, true, at) : jsonPathFlow(raw, at)
  const limits = limitsOf(blueprint)
  const credentials = credentialsOf(blueprint)
  const own = invocationOf(resource)

  const complete = (thread: Thread, used: Invocation, result: unknown) => {
    succeeded(thread, used, result)
    thread.machine.inspect?.('result', result)
    thread.machine.open.delete(thread.fiber)
    const leave = (): ReadyState | undefined => {
      exit(thread, 'Task')
      return next()
    }
    const finished = flow.finish(thread, result)
    return isPending(finished) ? after(thread, finished, leave) : leave()
  }
  const failing = (thread: Thread, used: Invocation, thrown: unknown): unknown => {
    const failure = failed(thread, used, asFailure(thrown, used))
    thread.machine.open.delete(thread.fiber)
    if (used.failureOf === undefined || failure.error === 'States.Timeout') throw failure
    return used.failureOf(failure)
  }
  const perform = (thread: Thread, work: unknown, allowed: Limits) => {
    const used = withState(thread, own)
    scheduled(thread, used, resource, work, allowed)
    let answer: unknown
    try {
      answer = answerOf(thread, used, resource, work, allowed)
    } catch (thrown) {
      answer = failing(thread, used, thrown)
    }
    if (!isPending(answer)) return complete(thread, used, answer)
    thread.machine.open.set(thread.fiber, { type: 'Task', event: thread.enteredEvent })
    return answer
      .catch((thrown: unknown) =>
        thread.fiber.state === 'stopped' ? new Promise(() => {}) : failing(thread, used, thrown),
      )
      .then((result) => complete(thread, used, result))
  }
  const begin = (thread: Thread) => {
    thread.token = own.hasToken ? thread.machine.random.uuid() : undefined
    const work = flow.work(thread)
    const going = (there: unknown) => {
      const allowed = limits(thread)
      return isPending(allowed)
        ? after(thread, allowed, (known) => perform(thread, there, known as Limits))
        : perform(thread, there, allowed as Limits)
    }
    return isPending(work) ? after(thread, work, going) : going(work)
  }
  const attempt = (thread: Thread) => {
    thread.roleArn = undefined
    if (credentials === undefined) return begin(thread)
    return after(thread, credentials(thread), (roleArn) => {
      thread.roleArn = roleArn as string
      return begin(thread)
    })
  }
  const attempts = {
    type: 'Task' as const,
    ...handlersOf(blueprint),
    attempt,
  }
  return (thread) => {
    enter(thread, state)
    return withRetries(attempts, thread)
  }
}

/** What stands in for the state comes before what stands in for its resource. */
const withState = (thread: Thread, own: Invocation): Invocation => {
  const call = thread.machine.calls.state(thread.name)
  return call === undefined ? own : answeredByState(own, call)
}
