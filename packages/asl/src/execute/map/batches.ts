/** `ItemBatcher`: several items in one child execution. */

import { Failure } from '../failure/failure.ts'
import { isExpression, readyQuery } from '../jsonata/expression.ts'
import { readyQueryTemplate } from '../jsonata/template.ts'
import { atPath, readyPath, readyTemplate } from '../jsonpath/template.ts'
import { bytesOf } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field, optionalNumber, type Raw } from '../plan/fields.ts'
import { refusal } from '../plan/refuse.ts'
import type { Thread } from '../thread/thread.ts'

type Evaluated = (thread: Thread) => unknown

/** How items are put together, all of it evaluated once per Map. */
export interface Batching {
  readonly items: Evaluated
  readonly bytes: Evaluated
  readonly input: Evaluated | undefined
}

const numberOf = ({ at, isJsonata }: Blueprint, batcher: Raw, name: string): Evaluated => {
  const here = [...at, 'ItemBatcher']
  const path = isJsonata ? undefined : field(batcher, `${name}Path`)
  if (path !== undefined) {
    const ready = readyPath(path, [...here, `${name}Path`])
    return (thread) => atPath(ready, thread, thread.value)
  }
  const value = field(batcher, name)
  if (isJsonata && isExpression(value)) {
    const evaluate = readyQuery(value, `ItemBatcher/${name}`, [...here, name])
    return (thread) => evaluate(thread, { input: thread.value })
  }
  const number = optionalNumber(batcher, name, here, 1)
  return () => number
}

const inputOf = ({ at, isJsonata }: Blueprint, batcher: Raw): Evaluated | undefined => {
  const template = field(batcher, 'BatchInput')
  if (template === undefined) return undefined
  const here = [...at, 'ItemBatcher', 'BatchInput']
  if (isJsonata) {
    const evaluate = readyQueryTemplate(template, 'ItemBatcher/BatchInput', here)
    return (thread) => evaluate(thread, { input: thread.value })
  }
  const evaluate = readyTemplate(template, here)
  return (thread) => evaluate(thread, thread.value)
}

/** Reads an `ItemBatcher`. */
export const batchingOf = (blueprint: Blueprint, batcher: Raw): Batching => {
  const names = ['MaxItemsPerBatch', 'MaxItemsPerBatchPath', 'MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath']
  if (!names.some((name) => field(batcher, name) !== undefined))
    throw refusal(
      'ASL134',
      [...blueprint.at, 'ItemBatcher'],
      'it does not say how large a batch is.',
      'Give it MaxItemsPerBatch.',
    )
  return {
    items: numberOf(blueprint, batcher, 'MaxItemsPerBatch'),
    bytes: numberOf(blueprint, batcher, 'MaxInputBytesPerBatch'),
    input: inputOf(blueprint, batcher),
  }
}

const limit = (value: unknown, name: string): number => {
  if (value === undefined) return Number.POSITIVE_INFINITY
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  throw new Failure('States.ItemReaderFailed', `field ${name} must be positive`)
}

/** The inputs of the children: `{ BatchInput, Items }`. */
export const batches = async (
  thread: Thread,
  batching: Batching,
  items: readonly unknown[],
): Promise<readonly unknown[]> => {
  const mostItems = limit(await batching.items(thread), 'MaxItemsPerBatch')
  const mostBytes = limit(await batching.bytes(thread), 'MaxInputBytesPerBatch')
  const shared = batching.input === undefined ? {} : { BatchInput: await batching.input(thread) }
  const around = bytesOf({ ...shared, Items: [] })
  const made: unknown[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const item of items) {
    const size = bytesOf(item) + 1
    const last = made.at(-1)
    if (last === undefined || last.length >= mostItems || bytes + size > mostBytes) {
      made.push([item])
      bytes = around + size
    } else {
      last.push(item)
      bytes += size
    }
  }
  return made.map((Items) => ({ ...shared, Items }))
}
