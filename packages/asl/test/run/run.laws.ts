import { type HistoryEvent, visits } from '@orkestra/asl/execute'
import { comment, type Node, named } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyGraph, graphs } from '../../../core/test/arbitraries/graph.ts'
import { holds } from '../../../core/test/arbitraries/laws.ts'
import { outcomeOf, play } from '../../../core/test/arbitraries/outcome.ts'
import { rebuild } from '../../../core/test/arbitraries/rebuild.ts'

const test = suite('laws of run')

const inputs = fc.oneof(fc.constant<unknown>([1, [2], {}]), fc.jsonValue({ maxDepth: 2 }))
const languages = fc.constantFrom<'JSONPath' | 'JSONata'>('JSONPath', 'JSONata')

/** The lines of a stack trace tell who called `run`. */
const withoutTraces = (execution: unknown): string => JSON.stringify(execution).replaceAll(/"trace\\*":\[.*?\]/g, '')

test('a run is deterministic: the same history each time', () =>
  holds(graphs(), inputs, languages, async (graph, input, queryLanguage) => {
    // A loop with a time limit reads the clock, and so does what it hands on.
    const once = await play(graph, input, { queryLanguage, startTime: 0 })
    const twice = await play(graph, input, { queryLanguage, startTime: 0 })
    assert.is(withoutTraces(twice), withoutTraces(once))
  }))

/** The graph with every node given a name and a comment. */
const annotatedThroughout = (graph: AnyGraph): AnyGraph => {
  const all = (_: Node, step: unknown): AnyGraph => named('a name', comment('a comment', step as AnyGraph))
  return rebuild(all)(graph)
}

test('names and comments change no meaning', () =>
  holds(graphs(), inputs, languages, async (graph, input, queryLanguage) => {
    assert.is(
      await outcomeOf(annotatedThroughout(graph), input, { queryLanguage }),
      await outcomeOf(graph, input, { queryLanguage }),
    )
  }))

test('ids of events ascend from 1, and each follows an earlier one, never back in time', () =>
  holds(graphs(), inputs, async (graph, input) => {
    const { history } = await play(graph, input)
    for (const [i, event] of history.entries()) {
      assert.is(event.id, i + 1)
      assert.ok(event.previousEventId < event.id)
      assert.ok(event.timestamp >= (history[i - 1]?.timestamp ?? 0))
    }
    assert.is(history[0]?.type, 'ExecutionStarted')
    assert.match(history.at(-1)?.type ?? '', /^Execution(Succeeded|Failed)$/)
  }))

/** Which event entered the state that each event belongs to, and how each of these ended. */
const endings = (history: readonly HistoryEvent[]): ReadonlyMap<number, readonly string[]> => {
  const owner: number[] = []
  const parent = new Map<number, number>()
  const ends = new Map<number, string[]>()
  const name = (id: number): string | undefined => {
    const event = history[id - 1]
    return event && 'stateEnteredEventDetails' in event ? event.stateEnteredEventDetails.name : undefined
  }
  for (const event of history) {
    let at = owner[event.previousEventId] ?? 0
    if ('stateEnteredEventDetails' in event) {
      parent.set(event.id, at)
      ends.set(event.id, event.type === 'FailStateEntered' ? ['failed'] : [])
      at = event.id
    } else if ('stateExitedEventDetails' in event) {
      while (at !== 0 && name(at) !== event.stateExitedEventDetails.name) at = parent.get(at) ?? 0
      ends.get(at)?.push('exited')
      at = parent.get(at) ?? 0
    } else if (/^(Task|Parallel|Map|Wait)StateAborted$/.test(event.type)) ends.get(at)?.push('aborted')
    else if (/^(TaskFailed|LambdaFunctionFailed|ParallelStateFailed|MapStateFailed)$/.test(event.type))
      ends.get(at)?.push('failed')
    owner[event.id] = at
  }
  return ends
}

test('every state that is entered ends once: it exits, fails, is caught and exits, or is aborted; a retried one fails before; only what nobody can catch ends with the execution', () =>
  holds(graphs(), inputs, async (graph, input) => {
    const execution = await play(graph, input)
    const isTerminal = execution.status === 'FAILED' && execution.error === 'States.Runtime'
    for (const [id, ends] of endings(execution.history))
      if (!(isTerminal && ends.every((end) => end === 'failed')))
        assert.match(ends.join(', '), /^(failed, )*(exited|failed|aborted)$/, `event ${id}: ${ends.join(', ')}`)
  }))

test('of an execution that succeeds, every outermost state was left', () =>
  holds(graphs(), inputs, async (graph, input) => {
    const { history, status } = await play(graph, input)
    if (status !== 'SUCCEEDED') return
    for (const { state, depth, leftAt } of visits(history)) assert.ok(depth > 0 || leftAt !== undefined, state)
  }))

test('visits are the states entered, in that order', () =>
  holds(graphs(), inputs, async (graph, input) => {
    const { history } = await play(graph, input)
    const entered = history.flatMap((event) =>
      'stateEnteredEventDetails' in event ? [event.stateEnteredEventDetails.name] : [],
    )
    assert.equal(
      visits(history).map((visit) => visit.state),
      entered,
    )
  }))

test.run()
