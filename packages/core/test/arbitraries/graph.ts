/** Random graphs over every node, and the handlers that run them. Test code: shared by the laws here and by the conformance tests. */
import {
  capture,
  catchError,
  type ErrorHandler,
  fail,
  type Graph,
  identity,
  map,
  named,
  on,
  onAny,
  par,
  parCatch,
  retry,
  seconds,
  seq,
  task,
  wait,
} from '@orkestra/core'
import fc from 'fast-check'

export type AnyGraph = Graph<unknown, unknown>

const any = (graph: unknown): AnyGraph => graph as AnyGraph

/** What the tasks of random graphs do, by the first letter of their names. */
export const behaviours: Readonly<Record<string, (input: unknown) => unknown>> = {
  // Shows what came in and in which order tasks ran.
  w: (input) => ({ w: input }),
  // Gives an array, for a map to go through.
  l: (input) => [input, 1],
  // Gives a scalar, on which a map fails.
  s: () => 7,
  // Fails, with a name and a message that depend on nothing.
  f: () => {
    throw Object.assign(new Error('failed'), { name: 'Boom' })
  },
  // Says nothing, which JSON makes null of.
  n: () => undefined,
}

/** Names that a careless object lookup, a short name table or an ASCII assumption would trip over. */
const awkward = ['constructor', '__proto__', 'toString', 'Ünï', 'a b', 'x2', 'w'.repeat(80)]

export interface GraphOptions {
  /** Which behaviours tasks may have. Default all. */
  readonly letters?: readonly string[]
  /** How deep. Default 3. */
  readonly depth?: number
  /** Whether there may be waits, retries and catches. Default `true`. */
  readonly guards?: boolean
  /** Whether there may be steps that always fail, after which nothing can come. Default `false`. */
  readonly fails?: boolean
  /** Whether states may be given names and par be a record. Default `true`. */
  readonly rich?: boolean
}

/** A task by its behaviour's letter. */
export const taskOf = (letter: string, index: number): AnyGraph => any(task(`${letter}${index}`))

const isEnd = (graph: AnyGraph): boolean => {
  const steps = (graph as unknown as { readonly steps?: readonly AnyGraph[] }).steps
  return graph._tag === 'Fail' || (steps !== undefined && isEnd(steps.at(-1) as AnyGraph))
}

/** Random graphs over every node. */
export const graphs = ({
  letters = Object.keys(behaviours),
  depth = 3,
  rich = true,
  guards = true,
  fails = false,
}: GraphOptions = {}): fc.Arbitrary<AnyGraph> =>
  fc.letrec<{ graph: AnyGraph }>((tie) => ({
    graph: fc.oneof(
      { maxDepth: depth, withCrossShrink: true, depthSize: 'small' },
      {
        weight: 4,
        arbitrary: fc.tuple(fc.constantFrom(...letters), fc.nat(3)).map(([letter, i]) => taskOf(letter, i)),
      },
      { weight: 1, arbitrary: fc.constant(any(identity())) },
      {
        weight: 3,
        arbitrary: fc
          .array(tie('graph'), { minLength: 2, maxLength: 4 })
          .map((steps) => steps.reduce((a, b) => (isEnd(a) ? a : any(seq(a, b))))),
      },
      { weight: 2, arbitrary: fc.array(tie('graph'), { minLength: 1, maxLength: 3 }).map((bs) => any(par(...bs))) },
      {
        weight: 2,
        arbitrary: fc.array(tie('graph'), { minLength: 1, maxLength: 3 }).map((bs) => any(parCatch(...bs))),
      },
      { weight: 2, arbitrary: tie('graph').map((g) => any(seq(taskOf('l', 0), any(map(g as never))))) },
      {
        weight: 1,
        arbitrary: fc.tuple(tie('graph'), fc.nat(3)).map(([g, n]) => any(map(g as never, { maxConcurrency: n }))),
      },
      { weight: 2, arbitrary: tie('graph').map((g) => any(capture(g))) },
      ...(guards
        ? [
            { weight: 1, arbitrary: fc.nat(9).map((n) => any(wait(seconds(n)))) },
            {
              weight: 1,
              arbitrary: fc
                .tuple(tie('graph'), fc.constantFrom([], ['Boom'], ['States.TaskFailed'], ['Other']), fc.nat(2))
                .map(([g, errors, maxAttempts]) =>
                  any(retry(g, errors.length === 0 ? { maxAttempts } : { errors, maxAttempts, intervalSeconds: 3 })),
                ),
            },
            {
              weight: 2,
              arbitrary: fc
                .tuple(tie('graph'), tie('graph'), fc.constantFrom<'Boom' | 'Other' | 'any'>('Boom', 'Other', 'any'))
                .map(([g, h, error]) => {
                  const handler: ErrorHandler<unknown> = error === 'any' ? onAny(h) : on(error, h)
                  return any(catchError(g, handler))
                }),
            },
          ]
        : []),
      ...(fails ? [{ weight: 1, arbitrary: fc.constant(any(fail({ error: 'Boom', cause: 'on purpose' }))) }] : []),
      ...(rich
        ? [
            {
              weight: 1,
              arbitrary: fc
                .dictionary(fc.constantFrom('a', 'b', '__proto__', 'ö k'), tie('graph'), { minKeys: 1, maxKeys: 3 })
                .map((branches) => any(par(branches))),
            },
            {
              weight: 1,
              arbitrary: fc.tuple(fc.constantFrom(...awkward), tie('graph')).map(([n, g]) => any(named(n, g))),
            },
          ]
        : []),
    ),
  })).graph

/** The functions of a random graph, by task name. */
export const standIns = (names: Iterable<string>): Record<string, (input: never) => unknown> =>
  Object.fromEntries([...names].map((name) => [name, behaviours[name[0] as string] as (input: never) => unknown]))
