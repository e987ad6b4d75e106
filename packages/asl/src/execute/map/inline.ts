/** The iterations of a Map inside the execution itself. */

import { inlineConcurrency } from '../../language/quotas.ts'
import { Failure } from '../failure/failure.ts'
import type { MakeEvent } from '../history/recorder.ts'
import type { Item } from '../thread/context.ts'
import { isPending } from '../thread/flow.ts'
import {
  createThread,
  machines,
  type ReadyScope,
  resumed,
  runScope,
  stopped,
  type Thread,
  takeParts,
} from '../thread/thread.ts'
import { createVariables } from '../thread/variables.ts'
import { type Fiber, halt, join } from '../time/clock.ts'
import type { SelectItem } from './items.ts'

export interface Iterations {
  readonly scope: ReadyScope
  readonly selector: SelectItem | undefined
  /** 0 for as many as may be. */
  readonly most: number
}

interface Iteration {
  readonly name: string
  readonly index: number
}

const eventOf =
  (
    type: 'MapIterationStarted' | 'MapIterationSucceeded' | 'MapIterationFailed' | 'MapIterationAborted',
  ): MakeEvent<Iteration> =>
  (id, previousEventId, timestamp, details) => ({
    id,
    previousEventId,
    timestamp,
    type,
    mapIterationEventDetails: details,
  })
const begunEvent = eventOf('MapIterationStarted')
const succeededEvent = eventOf('MapIterationSucceeded')
const failedEvent = eventOf('MapIterationFailed')
const abortedEvent = eventOf('MapIterationAborted')

/** Runs all iterations; the results in the order of the items. The first failure stops the others. */
export const runInline = async (
  thread: Thread,
  items: readonly unknown[],
  iterations: Iterations,
): Promise<unknown[]> => {
  const { machine, name } = thread
  const { recorder } = machine
  const { scope, selector } = iterations
  const parts = takeParts(thread)
  const started =
    parts?.startedEvent ??
    recorder.add(thread.event, () => ({
      type: 'MapStateStarted',
      mapStateStartedEventDetails: { length: items.length },
    }))
  thread.event = started
  const results: unknown[] = new Array(items.length)
  const workers = Math.min(items.length, inlineConcurrency, iterations.most || inlineConcurrency)
  const iteration = (previous: number, make: MakeEvent<Iteration>, index: number): number =>
    recorder.put(previous, make, recorder.isOn ? { name, index } : (undefined as never))
  const partAt = (index: number) => parts?.at.get(index)
  const begin = (index: number): number => {
    const part = partAt(index)
    if (part === undefined) return iteration(started, begunEvent, index)
    return 'output' in part ? 0 : part.event
  }
  // AWS starts as many iterations as may run, and then runs them.
  const begun = Array.from({ length: workers }, (_, index) => begin(index))
  let next = 0
  const machineOf = machines(thread)
  const atWork = new Map<Fiber, { readonly index: number; readonly event: number }>()
  const cutOff = stopped(machine)
  await join(
    machine.clock,
    thread.fiber,
    workers,
    async (fiber, _, stop) => {
      while (next < items.length) {
        const index = next
        next += 1
        const part = partAt(index)
        if (part !== undefined && 'output' in part) {
          results[index] = part.output
          continue
        }
        const event = begun[index] ?? begin(index)
        if (recorder.isOn) atWork.set(fiber, { index, event })
        const item: Item = { index, value: items[index], source: 'STATE_DATA' }
        let value = item.value
        const own = machineOf(index)
        const fail = (thrown: unknown): void => {
          if (thrown instanceof Failure && fiber.state !== 'stopped')
            thread.event = iteration(event, failedEvent, index)
          stop(thrown)
        }
        try {
          if (selector !== undefined) {
            const selected = selector(own === machine ? thread : { ...thread, machine: own }, item)
            value = isPending(selected) ? await selected : selected
          }
          const inner = createThread(own, fiber, {
            variables: createVariables(thread.variables),
            depth: thread.depth + 1,
            item,
            value,
            event,
            fail,
          })
          resumed(inner, part?.resumption)
          const running = runScope(inner, scope)
          if (running !== undefined) await running
          if (fiber.state === 'stopped') return await halt()
          results[index] = inner.value
          iteration(inner.event, succeededEvent, index)
        } catch (thrown) {
          fail(thrown)
          throw thrown
        }
      }
    },
    (fiber) => {
      cutOff(fiber)
      const iterating = atWork.get(fiber)
      if (iterating !== undefined) iteration(iterating.event, abortedEvent, iterating.index)
    },
  )
  // A sibling around it may have failed after the last iteration ended.
  if (thread.fiber.state === 'stopped') return halt()
  thread.event = recorder.add(started, () => ({ type: 'MapStateSucceeded' }))
  return results
}
