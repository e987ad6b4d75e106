/** A graph with the types of its input and output, and what carries one. */
import type { Node } from './graph.ts'

/**
 * A workflow from an `I` to an `O`, both JSON. Immutable: combinators make new graphs, and a graph can
 * be part of any number of others. Under the type it is a `Node`; read it with `fold`.
 */
export interface Graph<in I, out O> {
  readonly _tag: Node['_tag']
  /** Where the type parameters live. Absent at run time. */
  readonly '~io'?: ((input: I) => O) | undefined
}

/** Anything that carries a graph, as a composed handler does. */
export interface Carrier<in I, out O> {
  readonly graph: Graph<I, O>
}

/** What combinators take: a graph, or anything that carries one. */
export type Step<I, O> = Graph<I, O> | Carrier<I, O>

/** Any step at all. */
export type AnyStep = Step<never, unknown>

/** A step of which the types are not looked at, where TypeScript cannot know yet what it is to take. */
export interface Unchecked {
  readonly _tag?: unknown
  readonly graph?: unknown
}

/** What a step takes. */
export type InputOf<S> = S extends Graph<infer I, unknown> ? I : S extends Carrier<infer I, unknown> ? I : never

/** What a step gives. */
export type OutputOf<S> = S extends Graph<never, infer O> ? O : S extends Carrier<never, infer O> ? O : never

/** What the steps of a record all take: the intersection of their inputs. */
export type SharedInputOfRecord<S> = { [K in keyof S]: (input: InputOf<S[K]>) => void }[keyof S] extends (
  input: infer I,
) => void
  ? I
  : never

/** What the steps of a tuple or an array all take. */
export type SharedInput<S extends readonly unknown[]> = number extends S['length']
  ? InputOf<S[number]>
  : S extends readonly [infer H, ...infer R]
    ? InputOf<H> & SharedInput<R>
    : unknown

/**
 * Under this key a composed handler's own function rides along on its `Task`. It is no part of the data: equality, JSON
 * and `structuredClone` do not see symbols. Global (`Symbol.for`), so that a second copy of this package finds it too.
 */
export const implementation: unique symbol = Symbol.for('@orkestra/implementation') as never

/** The function behind a composed handler's task. */
export type Implementation = (input: never, context?: never) => unknown

const tags: Readonly<Record<Node['_tag'], true>> = {
  Task: true,
  Identity: true,
  Seq: true,
  Par: true,
  Map: true,
  Capture: true,
  Wait: true,
  Fail: true,
  Retry: true,
  Catch: true,
  Pass: true,
  Choice: true,
  Bind: true,
  Repeat: true,
  Keep: true,
  Succeed: true,
}

/**
 * Whether a value is a graph.
 *
 * @example isGraph(task('x')) // true
 */
export const isGraph = (value: unknown): value is Graph<never, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  '_tag' in value &&
  typeof value._tag === 'string' &&
  Object.hasOwn(tags, value._tag)

/** Whether a value is a step: a graph, or something that carries one. @example isStep({ graph: task('x') }) // true */
export const isStep = (value: unknown): value is AnyStep =>
  isGraph(value) ||
  (((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    'graph' in value &&
    isGraph(value.graph))

const described = (value: unknown): string =>
  typeof value === 'function'
    ? `the function ${value.name || '(anonymous)'}, which is not composed`
    : value === null || typeof value !== 'object'
      ? String(value)
      : `an object with the keys ${JSON.stringify(Object.keys(value).slice(0, 5))}`

/** Who asks for a step: opens the message of an error, and is spelt out only then. */
export type Place = string | (() => string)

/**
 * The node of a step. `place` says for whom it is asked.
 *
 * @example nodeOf(seq(x, y))._tag // 'Seq'
 * @throws TypeError when the value is not a step.
 */
export const nodeOf = (step: AnyStep, place: Place = 'graph'): Node => {
  if (!isStep(step))
    throw new TypeError(
      `${typeof place === 'string' ? place : place()}: expected a step (a graph, a composed handler, or { graph }), got ${described(step)}. Wrap a plain function with compose() of @orkestra/handler.`,
    )
  return ('graph' in step ? step.graph : step) as Node
}

/** A frozen node as a graph. The one place where a type is claimed for a tree. */
export const graphOf = <I, O>(node: Node): Graph<I, O> => Object.freeze(node)

/** Whether a node carries a name or a comment of its own. */
export const isAnnotated = (node: Node): boolean => node.stateName !== undefined || node.comment !== undefined
