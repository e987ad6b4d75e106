import type { Failure } from '../failure/failure.ts'
import { handlersOf } from '../failure/handlers.ts'
import { withRetries } from '../failure/retry.ts'
import { jsonataFlow } from '../jsonata/flow.ts'
import { jsonPathFlow } from '../jsonpath/flow.ts'
import { isRecord } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { listField } from '../plan/fields.ts'
import { refusal } from '../plan/refuse.ts'
import { after } from '../thread/flow.ts'
import {
  createThread,
  enter,
  exit,
  machines,
  type ReadyScope,
  type ReadyState,
  resumed,
  runScope,
  stopped,
  type Thread,
  type Trial,
  takeParts,
} from '../thread/thread.ts'
import { createVariables } from '../thread/variables.ts'
import { halt, join } from '../time/clock.ts'

/** Apart from what runs them: what that can see is kept, and a place is as long as it is deep. */
const branchesOf = ({ raw, at, scope }: Blueprint): readonly ReadyScope[] => {
  const branches = listField(raw, 'Branches', at).map((branch, i) => {
    const here = [...at, 'Branches', i]
    if (!isRecord(branch)) throw refusal('ASL110', here, 'a branch is an object.', 'Give it StartAt and States.')
    return scope(branch, here)
  })
  if (branches.length === 0)
    throw refusal('ASL110', [...at, 'Branches'], 'there is no branch.', 'Give it at least one.')
  return branches
}

/** Parallel: branches side by side, each with the same input. https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html */
export const parallelState = (blueprint: Blueprint): ReadyState['run'] => {
  const { name, raw, at, isJsonata, next } = blueprint
  const state = { name, type: 'Parallel' }
  const flow = isJsonata ? jsonataFlow(raw, true, at) : jsonPathFlow(raw, at)
  const branches = branchesOf(blueprint)

  const mocked = (thread: Thread, trial: Trial) => {
    if (trial.mock === undefined) throw new Error('a Parallel that is tried by itself is given a mock')
    if ('failure' in trial.mock) throw trial.mock.failure
    return after(thread, flow.finish(thread, trial.mock.result), () => {
      exit(thread, 'Parallel')
      return next()
    })
  }
  const run = async (thread: Thread, work: unknown): Promise<ReadyState | undefined> => {
    const { clock, recorder, open } = thread.machine
    const parts = takeParts(thread)
    const started = parts?.startedEvent ?? recorder.add(thread.event, () => ({ type: 'ParallelStateStarted' }))
    const results: unknown[] = new Array(branches.length)
    let last = started
    const machineOf = machines(thread)
    thread.event = started
    open.set(thread.fiber, { type: 'Parallel', event: thread.enteredEvent })
    await join(
      clock,
      thread.fiber,
      branches.length,
      async (fiber, index, fail) => {
        const part = parts?.at.get(index)
        if (part !== undefined && 'output' in part) {
          results[index] = part.output
          return
        }
        const inner = createThread(machineOf(index), fiber, {
          variables: createVariables(thread.variables),
          depth: thread.depth + 1,
          item: thread.item,
          value: work,
          event: started,
          fail,
        })
        resumed(inner, part?.resumption)
        const running = runScope(inner, branches[index] as ReadyScope)
        if (running !== undefined) await running
        results[index] = inner.value
        last = inner.event
      },
      stopped(thread.machine),
    )
    // A sibling around it may have failed after the last branch ended.
    if (thread.fiber.state === 'stopped') return halt()
    open.delete(thread.fiber)
    thread.event = last
    thread.machine.inspect?.('result', results)
    return after(thread, flow.finish(thread, results), () => {
      exit(thread, 'Parallel')
      return next()
    })
  }
  const attempts = {
    type: 'Parallel' as const,
    ...handlersOf(blueprint),
    attempt: (thread: Thread) =>
      after(thread, flow.work(thread), (work) =>
        thread.machine.trial === undefined ? run(thread, work) : mocked(thread, thread.machine.trial),
      ),
    onGivenUp: (thread: Thread, failure: Failure) => {
      thread.machine.open.delete(thread.fiber)
      // Of what it finds by itself AWS only writes that the execution failed. https://github.com/floci-io/floci/issues/2868
      if (!failure.isTerminal)
        thread.event = thread.machine.recorder.add(thread.event, () => ({ type: 'ParallelStateFailed' }))
    },
  }
  return (thread) => {
    enter(thread, state)
    return withRetries(attempts, thread)
  }
}
