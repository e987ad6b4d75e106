/** Random graphs over every node, and the handlers that run them. Test code: shared by the laws here and by the conformance tests. */
import {
  activity,
  add,
  and,
  bind,
  capture,
  catchError,
  choice,
  concat,
  cond,
  distributedMap,
  type ErrorHandler,
  eq,
  fail,
  type Graph,
  gt,
  hours,
  identity,
  isPresent,
  isString,
  keeping,
  loop,
  map,
  mapCatch,
  named,
  nodeOf,
  on,
  onAny,
  or,
  orElse,
  otherwise,
  par,
  parCatch,
  pass,
  type Ref,
  repeatUntil,
  retry,
  s3Json,
  seconds,
  seq,
  service,
  succeed,
  tap,
  tapCatch,
  task,
  wait,
  when,
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
  // Takes what is an object, and fails on all else.
  o: (input) => {
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input
    throw Object.assign(new Error('no object'), { name: 'NoObject' })
  },
}

/** The behaviours that look at nothing but their own letter. */
const simple = ['w', 'l', 's', 'f', 'n']

/** Names that a careless object lookup, a short name table or an ASCII assumption would trip over. */
const awkward = ['constructor', '__proto__', 'toString', 'Ünï', 'a b', 'x2', 'w'.repeat(80)]

export interface GraphOptions {
  /** Which behaviours tasks may have. Default all that fail never or always. */
  readonly letters?: readonly string[]
  /** How deep. Default 3. */
  readonly depth?: number
  /** Whether there may be waits, retries and catches. Default `true`. */
  readonly guards?: boolean
  /** Whether there may be steps that always fail, after which nothing can come. Default `false`. */
  readonly fails?: boolean
  /** Whether there may be steps that compute: passes, choices, variables, loops, kept inputs. Default `true`. */
  readonly computes?: boolean
  /** Whether some of these may need variables, which not every engine has. Default `true`. */
  readonly variables?: boolean
  /** Whether expressions may fail. Default `false`. */
  readonly partial?: boolean
  /** Whether there may be services, workers, and maps of executions: stand-ins go by `servicesOf`. Default `false`. */
  readonly services?: boolean
  /** Whether states may be given names and par be a record. Default `true`. */
  readonly rich?: boolean
}

/** A task by its behaviour's letter. */
export const taskOf = (letter: string, index: number): AnyGraph => any(task(`${letter}${index}`))

/** A service that does what a letter says, on its `MessageBody`. */
const serviceOf = (letter: string): AnyGraph =>
  any(service('sqs:sendMessage', (i) => ({ QueueUrl: letter, MessageBody: i }), { name: `${letter}4` }))

/** A worker that does what a letter says. */
const workerOf = (letter: string): AnyGraph => any(activity(`${workers}${letter}`, { name: `${letter}5` }))

const workers = 'arn:aws:states:us-east-1:123456789012:activity:'

/** What a service does in a random graph, or a worker, or S3 of which items are read. */
export const serve = (resource: string, given: unknown): unknown => {
  if (resource.startsWith(workers)) return behaviours[resource.slice(workers.length)]?.(given)
  const { QueueUrl, MessageBody } = given as { readonly QueueUrl?: string; readonly MessageBody?: unknown }
  return resource.endsWith('s3:getObject') ? [1, { w: 'x' }, 'text'] : behaviours[QueueUrl ?? '']?.(MessageBody)
}

/** Stand-ins for all that `serve` is for, by their ARNs. */
export const services: Readonly<Record<string, (given: unknown) => unknown>> = Object.fromEntries(
  [
    ...['sqs:sendMessage', 's3:getObject'].map((resource) => `arn:aws:states:::${resource}`),
    ...Object.keys(behaviours).map((letter) => `${workers}${letter}`),
  ].map((resource) => [resource, (given: unknown) => serve(resource, given)]),
)

/** Maps of executions: over the input, or what is read; in batches or not; with failures that are tolerated or not. */
const distributed = (graph: fc.Arbitrary<AnyGraph>): fc.Arbitrary<AnyGraph> =>
  fc
    .tuple(
      graph,
      fc.constantFrom(
        {},
        { toleratedFailureCount: 1 },
        { toleratedFailurePercentage: 50 },
        { reader: s3Json({ bucket: 'b', key: 'k' }), toleratedFailurePercentage: 34 },
        { batcher: { maxItems: 2, input: (i: unknown) => ({ i }) } },
        { reader: s3Json({ bucket: 'b', key: 'k' }), batcher: { maxItems: 2 } },
        { selector: (item: unknown, i: unknown, index: unknown) => ({ item, i, index }) },
      ),
    )
    .map(([g, options]) =>
      any(seq(taskOf('l', 1) as never, any(distributedMap(g as never, options as never)) as never)),
    )

const isEnd = (graph: AnyGraph): boolean => {
  const node = nodeOf(graph)
  switch (node._tag) {
    case 'Fail':
    case 'Succeed':
      return true
    case 'Seq':
      return isEnd(any(node.steps.at(-1)))
    case 'Bind':
      return isEnd(any(node.body))
    case 'Choice':
      return isEnd(any(node.otherwise)) && node.arms.every(({ then }) => isEnd(any(then)))
    default:
      return false
  }
}

/** One after the other, where the first ever ends. */
const then = (g: AnyGraph, h: AnyGraph): AnyGraph => (isEnd(g) ? g : any(seq(g, h)))

/** A payload of any kind, as an object whose fields expressions can read without failing. */
const told = (make: (i: Ref<{ n: number; t: string; is: boolean; any: unknown }>) => AnyGraph): AnyGraph =>
  any(
    seq(any(pass((i) => ({ n: 2, t: 'text', is: true, any: i }))), any(bind(any(identity()) as never, make as never))),
  )

/** Steps that compute. Their expressions are total: what mistakes in them do is for laws of expressions. */
const computing = (
  graph: fc.Arbitrary<AnyGraph>,
  ends: boolean,
  variables: boolean,
): { weight: number; arbitrary: fc.Arbitrary<AnyGraph> }[] => [
  { weight: 1, arbitrary: fc.constant(any(pass((i) => ({ a: i, b: [1, 'x', null], c: concat('n', 1) })))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(any(pass(() => 'constant')), any(pass(() => [1, 2])), any(pass((i) => [i, 1] as never))),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(graph, graph, fc.nat(4)).map(([g, h, kind]) => {
      const condition = (i: Ref<{ w: unknown; n: number }>) =>
        [
          () => isPresent(i.w),
          () => and(isPresent(i.n), gt(i.n, 1)),
          () => or(isPresent(i.w), isPresent(i.n)),
          () => isString(i as never),
          () => and(isPresent(i.w), isString(i.w as never), eq(i.w as never, 'x')),
        ][kind]?.() as never
      const arm: AnyGraph = ends && kind === 1 ? any(succeed()) : g
      return any(choice(when(condition as never, arm as never), otherwise(h)))
    }),
  },
  ...(variables
    ? [
        {
          weight: 1,
          arbitrary: fc
            .tuple(graph, graph)
            .map(([g, h]) => (isEnd(g) ? g : any(bind(g, (v) => then(h, any(pass((i) => ({ v, i })))) as never)))),
        },
        {
          weight: 1,
          arbitrary: graph.map((g) => told((v) => then(g, any(pass((i) => ({ sum: add(v.n, 1), t: v.t, i })))))),
        },
        {
          weight: 1,
          arbitrary: fc.tuple(graph, fc.integer({ min: 1, max: 3 }), fc.boolean()).map(([g, maxAttempts, once]) =>
            isEnd(g)
              ? g
              : any(
                  repeatUntil(g, (o) => (once ? isPresent((o as Ref<{ w: unknown }>).w) : isString(o)), {
                    every: seconds(2),
                    maxAttempts,
                    // The meaning has no clock: this one never runs out.
                    ...(maxAttempts > 1 && { timeLimit: hours(18), backoffRate: 3, maxDelay: seconds(5) }),
                  }),
                ),
          ),
        },
        {
          weight: 1,
          arbitrary: fc.tuple(graph, fc.integer({ min: 1, max: 3 }), fc.nat(3)).map(([g, maxAttempts, kind]) =>
            isEnd(g)
              ? g
              : any(
                  loop(
                    (i) => i as never,
                    g as never,
                    (o) => isPresent((o as unknown as Ref<{ w: unknown }>).w),
                    {
                      maxAttempts,
                      checkFirst: kind > 1,
                      ...(kind % 2 === 1 && { every: seconds(1) }),
                    },
                  ),
                ),
          ),
        },
        {
          weight: 1,
          arbitrary: graph.map((g) =>
            then(
              any(
                pass((i: Ref<{ w?: unknown; n?: number }>) => ({
                  w: orElse(i.w as never, 'none'),
                  n: cond(isPresent(i.n), 'yes', orElse(i.w as never, 'no') as never),
                })),
              ),
              g,
            ),
          ),
        },
      ]
    : []),
  { weight: 1, arbitrary: graph.map((g) => (isEnd(g) ? g : any(tap(g)))) },
  { weight: 1, arbitrary: graph.map((g) => any(tapCatch(g))) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(graph, fc.constantFrom('out', 'kept', ...(variables ? ['a b', "it's", '7'] : [])))
      .map(([g, key]) => any(seq(any(pass((i) => ({ kept: i, out: 'old' }))), any(keeping(g as never, key))))),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(graph, fc.nat(3)).map(([g, kind]) => {
      const list = (i: Ref<{ items: unknown[] }>) => i.items
      const over = [
        map(list as never, g as never),
        mapCatch(list as never, g as never, { maxConcurrency: 1 }),
        map(
          list as never,
          g as never,
          { selector: (item: unknown, i: unknown, n: unknown) => ({ item, i, n }) } as never,
        ),
        ...(variables
          ? [
              map(
                list as never,
                ((item: unknown, n: unknown) => then(g, any(pass((o) => ({ item, n, o }) as never)))) as never,
              ),
            ]
          : []),
      ]
      return any(seq(any(pass((i) => ({ items: [i, 'b', 3], n: 1 }))), any(over[kind % over.length])))
    }),
  },
]

type Loose = Ref<{ w: { w: number }; n: number; missing: string }>

/** Steps whose expressions have a value for some inputs, and fail on others. */
const partial = (
  graph: fc.Arbitrary<AnyGraph>,
  variables: boolean,
): { weight: number; arbitrary: fc.Arbitrary<AnyGraph> }[] => [
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      any(pass((i: Loose) => ({ w: i.w }))),
      any(pass((i: Loose) => ({ n: 1, w: { w: i.w.w } }))),
      any(pass((i: Loose) => i.w)),
      any(pass((i: Loose) => ({ n: add(i.n, 1) }))),
      any(pass((i: Loose) => ({ missing: i.missing }))),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(graph, graph).map(([g, h]) =>
      any(
        choice(
          when((i: Loose) => gt(i.n, 1) as never, g as never),
          otherwise(h),
        ),
      ),
    ),
  },
  { weight: 1, arbitrary: graph.map((g) => any(map((i: Loose) => i.w as never, g as never))) },
  { weight: 1, arbitrary: fc.constant(any(wait((i: Loose) => i.n))) },
  ...(variables
    ? [
        {
          weight: 1,
          arbitrary: graph.map((g) =>
            any(bind(any(identity()) as never, ((v: Loose) => then(g, any(pass(() => ({ w: v.w }))))) as never)),
          ),
        },
      ]
    : []),
]

/** Random graphs over every node. */
export const graphs = ({
  letters = simple,
  depth = 3,
  rich = true,
  guards = true,
  computes = true,
  variables = true,
  fails = false,
  services: withServices = false,
  partial: canFail = false,
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
      ...(computes ? computing(tie('graph'), fails, variables) : []),
      ...(canFail ? partial(tie('graph'), variables) : []),
      ...(fails
        ? [
            {
              weight: 1,
              arbitrary: fc.constantFrom(
                any(fail({ error: 'Boom', cause: 'on purpose' })),
                any(fail({ error: 'Boom' })),
                any(fail({ cause: 'no name' })),
                any(fail()),
                any(succeed()),
              ),
            },
          ]
        : []),
      ...(withServices
        ? [
            { weight: 1, arbitrary: fc.constantFrom(...letters).map(serviceOf) },
            { weight: 1, arbitrary: fc.constantFrom(...letters).map(workerOf) },
            { weight: 2, arbitrary: distributed(tie('graph')) },
          ]
        : []),
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
