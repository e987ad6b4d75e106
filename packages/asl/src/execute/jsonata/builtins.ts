/** The library's own functions, each of which counts what it does natively before it does it. */
import { compileJsonata } from '../../language/jsonata.ts'
import { isRecord } from '../payload/payload.ts'
import { type Budget, bytesPerStep, hold, sizeOf, use } from './budget.ts'
import { sorted } from './sort.ts'

/** A function as the library keeps it. */
export interface Native {
  readonly _jsonata_function: true
  readonly implementation: (this: unknown, ...given: unknown[]) => unknown
  readonly signature?: unknown
  /** How many arguments it takes: `$map` and its like give it so many. */
  readonly arity?: number
}

interface Environment {
  readonly lookup: (name: unknown) => unknown
}

const environmentOf = (): Environment => {
  let environment: Environment | undefined
  const probe = compileJsonata('1')
  const hook = probe.assign as (name: unknown, value: unknown) => void
  hook(Symbol.for('jsonata.__evaluate_entry'), (_: unknown, __: unknown, found: Environment) => {
    environment = found
  })
  // The hook is called at once, before anything is waited for.
  probe.evaluate(undefined).catch(() => {})
  if (environment === undefined) throw new Error('the jsonata library no longer calls its hook at once')
  return environment
}

const names = [
  ...['sum', 'count', 'max', 'min', 'average', 'string', 'substring', 'substringBefore', 'substringAfter', 'lowercase'],
  ...[
    'uppercase',
    'length',
    'trim',
    'pad',
    'match',
    'contains',
    'replace',
    'split',
    'join',
    'formatNumber',
    'formatBase',
  ],
  ...[
    'formatInteger',
    'parseInteger',
    'number',
    'floor',
    'ceil',
    'round',
    'abs',
    'sqrt',
    'power',
    'boolean',
    'not',
    'map',
  ],
  ...['zip', 'filter', 'single', 'reduce', 'sift', 'keys', 'append', 'exists', 'spread', 'merge', 'reverse', 'each'],
  ...['error', 'assert', 'type', 'sort', 'shuffle', 'distinct', 'base64encode', 'base64decode', 'encodeUrlComponent'],
  ...['encodeUrl', 'decodeUrlComponent', 'decodeUrl', 'toMillis', 'fromMillis', 'clone'],
] as const

type Name = (typeof names)[number]

const lengthOf = (value: unknown): number => (Array.isArray(value) || typeof value === 'string' ? value.length : 0)
const textLength = (value: unknown): number => (typeof value === 'string' ? value.length : 0)

/** A picture of a date is made into a pattern, in which each part may take a part of what another took. */
const waysToRead = (text: unknown, picture: unknown): number => {
  const parts = typeof picture === 'string' ? picture.split('[').length - 1 : 0
  return parts < 2
    ? textLength(text)
    : Math.min(textLength(text), 200) ** Math.min(4, parts / 2) + textLength(text) ** 2
}

/** What a function does besides going through its arguments and its result, in steps. */
const more: Readonly<Partial<Record<Name, (given: readonly unknown[], budget: Budget) => number>>> = {
  string: ([value]) => sizeOf(value) / 10,
  clone: ([value]) => sizeOf(value) / 10,
  sort: ([items]) => (lengthOf(items) * Math.log2(1 + lengthOf(items))) / 10,
  shuffle: ([items]) => lengthOf(items) / 10,
  distinct: ([items]) => (sizeOf(items) * lengthOf(items)) / 1_000,
  pad: ([text, width], budget) => {
    const made = textLength(text) + (typeof width === 'number' ? Math.abs(width) : 0)
    hold(budget, made)
    return made / 10
  },
  join: ([items, separator], budget) => {
    const made = sizeOf(items) + lengthOf(items) * textLength(separator)
    if (lengthOf(items) > 1) hold(budget, made)
    return made / bytesPerStep
  },
  formatNumber: ([, picture]) => textLength(picture),
  toMillis: ([text, picture]) => waysToRead(text, picture) / 10,
}

/** Where the library does worse than the one that AWS runs. */
const better: Readonly<Partial<Record<Name, (native: Native['implementation']) => Native['implementation']>>> = {
  // Its own takes time in the square of the length.
  sort: () => (items, isAfter) => sorted(items, isAfter),
  // A picture without a digit is a TypeError of JavaScript's there. https://github.com/floci-io/floci/issues/2737
  formatNumber: (native) =>
    function (...given) {
      try {
        return native.apply(this, given)
      } catch (error) {
        throw error instanceof TypeError ? { code: 'D3086', stack: error.stack } : error
      }
    },
}

/** What every call costs: one that comes from a native function is not counted as an evaluation. */
const perCall = 0.5

const counted = (name: Name, native: Native, budgetOf: (focus: unknown) => Budget): Native => {
  const { signature } = native
  const implementation = better[name]?.(native.implementation) ?? native.implementation
  const extra = more[name]
  return {
    _jsonata_function: true,
    signature,
    arity: native.implementation.length,
    implementation(...given) {
      const budget = budgetOf(this)
      let steps = perCall + (extra === undefined ? 0 : extra(given, budget))
      for (const value of given) steps += (lengthOf(value) * (typeof value === 'string' ? 1 : 8)) / bytesPerStep
      use(budget, steps)
      return implementation.apply(this, given)
    },
  }
}

let ready: readonly (readonly [name: string, native: Native])[] | undefined

/** All functions of the library that do work, counted. `budgetOf` finds the budget of the evaluation in which one is called. */
export const builtins = (
  budgetOf: (focus: unknown) => Budget,
): readonly (readonly [name: string, native: Native])[] => {
  if (ready !== undefined) return ready
  const environment = environmentOf()
  ready = names.map((name) => {
    const native = environment.lookup(name)
    if (!isRecord(native) || typeof native.implementation !== 'function')
      throw new Error(`the jsonata library has no function $${name}`)
    return [name, counted(name, native as unknown as Native, budgetOf)]
  })
  return ready
}
