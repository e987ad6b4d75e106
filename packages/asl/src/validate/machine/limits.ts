/** Sizes and quotas. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
import { definitionLimit, expressSeconds, historyLimit, payloadLimit } from '../../language/quotas.ts'
import { isObject } from '../outline/fields.ts'
import { assignsOf, type Outline, type StateEntry } from '../outline/outline.ts'
import { sizeOf, survey } from '../outline/survey.ts'
import { type Place, rootPlace, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'

/** AWS publishes no limit; nobody nests this deep by hand. */
const deepest = 100

const isTooLarge = (value: unknown): boolean =>
  value !== undefined && sizeOf(value, survey(value).length, payloadLimit) > payloadLimit

const checkPayloads = (state: StateEntry, report: Report): void => {
  const { value, place } = state
  for (const field of ['Result', 'Parameters', 'Arguments', 'Output', 'ItemSelector', 'ResultSelector', 'Items'])
    if (isTooLarge(value[field]))
      report.warn(
        'ASL225',
        within(place, field),
        `${field} is larger than ${payloadLimit} bytes, the limit of a state's input and output.`,
        'Keep the data in S3, and pass its key.',
      )
  for (const assign of assignsOf(value, place))
    if (isTooLarge(assign.value))
      report.warn(
        'ASL209',
        assign.place,
        `Assign is larger than ${payloadLimit} bytes, the limit of one Assign.`,
        'Keep the data in S3, and keep its key in the variable.',
      )
}

/** About how many events a state leaves in the history: entered and exited, and what a Task does in between. */
const events: Readonly<Record<string, number>> = { Task: 5, Parallel: 4, Map: 4 }

/** The same, of one state. */
export const eventsOf = ({ type }: StateEntry): number => events[type ?? ''] ?? 2

const checkExpressTimes = (value: unknown, field: string, place: Place, report: Report): void => {
  if (typeof value === 'number' && value > expressSeconds)
    report.warn(
      'ASL224',
      within(place, field),
      `an EXPRESS execution ends after ${expressSeconds} seconds, before ${field} (${value}) is over.`,
      'Use a STANDARD machine for longer waits.',
    )
}

/** Checks a machine's size, depth and times. `hasLargeParts`: some field of a state may be too large. */
export const checkLimits = (outline: Outline, hasLargeParts: boolean, size: number, report: Report): void => {
  if (size > definitionLimit)
    report.error(
      'ASL009',
      rootPlace,
      `the definition has ${size === Number.POSITIVE_INFINITY ? 'far more than' : 'at least'} ${size === Number.POSITIVE_INFINITY ? definitionLimit : size} bytes; ${definitionLimit} are allowed.`,
      'Move a part into its own machine, and start it with "arn:aws:states:::states:startExecution.sync:2".',
    )
  let history = 0
  let isDeep = false
  for (const scope of outline.scopes) {
    if (scope.depth >= deepest && !isDeep) {
      isDeep = true
      report.warn(
        'ASL228',
        scope.place,
        `there are more than ${deepest} levels of nested states; AWS rejects states that are nested too deeply, and does not document the limit.`,
        'Move inner levels into their own machine.',
      )
    }
    if (scope.express !== undefined) {
      if (scope.depth === 0) checkExpressTimes(scope.value.TimeoutSeconds, 'TimeoutSeconds', scope.place, report)
      for (const state of scope.states)
        if (state.type === 'Wait') checkExpressTimes(state.value.Seconds, 'Seconds', state.place, report)
    }
    for (const state of scope.states) history += eventsOf(state)
    if (hasLargeParts) for (const state of scope.states) if (isObject(state.value)) checkPayloads(state, report)
  }
  if (history > historyLimit && outline.scopes[0]?.express === undefined)
    report.warn(
      'ASL226',
      rootPlace,
      `going through all states once leaves about ${history} events in the history; an execution fails at ${historyLimit}.`,
      'Move parts into their own machines, or use a DISTRIBUTED Map, whose child executions each have a history.',
    )
}
