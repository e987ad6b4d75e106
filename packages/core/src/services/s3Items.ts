/** Where a distributed map reads its items from, in S3. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
import { dataOf, inputReference, type Of, type Ref, toExpression } from '../expressions/reference.ts'
import { frozenCopy } from '../graph/frozenCopy.ts'
import type { ItemReader } from '../graph/graph.ts'

/** Items that are read when the map starts: `I` is what the map gets, `A` what an item is. Made by `s3Objects`, `s3Csv` and the like. */
export interface ItemSource<in I, out A> {
  /** Where the type parameters live. Absent at run time. */
  readonly '~io'?: ((input: I) => A) | undefined
  readonly reader: ItemReader
}

/** A text, or where one is in what the map gets. */
export type TextFrom<I> = string | ((input: Ref<I>) => Of<string>)

/** The maximum number of items to read, 1 to 100,000,000. Default: all. */
interface Limited {
  readonly maxItems?: number
}

/** The objects of a bucket. */
export interface S3Prefix<I> extends Limited {
  readonly bucket: TextFrom<I>
  /** The prefix of their keys. */
  readonly prefix?: TextFrom<I>
}

/** One object of a bucket. */
export interface S3File<I> extends Limited {
  readonly bucket: TextFrom<I>
  readonly key: TextFrom<I>
  /** Default: the latest. */
  readonly versionId?: TextFrom<I>
}

/** A JSON file. */
export interface S3JsonFile<I> extends S3File<I> {
  /** Where the array or the object is in the file, as a JSON Pointer (RFC 6901): `/orders`. */
  readonly pointer?: string
}

/** A file of delimited values. */
export interface S3CsvFile<I> extends S3File<I> {
  /** The column names, one per column. Default: the first row. */
  readonly header?: 'firstRow' | readonly string[]
  readonly delimiter?: ',' | '|' | ';' | ' ' | '\t'
}

/** An object as `ListObjectsV2` describes it. */
export interface S3Object {
  readonly Etag: string
  readonly Key: string
  /** Seconds since 1970. */
  readonly LastModified: number
  /** In bytes. */
  readonly Size: number
  readonly StorageClass: string
}

/** The largest `MaxItems`. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
const mostItems = 100_000_000

const delimiters: ReadonlyMap<unknown, string> = new Map([
  [',', 'COMMA'],
  ['|', 'PIPE'],
  [';', 'SEMICOLON'],
  [' ', 'SPACE'],
  ['\t', 'TAB'],
])

/** A text or a callback, as data for `toExpression`. @throws TypeError when it is an empty text, or neither. */
export const textFrom = (place: string, field: string, value: unknown): unknown => {
  if (typeof value === 'function')
    return dataOf(`${place}, ${field}`, () => (value as (input: Ref<unknown>) => unknown)(inputReference()))
  if (typeof value === 'string' && value !== '') return value
  throw new TypeError(
    `${place}: ${field} must be a string, or a function of the map's input, got ${JSON.stringify(value)}`,
  )
}

/** @throws TypeError with all options that there are not. */
export const checkKeys = (place: string, given: object, known: readonly string[]): void => {
  const unknown = Object.keys(given).filter((key) => !known.includes(key))
  if (unknown.length > 0)
    throw new TypeError(`${place}: there is no option ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
}

const source = <I, A>(
  place: string,
  resource: 's3:getObject' | 's3:listObjectsV2',
  options: Limited,
  told: Readonly<Record<string, unknown>>,
  config: Readonly<Record<string, unknown>>,
): ItemSource<I, A> => {
  const { maxItems } = options
  if (maxItems !== undefined && (!Number.isInteger(maxItems) || maxItems < 1 || maxItems > mostItems))
    throw new RangeError(`${place}: maxItems must be an integer from 1 to ${mostItems}, got ${String(maxItems)}`)
  const all = { ...config, ...(maxItems !== undefined && { MaxItems: maxItems }) }
  const reader: ItemReader = {
    resource,
    arguments: toExpression(place, told),
    ...(Object.keys(all).length > 0 && { config: frozenCopy(all) }),
  }
  return Object.freeze({ reader: Object.freeze(reader) })
}

const file = (place: string, { bucket, key, versionId }: S3File<never>): Readonly<Record<string, unknown>> => ({
  Bucket: textFrom(place, 'bucket', bucket),
  Key: textFrom(place, 'key', key),
  ...(versionId !== undefined && { VersionId: textFrom(place, 'versionId', versionId) }),
})

const fileKeys = ['bucket', 'key', 'versionId', 'maxItems']

/**
 * The objects of a bucket, one item each: the metadata from `ListObjectsV2`, not the content.
 *
 * @example s3Objects({ bucket: 'photos', prefix: (input) => input.folder })
 * @throws TypeError when there is no bucket, or an unknown option; RangeError when maxItems is not a whole number from 1 to
 *   100,000,000. So do all the functions here.
 */
export const s3Objects = <I = unknown>(options: S3Prefix<I>): ItemSource<I, S3Object> => {
  checkKeys('s3Objects', options, ['bucket', 'prefix', 'maxItems'])
  const { bucket, prefix } = options
  return source(
    's3Objects',
    's3:listObjectsV2',
    options,
    {
      Bucket: textFrom('s3Objects', 'bucket', bucket),
      ...(prefix !== undefined && { Prefix: textFrom('s3Objects', 'prefix', prefix) }),
    },
    {},
  )
}

/**
 * The elements of an array in a JSON file, typed by you; for an object, `{ Key, Value }` per field.
 *
 * @example s3Json<Order>({ bucket: 'orders', key: 'today.json', pointer: '/orders' })
 * @throws TypeError when the pointer is not a JSON Pointer, and as `s3Objects` does.
 */
export const s3Json = <A = unknown, I = unknown>(options: S3JsonFile<I>): ItemSource<I, A> => {
  checkKeys('s3Json', options, [...fileKeys, 'pointer'])
  const { pointer } = options
  if (pointer !== undefined && !/^(?:\/(?:[^~]|~[01])*)?$/.test(pointer))
    throw new TypeError(`s3Json: pointer must be a JSON Pointer, as "/orders", got ${JSON.stringify(pointer)}`)
  return source('s3Json', 's3:getObject', options, file('s3Json', options as unknown as S3File<never>), {
    InputType: 'JSON',
    ...(pointer !== undefined && { ItemsPointer: pointer }),
  })
}

/** The lines of a file of JSON Lines, typed by you. @example s3Jsonl<Order>({ bucket: 'orders', key: 'today.jsonl' }) */
export const s3Jsonl = <A = unknown, I = unknown>(options: S3File<I>): ItemSource<I, A> => {
  checkKeys('s3Jsonl', options, fileKeys)
  return source('s3Jsonl', 's3:getObject', options, file('s3Jsonl', options as unknown as S3File<never>), {
    InputType: 'JSONL',
  })
}

/** The fields of a line, by the names of the columns; of unknown columns, any. */
export type CsvRow<H> = H extends readonly string[]
  ? string extends H[number]
    ? Readonly<Record<string, string>>
    : { readonly [K in H[number]]: string }
  : Readonly<Record<string, string>>

/**
 * The rows of a delimited file, as strings under the column names. Missing values are empty strings; values beyond
 * the header are dropped.
 *
 * @example s3Csv({ bucket: 'ratings', key: (input) => input.file, header: ['film', 'stars'] })
 * @throws TypeError when a column is duplicated, there is no column, or the delimiter is not one of AWS's five, and as `s3Objects` does.
 */
export const s3Csv = <I = unknown, const H extends 'firstRow' | readonly string[] = 'firstRow'>(
  options: S3CsvFile<I> & { readonly header?: H },
): ItemSource<I, CsvRow<H>> => {
  checkKeys('s3Csv', options, [...fileKeys, 'header', 'delimiter'])
  const { delimiter } = options
  const header: unknown = options.header ?? 'firstRow'
  const name = delimiters.get(delimiter ?? ',')
  if (name === undefined)
    throw new TypeError(
      `s3Csv: delimiter must be a comma, a bar, a semicolon, a space or a tab, got ${JSON.stringify(delimiter)}`,
    )
  if (
    header !== 'firstRow' &&
    !(Array.isArray(header) && header.length > 0 && header.every((column) => typeof column === 'string'))
  )
    throw new TypeError(`s3Csv: header must be "firstRow" or the names of the columns, got ${JSON.stringify(header)}`)
  if (Array.isArray(header) && new Set(header).size < header.length)
    throw new TypeError(`s3Csv: a column is there twice in the header ${JSON.stringify(header)}`)
  return source('s3Csv', 's3:getObject', options, file('s3Csv', options as unknown as S3File<never>), {
    InputType: 'CSV',
    ...(header === 'firstRow'
      ? { CSVHeaderLocation: 'FIRST_ROW' }
      : { CSVHeaderLocation: 'GIVEN', CSVHeaders: header }),
    ...(delimiter !== undefined && { CSVDelimiter: name }),
  })
}

/**
 * The objects listed by an S3 inventory's `manifest.json`, as strings under the inventory's configured fields.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html
 *
 * @example s3Manifest({ bucket: 'inventories', key: 'photos/2030-01-01T00-00Z/manifest.json' })
 */
export const s3Manifest = <I = unknown>(options: S3File<I>): ItemSource<I, Readonly<Record<string, string>>> => {
  checkKeys('s3Manifest', options, fileKeys)
  return source('s3Manifest', 's3:getObject', options, file('s3Manifest', options as unknown as S3File<never>), {
    InputType: 'MANIFEST',
  })
}
