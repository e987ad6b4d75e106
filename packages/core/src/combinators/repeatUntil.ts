import { type Duration, wholeSeconds } from '../duration.ts'
import { toCondition } from '../expressions/conditions.ts'
import { type Ref, type Reference, referenceTo } from '../expressions/reference.ts'
import { type AnyStep, type Graph, graphOf, nodeOf, type Step } from '../graph/graph.ts'
import { isEnd } from '../graph/isEnd.ts'

/** How often a body is repeated. */
export interface RepeatOptions {
  /** The wait between attempts. Whole seconds, rounded up. */
  readonly every: Duration
  /** How often the body runs at most, from 1. Then the workflow fails with `RepeatLimitReached`. */
  readonly maxAttempts: number
}

/** The error of a loop whose condition never held. */
export const repeatLimitReached = 'RepeatLimitReached'

/** What it says. */
export const repeatLimitCause = (maxAttempts: number): string =>
  `The condition did not hold after ${maxAttempts} ${maxAttempts === 1 ? 'attempt' : 'attempts'}.`

/**
 * Polls: runs a step until a condition holds of its output, which is then the output. Each attempt gets the same input.
 *
 * @example repeatUntil(jobStatus, (job) => eq(job.status, 'done'), { every: seconds(30), maxAttempts: 20 })
 * @throws TypeError when the step is none; RangeError when maxAttempts is no whole number from 1.
 */
export const repeatUntil = <I, O>(
  step: Step<I, O>,
  condition: (output: Ref<NoInfer<O>>) => Reference<boolean>,
  { every, maxAttempts }: RepeatOptions,
): Graph<I, O> => {
  if (!(Number.isInteger(maxAttempts) && maxAttempts >= 1))
    throw new RangeError(`repeatUntil: maxAttempts must be a whole number from 1, got ${maxAttempts}`)
  const everySeconds = wholeSeconds(every)
  if (!(everySeconds >= 0 && everySeconds <= 99_999_999))
    throw new RangeError(`repeatUntil: every must be from 0 to 99999999 s, got ${every.seconds} s`)
  const body = nodeOf(step as AnyStep, 'repeatUntil')
  if (isEnd(body)) throw new TypeError('repeatUntil: a step that always ends the workflow is never repeated')
  return graphOf({
    _tag: 'Repeat',
    body,
    until: toCondition('repeatUntil', condition(referenceTo({ _tag: 'Input' }))),
    everySeconds,
    maxAttempts,
  })
}
