/** What a state did to its data, stage by stage: the state is tried once more by itself, with what it was given and what its task came to. */
import type { HistoryEvent } from '../../execute/history/events.ts'
import { executeState } from '../../execute/index.ts'
import type { Execution } from '../world.ts'

/** The result of a task, in the event that says so. */
const resultIn = (event: HistoryEvent): { readonly result: unknown } | undefined => {
  if ('taskSucceededEventDetails' in event) return { result: event.taskSucceededEventDetails.output }
  if ('lambdaFunctionSucceededEventDetails' in event)
    return { result: event.lambdaFunctionSucceededEventDetails.output }
  if ('activitySucceededEventDetails' in event) return { result: event.activitySucceededEventDetails.output }
  return undefined
}

/** The variables that a state could see: those that were assigned on the way to it. */
const variablesBefore = (events: readonly HistoryEvent[], entered: HistoryEvent): Record<string, unknown> => {
  const found = new Map<string, unknown>()
  for (let at = events[entered.previousEventId - 1]; at !== undefined; at = events[at.previousEventId - 1])
    if ('stateExitedEventDetails' in at)
      for (const [name, value] of Object.entries(at.stateExitedEventDetails.assignedVariables ?? {}))
        if (!found.has(name)) found.set(name, value)
  return Object.fromEntries(found)
}

const isBehind = (events: readonly HistoryEvent[], event: HistoryEvent, entered: HistoryEvent): boolean => {
  for (
    let at: HistoryEvent | undefined = event;
    at !== undefined && at.id >= entered.id;
    at = events[at.previousEventId - 1]
  )
    if (at.id === entered.id) return true
  return false
}

export interface Stages {
  readonly variables: Readonly<Record<string, unknown>>
  /** By AWS's names; absent where a state cannot be tried by itself. */
  readonly data?: Readonly<Record<string, unknown>>
  readonly problem?: string
}

/** The stages of the state that was entered with an event. */
export const stagesOf = async (
  execution: Execution,
  events: readonly HistoryEvent[],
  enteredId: number,
): Promise<Stages | undefined> => {
  const entered = events[enteredId - 1]
  if (entered === undefined || !('stateEnteredEventDetails' in entered)) return undefined
  const { name, input } = entered.stateEnteredEventDetails
  const variables = variablesBefore(events, entered)
  const mock = events
    .slice(enteredId)
    .filter((event) => resultIn(event) !== undefined && isBehind(events, event, entered))
    .map(resultIn)
    .at(-1)
  const isTask = entered.type === 'TaskStateEntered'
  if ((isTask && mock === undefined) || entered.type === 'MapStateEntered' || entered.type === 'ParallelStateEntered')
    return { variables }
  try {
    const { inspectionData } = await executeState(JSON.parse(execution.revision.definition), input, {
      stateName: name,
      variables,
      ...(mock && { mock }),
    })
    return { variables, data: inspectionData }
  } catch (error) {
    return { variables, problem: error instanceof Error ? error.message : String(error) }
  }
}
