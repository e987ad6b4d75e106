/**
 * Changes a parsed expression so that it stays within its limits and reaches nothing but data. The library evaluates on plain objects
 * and looks fields up through their prototypes; it makes ranges and compares values in one go; it evaluates the items of an array
 * and the fields of an object side by side, so that nobody knows how deep it is. Here it does none of that.
 */

import { isRecord } from '../payload/payload.ts'
import { readySearch, type Search } from '../work/pattern.ts'
import { type Budget, tooDeep, use } from './budget.ts'

/** Names of functions that no expression can write: they hold a blank. */
export const own = { field: 'own field', range: 'own range', isEqual: 'own equality', pattern: 'own pattern' } as const

type Node = Record<string, unknown>

const inherited: ReadonlySet<unknown> = new Set(Object.getOwnPropertyNames(Object.prototype))

const call = (node: Node, name: string, given: readonly unknown[]): void => {
  node.arguments = given
  node.procedure = { type: 'variable', value: name }
  node.type = 'function'
  node.value = '('
}

/** The node that evaluates a node side by side with others. */
const siblings = new WeakMap<object, object>()

const together = (parent: object, nodes: readonly unknown[]): void => {
  if (nodes.length > 1 || !('expressions' in parent))
    for (const node of nodes) if (isRecord(node)) siblings.set(node, parent)
}

const fieldsOf = (object: Node): void => {
  if (Array.isArray(object.lhs))
    together(
      object,
      object.lhs.map((pair: unknown) => (Array.isArray(pair) ? pair[1] : pair)),
    )
}

/** Changes the tree in place, and gives the patterns that are in it, by the names of the variables that now stand for them. */
export const confine = (ast: unknown): readonly (readonly [name: string, search: Search, source: string])[] => {
  const patterns: [string, Search, string][] = []
  const seen = new Set<unknown>()
  const stack = [ast]
  for (let node = stack.pop(); stack.length > 0 || node !== undefined; node = stack.pop()) {
    if (typeof node !== 'object' || node === null || seen.has(node)) continue
    seen.add(node)
    if (node instanceof RegExp) continue
    stack.push(...Object.values(node))
    if (!isRecord(node)) continue
    if (isRecord(node.group)) fieldsOf(node.group)
    if (node.type === 'unary' && node.value === '[' && Array.isArray(node.expressions)) together(node, node.expressions)
    else if (node.type === 'unary' && node.value === '{') fieldsOf(node)
    else if (node.type === 'name' && inherited.has(node.value))
      call(node, own.field, [
        { type: 'variable', value: '' },
        { type: 'string', value: node.value },
      ])
    else if (node.type === 'binary' && node.value === '..') call(node, own.range, [node.lhs, node.rhs])
    else if (node.type === 'binary' && (node.value === '=' || node.value === '!='))
      call(node, own.isEqual, [node.lhs, node.rhs, { type: 'value', value: node.value === '=' }])
    else if (node.type === 'regex' && node.value instanceof RegExp) {
      const name = `${own.pattern} ${patterns.length}`
      patterns.push([name, readySearch(node.value), node.value.source])
      node.type = 'variable'
      node.value = name
    }
  }
  return patterns
}

const begin = (budget: Budget, then: (() => void) | undefined): void => {
  budget.open.push(then)
  use(budget, 1)
  if (budget.open.length > budget.depth) throw tooDeep()
}

/**
 * An evaluation begins. One of a row of siblings waits for the one before it: the library begins them all in one go, which is how
 * a row is known.
 */
export const enter = (budget: Budget, node: object): undefined | Promise<void> => {
  const parent = siblings.get(node)
  if (parent === undefined) {
    begin(budget, undefined)
    return undefined
  }
  const before = budget.row
  const mine: { then?: () => void } = {}
  const end = (): void => mine.then?.()
  if (before === undefined || before.of !== parent || !before.isBeginning) {
    const row = { of: parent, isBeginning: true, last: mine }
    budget.row = row
    queueMicrotask(() => {
      row.isBeginning = false
    })
    begin(budget, end)
    return undefined
  }
  const { last } = before
  before.last = mine
  return new Promise<void>((resolve, reject) => {
    last.then = () => {
      try {
        begin(budget, end)
        resolve()
      } catch (error) {
        reject(error)
      }
    }
  })
}

/** An evaluation ends. */
export const leave = (budget: Budget): void => {
  budget.open.pop()?.()
}

const nested = (input: unknown, key: string): readonly unknown[] => {
  if (Array.isArray(input)) return input.flatMap((item) => nested(item, key))
  if (!isRecord(input) || !Object.hasOwn(input, key)) return []
  const value = input[key]
  return Array.isArray(value) ? value : [value]
}

/** A field of an object, or of each object of an array, as JSONata looks it up: but its own only. */
export const ownField = (input: unknown, key: unknown): unknown => {
  if (typeof key !== 'string') return undefined
  if (!Array.isArray(input)) return isRecord(input) && Object.hasOwn(input, key) ? input[key] : undefined
  const found = nested(input, key)
  // A sequence of one is that one.
  return found.length > 1 ? found : found[0]
}

const itemsPerStep = 20

/** JSONata's equality, counted: of values of one type, and of objects whatever the order of their keys. @throws Exceeded */
export const isEqual = (budget: Budget, a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    use(budget, a.length / itemsPerStep)
    return a.every((item, i) => isEqual(budget, item, b[i]))
  }
  const keys = Object.keys(a)
  use(budget, keys.length / itemsPerStep)
  return (
    !Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        isEqual(budget, (a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  )
}
