/** What is particular to Map states: how they run their items. */

import { isExpression } from '../../language/jsonata.ts'
import { inlineConcurrency, longestLabel } from '../../language/quotas.ts'
import { hasPlaceholder, isObject } from '../outline/fields.ts'
import type { Members, StateEntry } from '../outline/outline.ts'
import { pointerOf, within } from '../report/place.ts'
import { charactersIn, quoted, shown } from '../report/wording.ts'
import { checkBatcher, checkReader, checkWriter, type MapContext } from './distributed.ts'

/** Only child executions can be fed and written from like this. */
const distributedOnly = ['ItemReader', 'ItemBatcher', 'ResultWriter']
/** What AWS takes on an inline Map too, and does nothing with. */
const distributedInEffect = [
  'Label',
  'ToleratedFailureCount',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentage',
  'ToleratedFailurePercentagePath',
]

const badInLabel = /[\s\p{Cc}?*<>{}[\]:;,\\|^~$#%&`"]/u

const processorOf = ({ value }: StateEntry): readonly [field: string, value: Members] | undefined => {
  for (const field of ['ItemProcessor', 'Iterator']) if (isObject(value[field])) return [field, value[field] as Members]
  return undefined
}

type Mode = 'INLINE' | 'DISTRIBUTED' | undefined

/** How the Map runs; `undefined` when that is not known. */
const modeOf = (processor: Members): Mode => {
  const { ProcessorConfig: config } = processor
  if (config === undefined) return 'INLINE'
  if (!isObject(config)) return undefined
  if (config.Mode === undefined) return 'INLINE'
  return config.Mode === 'INLINE' || config.Mode === 'DISTRIBUTED' ? config.Mode : undefined
}

const checkMode = (state: StateEntry, { report }: MapContext): Mode => {
  const found = processorOf(state)
  if (found === undefined) return undefined
  const [field, processor] = found
  const mode = modeOf(processor)
  const config = isObject(processor.ProcessorConfig) ? processor.ProcessorConfig : {}
  const place = within(state.place, field, 'ProcessorConfig')
  if (mode === 'DISTRIBUTED' && config.ExecutionType === undefined)
    report.error(
      'ASL146',
      place,
      'a DISTRIBUTED Map needs an ExecutionType.',
      'Add "ExecutionType": "STANDARD", or "EXPRESS" for short items.',
    )
  if (mode === 'INLINE' && config.ExecutionType !== undefined)
    report.error(
      'ASL147',
      within(place, 'ExecutionType'),
      'an INLINE Map has no ExecutionType.',
      'Remove it, or set "Mode": "DISTRIBUTED".',
      'key',
    )
  if (mode === 'INLINE')
    for (const name of [...distributedOnly, ...distributedInEffect])
      if (state.value[name] !== undefined) {
        const isError = distributedOnly.includes(name)
        const say = isError ? report.error : report.warn
        say(
          'ASL147',
          within(state.place, name),
          isError ? `an INLINE Map has no ${name}.` : `${name} has no effect on an INLINE Map.`,
          'Remove it, or set "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }.',
          'key',
        )
      }
  if (mode === 'DISTRIBUTED' && state.scope.express !== undefined)
    report.error(
      state.scope.express === 'machine' ? 'ASL223' : 'ASL154',
      within(place, 'Mode'),
      `a DISTRIBUTED Map cannot run in ${state.scope.express === 'machine' ? 'an EXPRESS state machine' : 'an EXPRESS child execution'}.`,
      'Use "INLINE", or make the enclosing machine or Map STANDARD.',
    )
  return mode
}

const checkLabel = (state: StateEntry, { report, labels }: MapContext): void => {
  const { Label: label } = state.value
  if (typeof label !== 'string' || hasPlaceholder(label)) return
  const place = within(state.place, 'Label')
  const size = charactersIn(label.slice(0, 2 * longestLabel + 2))
  if (size === 0 || size > longestLabel)
    report.error(
      'ASL148',
      place,
      size === 0 ? 'the label is empty.' : `the label ${quoted(label)} is longer than ${longestLabel} characters.`,
      size === 0 ? 'Give it a value, or leave Label out.' : 'Shorten it.',
    )
  const bad = badInLabel.exec(label)
  if (bad !== null)
    report.error(
      'ASL148',
      place,
      `the label ${quoted(label)} has the character ${quoted(bad[0])}.`,
      'Use only letters, digits, "-", "_" and ".".',
    )
  const first = labels.get(label)
  if (first === undefined) labels.set(label, place)
  else
    report.error(
      'ASL148',
      place,
      `the label ${quoted(label)} is already used, at ${pointerOf(first)}.`,
      'Labels are unique in the whole machine; choose another.',
    )
}

const checkItems = (state: StateEntry, { report }: MapContext): void => {
  const { Items: items } = state.value
  if (state.language !== 'JSONata' || items === undefined || isObject(items) || Array.isArray(items)) return
  if (typeof items === 'string' && (isExpression(items) || items.startsWith('{%') || hasPlaceholder(items))) return
  report.error(
    'ASL144',
    within(state.place, 'Items'),
    `Items is ${shown(items)}; it must be an array or an expression that returns one.`,
    'Write "{% $states.input.items %}".',
  )
}

/** What only a STANDARD execution can do, or has the time for. */
const needsStandard = (processor: Members): boolean => {
  const open: unknown[] = [processor]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    const { Type: type, Resource: resource, Retry: retry } = next as Members
    if (type === 'Wait' || type === 'Map') return true
    // Without a retry, a task may be one that must not be done twice, and EXPRESS children may do so.
    if (type === 'Task' && retry === undefined) return true
    if (typeof resource === 'string' && /\.(?:sync(?::2)?|waitForTaskToken)$|:activity:|\$\{/.test(resource))
      return true
    for (const [key, inner] of Object.entries(next)) if (key !== 'ProcessorConfig') open.push(inner)
  }
  return false
}

/** A Map that starts an execution of its own for each of as many items as there are in a file. */
const checkHotPath = (state: StateEntry, { report }: MapContext): void => {
  const [field, processor] = processorOf(state) ?? []
  if (field === undefined || processor === undefined || !isObject(processor.ProcessorConfig)) return
  if (processor.ProcessorConfig.ExecutionType !== 'STANDARD') return
  if (state.value.ItemReader === undefined || state.value.ItemBatcher !== undefined || needsStandard(processor)) return
  report.warn(
    'ASL231',
    within(state.place, field, 'ProcessorConfig', 'ExecutionType'),
    'each item is a STANDARD execution, billed per state transition, and nothing in it needs STANDARD.',
    'Use "EXPRESS" if an item may run twice and takes less than 5 minutes, or give each execution many items with ItemBatcher.',
  )
}

/** Checks a Map state beyond what all states share. */
export const checkMap = (state: StateEntry, context: MapContext): void => {
  const mode = checkMode(state, context)
  checkLabel(state, context)
  checkReader(state, context)
  checkBatcher(state, context)
  checkWriter(state, context)
  checkItems(state, context)
  checkHotPath(state, context)
  const { MaxConcurrency: most } = state.value
  if (mode === 'INLINE' && typeof most === 'number' && most > inlineConcurrency)
    context.report.warn(
      'ASL227',
      within(state.place, 'MaxConcurrency'),
      `an INLINE Map runs at most ${inlineConcurrency} iterations at once.`,
      `Use ${inlineConcurrency} or less, or "Mode": "DISTRIBUTED".`,
    )
}
