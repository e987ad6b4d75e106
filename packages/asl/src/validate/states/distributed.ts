/** Where DISTRIBUTED Maps read from and write to, and how they group items. */
import { parseResource } from '../../language/resource.ts'
import type { Code } from '../codes/codes.ts'
import { hasPlaceholder, isObject } from '../outline/fields.ts'
import type { Members, StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { listed, quoted, shown } from '../report/wording.ts'
import type { JsonataCheck } from '../values/jsonata.ts'
import type { PathCheck } from '../values/paths.ts'
import { checkExclusive } from './state.ts'

export interface MapContext {
  readonly report: Report
  readonly paths: PathCheck
  readonly jsonata: JsonataCheck
  /** Where each label was first. */
  readonly labels: Map<string, Place>
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
      `the resource ${quoted(resource)} is not supported here.`,
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
    report.warn(
      'ASL152',
      within(place, 'CSVHeaders'),
      'a header is duplicated; the last column with that name wins.',
      'Give every column its own name.',
    )
}

/** Checks where a DISTRIBUTED Map reads its items from. */
export const checkReader = (state: StateEntry, context: MapContext): void => {
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

/** Checks how it groups them. */
export const checkBatcher = (state: StateEntry, context: MapContext): void => {
  const { ItemBatcher: batcher } = state.value
  if (!isObject(batcher)) return
  const place = within(state.place, 'ItemBatcher')
  const limits = ['MaxItemsPerBatch', 'MaxInputBytesPerBatch']
  if (limits.every((field) => batcher[field] === undefined && batcher[`${field}Path`] === undefined))
    context.report.error(
      'ASL150',
      place,
      'ItemBatcher does not limit the size of a batch.',
      'Add "MaxItemsPerBatch" or "MaxInputBytesPerBatch".',
    )
  for (const field of limits) checkNumber(batcher, field, place, state, context)
  const at = within(place, 'BatchInput')
  if (state.language === 'JSONata') context.jsonata.template(batcher.BatchInput, at, state, { phase: 'before' })
  if (state.language === 'JSONPath') context.paths.template(batcher.BatchInput, at, state)
}

/** Checks where it writes their results to. */
export const checkWriter = (state: StateEntry, context: MapContext): void => {
  const { ResultWriter: writer } = state.value
  if (!isObject(writer)) return
  const place = within(state.place, 'ResultWriter')
  const { Resource: resource, WriterConfig: config } = writer
  if (resource === undefined && config === undefined)
    context.report.error(
      'ASL153',
      place,
      'ResultWriter has neither a destination nor a format.',
      'Add "Resource" with "Parameters" (in JSONata "Arguments"), or "WriterConfig".',
    )
  checkS3('ASL153', resource, ['putObject'], place, context.report)
  const payload = writer.Arguments ?? writer.Parameters
  const hasBucket =
    typeof payload === 'string' ||
    (isObject(payload) && (payload.Bucket !== undefined || payload['Bucket.$'] !== undefined))
  if (resource !== undefined && !hasBucket)
    context.report.error('ASL153', place, 'ResultWriter names no Bucket.', 'Add "Bucket" to its parameters.')
  checkPayload(writer, place, state, context)
}
