/** A caught error, with Step Functions' field names. */
export interface Caught {
  /** The error's name. For a Lambda function, the thrown error's `name`. `null` if a Fail state or SendTaskFailure set none. */
  readonly Error: string | null
  /** The reason. For a Lambda function, a JSON string: see `parseCause`. `null` if none was set. */
  readonly Cause: string | null
}

/** Under this key a reference has the condition that it is a caught error. Global, as the others. */
export const caught: unique symbol = Symbol.for('@orkestra/caught') as never
