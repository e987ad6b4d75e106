import type { Failure } from '../failure/failure.ts'
import { handlersOf } from '../failure/handlers.ts'
import { withRetries } from '../failure/retry.ts'
import { jsonataFlow } from '../jsonata/flow.ts'
import { jsonPathFlow } from '../jsonpath/flow.ts'
import { distributionOf, runDistributed } from '../map/distributed.ts'
import { runInline } from '../map/inline.ts'
import { itemsOf, selectorOf } from '../map/items.ts'
import { mockedMap } from '../map/mocked.ts'
import { settingOf } from '../map/settings.ts'
import { isRecord } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field, type Raw } from '../plan/fields.ts'
import { refusal } from '../plan/refuse.ts'
import { after } from '../thread/flow.ts'
import { enter, exit, type ReadyState, type Thread } from '../thread/thread.ts'
import { halt } from '../time/clock.ts'

const processorOf = ({ raw, at }: Blueprint): readonly [name: string, processor: Raw] => {
  for (const name of ['ItemProcessor', 'Iterator']) {
    const processor = field(raw, name)
    if (isRecord(processor)) return [name, processor]
  }
  throw refusal('ASL120', at, 'it has no ItemProcessor.', 'Give it one, with StartAt and States.')
}

const isDistributed = (processor: Raw): boolean => {
  const config = field(processor, 'ProcessorConfig')
  return isRecord(config) && config.Mode === 'DISTRIBUTED'
}

/** Map: the same states once per item. https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html */
export const mapState = (blueprint: Blueprint): ReadyState['run'] => {
  const { name, raw, at, isJsonata, next } = blueprint
  const state = { name, type: 'Map' }
  const { InputPath: _, Parameters: __, ...fields } = raw
  const flow = isJsonata ? jsonataFlow(fields, true, at) : jsonPathFlow(fields, at)
  const [processorName, processor] = processorOf(blueprint)
  const scope = blueprint.scope(processor, [...at, processorName])
  const distribution = isDistributed(processor) ? distributionOf(blueprint, processor) : undefined
  const items = itemsOf(blueprint)
  const selector = selectorOf(blueprint)
  const maxConcurrency = settingOf(blueprint, 'MaxConcurrency')

  const leave = (thread: Thread, results: unknown) => {
    // A sibling around it may have failed between its last event and here.
    if (thread.fiber.state === 'stopped') return halt()
    thread.machine.open.delete(thread.fiber)
    thread.machine.inspect?.('result', results)
    return after(thread, flow.finish(thread, results), () => {
      exit(thread, 'Map')
      return next()
    })
  }
  const attempt = (thread: Thread) => {
    thread.machine.open.set(thread.fiber, { type: 'Map', event: thread.enteredEvent })
    const { trial } = thread.machine
    if (trial !== undefined)
      return mockedMap(thread, trial, { items, maxConcurrency, distribution }).then((results) => leave(thread, results))
    const work = { scope, selector, maxConcurrency }
    if (distribution !== undefined)
      return runDistributed(thread, distribution, items, work).then((results) => leave(thread, results))
    return after(thread, items(thread), (list) =>
      after(thread, maxConcurrency(thread), (most) =>
        runInline(thread, list as readonly unknown[], { scope, selector, most: Number(most ?? 0) }).then((results) =>
          leave(thread, results),
        ),
      ),
    )
  }
  const attempts = {
    type: 'Map' as const,
    ...handlersOf(blueprint),
    attempt,
    onGivenUp: (thread: Thread, failure: Failure) => {
      thread.machine.open.delete(thread.fiber)
      // Of what it finds by itself AWS only writes that the execution failed.
      if (!failure.isTerminal)
        thread.event = thread.machine.recorder.add(thread.event, () => ({ type: 'MapStateFailed' }))
    },
  }
  return (thread) => {
    enter(thread, state)
    return withRetries(attempts, thread)
  }
}
