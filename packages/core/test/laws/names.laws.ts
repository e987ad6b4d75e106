import { lengthOf, type Occurrence, occurrences } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { graphs } from '../arbitraries/graph.ts'
import { holds } from '../arbitraries/laws.ts'

const test = suite('laws of state names')

/** All places of a graph, in the order in which the term is written. */
const places = (at: Occurrence): readonly Occurrence[] => [at, ...at.children.flatMap(places)]

/** Whether a place has a state of its own: a sequence has none, nor has a capture that its body carries. */
const isState = (at: Occurrence): boolean =>
  at.node._tag !== 'Seq' && !(at.node._tag === 'Capture' && at.name === at.children[0]?.name)

const stateNames = (root: Occurrence): readonly string[] =>
  places(root).flatMap((at) => [...(isState(at) ? [at.name] : []), ...(at.failed === '' ? [] : [at.failed])])

const given = ({ node }: Occurrence): string | undefined =>
  node._tag === 'Seq' ? undefined : (node.stateName ?? (node._tag === 'Task' ? node.name : undefined))

test('state names are unique in the whole machine', () =>
  holds(graphs(), (graph) => {
    const names = stateNames(occurrences(graph))
    assert.is(new Set(names).size, names.length, names.join(' | '))
  }))

test('no state name is empty or has more than 80 characters', () =>
  holds(graphs(), (graph) => stateNames(occurrences(graph)).every((name) => name !== '' && lengthOf(name) <= 80)))

test('the first place of a given name keeps it', () =>
  holds(graphs(), (graph) => {
    const seen = new Set<string>()
    for (const at of places(occurrences(graph)).filter(isState)) {
      const name = given(at)
      if (name === undefined || seen.has(name)) continue
      seen.add(name)
      assert.is(at.name, name)
    }
  }))

test('a later place of a given name has that name and a number', () =>
  holds(graphs(), (graph) => {
    for (const at of places(occurrences(graph)).filter(isState)) {
      const name = given(at)
      if (name === undefined || at.name === name) continue
      const [, head = '', number = ''] = /^(.*?)(\d+)$/su.exec(at.name.slice(0)) ?? []
      assert.ok(Number(number) >= 2 || /\d$/.test(name), at.name)
      assert.ok(name.startsWith(head) || at.name.startsWith(name), `${at.name} of ${name}`)
    }
  }))

test('the same graph has the same names', () =>
  holds(graphs(), (graph) => {
    assert.equal(stateNames(occurrences(graph)), stateNames(occurrences(graph)))
  }))

test.run()
