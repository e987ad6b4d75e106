/** Errors as data: what `parCatch`, `mapCatch` and `capture` put in the place of a result. */
import * as Either from 'fp-ts/lib/Either.js'

/** A caught error, with the fields and the spelling that Step Functions gives it. */
export interface Caught {
  /** The error's name. Of a Lambda function: the `name` of what it threw. */
  readonly Error: string
  /** Why. Of a Lambda function: JSON text, see `parseCause`. */
  readonly Cause: string
}

/** What a captured step gives: its own output, or the error in its place. */
export type Outcome<A> = A | Caught

/**
 * Whether an outcome is a caught error: an object of exactly the two texts `Error` and `Cause`.
 *
 * A step whose own output has just these two fields cannot be told from a failure; give such an output another field.
 *
 * @example outcomes.filter((o) => !isCaught(o))
 */
export const isCaught = (outcome: unknown): outcome is Caught =>
  typeof outcome === 'object' &&
  outcome !== null &&
  'Error' in outcome &&
  'Cause' in outcome &&
  typeof outcome.Error === 'string' &&
  typeof outcome.Cause === 'string' &&
  Object.keys(outcome).length === 2

/**
 * An outcome as fp-ts's `Either`: the error on the left, the output on the right.
 *
 * @example pipe(toEither(outcome), Either.getOrElse(() => 0))
 */
export const toEither = <A>(outcome: Outcome<A>): Either.Either<Caught, A> =>
  isCaught(outcome) ? Either.left(outcome) : Either.right(outcome)

/**
 * Tells the errors among outcomes from the results, both in their order; named and shaped as fp-ts's `separate`.
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
 * Python's runtime calls the trace `stackTrace`; both are read.
 *
 * @example parseCause({ Error: 'TypeError', Cause: '{"errorType":"TypeError","errorMessage":"no","trace":[]}' }).errorMessage // 'no'
 */
export const parseCause = (caught: Caught): LambdaCause => {
  const plain: LambdaCause = { errorType: caught.Error, errorMessage: caught.Cause, trace: [] }
  let cause: unknown
  try {
    cause = JSON.parse(caught.Cause)
  } catch {
    return plain
  }
  if (typeof cause !== 'object' || cause === null || !('errorMessage' in cause)) return plain
  const lines = 'trace' in cause ? cause.trace : 'stackTrace' in cause ? cause.stackTrace : []
  return {
    errorType: 'errorType' in cause ? String(cause.errorType) : caught.Error,
    errorMessage: String(cause.errorMessage),
    trace: Array.isArray(lines) ? lines.map(String) : [],
  }
}
