import type { Either } from 'fp-ts/lib/Either.js'
import type { Graph as Dag } from 'graphlib'
import { identity } from '../combinators/identity.ts'
import { parAll } from '../combinators/par.ts'
import { seqAll } from '../combinators/seq.ts'
import type { Node } from '../graph/graph.ts'
import { type AnyStep, type Graph, nodeOf } from '../graph/step.ts'
import { type Decomposition, decompose, type Term } from './decompose.ts'
import { type Dependents, topologicalOrder } from './order.ts'

/** Dependencies: pairs, the second of which waits for the first, or graphlib's directed graph. */
export type Edges = Iterable<readonly [from: string, to: string]> | Dag<unknown, unknown, unknown>

/** Why dependencies are no workflow. */
export type DagError =
  | { readonly _tag: 'UnknownStep'; readonly names: readonly string[]; readonly message: string }
  | { readonly _tag: 'Cycle'; readonly path: readonly string[]; readonly message: string }
  | {
      readonly _tag: 'NotSeriesParallel'
      /** a before c, b before c and d, and nothing else among the four. */
      readonly witness: readonly [a: string, b: string, c: string, d: string]
      readonly message: string
    }

/** A workflow made of dependencies. */
export interface FromDag<I, O> {
  readonly graph: Graph<I, O>
  /** The extra dependencies that the workflow has; empty unless `approximate` was needed. */
  readonly added: readonly (readonly [from: string, to: string])[]
}

const isDag = (edges: Edges): edges is Dag<unknown, unknown, unknown> => 'nodes' in edges && 'edges' in edges

const pairsOf = (edges: Edges): readonly (readonly [string, string])[] =>
  isDag(edges) ? edges.edges().map(({ v, w }): [string, string] => [v, w]) : [...edges]

const unknownStep = (names: readonly string[]): DagError => ({
  _tag: 'UnknownStep',
  names,
  message: `there is no step for ${names.map((name) => JSON.stringify(name)).join(', ')}: steps are looked up by name`,
})

const cycle = (path: readonly string[]): DagError => ({
  _tag: 'Cycle',
  path,
  message: `the dependencies go round: ${[...path, path[0]].join(' → ')}`,
})

const notSeriesParallel = (witness: readonly [string, string, string, string]): DagError => {
  const [a, b, c, d] = witness
  return {
    _tag: 'NotSeriesParallel',
    witness,
    message: `no nesting of seq and par has these dependencies alone: ${c} waits for ${a} and ${b}, ${d} waits for ${b} and not for ${a}. Let ${d} wait for ${a} too, or pass { approximate: true }`,
  }
}

/** The graph of a term, from its leaves up: a composite is listed before its parts, so from the last to the first. */
const build = (term: Term, stepOf: (vertex: number) => AnyStep): Node => {
  if (typeof term === 'number') return nodeOf(stepOf(term))
  const all = [term]
  for (const at of all) for (const part of at.parts) if (typeof part !== 'number') all.push(part)
  const built = new Map<Term, AnyStep>()
  for (let i = all.length - 1; i >= 0; i--) {
    const at = all[i] as (typeof all)[number]
    const parts = at.parts.map((part) => (typeof part === 'number' ? stepOf(part) : (built.get(part) as AnyStep)))
    built.set(at, at.kind === 'series' ? seqAll(parts as never) : parAll(parts as never))
  }
  return nodeOf(built.get(term) as AnyStep)
}

const refused = (left: DagError): Either<DagError, never> => ({ _tag: 'Left', left })

/**
 * Builds the workflow with the given dependencies, in Airflow's form: steps by name, and pairs where
 * the second waits for the first. Redundant pairs are fine. After branches, the next step gets the array of their outputs.
 *
 * With `approximate`, dependencies that no nesting of `seq` and `par` can have alone get a few more, which are listed; those asked
 * for all hold.
 *
 * @example fromDag([['x', 'y'], ['y', 'z'], ['y', 'g']], { x, y, z, g }) // right: { graph: seq(x, y, par(z, g)), added: [] }
 */
export const fromDag = <I = unknown, O = unknown>(
  edges: Edges,
  steps: Readonly<Record<string, AnyStep>>,
  { approximate = false }: { readonly approximate?: boolean } = {},
): Either<DagError, FromDag<I, O>> => {
  const names = Object.keys(steps)
  const indices = new Map(names.map((name, i) => [name, i]))
  const pairs = pairsOf(edges)
  const mentioned = isDag(edges) ? edges.nodes() : pairs.flat()
  const unknown = [...new Set(mentioned)].filter((name) => !indices.has(name))
  if (unknown.length > 0) return refused(unknownStep(unknown))

  const successors: number[][] = names.map(() => [])
  for (const [from, to] of pairs) (successors[indices.get(from) as number] as number[]).push(indices.get(to) as number)
  const dependents: Dependents = { size: names.length, successors }
  const nameOf = (v: number): string => names[v] as string
  const sorted = topologicalOrder(dependents)
  if ('cycle' in sorted) return refused(cycle(sorted.cycle.map(nameOf)))
  if (names.length === 0)
    return { _tag: 'Right', right: { graph: identity<unknown>() as unknown as Graph<I, O>, added: [] } }

  const result = decompose(sorted.order, dependents, approximate)
  if (!('term' in result)) {
    const [a, b, c, d] = result
    return refused(notSeriesParallel([nameOf(a), nameOf(b), nameOf(c), nameOf(d)]))
  }
  const { term, added }: Decomposition = result
  return {
    _tag: 'Right',
    right: {
      graph: build(term, (v) => steps[nameOf(v)] as AnyStep) as unknown as Graph<I, O>,
      added: added.map(([from, to]) => [nameOf(from), nameOf(to)]),
    },
  }
}
