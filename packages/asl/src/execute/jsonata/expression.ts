/** A JSONata expression, made ready to be evaluated. */

import type { Expression } from 'jsonata'
import { compileJsonata } from '../../language/jsonata.ts'
import { SetupError } from '../calls/answers.ts'
import { type Failure, queryFailure } from '../failure/failure.ts'
import { isRecord, maxDepth, put, shown } from '../payload/payload.ts'
import { refusal, type Where } from '../plan/refuse.ts'
import { contextOf, type Thread } from '../thread/thread.ts'
import { lookUp, visible } from '../thread/variables.ts'
import { type Budget, createBudget, Exceeded, tooBig, tooDeep, use } from './budget.ts'
import { confine } from './guard.ts'
import { bindPatterns, type Carried, carried, equip } from './library.ts'

/** What `$states` holds besides the context: which fields there are depends on where the expression stands. */
export interface Scene {
  readonly input: unknown
  readonly result?: unknown
  readonly errorOutput?: unknown
}

/** The value of an expression, now or, where the library had to be asked, later. */
export type EvaluateQuery = (thread: Thread, scene: Scene) => unknown

export { isExpression } from '../../language/jsonata.ts'

/** Thrown while a result is read: a function, which is no data. */
class Unsupported extends Error {}

/** A result as a payload: sequences as arrays, numbers that JSON has no words for as texts. */
const payloadOf = (budget: Budget, value: unknown, depth = 0): unknown => {
  use(budget, 1)
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'function') throw new Unsupported()
  if (typeof value !== 'object' || value === null) return value
  if (depth > maxDepth) throw tooDeep()
  if (Array.isArray(value)) return value.map((item) => payloadOf(budget, item, depth + 1) ?? null)
  if ('_jsonata_function' in value || '_jsonata_lambda' in value || value instanceof RegExp) throw new Unsupported()
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const item = payloadOf(budget, (value as Record<string, unknown>)[key], depth + 1)
    if (item !== undefined) put(copy, key, item)
  }
  return copy
}

/** `$states.input.a.b` and `$name.a.b`: most expressions are no more than that, and need no library. */
const plainPath =
  /^\$(?:states\.(input|result|errorOutput)|((?!states\b)[A-Za-z_]\w*))((?:\.(?!and\b|or\b|in\b)[A-Za-z_]\w*)*)$/

type Shortcut = (thread: Thread, scene: Scene) => unknown

/** Gives `undefined` where JSONata's own rules are needed: something is missing, or there is an array on the way. */
const shortcutOf = (text: string): Shortcut | undefined => {
  const parts = plainPath.exec(text)
  if (parts === null) return undefined
  const [, field, variable, path = ''] = parts
  const keys = path === '' ? [] : path.slice(1).split('.')
  return (thread, scene) => {
    let value = variable === undefined ? scene[field as keyof Scene] : lookUp(thread.variables, variable)
    for (const key of keys) {
      if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined
      value = value[key]
    }
    return value
  }
}

interface Compiled {
  readonly expression: Expression
  readonly patterns: ReturnType<typeof confine>
}

// Tests run one definition many times, and an expression keeps nothing of its evaluations.
const compiled = new Map<string, Compiled>()
const mostCompiled = 2_000

const compile = (text: string, at: Where): Compiled => {
  const known = compiled.get(text)
  if (known !== undefined) return known
  try {
    const expression = compileJsonata(text)
    const ready = { expression, patterns: confine(expression.ast()) }
    equip(expression)
    if (compiled.size >= mostCompiled) compiled.clear()
    compiled.set(text, ready)
    return ready
  } catch (error) {
    const why = isRecord(error) && typeof error.message === 'string' ? error.message : String(error)
    throw refusal(
      'ASL181',
      at,
      `${JSON.stringify(text)} is not JSONata: ${why}.`,
      'https://docs.jsonata.org has the grammar.',
    )
  }
}

/**
 * The end of AWS's sentence on an evaluation that failed. It writes `. CODE: message` for an error of JSONata's, and `: message` for
 * one of its own limits. https://github.com/floci-io/floci/pull/2783
 */
const why = (error: unknown): string => {
  if (error instanceof Exceeded) return `: ${error.message}`
  // What JavaScript itself cannot hold or nest is far beyond the limits.
  if (error instanceof RangeError) return `: ${(/string|array/i.test(error.message) ? tooBig() : tooDeep()).message}`
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }
  return typeof code === 'string' && /^[A-Z]\d+$/.test(code) ? `. ${code}: ${String(message)}` : ': Internal error'
}

const states = (thread: Thread, scene: Scene): Record<string, unknown> => {
  const bound: Record<string, unknown> = { ...scene }
  // Few expressions look at the context, and it is made anew each time.
  Object.defineProperty(bound, 'context', { enumerable: true, get: () => contextOf(thread) })
  return bound
}

/** An expression of the definition, with the field that it stands in as AWS names it. */
export const readyQuery = (source: string, location: string, at: Where): EvaluateQuery => {
  const text = source.slice(2, -2).trim()
  const shortcut = shortcutOf(text)
  const { expression, patterns } = compile(text, at)
  const failed = (thread: Thread, problem: string): Failure =>
    queryFailure(thread, `The JSONata expression '${text}' specified for the field '${location}' ${problem}`, location)
  const ask = async (thread: Thread, scene: Scene): Promise<unknown> => {
    const { clock, random, identity, limits } = thread.machine
    const budget = createBudget(limits.query)
    const bindings = visible(thread.variables)
    bindings.states = states(thread, scene)
    bindings[carried] = { random, now: identity.startedAt + clock.now(), budget } satisfies Carried
    bindPatterns(patterns, bindings, budget)
    let result: unknown
    try {
      result = payloadOf(budget, await expression.evaluate(undefined, bindings))
    } catch (error) {
      if (error instanceof SetupError) throw error
      if (error instanceof Unsupported) throw failed(thread, 'returned an unsupported result type.')
      throw failed(thread, `threw an error during evaluation${why(error)}`)
    }
    if (result === undefined) throw failed(thread, 'returned nothing (undefined).')
    return result
  }
  if (shortcut === undefined) return ask
  return (thread, scene) => {
    const found = shortcut(thread, scene)
    return found === undefined ? ask(thread, scene) : found
  }
}

const typeName = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** An expression whose result must be of one type: what AWS says where it is of another. */
export const unexpectedType = (
  thread: Thread,
  source: string,
  location: string,
  expected: string,
  value: unknown,
): Failure =>
  queryFailure(
    thread,
    `The JSONata expression '${source.slice(2, -2).trim()}' specified for the field '${location}' returned an unexpected result type. Expected '${expected}', but was '${typeName(value)}' for value: ${shown(value)}`,
    location,
  )
