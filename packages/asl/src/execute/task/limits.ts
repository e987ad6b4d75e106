/** `TimeoutSeconds` and `HeartbeatSeconds`, in either language. */
import type { Blueprint } from '../blueprint.ts'
import { queryFailure, runtimeFailure } from '../failure.ts'
import { field, optionalNumber } from '../fields.ts'
import { after } from '../flow.ts'
import { isExpression, readyQuery, unexpectedType } from '../jsonata/expression.ts'
import { inputPathOf } from '../jsonpath/flow.ts'
import { atPath, readyPath } from '../jsonpath/template.ts'
import { shown, textOf } from '../payload.ts'
import type { Thread } from '../thread.ts'
import type { Limits } from './attempt.ts'

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

/** AWS's default for a task, some three years; only a task that waits for its token gets to feel it. */
const longest = 99_999_999

/** The same in milliseconds, as limits have it. */
export const longestTask: number = longest * 1000

/** The limits of a task's attempts, now or later. */
export const limitsOf = (blueprint: Blueprint): ((thread: Thread) => unknown) => {
  const timeout = secondsOf(blueprint, 'TimeoutSeconds')
  const heartbeat = secondsOf(blueprint, 'HeartbeatSeconds')
  const waits = textOf(field(blueprint.raw, 'Resource')).endsWith('.waitForTaskToken')
  if (timeout === undefined && heartbeat === undefined) {
    const limits = waits ? { ...none, timeout: longestTask } : none
    return () => limits
  }
  return (thread) =>
    after(thread, timeout ? timeout(thread) : longest, (limit) =>
      after(
        thread,
        heartbeat ? heartbeat(thread) : Number.POSITIVE_INFINITY,
        (beat): Limits => ({ timeout: Number(limit) * 1000, heartbeat: Number(beat) * 1000 }),
      ),
    )
}
