/** What a map says of its items, and of executions of their own. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html */
import type { Distributed, Each, Expression, ItemReader } from '@orkestra/core'
import type { MapState, ProcessorConfig } from '../../states.ts'
import type { DraftItems } from '../draft/draft.ts'
import { pathOf } from '../expression/paths.ts'
import { payloadField, resourceArn, type TemplateWriter, templateOf } from '../expression/template.ts'
import type { Writer } from '../expression/writer.ts'

/** The array and what is made of an item: `ItemsPath` or `Items`, and `ItemSelector`. In an inline Map as well. */
export const itemFields = (
  { items, selector }: DraftItems,
  writer: TemplateWriter,
): Pick<MapState, 'ItemsPath' | 'Items' | 'ItemSelector'> => ({
  ...(items !== undefined && arrayField(items, writer)),
  ...(selector !== undefined && { ItemSelector: writer.template(selector) }),
})

/** Whether JSONPath can go over an array: `ItemsPath` takes a path alone, no intrinsic function. JSONata can go over any. */
export const isItemsPath = (items: Expression): boolean => pathOf(items, ({ level }) => `v${level}`) !== undefined

/** Where JSONPath cannot, what is written is refused as AWS refuses it: ask `isItemsPath` before. */
const arrayField = (items: Expression, writer: TemplateWriter): Pick<MapState, 'ItemsPath' | 'Items'> =>
  writer.language === 'JSONata'
    ? { Items: writer.template(items) }
    : { ItemsPath: templateOf(writer, { items })['items.$'] as string }

const readerField = ({ resource, arguments: told, config }: ItemReader, writer: TemplateWriter): object => ({
  Resource: resourceArn(writer, resource),
  ...(config !== undefined && { ReaderConfig: config }),
  ...payloadField(writer, told),
})

const batcherField = (
  { maxItemsPerBatch, maxInputBytesPerBatch, batchInput }: NonNullable<Distributed['batcher']>,
  writer: TemplateWriter,
): object => ({
  ...(maxItemsPerBatch !== undefined && { MaxItemsPerBatch: maxItemsPerBatch }),
  ...(maxInputBytesPerBatch !== undefined && { MaxInputBytesPerBatch: maxInputBytesPerBatch }),
  ...(batchInput !== undefined && { BatchInput: writer.template(batchInput) }),
})

const writerField = (
  { arguments: told, config }: NonNullable<Distributed['writer']>,
  writer: TemplateWriter,
): object => ({
  ...(told !== undefined && { Resource: resourceArn(writer, 's3:putObject'), ...payloadField(writer, told) }),
  ...(config !== undefined && { WriterConfig: config }),
})

/** All that a map says but for its processor and its concurrency. */
export const mapFields = (draft: DraftItems, writer: Writer): Partial<MapState> => {
  const { items, distributed } = draft
  if (items !== undefined && writer.language === 'JSONPath' && !isItemsPath(items))
    writer.cannot(
      items,
      'in JSONPath a map goes over an array at a path, nothing that is computed',
      'Compute it in a pass(…) before, or emit with queryLanguage: "JSONata".',
    )
  // A map over it fails when it runs; written as `Items` AWS refuses it.
  if (items?._tag === 'Literal' && (typeof items.value !== 'object' || items.value === null))
    writer.cannot(items, 'a map goes over an array', 'Give it an array: map((input) => input.items, step).')
  const { maxConcurrency } = draft.node
  return {
    ...(maxConcurrency !== undefined && { MaxConcurrency: maxConcurrency }),
    ...itemFields(draft, writer),
    ...(distributed && distributedFields(distributed, writer)),
  }
}

/** The mode of a map's processor. */
export const processorConfig = ({ distributed }: Each): ProcessorConfig =>
  distributed === undefined ? { Mode: 'INLINE' } : { Mode: 'DISTRIBUTED', ExecutionType: distributed.executionType }

/**
 * What a distributed map says besides what every map does.
 *
 * @example distributedFields({ executionType: 'STANDARD', label: 'rate' }, writer) // { Label: 'rate' }
 */
export const distributedFields = (
  distributed: Distributed,
  writer: TemplateWriter,
): Pick<
  MapState,
  'ItemReader' | 'ItemBatcher' | 'ResultWriter' | 'ToleratedFailureCount' | 'ToleratedFailurePercentage' | 'Label'
> => {
  const { reader, batcher, writer: results, label } = distributed
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = distributed
  return {
    ...(reader !== undefined && { ItemReader: readerField(reader, writer) }),
    ...(batcher !== undefined && { ItemBatcher: batcherField(batcher, writer) }),
    ...(results !== undefined && { ResultWriter: writerField(results, writer) }),
    ...(count !== undefined && { ToleratedFailureCount: count }),
    ...(percentage !== undefined && { ToleratedFailurePercentage: percentage }),
    ...(label !== undefined && { Label: label }),
  }
}
