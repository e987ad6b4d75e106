/** The history of an execution, written as it happens. Without a history it only counts, so that ids and limits stay the same. */

import { Failure } from '../failure/failure.ts'
import type { ErrorDetails, HistoryEvent, StateType } from './events.ts'

/** Makes an event in one go. Spreading one together takes several times as long. */
export type MakeEvent<A> = (id: number, previousEventId: number, timestamp: number, details: A) => HistoryEvent

export interface Recorder {
  readonly events: HistoryEvent[]
  /** Whether events are needed: they are kept, or a listener gets them. */
  readonly isOn: boolean
  readonly isKept: boolean
  /** Adds an event of any kind. The function is called only where there is a history. */
  readonly add: (previous: number, event: () => object) => number
  /** Adds one that is made whole by `make`: for the events of which there are many. */
  readonly put: <A>(previous: number, make: MakeEvent<A>, details: A) => number
  readonly entered: (type: string, name: string, input: unknown, previous: number) => number
  readonly exited: (
    type: string,
    name: string,
    output: unknown,
    assigned: Record<string, unknown> | undefined,
    previous: number,
  ) => number
  readonly evaluationFailed: (failure: Failure, state: string, location: string, previous: number) => number
  /** Adds the event that ends the execution. Nothing comes after it, whoever is still at work. */
  readonly end: (previous: number, event: object) => void
}

/** An error as events show it: a field that has no value is left out. */
export const detailsOf = ({
  error,
  cause,
}: {
  readonly error: string | undefined
  readonly cause: string | undefined
}): ErrorDetails => ({
  ...(error !== undefined && { error }),
  ...(cause !== undefined && { cause }),
})

/** `tell` gets each event as it happens, whether it is kept or not. Ids go on after `before`. */
export const createRecorder = (
  isKept: boolean,
  limit: number,
  now: () => number,
  tell?: (event: HistoryEvent) => void,
  before = 0,
): Recorder => {
  const events: HistoryEvent[] = []
  const isOn = isKept || tell !== undefined
  // An event without an id came too late.
  const note = (event: HistoryEvent): void => {
    if (event.id === 0) return
    if (isKept) events.push(event)
    if (tell !== undefined) tell(event)
  }
  let last = before
  let isSealed = false
  const next = (): number => {
    if (isSealed) return 0
    // The last id is for the event that says so.
    if (last === limit - 1) {
      isSealed = true
      throw new Failure('States.Runtime', `The execution reached the maximum number of history events (${limit}).`)
    }
    last += 1
    return last
  }
  return {
    events,
    isOn,
    isKept,
    add: (previousEventId, event) => {
      const id = next()
      if (isOn) note({ id, previousEventId, timestamp: now(), ...event() } as HistoryEvent)
      return id
    },
    put: (previousEventId, make, details) => {
      const id = next()
      if (isOn) note(make(id, previousEventId, now(), details))
      return id
    },
    end: (previous, event) => {
      last += 1
      // Of an execution that has no room left, AWS links the end to what came last.
      const previousEventId = isSealed ? last - 1 : previous
      isSealed = true
      if (isOn) note({ id: last, previousEventId, timestamp: now(), ...event } as HistoryEvent)
    },
    entered: (type, name, input, previousEventId) => {
      const id = next()
      if (isOn)
        note({
          id,
          previousEventId,
          timestamp: now(),
          type: `${type as StateType}StateEntered`,
          stateEnteredEventDetails: { name, input },
        })
      return id
    },
    exited: (type, name, output, assigned, previousEventId) => {
      const id = next()
      if (isOn)
        note({
          id,
          previousEventId,
          timestamp: now(),
          type: `${type as Exclude<StateType, 'Fail'>}StateExited`,
          stateExitedEventDetails: assigned ? { name, output, assignedVariables: assigned } : { name, output },
        })
      return id
    },
    evaluationFailed: (failure, state, location, previousEventId) => {
      const id = next()
      if (isOn)
        note({
          id,
          previousEventId,
          timestamp: now(),
          type: 'EvaluationFailed',
          evaluationFailedEventDetails: { ...detailsOf(failure), state, location },
        })
      return id
    },
  }
}
