/** What runs side by side: the branches of a Parallel, the items of a Map. */
import { type Fiber, halt, join } from '../execution/clock.ts'
import { causeInState } from '../execution/failure.ts'
import { isWrapper, type Occurrence } from '../occurrence.ts'
import { enter, exit, Failure, failedIn, type Here, type Reached, retrying } from './machine.ts'

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
      const reached = await machine.proceed({
        machine,
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
  const output = isOfGuard ? results[0] : keys ? Object.fromEntries(keys.map((key, i) => [key, results[i]])) : results
  return exit(here, 'Parallel', output, last)
}

/** An inline Map runs at most this many items at once, whatever it asks for. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
const inlineConcurrency = 40

/** Runs a Map: its item once per element, by as many workers as may be at it at once. */
export const runMap = async (here: Here, maxConcurrency: number): Promise<Reached> => {
  const { machine, fiber, at, input, depth } = here
  const { recorder } = machine
  const entered = enter(here, 'Map')
  const item = at.children[0] as Occurrence
  let results: unknown[] = []
  let started = entered

  const once = async (): Promise<void> => {
    if (!Array.isArray(input)) throw noArray(here, entered)
    started = recorder.add({ type: 'MapStateStarted', mapStateStartedEventDetails: { length: input.length } }, entered)
    results = Array.from({ length: input.length })
    const workers = Math.min(input.length, inlineConcurrency, maxConcurrency || inlineConcurrency)
    let next = 0
    await sideBySide(here, workers, async (inner) => {
      while (next < input.length) {
        const index = next++
        const details = { mapIterationEventDetails: { name: at.name, index } }
        const begun = recorder.add({ type: 'MapIterationStarted', ...details }, started)
        try {
          const reached = await machine.proceed({
            machine,
            fiber: inner,
            at: item,
            input: input[index],
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
const noArray = ({ machine, at, input }: Here, entered: number): Failure => {
  const [error, problem] =
    machine.queryLanguage === 'JSONata'
      ? ['States.QueryEvaluationError', `Map state input must be an array but was: ${JSON.stringify(input)}`]
      : ['States.Runtime', 'Reference path "$" must point to array.']
  const cause = causeInState(at.name, entered, problem)
  const details = { error, cause, state: at.name }
  return new Failure(
    error,
    cause,
    machine.recorder.add({ type: 'EvaluationFailed', evaluationFailedEventDetails: details }, entered),
  )
}
