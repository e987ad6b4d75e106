/** Where a Map's items come from, and what each iteration is given of its item. */

import { type Failure, queryFailure, runtimeFailure } from '../failure/failure.ts'
import { isExpression, unexpectedType } from '../jsonata/expression.ts'
import { readyQueryTemplate } from '../jsonata/template.ts'
import { inputPathOf } from '../jsonpath/flow.ts'
import { readyPath, readyTemplate } from '../jsonpath/template.ts'
import { shown } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field } from '../plan/fields.ts'
import type { Item } from '../thread/context.ts'
import { after } from '../thread/flow.ts'
import type { Thread } from '../thread/thread.ts'

/** The items, now or later. */
export type ItemsOf = (thread: Thread) => unknown

const jsonataItems = ({ raw, at }: Blueprint): ItemsOf => {
  const source = field(raw, 'Items')
  if (source === undefined)
    return (thread) => {
      if (Array.isArray(thread.value)) return thread.value
      throw queryFailure(thread, `Map state input must be an array but was: ${shown(thread.value)}`, 'Items')
    }
  const evaluate = readyQueryTemplate(source, 'Items', [...at, 'Items'])
  return (thread) =>
    after(thread, evaluate(thread, { input: thread.value }), (items) => {
      if (Array.isArray(items)) return items
      throw isExpression(source)
        ? unexpectedType(thread, source, 'Items', 'array', items)
        : queryFailure(thread, `Map state input must be an array but was: ${shown(items)}`, 'Items')
    })
}

const jsonPathItems = ({ raw, at }: Blueprint): ItemsOf => {
  const text = field(raw, 'ItemsPath') ?? '$'
  const { path, find } = readyPath(text, [...at, 'ItemsPath'])
  const inputPath = inputPathOf(raw, at)
  return (thread) => {
    const input = inputPath(thread, thread.value)
    thread.machine.inspect?.('afterInputPath', input)
    const items = find(thread, input)
    if (!Array.isArray(items)) throw notAnArray(thread, path.text)
    thread.machine.inspect?.('afterItemsPath', items)
    return items
  }
}

const notAnArray = (thread: Thread, path: string): Failure =>
  // AWS leaves the second `$` of the context object out.
  runtimeFailure(thread, `Reference path "${path.startsWith('$$') ? path.slice(1) : path}" must point to array.`)

/** The items of a Map that reads them from its input. */
export const itemsOf = (blueprint: Blueprint): ItemsOf =>
  blueprint.isJsonata ? jsonataItems(blueprint) : jsonPathItems(blueprint)

/** What an iteration is given: the item itself, or what `ItemSelector` makes of it. */
export type SelectItem = (thread: Thread, item: Item) => unknown

/** `ItemSelector`, or `Parameters`, as it was called. Absent where items are given as they are. */
export const selectorOf = ({ raw, at, isJsonata }: Blueprint): SelectItem | undefined => {
  const name = field(raw, 'ItemSelector') === undefined && !isJsonata ? 'Parameters' : 'ItemSelector'
  const template = field(raw, name)
  if (template === undefined) return undefined
  const here = [...at, name]
  // The selector sees the Map's own input, and the item in the context.
  const seeing = (thread: Thread, item: Item): Thread => ({ ...thread, item })
  if (isJsonata) {
    const evaluate = readyQueryTemplate(template, name, here)
    return (thread, item) => evaluate(seeing(thread, item), { input: thread.value })
  }
  const evaluate = readyTemplate(template, here)
  const inputPath = inputPathOf(raw, at)
  return (thread, item) => evaluate(seeing(thread, item), inputPath(thread, thread.value))
}
