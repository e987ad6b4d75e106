import { checkConcurrency, type Fields, fieldsIn, itemsOf, selectorOf } from '../combinators/map.ts'
import { dataOf, inputReference, type Ref, type Reference, toExpression, type Value } from '../expressions/reference.ts'
import type { Given } from '../expressions/types.ts'
import type { After } from '../graph/fitting.ts'
import type { Distributed, Each } from '../graph/graph.ts'
import { lengthOf } from '../graph/names.ts'
import { type AnyStep, type Graph, graphOf, nodeOf, type Step } from '../graph/step.ts'
import { longestLabel, payloadLimit } from '../quotas.ts'
import { checkKeys, type ItemSource, type TextFrom, textFrom } from './s3Items.ts'

/** How items are batched: set at least one of the two sizes. */
export interface Batcher<I> {
  /** The maximum number of items, at least 1. */
  readonly maxItems?: number
  /** The maximum size in bytes of JSON, 1 to 262,144. */
  readonly maxInputBytes?: number
  /** Added to every batch, as `BatchInput`. */
  readonly input?: (input: Ref<I>) => Fields
}

/** Where outputs are written to in S3. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
export interface ResultsTo<I> {
  /** The bucket's name, or a function of the input that returns it. */
  readonly bucket: TextFrom<I>
  /** A prefix for the files' keys. Default: none. */
  readonly prefix?: TextFrom<I>
  /** Each output with what AWS knows of its execution (`NONE`, the default), alone (`COMPACT`), or the elements of each (`FLATTEN`). */
  readonly transformation?: 'NONE' | 'COMPACT' | 'FLATTEN'
  /** One JSON array, or one JSON value per line. Default `JSON`. */
  readonly outputType?: 'JSON' | 'JSONL'
}

/** What comes of a map that writes its outputs to S3. The file of that key lists those that hold them. */
export interface WrittenResults {
  readonly MapRunArn: string
  readonly ResultWriterDetails: { readonly Bucket: string; readonly Key: string }
}

/** How a `distributedMap` processes its items. */
export interface DistributionOptions<I, A> {
  /** Builds the step's input from the item, the map's input, and the item's index. */
  readonly selector?: (item: Ref<A>, input: Ref<I>, index: Ref<number>) => Fields
  /** Several items at once: the step takes `{ Items }`, and `BatchInput` where there is one. */
  readonly batcher?: Batcher<I>
  /** Writes the outputs to S3 instead of collecting them in the state. */
  readonly writer?: ResultsTo<I>
  /** How many items may fail before the map fails. Default 0. */
  readonly toleratedFailureCount?: number
  /** The same as a percentage, 0 to 100. */
  readonly toleratedFailurePercentage?: number
  /** How many executions run at once; 0, the default, is as many as AWS allows: 10,000. */
  readonly maxConcurrency?: number
  /** A prefix for the executions' names: up to 40 characters, unique in the workflow. Default: AWS generates one. */
  readonly label?: string
  /** The executions' type. Default `STANDARD`. `EXPRESS` executions end after five minutes and cannot wait for a job or token. */
  readonly executionType?: 'STANDARD' | 'EXPRESS'
}

type Option = keyof DistributionOptions<never, never> | 'reader' | 'items'

/** Options with no other fields than there are. */
type Only<O> = { readonly [K in Exclude<keyof O, Option>]: never }

type Selected<O, A> = O extends { readonly selector: (...given: never) => infer X } ? Value<X> : A

type Batched<O, A> = O extends { readonly batcher: infer B }
  ? B extends { readonly input: (...given: never) => infer X }
    ? { readonly Items: readonly A[]; readonly BatchInput: Value<X> }
    : { readonly Items: readonly A[] }
  : A

/** What a step gets; before the options are known, anything goes. */
type Taken<O, A> = object extends O ? never : Batched<O, Selected<O, A>>

/** What comes of the whole. */
type Outputs<O, B> = O extends { readonly writer: object } ? WrittenResults : readonly B[]

/** Where the items are. */
type Items<I, A> =
  | { readonly reader: ItemSource<I, A>; readonly items?: never }
  | { readonly items: (input: Ref<I>) => Reference<readonly A[]>; readonly reader?: never }

/** They are the input. */
interface OwnItems {
  readonly reader?: never
  readonly items?: never
}

interface DistributedMaps {
  /** Over items that are read from S3, or found in the input. First, so that callbacks of a reader are typed by it. */
  <I, A, B, const O extends object>(
    step: Step<Given<Taken<O, A>>, B>,
    options: O & Items<I, A> & DistributionOptions<I, A> & Only<O>,
  ): Graph<I, Outputs<O, B>>
  /** Over the input, item by item. */
  <A, B, const O extends object = { readonly executionType: 'STANDARD' }>(
    step: Step<A, B>,
    options?: O &
      OwnItems & { readonly selector?: never; readonly batcher?: never } & Omit<
        DistributionOptions<readonly A[], A>,
        'selector' | 'batcher'
      > &
      Only<O>,
  ): Graph<readonly A[], Outputs<O, B>>
  /** Over the input. */
  <A, B, const O extends object>(
    step: Step<Given<Taken<O, A>>, B>,
    options: O & OwnItems & DistributionOptions<readonly A[], A> & Only<O>,
  ): Graph<readonly A[], Outputs<O, B>>
  /** The first again: where none fits, tsc tells why the last does not. */
  <I, A, B, const O extends object, S = never>(
    step: After<Given<Taken<O, A>>, S, B, 'the input of a child execution'>,
    options: O & Items<I, A> & DistributionOptions<I, A> & Only<O>,
  ): Graph<I, Outputs<O, B>>
}

interface AnyOptions extends DistributionOptions<unknown, unknown> {
  readonly reader?: ItemSource<never, unknown>
  readonly items?: (input: Ref<unknown>) => unknown
}

const place = 'distributedMap'

const known: Readonly<Record<Option, true>> = {
  reader: true,
  items: true,
  selector: true,
  batcher: true,
  writer: true,
  toleratedFailureCount: true,
  toleratedFailurePercentage: true,
  maxConcurrency: true,
  label: true,
  executionType: true,
}

const checkNumber = (field: string, value: number | undefined, from: number, to: number, isWhole: boolean): void => {
  if (value === undefined) return
  const fits = (isWhole ? Number.isInteger(value) : Number.isFinite(value)) && value >= from && value <= to
  if (!fits)
    throw new RangeError(
      `${place}: ${field} must be ${isWhole ? 'an integer' : 'a number'} from ${from}${to < Number.MAX_SAFE_INTEGER ? ` to ${to}` : ''}, got ${String(value)}`,
    )
}

/** Characters that no label may have. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a label may have none of them
const notInLabel = /[\s?*<>{}[\]:;,\\|^~$#%&`"\u0000-\u001f\u007f-\u009f]/

const checkLabel = (label: string | undefined): void => {
  if (label === undefined) return
  if (lengthOf(label) === 0 || lengthOf(label) > longestLabel)
    throw new RangeError(`${place}: label must have 1 to ${longestLabel} characters, got ${JSON.stringify(label)}`)
  const bad = notInLabel.exec(label)?.[0]
  if (bad !== undefined)
    throw new TypeError(
      `${place}: label may not have ${JSON.stringify(bad)}, as ${JSON.stringify(label)} does. Use letters, digits, - and _.`,
    )
}

const oneOf = (field: string, value: string | undefined, values: readonly string[]): void => {
  if (value !== undefined && !values.includes(value))
    throw new TypeError(`${place}: ${field} must be ${values.join(' or ')}, got ${JSON.stringify(value)}`)
}

const batcherOf = (given: Batcher<unknown>): NonNullable<Distributed['batcher']> => {
  checkKeys(`${place}, batcher`, given, ['maxItems', 'maxInputBytes', 'input'])
  const { maxItems, maxInputBytes, input: shared } = given
  if (maxItems === undefined && maxInputBytes === undefined)
    throw new TypeError(`${place}, batcher: set the batch size: maxItems, maxInputBytes, or both.`)
  checkNumber('batcher.maxItems', maxItems, 1, Number.MAX_SAFE_INTEGER, true)
  checkNumber('batcher.maxInputBytes', maxInputBytes, 1, payloadLimit, true)
  return Object.freeze({
    ...(maxItems !== undefined && { maxItemsPerBatch: maxItems }),
    ...(maxInputBytes !== undefined && { maxInputBytesPerBatch: maxInputBytes }),
    ...(shared !== undefined && {
      batchInput: fieldsIn(
        `${place}, batcher.input`,
        dataOf(`${place}, batcher.input`, () => shared(inputReference())),
      ),
    }),
  })
}

const writerOf = (given: ResultsTo<unknown>): NonNullable<Distributed['writer']> => {
  const here = `${place}, writer`
  checkKeys(here, given, ['bucket', 'prefix', 'transformation', 'outputType'])
  const { bucket, prefix, transformation, outputType } = given
  oneOf('writer.transformation', transformation, ['NONE', 'COMPACT', 'FLATTEN'])
  oneOf('writer.outputType', outputType, ['JSON', 'JSONL'])
  const told = {
    Bucket: textFrom(here, 'bucket', bucket),
    ...(prefix !== undefined && { Prefix: textFrom(here, 'prefix', prefix) }),
  }
  const config = {
    ...(transformation !== undefined && { Transformation: transformation }),
    ...(outputType !== undefined && { OutputType: outputType }),
  }
  return Object.freeze({
    arguments: toExpression(here, told),
    ...(Object.keys(config).length > 0 && { config: Object.freeze(config) }),
  })
}

/**
 * Runs a step for each item in its own child execution: for many items, up to 10,000 at once, and for items in S3. Items come from a
 * `reader`, from `items` in the input, or are the input. A `batcher` passes several items at once, as `{ Items }`; a `writer` puts
 * the outputs into S3 and returns their location. The step cannot read variables from outside: pass values with
 * `selector` or `batcher.input`. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 *
 * @example distributedMap(rate, { reader: s3Csv({ bucket: 'ratings', key: 'all.csv' }), toleratedFailurePercentage: 5 })
 * @example seq(order, distributedMap(shipAll, { items: (o) => o.lines, batcher: { maxItems: 10, input: (o) => ({ order: o.id }) } }))
 * @throws TypeError when there is no step, an unknown option, both `reader` and `items`, a batch without a size, or a label
 *   with characters that AWS refuses; RangeError when a number or the label's length is out of its bounds.
 */
export const distributedMap: DistributedMaps = ((step: AnyStep, options: AnyOptions = {}): Graph<never, unknown> => {
  const item = nodeOf(step, place)
  checkKeys(place, options, Object.keys(known))
  const { reader, items, selector, batcher, writer, label, maxConcurrency, executionType = 'STANDARD' } = options
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = options
  if (reader !== undefined && items !== undefined)
    throw new TypeError(`${place}: items come from the reader or from the input: leave out reader or items.`)
  checkConcurrency(place, maxConcurrency)
  checkNumber('toleratedFailureCount', count, 0, Number.MAX_SAFE_INTEGER, true)
  checkNumber('toleratedFailurePercentage', percentage, 0, 100, false)
  checkLabel(label)
  oneOf('executionType', executionType, ['STANDARD', 'EXPRESS'])
  const distributed: Distributed = {
    executionType,
    ...(label !== undefined && { label }),
    ...(reader !== undefined && { reader: reader.reader }),
    ...(batcher !== undefined && { batcher: batcherOf(batcher) }),
    ...(writer !== undefined && { writer: writerOf(writer) }),
    ...(count !== undefined && { toleratedFailureCount: count }),
    ...(percentage !== undefined && { toleratedFailurePercentage: percentage }),
  }
  const node: Each = {
    _tag: 'Map',
    item,
    ...(items !== undefined && { items: itemsOf(`${place}, items`, items) }),
    ...(selector !== undefined && { selector: selectorOf(place, selector) }),
    ...(maxConcurrency && { maxConcurrency }),
    distributed: Object.freeze(distributed),
  }
  return graphOf(node)
}) as DistributedMaps
