/**
 * Random workflows as people write them: steps that pass objects on, shape, keep and guard them, over every node. Their functions say what
 * they were given, so that a workflow which gives one of them anything else than it should is found out. Test code.
 */
import {
  add,
  bind,
  capture,
  catchError,
  choice,
  comment,
  concat,
  context,
  eq,
  fail,
  type Graph,
  gt,
  identity,
  isPresent,
  keeping,
  loop,
  map,
  merge,
  named,
  nodeOf,
  not,
  on,
  onAny,
  or,
  otherwise,
  par,
  parCatch,
  pass,
  repeatUntil,
  retry,
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

// biome-ignore lint/suspicious/noExplicitAny: random terms have no types that the compiler could know
type Loose = any

export type AnyWorkflow = Graph<unknown, unknown>

const any = (graph: unknown): AnyWorkflow => graph as AnyWorkflow

/** The causes of an engine's own errors are in its own words, and name states and events. */
export const withoutPlaces = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutPlaces)
  const isOwn = 'Error' in value && 'Cause' in value && String(value.Error).startsWith('States.')
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, isOwn && key === 'Cause' ? '…' : withoutPlaces(field)]),
  )
}

/** The same text for the same value, whatever the order of its keys. */
const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  const fields = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join()}}`
}

/** A number for a value. */
export const digest = (value: unknown): number => {
  let h = 7
  for (const char of canonical(withoutPlaces(value))) h = (Math.imul(h, 31) + char.charCodeAt(0)) | 0
  return Math.abs(h) % 9973
}

/** An error as a function throws it. */
const boom = (name: string, saw: number): Error => {
  const error = Object.assign(new Error(`saw ${saw}`), { name })
  error.stack = ''
  return error
}

/** What a function does, by the first letter of its name, and what it gives shows what it was given. */
export const act = (name: string, input: unknown): unknown => {
  const saw = digest(input)
  switch (name[0]) {
    case 'f':
      throw boom('Boom', saw)
    case 'g':
      if (saw % 2 === 0) throw boom('Bang', saw)
  }
  if (name.startsWith('s')) return { saw }
  return { a: { b: saw }, k: saw % 2 === 0 ? 'x' : 'y', n: saw % 3, saw, ...(saw % 5 === 0 && { z: null }) }
}

const isEnd = (graph: AnyWorkflow): boolean => {
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

const then = (...steps: readonly AnyWorkflow[]): AnyWorkflow =>
  steps.reduce((first, next) => (isEnd(first) ? first : any((seq as Loose)(first, next))))

/** What is kept in an object, as steps here get one. */
const gathered = (graph: unknown): AnyWorkflow =>
  any(seq(any(graph), any(pass((o) => ({ all: o, k: 'y', n: 2, a: { b: 1 } })))))

const shapes: readonly ((i: Loose) => unknown)[] = [
  (i) => ({ a: i.a, k: i.k }),
  (i) => ({ a: { b: i.n }, k: i.k, n: i.n }),
  (i) => i,
  () => ({ a: { b: 1 }, k: 'x', n: 2, saw: 0 }),
  (i) => ({ all: i, k: 'y', n: 1, a: { b: 0 } }),
  (i) => i.a,
  (i) => merge(i, { k: 'x' }),
  (i) => merge(i, { z: i.n }),
  (i) => ({ k: i.k, n: add(i.n, 1), a: i.a }),
  (i) => ({ k: concat('', i.k), a: { b: concat(i.n, '-', i.k) }, n: 0 }),
  (i) => ({ a: i.a, k: i.missing }),
  () => ({ k: (context.Execution.Input as Loose).k, a: { b: 0 }, n: 1 }),
]

const conditions: readonly ((i: Loose) => unknown)[] = [
  (i) => eq(i.k, 'x'),
  (i) => isPresent(i.z),
  (i) => gt(i.n, 0 as never),
  (i) => or(isPresent(i.z), eq(i.k, 'y')),
  (i) => not(eq(i.k, 'x')),
  (i) => eq(i.missing, 'x'),
]

const indices = <A>(all: readonly A[]) => fc.nat(all.length - 1).map((i) => all[i] as A)

/** What an argument of a service is made of. */
const told: readonly ((i: Loose) => unknown)[] = [
  (i) => ({ QueueUrl: 'q', MessageBody: i.k }),
  (i) => ({ QueueUrl: 'q', MessageBody: { all: i, n: i.n } }),
  () => ({ QueueUrl: 'q', MessageBody: 'same' }),
]

const results: readonly (((r: Loose) => unknown) | undefined)[] = [
  undefined,
  (r) => r.a,
  (r) => ({ k: r.k, a: r.a, n: r.n }),
  (r) => ({ all: r, k: 'x', n: 0, a: { b: 1 } }),
  (r) => r.none,
]

export interface WorkflowOptions {
  readonly depth?: number
  /** Whether steps may have names and comments. Default `true`. */
  readonly rich?: boolean
}

/** Random workflows. */
export const workflows = ({ depth = 3, rich = true }: WorkflowOptions = {}): fc.Arbitrary<AnyWorkflow> =>
  fc.letrec<{ step: AnyWorkflow; steps: AnyWorkflow }>((tie) => {
    const step = tie('step')
    const steps = tie('steps')
    const leaf = fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .tuple(fc.constantFrom('t', 't', 't', 'f', 'g', 's'), fc.nat(3))
          .map(([l, i]) => any(task(`${l}${i}`))),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(indices(told), indices(results), fc.nat(2))
          .map(([make, result, i]) =>
            any((service as Loose)('sqs:sendMessage', make, { name: `q${i}`, ...(result && { result }) })),
          ),
      },
      { weight: 5, arbitrary: indices(shapes).map((shape) => any(pass(shape as Loose))) },
      { weight: 1, arbitrary: fc.nat(9).map((n) => any(wait(seconds(n)))) },
      { weight: 1, arbitrary: fc.constant(any(identity())) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          any(fail({ error: 'Boom', cause: 'on purpose' })),
          any(fail({ error: 'Other' })),
          any((fail as Loose)((i: Loose) => ({ error: 'Bang', cause: i.k }))),
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom(any(succeed()), any((succeed as Loose)((i: Loose) => ({ ended: i })))) },
    )
    const handlers = fc
      .tuple(steps, fc.constantFrom('Boom', 'Bang', 'any'), fc.constantFrom(undefined, 'error'))
      .map(([handler, error, keep]): Loose => {
        const options = keep === undefined ? [] : [{ keeping: keep }]
        return error === 'any' ? (onAny as Loose)(handler, ...options) : (on as Loose)(error, handler, ...options)
      })
    const live = step.map((g) => (isEnd(g) ? any(task('t0')) : g))
    const liveSteps = steps.map((g) => (isEnd(g) ? any(task('t1')) : g))
    const loops = fc
      .record({
        maxAttempts: fc.integer({ min: 1, max: 3 }),
        every: fc.constantFrom(undefined, seconds(5)),
        first: fc.boolean(),
      })
      .map(({ maxAttempts, every, first }) => ({
        maxAttempts,
        ...(every && { every }),
        ...(every && first && { first: 'wait' as const }),
      }))
    return {
      steps: fc.array(step, { minLength: 1, maxLength: 4 }).map((all) => then(...all)),
      step: fc.oneof(
        { maxDepth: depth, depthSize: 'small' },
        leaf,
        steps,
        fc.tuple(liveSteps, fc.constantFrom('k1', 'k2', 'ö k')).map(([g, key]) => any((keeping as Loose)(g, key))),
        live.map((g) => any((tap as Loose)(g))),
        live.map((g) => any((tapCatch as Loose)(g))),
        fc
          .tuple(steps, fc.array(fc.tuple(indices(conditions), steps), { minLength: 1, maxLength: 2 }))
          .map(([last, arms]) =>
            any((choice as Loose)(...arms.map(([c, g]) => (when as Loose)(c, g)), otherwise(last as Loose))),
          ),
        fc
          .tuple(liveSteps, steps, fc.nat(2))
          .map(([g, h, kind]) =>
            any(
              (bind as Loose)(g, (v: Loose) =>
                kind === 0
                  ? h
                  : then(h, any(pass((i: Loose) => ({ v: kind === 1 ? v : v.k, i, k: 'x', n: 1, a: { b: 2 } })))),
              ),
            ),
          ),
        steps.map((h) =>
          any(
            (bind as Loose)(identity(), (v: Loose) =>
              then(h, any(pass((i: Loose) => ({ v, i, k: 'y', n: 0, a: { b: 2 } })))),
            ),
          ),
        ),
        steps.map((g) => any(capture(g))),
        fc
          .tuple(steps, fc.constantFrom([], ['Boom'], ['States.TaskFailed']), fc.nat(2))
          .map(([g, errors, maxAttempts]) =>
            any(retry(g, errors.length === 0 ? { maxAttempts } : { errors, maxAttempts })),
          ),
        fc.tuple(steps, handlers).map(([g, handler]) => any((catchError as Loose)(g, handler))),
        fc
          .tuple(liveSteps, indices(conditions), loops)
          .map(([g, c, options]) => any((repeatUntil as Loose)(g, c, options))),
        fc
          .tuple(live, indices(conditions), loops, fc.boolean())
          .map(([g, c, options, checkFirst]) =>
            any((loop as Loose)((i: Loose) => i, g, c, { ...options, checkFirst })),
          ),
        fc.array(steps, { minLength: 1, maxLength: 2 }).map((branches) => gathered(par(...branches))),
        fc.array(steps, { minLength: 1, maxLength: 2 }).map((branches) => gathered(parCatch(...branches))),
        steps.map((g) =>
          any(
            seq(
              any((par as Loose)({ k: any(task('t3')), n: g })),
              any(pass((o: Loose) => ({ a: o.k, k: o.k, n: o.n }))),
            ),
          ),
        ),
        steps.map((g) =>
          any(
            seq(
              any(pass((i) => ({ items: [i, i] }) as Loose)),
              any((map as Loose)((i: Loose) => i.items, g)),
              any(pass((o) => ({ all: o, k: 'x', n: 1, a: { b: 0 } }))),
            ),
          ),
        ),
        ...(rich
          ? [
              fc.tuple(step, fc.constantFrom('Step', 't0', 'constructor')).map(([g, text]) => any(named(text, g))),
              step.map((g) => any(comment('why', g))),
            ]
          : []),
      ),
    }
  }).steps

/** What the executions of random workflows start with. */
export const inputs: fc.Arbitrary<Record<string, unknown>> = fc.record({
  a: fc.record({ b: fc.nat(9) }),
  k: fc.constantFrom('x', 'y'),
  n: fc.nat(2),
})
