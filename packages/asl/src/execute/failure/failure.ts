/** How a workflow's error travels. */
import { maxDepth } from '../payload/payload.ts'

/** How a failed state says where it was. */
export const causeInState = (state: string, eventId: number, cause: string): string =>
  `An error occurred while executing the state '${state}' (entered at the event id #${eventId}). ${cause}`

/** An error of the workflow, on its way to whoever catches it. Anything else that is thrown in here is a defect, and nobody does. */
export class Failure {
  readonly error: string | undefined
  readonly cause: string | undefined
  /** Where it came up in a JSONata state, as AWS's `EvaluationFailed` event says it. */
  readonly location: string | undefined
  /** Another name by which retriers and catchers know it. */
  alias: string | undefined
  /** The event that what follows is linked to; 0 until it is in the history. */
  event = 0
  /** Whether it came up before the job of a `.sync` task was started. */
  isOfSubmission = false
  /** No retrier and no catcher may have it, whatever its name. */
  readonly isTerminal: boolean

  constructor(error: string | undefined, cause: string | undefined, location?: string, isTerminal = false) {
    this.error = error
    this.cause = cause
    this.location = location
    this.alias = undefined
    this.isTerminal = isTerminal || error === 'States.Runtime'
  }
}

/** Where an evaluation takes place: for the text of its error. */
export interface Place {
  readonly name: string
  readonly enteredEvent: number
}

/** A mistake that AWS finds while it runs a JSONPath state: nobody catches it. */
export const runtimeFailure = (at: Place, problem: string): Failure =>
  new Failure('States.Runtime', causeInState(at.name, at.enteredEvent, problem))

/** A mistake in a JSONata state. */
export const queryFailure = (at: Place, problem: string, location: string): Failure =>
  new Failure('States.QueryEvaluationError', causeInState(at.name, at.enteredEvent, problem), location)

/** An intrinsic call that cannot be computed. */
export const intrinsicFailure = (at: Place, problem: string): Failure =>
  new Failure('States.IntrinsicFailure', causeInState(at.name, at.enteredEvent, problem))

/** What a payload of more than 256 KiB comes to. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const tooLarge = (what: string, isTerminal: boolean): Failure =>
  new Failure(
    'States.DataLimitExceeded',
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    undefined,
    isTerminal,
  )

/** What nests too deep for this package to go on with; AWS does not say how deep a payload may be. */
export const tooDeep = (what: string): Failure =>
  new Failure(
    'States.DataLimitExceeded',
    `The state/task '${what}' returned a result that nests more than ${maxDepth} levels deep.`,
    undefined,
    true,
  )

/** A task, or a heartbeat of it, that did not come in time. Its history says `States.Timeout` in both cases. */
export const timeoutFailure = (isHeartbeat: boolean): Failure => {
  const failure = new Failure('States.Timeout', undefined)
  if (isHeartbeat) failure.alias = 'States.HeartbeatTimeout'
  return failure
}

/** What a catcher gets to see of an error. AWS writes both fields always. */
export const errorOutputOf = ({
  error,
  cause,
}: Failure): { readonly Error: string | null; readonly Cause: string | null } => ({
  Error: error ?? null,
  Cause: cause ?? (error === 'States.Timeout' ? '' : null),
})
