import {
  capture,
  identity,
  isGuard,
  isWrapper,
  lengthOf,
  map,
  type Occurrence,
  occurrences,
  par,
  seq,
  task,
} from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyGraph, graphs, taskOf } from '../arbitraries/graph.ts'
import { holds } from '../arbitraries/laws.ts'

const test = suite('laws of state names')

/** All places of a graph, in the order in which the term is written. */
const places = (at: Occurrence): readonly Occurrence[] => [at, ...at.children.flatMap(places)]

/** Whether a place has a state of its own: a sequence has none, nor has a variable’s scope or a guard that its body carries. */
const isState = (at: Occurrence): boolean =>
  at.node._tag !== 'Seq' && at.node._tag !== 'Bind' && (!isGuard(at.node) || isWrapper(at))

const stateNames = (root: Occurrence): readonly string[] =>
  places(root).flatMap((at) => [...(isState(at) ? [at.name] : []), ...(at.failed === '' ? [] : [at.failed])])

const given = ({ node }: Occurrence): string | undefined =>
  node._tag === 'Seq' || node._tag === 'Bind'
    ? undefined
    : (node.stateName ?? (node._tag === 'Task' ? node.name : undefined))

/** Random graphs beside steps whose names are what others would be called. */
const clashing = fc
  .tuple(
    graphs(),
    fc.array(
      fc.constantFrom('w02', 'w03', 'Parallel w0', 'Map w0', 'Capture w0', 'w0_failed', 'w0_failed2', 'identity'),
    ),
    fc.nat(),
  )
  .map(([graph, names, n]) => {
    const steps = names.map((name) => task(name) as AnyGraph)
    const w = taskOf('w', 0)
    const derived = [par(w), map(w), capture(seq(w, w)), capture(w), identity(), w] as unknown as AnyGraph[]
    return par(...steps, derived[n % derived.length] as AnyGraph, graph) as AnyGraph
  })

test('state names are unique in the whole machine', () =>
  holds(clashing, (graph) => {
    const names = stateNames(occurrences(graph))
    assert.is(new Set(names).size, names.length, names.join(' | '))
  }))

test('no state name is empty or has more than 80 characters', () =>
  holds(clashing, (graph) => stateNames(occurrences(graph)).every((name) => name !== '' && lengthOf(name) <= 80)))

test('the first place of a given name keeps it', () =>
  holds(clashing, (graph) => {
    const seen = new Set<string>()
    for (const at of places(occurrences(graph)).filter(isState)) {
      const name = given(at)
      if (name === undefined || seen.has(name)) continue
      seen.add(name)
      assert.is(at.name, name)
    }
  }))

test('a later place of a given name has that name and a number', () =>
  holds(clashing, (graph) => {
    for (const at of places(occurrences(graph)).filter(isState)) {
      const name = given(at)
      if (name === undefined || at.name === name) continue
      const head = at.name.replace(/\d+$/, '')
      assert.ok(at.name !== head && name.startsWith(head), `${at.name} of ${name}`)
    }
  }))

test('the same graph has the same names', () =>
  holds(clashing, (graph) => {
    assert.equal(stateNames(occurrences(graph)), stateNames(occurrences(graph)))
  }))

test.run()
