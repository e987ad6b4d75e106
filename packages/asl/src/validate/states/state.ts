/** One state: its type, which fields may stand on it and in which language, and fields that exclude each other. */
import type { Code } from '../codes/codes.ts'
import { anyStateField, fieldsOf, hasPlaceholder, type StateType, stateTypes } from '../outline/fields.ts'
import type { Outline, StateEntry } from '../outline/outline.ts'
import { within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, listed, quoted, shown } from '../report/wording.ts'
import { homeOf } from './homes.ts'
import { checkShape } from './shape.ts'

/** How a field of one language is said in the other. */
const translations: Readonly<Record<string, string>> = {
  InputPath: 'Read what you need from $states.input.',
  OutputPath: 'Use "Output".',
  ResultPath: 'Use "Output", for example "{% $merge([$states.input, { \'result\': $states.result }]) %}".',
  ResultSelector: 'Use "Output", which reads $states.result.',
  Parameters: 'Use "Arguments" (on a Pass state, "Output").',
  Result: 'Use "Output".',
  ItemsPath: 'Use "Items".',
  SecondsPath: 'Use "Seconds" with an expression.',
  TimestampPath: 'Use "Timestamp" with an expression.',
  ErrorPath: 'Use "Error" with an expression.',
  CausePath: 'Use "Cause" with an expression.',
  TimeoutSecondsPath: 'Use "TimeoutSeconds" with an expression.',
  HeartbeatSecondsPath: 'Use "HeartbeatSeconds" with an expression.',
  MaxConcurrencyPath: 'Use "MaxConcurrency" with an expression.',
  ToleratedFailureCountPath: 'Use "ToleratedFailureCount" with an expression.',
  ToleratedFailurePercentagePath: 'Use "ToleratedFailurePercentage" with an expression.',
  Arguments: 'Use "Parameters".',
  Output: 'Use "OutputPath", "ResultPath" or "Parameters".',
  Items: 'Use "ItemsPath".',
}

const unsupportedCode = (type: StateType, field: string): Code => {
  const isNext = field === 'Next' || field === 'End'
  if (type === 'Choice' && isNext) return 'ASL041'
  if ((type === 'Succeed' || type === 'Fail') && isNext) return 'ASL040'
  if ((type === 'Succeed' || type === 'Fail') && field === 'Assign') return 'ASL205'
  return type === 'Fail' ? 'ASL083' : 'ASL031'
}

const unsupportedHint = (type: StateType, field: string): string => {
  if (type === 'Choice' && field === 'Next') return 'Its rules and "Default" decide what runs next.'
  if (field === 'Next' || field === 'End') return `Remove it: a ${type} state has no transition of its own.`
  const fields = fieldsOf[type]
  const guess = anyStateField.has(field) ? undefined : closest(field, fields.keys())
  if (guess !== undefined) return `Did you mean ${quoted(guess)}?`
  if (type === 'Map' && field === 'Arguments') return 'Use "ItemSelector".'
  if (type === 'Pass' && field === 'Arguments') return 'Use "Output".'
  const types = stateTypes.filter((other) => fieldsOf[other].has(field))
  if (types.length > 0) return `Remove it: it belongs to ${listed(types)} states.`
  const home = homeOf(field)
  return home === undefined ? `Remove it. A ${type} state takes ${listed([...fields.keys()])}.` : `Move it to ${home}.`
}

const checkField = (field: string, state: StateEntry, type: StateType, report: Report): void => {
  const known = fieldsOf[type].get(field)
  if (known === undefined) {
    const place = within(state.place, field)
    report.error(
      unsupportedCode(type, field),
      place,
      `a ${type} state has no field ${quoted(field)}.`,
      unsupportedHint(type, field),
      'key',
    )
    return
  }
  if (known.language === 'both' || state.language === undefined || known.language === state.language) return
  const place = within(state.place, field)
  if (state.language === 'JSONata')
    report.error(
      'ASL190',
      place,
      `the query language is JSONata, and ${field} belongs to JSONPath.`,
      translations[field] ?? 'Remove it.',
      'key',
    )
  else if (state.scope.around === 'JSONata' && state.value.QueryLanguage === undefined)
    report.error(
      'ASL193',
      place,
      `the query language is JSONPath: the enclosing state's applies only to that state; ${field} belongs to JSONata.`,
      'Set "QueryLanguage": "JSONata" on this state too, or on the whole machine.',
      'key',
    )
  else
    report.error(
      'ASL191',
      place,
      `the query language is JSONPath, and ${field} belongs to JSONata.`,
      `Set "QueryLanguage": "JSONata" on this state, or: ${translations[field]}`,
      'key',
    )
}

/** Groups of which a state may have one field; of a required group it must. */
const groups: Readonly<Partial<Record<StateType, readonly (readonly [Code, readonly string[], boolean])[]>>> = {
  Task: [
    ['ASL093', ['TimeoutSeconds', 'TimeoutSecondsPath'], false],
    ['ASL094', ['HeartbeatSeconds', 'HeartbeatSecondsPath'], false],
  ],
  Wait: [['ASL070', ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'], true]],
  Fail: [
    ['ASL080', ['Error', 'ErrorPath'], false],
    ['ASL081', ['Cause', 'CausePath'], false],
  ],
  Map: [
    ['ASL140', ['ItemProcessor', 'Iterator'], true],
    ['ASL141', ['ItemSelector', 'Parameters'], false],
    ['ASL143', ['MaxConcurrency', 'MaxConcurrencyPath'], false],
    ['ASL143', ['ToleratedFailureCount', 'ToleratedFailureCountPath'], false],
    ['ASL143', ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'], false],
  ],
}

/** Reports an object that has several of the fields of which one excludes the rest, or none of those it needs one of. */
export const checkExclusive = (
  code: Code,
  fields: readonly string[],
  isRequired: boolean,
  value: Readonly<Record<string, unknown>>,
  place: StateEntry['place'],
  report: Report,
): void => {
  // Of all groups AWS was seen to refuse, but of this one.
  const say = code === 'ASL141' ? report.warn : report.error
  let count = 0
  for (const field of fields) if (value[field] !== undefined) count += 1
  if (count === 1 || (count === 0 && !isRequired)) return
  if (count === 0)
    report.error(code, place, `one of ${listed(fields, 'or')} is needed.`, `Add ${listed(fields.map(quoted), 'or')}.`)
  else {
    const given = fields.filter((field) => value[field] !== undefined)
    say(code, place, `${listed(given)} exclude each other.`, `Keep one of ${listed(given)}.`)
  }
}

const checkWayOut = ({ value, place }: StateEntry, type: StateType, report: Report): void => {
  if (type === 'Choice' || type === 'Succeed' || type === 'Fail') return
  const { Next: next, End: end } = value
  if (next !== undefined && end !== undefined) {
    const say = end === false ? report.warn : report.error
    say(
      'ASL032',
      place,
      'Next and End exclude each other.',
      end === false ? 'Leave "End": false out.' : 'Keep "Next" to continue, or "End": true to stop.',
    )
  } else if (next === undefined && (end === undefined || end === false))
    report.error(
      'ASL033',
      place,
      end === false
        ? '"End": false does not end the state, and there is no Next.'
        : 'the state has no Next and no End.',
      'Add "Next" with a state\'s name, or "End": true.',
    )
}

const checkTimes = ({ value, place }: StateEntry, report: Report): void => {
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = value
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout)
    report.warn(
      'ASL096',
      within(place, 'HeartbeatSeconds'),
      `HeartbeatSeconds (${heartbeat}) must be less than TimeoutSeconds (${timeout}).`,
      'Make the heartbeat shorter than the time-out; otherwise it has no effect.',
    )
}

const checkLanguage = ({ value, place }: StateEntry, outline: Outline, report: Report): void => {
  if (outline.language === 'JSONata' && value.QueryLanguage === 'JSONPath')
    report.error(
      'ASL192',
      within(place, 'QueryLanguage'),
      'the machine uses JSONata, so no state can use JSONPath.',
      'Use JSONPath for the machine and set "QueryLanguage": "JSONata" on the other states, or translate this state.',
    )
}

/** Checks what a state is made of. Its expressions, handlers and inner scopes are other passes' business. */
export const checkState = (state: StateEntry, outline: Outline, report: Report): void => {
  const { value, place, type } = state
  if (value.Type !== type || type === undefined) {
    if (hasPlaceholder(value.Type)) return
    report.error(
      'ASL030',
      value.Type === undefined ? place : within(place, 'Type'),
      value.Type === undefined ? 'the state has no Type.' : `there is no state type ${shown(value.Type)}.`,
      type === undefined ? `Use one of ${listed(stateTypes)}.` : `Did you mean ${quoted(type)}?`,
    )
    if (type === undefined) return
  }
  checkLanguage(state, outline, report)
  for (const field of Object.keys(value)) if (value[field] !== undefined) checkField(field, state, type, report)
  checkShape(type, value, place, { language: state.language, report, name: `a ${type} state` })
  checkWayOut(state, type, report)
  for (const [code, fields, isRequired] of groups[type] ?? [])
    checkExclusive(code, fields, isRequired, value, place, report)
  if (type === 'Task') checkTimes(state, report)
}
