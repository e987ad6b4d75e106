/** What AWS adds to JSONata's functions, and what it takes away. https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */

import type { Expression } from 'jsonata'
import { partitioned, ranged } from '../payload/arrays.ts'
import { digest } from '../payload/digest.ts'
import { faultOf, isRecord, maxDepth } from '../payload/payload.ts'
import { javaRandom, type Random } from '../thread/random.ts'
import type { Found, Search } from '../work/pattern.ts'
import { TooMuchWork } from '../work/work.ts'
import { type Budget, hold, tooLong, weigh } from './budget.ts'
import { builtins } from './builtins.ts'
import { type confine, enter, isEqual, leave, own, ownField } from './guard.ts'

/** What an evaluation carries along for these functions, in a variable that no expression can name. */
export interface Carried {
  readonly random: Random
  /** Milliseconds since 1970. */
  readonly now: number
  readonly budget: Budget
}

export const carried = 'carried along'

interface Environment {
  readonly lookup: (name: string) => unknown
}
interface Focus {
  readonly environment: Environment
}

const along = (environment: Environment): Carried => environment.lookup(carried) as Carried

/** An error as JSONata throws its own. */
const fault = (code: string, message: string): Error => Object.assign(new Error(message), { code })

const parse = (text: string): unknown => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw fault('D3141', 'Unable to parse the value as JSON')
  }
  if (faultOf(value) === 'deep') throw fault('D3141', `The value nests more than ${maxDepth} levels deep`)
  return value
}

/** AWS rounds the arguments towards zero. https://github.com/floci-io/floci/pull/2676 */
const rangeOf = (budget: Budget, ...given: readonly [number, number, number]): unknown => {
  const [start, end, step] = given.map(Math.trunc) as [number, number, number]
  if (step === 0) throw fault('D3141', 'The third argument of the function "range" must not be 0')
  hold(budget, ((end - start) / step) * 8)
  const items = ranged(start, end, step)
  // A sequence of one is that one, in JSONata.
  return items.length > 1 ? items : items[0]
}

const parted = (items: readonly unknown[], size: number): unknown => {
  if (!(size > 0)) throw fault('D3141', 'The second argument of the function "partition" must be positive')
  const parts = partitioned(items, Math.max(1, Math.floor(size)))
  return parts.length === 0 ? undefined : parts
}

const hashed = (text: string, algorithm: string): string => {
  const found = digest(text, algorithm)
  if (found === undefined) throw fault('D3141', `The algorithm "${algorithm}" is not supported`)
  return found
}

/** JSONata's own range, which is counted before it is made. */
const between = (budget: Budget, start: unknown, end: unknown): unknown => {
  if (start !== undefined && !Number.isInteger(start)) throw { ...fault('T2003', ''), value: start }
  if (end !== undefined && !Number.isInteger(end)) throw { ...fault('T2004', ''), value: end }
  if (typeof start !== 'number' || typeof end !== 'number' || start > end) return undefined
  const size = end - start + 1
  hold(budget, size * 8)
  return Object.assign(ranged(start, end, 1), { sequence: true })
}

/** A pattern as the library calls it: with a text and where to begin, for a match that knows how to find the next. */
const matcherOf = (search: Search, source: string, budget: Budget) => {
  const match = (text: string, from = 0): unknown => {
    const found = searched(search, text, from, budget)
    return (
      found && {
        match: text.slice(found.start, found.end),
        start: found.start,
        end: found.end,
        groups: found.groups,
        next: () => {
          if (found.end >= text.length) return undefined
          const next = match(text, found.end) as { readonly match: string } | undefined
          // It would never get any further.
          if (next?.match === '') throw { ...fault('D1004', ''), value: source }
          return next
        },
      }
    )
  }
  return match
}

const searched = (search: Search, text: string, from: number, budget: Budget): Found | undefined => {
  try {
    return search(text, from, budget)
  } catch (error) {
    throw error instanceof TooMuchWork ? tooLong() : error
  }
}

/** The patterns of an expression, bound for one evaluation. */
export const bindPatterns = (
  patterns: ReturnType<typeof confine>,
  bindings: Record<string, unknown>,
  budget: Budget,
): void => {
  for (const [name, search, source] of patterns) bindings[name] = matcherOf(search, source, budget)
}

/** Gives an expression the functions of Step Functions, and the limits. */
export const equip = (expression: Expression): void => {
  const budgetOf = (focus: unknown): Budget => along((focus as Focus).environment).budget
  for (const [name, native] of builtins(budgetOf)) expression.assign(name, native)
  expression.registerFunction('parse', parse, '<s:x>')
  expression.registerFunction('partition', parted, '<an:a>')
  expression.registerFunction(
    'range',
    function (this: Focus, start: number, end: number, step: number) {
      return rangeOf(budgetOf(this), start, end, step)
    } as never,
    '<nnn:x>',
  )
  expression.registerFunction('hash', hashed, '<ss:s>')
  expression.registerFunction('lookup', ownField, '<x-s:x>')
  expression.registerFunction(own.field, ownField, '<xs:x>')
  expression.registerFunction(own.range, function (this: Focus, start: unknown, end: unknown) {
    return between(budgetOf(this), start, end)
  } as never)
  expression.registerFunction(own.isEqual, function (this: Focus, a: unknown, b: unknown, expected: boolean) {
    return a !== undefined && b !== undefined && isEqual(budgetOf(this), a, b) === expected
  } as never)
  expression.registerFunction(
    'random',
    function (this: Focus, seed?: number) {
      return seed === undefined ? along(this.environment).random.next() : javaRandom(seed).nextDouble()
    } as never,
    '<n?:n>',
  )
  expression.registerFunction(
    'uuid',
    function (this: Focus) {
      return along(this.environment).random.uuid()
    } as never,
    '<:s>',
  )
  expression.registerFunction(
    'millis',
    function (this: Focus) {
      return along(this.environment).now
    } as never,
    '<:n>',
  )
  expression.registerFunction(
    'now',
    function (this: Focus, picture?: string, timezone?: string) {
      const fromMillis = this.environment.lookup('fromMillis')
      const now = along(this.environment).now
      return isRecord(fromMillis) && typeof fromMillis.implementation === 'function'
        ? fromMillis.implementation.call(this, now, picture, timezone)
        : new Date(now).toISOString()
    } as never,
    '<s?s?:s>',
  )
  // There is no $eval on AWS: calling it is calling nothing.
  expression.assign('eval', undefined)
  // Symbols as names are the library's own hook, which its types leave out.
  const hook = expression.assign as (name: unknown, value: unknown) => void
  hook(Symbol.for('jsonata.__evaluate_entry'), (node: object, _: unknown, environment: Environment) =>
    enter(along(environment).budget, node),
  )
  hook(
    Symbol.for('jsonata.__evaluate_exit'),
    (node: { readonly type: string }, input: unknown, environment: Environment, result: unknown) => {
      const { budget } = along(environment)
      // A name is looked up in all that is below an array, also where nothing comes of it.
      if (node.type === 'name' && Array.isArray(input)) weigh(budget, input)
      weigh(budget, result)
      leave(budget)
    },
  )
}
