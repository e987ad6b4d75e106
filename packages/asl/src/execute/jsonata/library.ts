/** What AWS adds to JSONata's functions, and what it takes away. https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */

import type { Expression } from 'jsonata'
import { partitioned, ranged } from '../arrays.ts'
import { digest } from '../digest.ts'
import { faultOf, isRecord, maxDepth } from '../payload.ts'
import { javaRandom, type Random } from '../random.ts'
import { type Budget, ownField, ownLookup, spend } from './guard.ts'

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

const rangeOf = (start: number, end: number, step: number): unknown => {
  if (step === 0) throw fault('D3141', 'The third argument of the function "range" must not be 0')
  if ((end - start) / step > 1e6) throw fault('D2014', 'The size of the sequence must not exceed 1e6')
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

/** Gives an expression the functions of Step Functions, and the limits. */
export const equip = (expression: Expression): void => {
  expression.registerFunction('parse', parse, '<s:x>')
  expression.registerFunction('partition', parted, '<an:a>')
  expression.registerFunction('range', rangeOf, '<nnn:x>')
  expression.registerFunction('hash', hashed, '<ss:s>')
  expression.registerFunction('lookup', ownField, '<x-s:x>')
  expression.registerFunction(ownLookup, ownField, '<xs:x>')
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
        ? fromMillis.implementation(now, picture, timezone)
        : new Date(now).toISOString()
    } as never,
    '<s?s?:s>',
  )
  // There is no $eval on AWS: calling it is calling nothing.
  expression.assign('eval', undefined)
  // Symbols as names are the library's own hook, which its types leave out.
  const hook = expression.assign as (name: unknown, value: unknown) => void
  hook(Symbol.for('jsonata.__evaluate_entry'), (_: unknown, __: unknown, environment: Environment) =>
    spend(along(environment).budget),
  )
  hook(Symbol.for('jsonata.__evaluate_exit'), (_: unknown, __: unknown, environment: Environment) => {
    along(environment).budget.depth -= 1
  })
}
