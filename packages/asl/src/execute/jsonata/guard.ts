/**
 * What keeps a JSONata expression from running for ever, from overflowing the stack, and from reaching anything but data. The
 * library evaluates on plain objects and looks fields up through their prototypes; here it does not.
 */
import { execWithin } from '../pattern.ts'
import { isRecord } from '../payload.ts'

/** Thrown by an evaluation that goes beyond a limit. The text is AWS's where AWS has one. */
export class Exceeded extends Error {
  override readonly name = 'Exceeded'
}

/** How far one evaluation has come. */
export interface Budget {
  steps: number
  depth: number
  readonly deadline: number
}

const milliseconds = 3_000
const maxSteps = 1_000_000
const maxDepth = 1_000

/** A fresh budget, from now on. */
export const createBudget = (): Budget => ({ steps: 0, depth: 0, deadline: performance.now() + milliseconds })

/** Counts one step down. @throws Exceeded */
export const spend = (budget: Budget): void => {
  budget.steps += 1
  budget.depth += 1
  if (budget.depth > maxDepth)
    throw new Exceeded(`Stack overflow error: the expression nests more than ${maxDepth} levels deep`)
  if (budget.steps > maxSteps || (budget.steps % 64 === 0 && performance.now() > budget.deadline))
    throw new Exceeded('Expression evaluation timeout: the expression takes too long')
}

/** JavaScript's own regular expressions, each search within a time limit. */
export class GuardedPattern extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    // The search runs on a copy, for this one would call itself.
    const plain = new RegExp(this.source, this.flags)
    plain.lastIndex = this.lastIndex
    const found = execWithin(plain, text)
    this.lastIndex = plain.lastIndex
    return found
  }
}

/** A variable that no expression can name, for lookups that only see an object's own fields. */
export const ownLookup = 'own lookup'

const inherited: ReadonlySet<unknown> = new Set(Object.getOwnPropertyNames(Object.prototype))

const fieldsOf = (input: unknown, key: string): readonly unknown[] => {
  if (Array.isArray(input)) return input.flatMap((item) => fieldsOf(item, key))
  if (!isRecord(input) || !Object.hasOwn(input, key)) return []
  const value = input[key]
  return Array.isArray(value) ? value : [value]
}

/** A field of an object, or of each object of an array, as JSONata looks it up: but its own only. */
export const ownField = (input: unknown, key: unknown): unknown => {
  if (typeof key !== 'string') return undefined
  if (!Array.isArray(input)) return isRecord(input) && Object.hasOwn(input, key) ? input[key] : undefined
  const found = fieldsOf(input, key)
  // A sequence of one is that one.
  return found.length > 1 ? found : found[0]
}

/** Turns every step that would find something of `Object.prototype` into a lookup of own fields. Changes the tree in place. */
export const confine = (ast: unknown): void => {
  const seen = new Set<unknown>()
  const stack = [ast]
  for (let node = stack.pop(); stack.length > 0 || node !== undefined; node = stack.pop()) {
    if (typeof node !== 'object' || node === null || seen.has(node)) continue
    seen.add(node)
    stack.push(...Object.values(node))
    if (!isRecord(node) || node.type !== 'name' || !inherited.has(node.value)) continue
    node.arguments = [
      { type: 'variable', value: '' },
      { type: 'string', value: node.value },
    ]
    node.procedure = { type: 'variable', value: ownLookup }
    node.type = 'function'
    node.value = '('
  }
}
