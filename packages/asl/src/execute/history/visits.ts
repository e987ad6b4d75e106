import type { ErrorDetails, HistoryEvent, StateType } from './events.ts'

/** One stay in a state. */
export interface Visit {
  readonly state: string
  readonly type: StateType
  /** How many states it is inside of. */
  readonly depth: number
  readonly input: unknown
  /** Absent where the state was not left. */
  readonly output?: unknown
  /** The last error in it: caught, when there is an output, or else what failed it. */
  readonly error?: string
  readonly cause?: string
  /** How often its task was started; 0 where it has none. */
  readonly attempts: number
  /** Milliseconds since the start of the execution. */
  readonly enteredAt: number
  readonly leftAt?: number
}

type Open = { -readonly [K in keyof Visit]: Visit[K] }

const stateType = (type: string, suffix: string): StateType => type.slice(0, -suffix.length) as StateType

const isStart = (type: HistoryEvent['type']): boolean =>
  type === 'TaskStarted' || type === 'LambdaFunctionStarted' || type === 'ActivityStarted'

const failureIn = (event: HistoryEvent): ErrorDetails | undefined => {
  if ('taskFailedEventDetails' in event) return event.taskFailedEventDetails
  if ('taskTimedOutEventDetails' in event) return event.taskTimedOutEventDetails
  if ('lambdaFunctionFailedEventDetails' in event) return event.lambdaFunctionFailedEventDetails
  if ('lambdaFunctionTimedOutEventDetails' in event) return event.lambdaFunctionTimedOutEventDetails
  if ('activityFailedEventDetails' in event) return event.activityFailedEventDetails
  if ('activityTimedOutEventDetails' in event) return event.activityTimedOutEventDetails
  if ('evaluationFailedEventDetails' in event) return event.evaluationFailedEventDetails
  // Of what fails a whole execution, no state may say so itself.
  return 'executionFailedEventDetails' in event ? event.executionFailedEventDetails : undefined
}

/**
 * The history of an execution, state by state in the order in which they were entered.
 *
 * @example visits((await run(workflow, input)).history).map((v) => v.state) // ['x', 'y', 'Parallel z, g', 'z', 'g']
 */
export const visits = (history: readonly HistoryEvent[]): readonly Visit[] => {
  const found: Open[] = []
  // An event belongs to the state that was last entered on the chain of `previousEventId`s that leads to it.
  const stateAt: (Open | undefined)[] = []
  const outer = new Map<Open, Open | undefined>()
  for (const event of history) {
    let current = stateAt[event.previousEventId]
    if ('stateEnteredEventDetails' in event) {
      const { name, input } = event.stateEnteredEventDetails
      const visit: Open = {
        state: name,
        type: stateType(event.type, 'StateEntered'),
        depth: current === undefined ? 0 : current.depth + 1,
        input,
        attempts: 0,
        enteredAt: event.timestamp,
      }
      outer.set(visit, current)
      found.push(visit)
      current = visit
    } else if ('stateExitedEventDetails' in event) {
      const { name, output } = event.stateExitedEventDetails
      while (current !== undefined && (current.state !== name || current.leftAt !== undefined))
        current = outer.get(current)
      if (current !== undefined) {
        current.output = output
        current.leftAt = event.timestamp
        current = outer.get(current)
      }
    } else if (current !== undefined) {
      if (isStart(event.type)) current.attempts += 1
      const details = failureIn(event)
      if (details?.error !== undefined) current.error = details.error
      if (details?.cause !== undefined) current.cause = details.cause
    }
    stateAt[event.id] = current
  }
  return found
}
