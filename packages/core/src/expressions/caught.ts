/** A caught error, with the fields and the spelling that Step Functions gives it. */
export interface Caught {
  /** The error's name. Of a Lambda function: the `name` of what it threw. `null` where a Fail state or SendTaskFailure gave none. */
  readonly Error: string | null
  /** Why. Of a Lambda function: JSON text, see `parseCause`. `null` where whoever failed gave none. */
  readonly Cause: string | null
}

/** Under this key a reference has the condition that it is a caught error. Global, as the others. */
export const caught: unique symbol = Symbol.for('@orkestra/caught') as never
