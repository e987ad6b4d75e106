/** `TimeoutSeconds` and `HeartbeatSeconds`, in either language. */
import { longestWait } from '../../language/quotas.ts'
import { queryFailure, runtimeFailure } from '../failure/failure.ts'
import { isExpression, readyQuery, unexpectedType } from '../jsonata/expression.ts'
import { inputPathOf } from '../jsonpath/flow.ts'
import { atPath, readyPath } from '../jsonpath/template.ts'
import { shown, textOf } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field, optionalNumber } from '../plan/fields.ts'
import { after } from '../thread/flow.ts'
import type { Thread } from '../thread/thread.ts'
import type { Limits } from './attempt.ts'
import type { Bounds } from './events.ts'

type Seconds = (thread: Thread) => unknown

const secondsOf = (
  { raw, at, isJsonata }: Blueprint,
  name: 'TimeoutSeconds' | 'HeartbeatSeconds',
): Seconds | undefined => {
  const value = field(raw, name)
  const path = isJsonata ? undefined : field(raw, `${name}Path`)
  if (path !== undefined) {
    const here = [...at, `${name}Path`]
    const ready = readyPath(path, here)
    const inputPath = inputPathOf(raw, at)
    return (thread) => {
      const found = atPath(ready, thread, inputPath(thread, thread.value))
      if (typeof found === 'number' && Number.isInteger(found) && found > 0) return found
      throw runtimeFailure(
        thread,
        `The ${name}Path field refers to value "${shown(found)}" which is not a valid integer: ${ready.path.text}`,
      )
    }
  }
  if (isJsonata && isExpression(value)) {
    const evaluate = readyQuery(value, name, [...at, name])
    return (thread) =>
      after(thread, evaluate(thread, { input: thread.value }), (found) => {
        if (typeof found !== 'number') throw unexpectedType(thread, value, name, 'number', found)
        if (!Number.isInteger(found) || found <= 0)
          throw queryFailure(thread, `The ${name} field must be a positive integer but was: ${found}`, name)
        return found
      })
  }
  const seconds = optionalNumber(raw, name, at)
  return seconds === undefined ? undefined : () => seconds
}

const none: Limits = { timeout: Number.POSITIVE_INFINITY, heartbeat: Number.POSITIVE_INFINITY }

/** AWS's default for a task, in milliseconds, as limits have it. */
const longestTask = longestWait * 1000

/** The limits of a task's attempts, now or later. */
export const limitsOf = (blueprint: Blueprint): ((thread: Thread) => unknown) => {
  const timeout = secondsOf(blueprint, 'TimeoutSeconds')
  const heartbeat = secondsOf(blueprint, 'HeartbeatSeconds')
  const waits = textOf(field(blueprint.raw, 'Resource')).endsWith('.waitForTaskToken')
  if (timeout === undefined && heartbeat === undefined) {
    // Only one that waits for its token gets to feel the default.
    const limits = waits ? { ...none, timeout: longestTask } : none
    return () => limits
  }
  return (thread) =>
    after(thread, timeout ? timeout(thread) : longestWait, (limit) =>
      after(
        thread,
        heartbeat ? heartbeat(thread) : Number.POSITIVE_INFINITY,
        (beat): Limits => ({ timeout: Number(limit) * 1000, heartbeat: Number(beat) * 1000 }),
      ),
    )
}

/** A task without bounds has none in its event either. */
export const boundsOf = ({ timeout, heartbeat }: Limits, roleArn: string | undefined): Bounds => ({
  ...(timeout < longestTask && { timeoutInSeconds: timeout / 1000 }),
  ...(Number.isFinite(heartbeat) && { heartbeatInSeconds: heartbeat / 1000 }),
  ...(roleArn !== undefined && { taskCredentials: { roleArn } }),
})
