/** Errors as data: what `parCatch`, `mapCatch` and `capture` return instead of a result. */
import type { Either } from 'fp-ts/lib/Either.js'
import { type Caught, caught } from '../expressions/caught.ts'
import type { Condition } from '../expressions/conditions.ts'
import type { At, Out } from '../expressions/narrowing.ts'
import type { Reference } from '../expressions/types.ts'

export type { Caught } from '../expressions/caught.ts'

/** What a captured step gives: its own output, or the error in its place. */
export type Outcome<A> = A | Caught

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'

interface IsCaught {
  /** Of a reference: a condition, for `when`. That there are the two fields is all that it asks. */
  <T, P>(outcome: Reference<T, P>): Condition<At<P, Caught>, Out<P, Caught>>
  /** Of a value. */
  (outcome: unknown): outcome is Caught
}

/**
 * Whether an outcome is a caught error: an object with exactly the two strings `Error` and `Cause`. On a reference it is a condition
 * for `when`.
 *
 * A step's own output with just these two fields is indistinguishable from an error: add another field.
 *
 * @example outcomes.filter((o) => !isCaught(o))
 * @example seq(capture(charge), choice(when((r) => isCaught(r), apologise), otherwise(ship)))
 */
export const isCaught: IsCaught = ((outcome: unknown): unknown => {
  // A reference knows what to ask: nothing of the algebra is loaded here, as handlers use this.
  if (typeof outcome === 'function' && caught in outcome) return (outcome as { readonly [caught]: unknown })[caught]
  return (
    typeof outcome === 'object' &&
    outcome !== null &&
    'Error' in outcome &&
    'Cause' in outcome &&
    isTextOrNull(outcome.Error) &&
    isTextOrNull(outcome.Cause) &&
    Object.keys(outcome).length === 2
  )
}) as IsCaught

/**
 * An outcome as fp-ts's `Either`: the error on the left, the output on the right.
 *
 * @example pipe(toEither(outcome), Either.getOrElse(() => 0))
 */
export const toEither = <A>(outcome: Outcome<A>): Either<Caught, A> =>
  isCaught(outcome) ? { _tag: 'Left', left: outcome } : { _tag: 'Right', right: outcome }

/**
 * Separates the errors among outcomes from the results, both in order; named and shaped as fp-ts's `separate`.
 *
 * @example separate(await prices).right.reduce((a, b) => a + b, 0)
 */
export const separate = <A>(
  outcomes: readonly Outcome<A>[],
): { readonly left: readonly Caught[]; readonly right: readonly A[] } => {
  const left: Caught[] = []
  const right: A[] = []
  for (const outcome of outcomes)
    if (isCaught(outcome)) left.push(outcome)
    else right.push(outcome)
  return { left, right }
}

/** What the Node.js runtime of Lambda writes into `Cause`. */
export interface LambdaCause {
  readonly errorType: string
  readonly errorMessage: string
  /** The lines of the stack trace. */
  readonly trace: readonly string[]
}

/**
 * Reads the `Cause` of an error that a Lambda function threw. Any other text is taken as the message.
 *
 * Python's runtime calls the trace `stackTrace`; both are read. What is `null` in the error is empty here.
 *
 * @example parseCause({ Error: 'TypeError', Cause: '{"errorType":"TypeError","errorMessage":"no","trace":[]}' }).errorMessage // 'no'
 */
export const parseCause = (caught: Caught): LambdaCause => {
  const plain: LambdaCause = { errorType: caught.Error ?? '', errorMessage: caught.Cause ?? '', trace: [] }
  let cause: unknown
  try {
    cause = JSON.parse(plain.errorMessage)
  } catch {
    return plain
  }
  if (typeof cause !== 'object' || cause === null || !('errorMessage' in cause)) return plain
  const lines = 'trace' in cause ? cause.trace : 'stackTrace' in cause ? cause.stackTrace : []
  return {
    errorType: 'errorType' in cause ? String(cause.errorType) : plain.errorType,
    errorMessage: String(cause.errorMessage),
    trace: Array.isArray(lines) ? lines.map(String) : [],
  }
}
