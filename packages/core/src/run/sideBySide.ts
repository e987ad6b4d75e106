/** What runs side by side: the branches of a Parallel, the items of a Map. */
import { type Fiber, halt, join } from '../execution/clock.ts'
import type { Each, Keep } from '../graph/graph.ts'
import { isWrapper, type Occurrence } from '../graph/occurrence.ts'
import { evaluationFailure, valueOf } from './expressions.ts'
import { Ended, enter, exit, Failure, failedIn, type Here, left, note, type Reached, retrying } from './machine.ts'

/** Fibers side by side inside a state; `onStop` tells the history which of their states were cut off. */
const sideBySide = (
  { machine, fiber }: Here,
  count: number,
  body: (inner: Fiber, index: number) => Promise<void>,
): Promise<void> =>
  join(machine.clock, fiber, count, body, (stopped) => {
    const open = machine.inState.get(stopped)
    if (open) machine.recorder.add({ type: `${open.type}StateAborted` }, open.event)
    machine.inState.delete(stopped)
  })

/** Runs what has an end of its own: a branch, an item. */
const toEnd = async (here: Here): Promise<Reached> => {
  try {
    return await here.machine.proceed(here)
  } catch (thrown) {
    if (thrown instanceof Ended && here.fiber.state !== 'stopped') return thrown.reached
    throw thrown
  }
}

/** Runs a Parallel: all branches on the same input. Of the wrapper of a guard, the one output is unwrapped. */
export const runParallel = async (here: Here): Promise<Reached> => {
  const { machine, fiber, at, input, depth } = here
  const entered = enter(here, 'Parallel')
  const isOfGuard = isWrapper(at)
  const branches = isOfGuard ? at.children.slice(0, 1) : at.children
  const results: unknown[] = Array.from({ length: branches.length })
  let started = entered
  let last = entered
  const once = async (): Promise<void> => {
    started = machine.recorder.add({ type: 'ParallelStateStarted' }, entered)
    last = started
    await sideBySide(here, branches.length, async (inner, index) => {
      const branch = branches[index] as Occurrence
      const reached = await toEnd({
        ...here,
        retries: undefined,
        fiber: inner,
        at: branch,
        input,
        previous: started,
        depth: depth + 1,
      })
      results[index] = reached.value
      last = reached.event
    })
  }
  try {
    await retrying(here, here.retries ?? [], once)
  } catch (thrown) {
    return failedIn(here, thrown, 'ParallelStateFailed', started)
  }
  if (fiber.state === 'stopped') return halt()
  const keys = at.node._tag === 'Par' ? at.node.keys : undefined
  const output = isOfGuard
    ? unwrapped(here, results[0], last)
    : keys
      ? Object.fromEntries(keys.map((key, i) => [key, results[i]]))
      : results
  return exit(here, 'Parallel', output, last)
}

/** What the wrapper of a guard gives of its one output: of one that keeps the input, both. */
const unwrapped = (here: Here, output: unknown, event: number): unknown => {
  const { at, input, machine } = here
  if (at.node._tag !== 'Keep') return output
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return Object.fromEntries([
      ...Object.entries(input),
      [at.node.key, machine.queryLanguage === 'JSONata' ? output : [output]],
    ])
  const [error, problem] =
    machine.queryLanguage === 'JSONata'
      ? ['States.QueryEvaluationError', 'Only objects can be merged.']
      : ['States.ResultPathMatchFailure', 'The ResultPath cannot be applied to the input, which is no object.']
  throw evaluationFailure(here, event, error, problem)
}

/** Runs a body and keeps the input. In JSONPath a Pass takes the output out of the Parallel's array. */
export const runKeep = async (here: Here, { key = '' }: Keep): Promise<Reached> => {
  const kept = await runParallel(here)
  if (here.machine.queryLanguage === 'JSONata') return kept
  const value = { ...(kept.value as Record<string, unknown>) }
  const [output] = value[key] as readonly [unknown]
  const merged = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, name === key ? output : field]))
  const name = here.at.more.kept ?? ''
  const entered = note(here.machine, 'Pass', name, kept.value, kept.event)
  return left(here.machine, 'Pass', name, merged, entered)
}

/** An inline Map runs at most this many items at once, whatever it asks for. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
const inlineConcurrency = 40

/** And one whose items are executions of their own, this many. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html */
const distributedConcurrency = 10_000

/** Runs a Map: its item once per element, by as many workers as may be at it at once. */
export const runMap = async (
  here: Here,
  { maxConcurrency = 0, items: from, selector, distributed }: Each,
): Promise<Reached> => {
  const { machine, fiber, at, input, depth } = here
  const { recorder } = machine
  const entered = enter(here, 'Map')
  const item = at.children[0] as Occurrence
  const most = distributed ? distributedConcurrency : inlineConcurrency
  let results: unknown[] = []
  let started = entered

  const once = async (): Promise<void> => {
    const found = from ? valueOf(here, from, entered) : input
    if (!Array.isArray(found)) throw noArray(here, entered, found)
    const items: readonly unknown[] = found
    started = recorder.add({ type: 'MapStateStarted', mapStateStartedEventDetails: { length: items.length } }, entered)
    results = Array.from({ length: items.length })
    const workers = Math.min(items.length, most, maxConcurrency || most)
    let next = 0
    await sideBySide(here, workers, async (inner) => {
      while (next < items.length) {
        const index = next++
        const details = { mapIterationEventDetails: { name: at.name, index } }
        const begun = recorder.add({ type: 'MapIterationStarted', ...details }, started)
        try {
          const given = { ...here, retries: undefined, fiber: inner, item: { index, value: items[index] } }
          const reached = await toEnd({
            ...given,
            at: item,
            input: selector ? valueOf({ ...given, at }, selector, entered) : items[index],
            previous: begun,
            depth: depth + 1,
          })
          if (inner.state === 'stopped') return halt()
          results[index] = reached.value
          recorder.add({ type: 'MapIterationSucceeded', ...details }, begun)
        } catch (thrown) {
          if (thrown instanceof Failure && inner.state !== 'stopped')
            recorder.add({ type: 'MapIterationFailed', ...details }, begun)
          throw thrown
        }
      }
    })
  }
  try {
    await retrying(here, here.retries ?? [], once)
  } catch (thrown) {
    return failedIn(here, thrown, 'MapStateFailed', started)
  }
  if (fiber.state === 'stopped') return halt()
  return exit(here, 'Map', results, recorder.add({ type: 'MapStateSucceeded' }, started))
}

/** What AWS says of an input that is no array, in either language. */
const noArray = (here: Here, entered: number, found: unknown): Failure =>
  here.machine.queryLanguage === 'JSONata'
    ? evaluationFailure(
        here,
        entered,
        'States.QueryEvaluationError',
        `Map state input must be an array but was: ${JSON.stringify(found)}`,
      )
    : evaluationFailure(here, entered, 'States.Runtime', 'Reference path "$" must point to array.')
