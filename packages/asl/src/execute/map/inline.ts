/** The iterations of a Map inside the execution itself. */
import { halt, join } from '@orkestra/core/execution'
import { Failure } from '../failure.ts'
import { isPending } from '../flow.ts'
import { createThread, type Item, type ReadyScope, runScope, stopped, type Thread } from '../thread.ts'
import { createVariables } from '../variables.ts'
import type { SelectItem } from './items.ts'

/** At most this many at once, whatever it asks for. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
const most = 40

export interface Iterations {
  readonly scope: ReadyScope
  readonly selector: SelectItem | undefined
  /** 0 for as many as may be. */
  readonly most: number
}

/** Runs all iterations; the results in the order of the items. The first failure stops the others. */
export const runInline = async (
  thread: Thread,
  items: readonly unknown[],
  iterations: Iterations,
): Promise<unknown[]> => {
  const { machine, name } = thread
  const { recorder } = machine
  const { scope, selector } = iterations
  const started = recorder.add(thread.event, () => ({
    type: 'MapStateStarted',
    mapStateStartedEventDetails: { length: items.length },
  }))
  thread.event = started
  const results: unknown[] = new Array(items.length)
  const workers = Math.min(items.length, most, iterations.most || most)
  const details = (index: number) => ({ mapIterationEventDetails: { name, index } })
  const begin = (index: number): number =>
    recorder.add(started, () => ({ type: 'MapIterationStarted', ...details(index) }))
  // AWS starts as many iterations as may run, and then runs them.
  const begun = Array.from({ length: workers }, (_, index) => begin(index))
  let next = 0
  await join(
    machine.clock,
    thread.fiber,
    workers,
    async (fiber) => {
      while (next < items.length) {
        const index = next
        next += 1
        const event = begun[index] ?? begin(index)
        const item: Item = { index, value: items[index], source: 'STATE_DATA' }
        let value = item.value
        try {
          if (selector !== undefined) {
            const selected = selector(thread, item)
            value = isPending(selected) ? await selected : selected
          }
          const inner = createThread(machine, fiber, {
            variables: createVariables(thread.variables),
            depth: thread.depth + 1,
            item,
            value,
            event,
          })
          const running = runScope(inner, scope)
          if (running !== undefined) await running
          if (fiber.state === 'stopped') return await halt()
          results[index] = inner.value
          recorder.add(inner.event, () => ({ type: 'MapIterationSucceeded', ...details(index) }))
        } catch (thrown) {
          if (thrown instanceof Failure && fiber.state !== 'stopped')
            thread.event = recorder.add(event, () => ({ type: 'MapIterationFailed', ...details(index) }))
          throw thrown
        }
      }
    },
    stopped(machine),
  )
  thread.event = recorder.add(started, () => ({ type: 'MapStateSucceeded' }))
  return results
}
