/** What is particular to Map states: how they run their items, and where distributed ones read from and write to. */
import { parseResource } from '../language/resource.ts'
import type { Code } from './codes.ts'
import { hasPlaceholder, isObject } from './fields.ts'
import { isExpression, type JsonataCheck } from './jsonata.ts'
import type { Members, StateEntry } from './outline.ts'
import type { PathCheck } from './paths.ts'
import { type Place, pointerOf, within } from './place.ts'
import type { Report } from './report.ts'
import { checkExclusive } from './state.ts'
import { charactersIn, listed, quoted, shown } from './wording.ts'

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

const longestLabel = 40
const badInLabel = /[\s\p{Cc}?*<>{}[\]:;,\\|^~$#%&`"]/u
/** How many iterations of an inline Map run at once, whatever MaxConcurrency says. */
const inlineConcurrency = 40

export interface MapContext {
  readonly report: Report
  readonly paths: PathCheck
  readonly jsonata: JsonataCheck
  /** Where each label was first. */
  readonly labels: Map<string, Place>
}

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
      'Use "INLINE", or make what is around it STANDARD.',
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
      size === 0 ? 'Give it a text, or leave Label out.' : 'Shorten it.',
    )
  const bad = badInLabel.exec(label)
  if (bad !== null)
    report.error(
      'ASL148',
      place,
      `the label ${quoted(label)} has the character ${quoted(bad[0])}.`,
      'Keep to letters, digits, "-", "_" and ".".',
    )
  const first = labels.get(label)
  if (first === undefined) labels.set(label, place)
  else
    report.error(
      'ASL148',
      place,
      `the label ${quoted(label)} is taken, at ${pointerOf(first)}.`,
      'Labels are unique in the whole machine; choose another.',
    )
}

/** `Parameters` or `Arguments`, whichever belongs to the query language. */
const checkPayload = (holder: Members, place: Place, state: StateEntry, context: MapContext): void => {
  const { Parameters: parameters, Arguments: given } = holder
  if (state.language === 'JSONata') {
    if (parameters !== undefined)
      context.report.error(
        'ASL190',
        within(place, 'Parameters'),
        'the query language is JSONata, and Parameters belongs to JSONPath.',
        'Use "Arguments".',
        'key',
      )
    context.jsonata.template(given, within(place, 'Arguments'), state, { phase: 'before' })
  }
  if (state.language === 'JSONPath') {
    if (given !== undefined)
      context.report.error(
        'ASL191',
        within(place, 'Arguments'),
        'the query language is JSONPath, and Arguments belongs to JSONata.',
        'Use "Parameters".',
        'key',
      )
    context.paths.template(parameters, within(place, 'Parameters'), state)
  }
}

/** A number that may also be a path (JSONPath) or an expression (JSONata). */
const checkNumber = (
  holder: Members,
  field: string,
  place: Place,
  state: StateEntry,
  { report, paths, jsonata }: MapContext,
): void => {
  const pathField = `${field}Path`
  const path = holder[pathField]
  checkExclusive('ASL143', [field, pathField], false, holder, place, report)
  if (state.language === 'JSONata') {
    if (path !== undefined)
      report.error(
        'ASL190',
        within(place, pathField),
        `the query language is JSONata, and ${pathField} belongs to JSONPath.`,
        `Use "${field}" with an expression.`,
        'key',
      )
    jsonata.template(holder[field], within(place, field), state, { phase: 'before', result: ['number'] })
  } else if (typeof path === 'string' && state.language === 'JSONPath')
    paths.reference('ASL162', path, within(place, pathField), state)
}

/** The S3 action that a reader or a writer names; `undefined` when it is a placeholder. */
const checkS3 = (code: Code, resource: unknown, actions: readonly string[], place: Place, report: Report): void => {
  if (typeof resource !== 'string') return
  const parsed = parseResource(resource)
  if (parsed?.kind === 'placeholder') return
  const isAllowed =
    parsed?.kind === 'integration' &&
    parsed.service === 's3' &&
    parsed.pattern === 'requestResponse' &&
    actions.includes(parsed.action)
  if (!isAllowed)
    report.error(
      code,
      within(place, 'Resource'),
      `the resource ${quoted(resource)} does not do here.`,
      `Use ${listed(
        actions.map((action) => quoted(`arn:aws:states:::s3:${action}`)),
        'or',
      )}.`,
    )
}

const checkReaderConfig = (config: Members, place: Place, report: Report): void => {
  const { InputType: type, CSVHeaderLocation: location, CSVHeaders: headers } = config
  if (type === 'CSV' && location === undefined)
    report.error(
      'ASL152',
      place,
      'InputType CSV needs a CSVHeaderLocation.',
      'Add "CSVHeaderLocation": "FIRST_ROW", or "GIVEN" with "CSVHeaders".',
    )
  if (type !== undefined && type !== 'CSV' && location !== undefined && !hasPlaceholder(type))
    report.error(
      'ASL152',
      within(place, 'CSVHeaderLocation'),
      `InputType ${shown(type)} has no CSVHeaderLocation.`,
      'Remove it.',
      'key',
    )
  if (location === 'GIVEN' && headers === undefined)
    report.error('ASL152', place, 'CSVHeaderLocation GIVEN needs CSVHeaders.', 'Add "CSVHeaders", one per column.')
  if (Array.isArray(headers) && new Set(headers).size < headers.length)
    report.error('ASL152', within(place, 'CSVHeaders'), 'a header is there twice.', 'Name every column differently.')
}

const checkReader = (state: StateEntry, context: MapContext): void => {
  const { ItemReader: reader } = state.value
  if (!isObject(reader)) return
  const place = within(state.place, 'ItemReader')
  checkS3('ASL151', reader.Resource, ['getObject', 'listObjectsV2'], place, context.report)
  checkPayload(reader, place, state, context)
  if (!isObject(reader.ReaderConfig)) return
  const at = within(place, 'ReaderConfig')
  checkReaderConfig(reader.ReaderConfig, at, context.report)
  checkNumber(reader.ReaderConfig, 'MaxItems', at, state, context)
}

const checkBatcher = (state: StateEntry, context: MapContext): void => {
  const { ItemBatcher: batcher } = state.value
  if (!isObject(batcher)) return
  const place = within(state.place, 'ItemBatcher')
  const limits = ['MaxItemsPerBatch', 'MaxInputBytesPerBatch']
  if (limits.every((field) => batcher[field] === undefined && batcher[`${field}Path`] === undefined))
    context.report.error(
      'ASL150',
      place,
      'ItemBatcher says nothing about the size of a batch.',
      'Add "MaxItemsPerBatch" or "MaxInputBytesPerBatch".',
    )
  for (const field of limits) checkNumber(batcher, field, place, state, context)
  const at = within(place, 'BatchInput')
  if (state.language === 'JSONata') context.jsonata.template(batcher.BatchInput, at, state, { phase: 'before' })
  if (state.language === 'JSONPath') context.paths.template(batcher.BatchInput, at, state)
}

const checkWriter = (state: StateEntry, context: MapContext): void => {
  const { ResultWriter: writer } = state.value
  if (!isObject(writer)) return
  const place = within(state.place, 'ResultWriter')
  const { Resource: resource, WriterConfig: config } = writer
  if (resource === undefined && config === undefined)
    context.report.error(
      'ASL153',
      place,
      'ResultWriter says neither where results go nor in which form.',
      'Add "Resource" with "Parameters" (in JSONata "Arguments"), or "WriterConfig".',
    )
  checkS3('ASL153', resource, ['putObject'], place, context.report)
  const payload = writer.Arguments ?? writer.Parameters
  const hasBucket =
    typeof payload === 'string' ||
    (isObject(payload) && (payload.Bucket !== undefined || payload['Bucket.$'] !== undefined))
  if (resource !== undefined && !hasBucket)
    context.report.error('ASL153', place, 'ResultWriter names no Bucket.', 'Add "Bucket" to what it is given.')
  checkPayload(writer, place, state, context)
}

const checkItems = (state: StateEntry, { report }: MapContext): void => {
  const { Items: items } = state.value
  if (state.language !== 'JSONata' || items === undefined || isObject(items) || Array.isArray(items)) return
  if (typeof items === 'string' && (isExpression(items) || items.startsWith('{%') || hasPlaceholder(items))) return
  report.error(
    'ASL144',
    within(state.place, 'Items'),
    `Items is ${shown(items)}; it must be an array or an expression that gives one.`,
    'Write "{% $states.input.items %}".',
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
  const { MaxConcurrency: most } = state.value
  if (mode === 'INLINE' && typeof most === 'number' && most > inlineConcurrency)
    context.report.warn(
      'ASL227',
      within(state.place, 'MaxConcurrency'),
      `an INLINE Map runs at most ${inlineConcurrency} iterations at once.`,
      `Use ${inlineConcurrency} or less, or "Mode": "DISTRIBUTED".`,
    )
}
