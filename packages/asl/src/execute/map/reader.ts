/** `ItemReader`: the items of a distributed Map out of what a stand-in for S3 gives. */

import { SetupError } from '../calls/answers.ts'
import { Failure } from '../failure/failure.ts'
import { isExpression, readyQuery } from '../jsonata/expression.ts'
import { readyQueryTemplate } from '../jsonata/template.ts'
import { atPath, readyPath, readyTemplate } from '../jsonpath/template.ts'
import { copy, image, isRecord, textOf } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field, optionalNumber, type Raw, textField } from '../plan/fields.ts'
import type { Where } from '../plan/refuse.ts'
import { after } from '../thread/flow.ts'
import type { Thread } from '../thread/thread.ts'
import { csvItems, csvRows } from './csv.ts'

/** Evaluates a template in a thread, in the language of the state. */
export const parametersOf = (
  raw: Raw,
  isJsonata: boolean,
  location: string,
  at: Where,
): ((thread: Thread) => unknown) => {
  const name = isJsonata ? 'Arguments' : 'Parameters'
  const template = field(raw, name)
  if (template === undefined) return () => ({})
  if (isJsonata) {
    const evaluate = readyQueryTemplate(template, `${location}/${name}`, [...at, name])
    return (thread) => evaluate(thread, { input: thread.value })
  }
  const evaluate = readyTemplate(template, [...at, name])
  return (thread) => evaluate(thread, thread.value)
}

const failed = (cause: string): Failure => new Failure('States.ItemReaderFailed', cause)

const delimiters: ReadonlyMap<unknown, string> = new Map([
  ['COMMA', ','],
  ['PIPE', '|'],
  ['SEMICOLON', ';'],
  ['SPACE', ' '],
  ['TAB', '\t'],
])

const readCsv = (text: string, config: Raw): unknown[] => {
  const rows = csvRows(text, delimiters.get(field(config, 'CSVDelimiter') ?? 'COMMA') ?? ',')
  const given = field(config, 'CSVHeaders')
  if (Array.isArray(given)) return csvItems(rows, given.map(textOf))
  const headers = rows.shift() ?? []
  if (new Set(headers).size < headers.length) throw failed('CSV headers cannot contain duplicates.')
  return csvItems(rows, headers)
}

const parseText = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw failed('Attempting to map over non-iterable node.')
  }
}

const pointed = (value: unknown, pointer: unknown): unknown => {
  if (typeof pointer !== 'string') return value
  let at = value
  for (const key of pointer.split('/').slice(1)) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~')
    at =
      (isRecord(at) || Array.isArray(at)) && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined
  }
  return at
}

const asItems = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  if (isRecord(value)) return Object.entries(value).map(([Key, Value]) => ({ Key, Value }))
  throw failed('Attempting to map over non-iterable node.')
}

/** A stand-in may give the file's text, or the items themselves. */
const read = (given: unknown, config: Raw): readonly unknown[] => {
  const type = field(config, 'InputType')
  if (typeof given !== 'string') return asItems(pointed(image(given), field(config, 'ItemsPointer')))
  if (type === 'CSV') return readCsv(given, config)
  if (type === 'PARQUET' || field(config, 'ManifestType') !== undefined)
    throw new SetupError(
      `an ItemReader of ${type === 'PARQUET' ? 'PARQUET' : `a manifest (${textOf(field(config, 'ManifestType'))})`} is not supported here: let the stand-in for S3 return the items as an array`,
    )
  if (type === 'JSONL')
    return given
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parseText)
  return asItems(pointed(parseText(given), field(config, 'ItemsPointer')))
}

const mostItems = (config: Raw, isJsonata: boolean, at: Where): ((thread: Thread) => unknown) => {
  const value = field(config, 'MaxItems')
  const path = isJsonata ? undefined : field(config, 'MaxItemsPath')
  if (path !== undefined) {
    const ready = readyPath(path, [...at, 'MaxItemsPath'])
    return (thread) => atPath(ready, thread, thread.value)
  }
  if (isExpression(value) && isJsonata) {
    const evaluate = readyQuery(value, 'ItemReader/ReaderConfig/MaxItems', [...at, 'MaxItems'])
    return (thread) => evaluate(thread, { input: thread.value })
  }
  const number = optionalNumber(config, 'MaxItems', at)
  return () => number
}

/** The items that a Map with an `ItemReader` works on, and where they come from. */
export const readerOf = (
  { at, isJsonata }: Blueprint,
  reader: Raw,
): ((thread: Thread) => Promise<{ readonly items: readonly unknown[]; readonly source: string }>) => {
  const here = [...at, 'ItemReader']
  const resource = textField(reader, 'Resource', here)
  const parameters = parametersOf(reader, isJsonata, 'ItemReader', here)
  const raw = field(reader, 'ReaderConfig')
  const config = isRecord(raw) ? raw : {}
  const limit = mostItems(config, isJsonata, [...here, 'ReaderConfig'])
  return async (thread) => {
    const { calls } = thread.machine
    const given = await parameters(thread)
    const call = calls.service(resource)
    if (call === undefined) throw calls.missing(thread.name, resource)
    const most = await after(thread, limit(thread), (value) => value)
    if (most !== undefined && !(typeof most === 'number' && most >= 0)) throw failed('field MaxItems must be positive')
    const items = read(await call(copy(given)), config)
    const { Bucket, Key } = isRecord(given) ? given : {}
    return {
      items: typeof most === 'number' && most > 0 ? items.slice(0, most) : items,
      source: `S3://${textOf(Bucket ?? '')}${Key === undefined ? '' : `/${textOf(Key)}`}`,
    }
  }
}
