import {
  type AnyStep,
  capture,
  comment,
  equals,
  type Graph,
  map,
  mapCatch,
  type Node,
  named,
  par,
  parAll,
  parCatch,
  seq,
  seqAll,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyGraph, graphs } from '../arbitraries/graph.ts'
import { holds } from '../arbitraries/laws.ts'
import { rebuild } from '../arbitraries/rebuild.ts'

const test = suite('laws of graphs as values')

const again = (node: Node, graph: AnyStep): AnyGraph => {
  const commented = node.comment === undefined ? graph : comment(node.comment, graph)
  return (node.stateName === undefined ? commented : named(node.stateName, commented)) as AnyGraph
}

const rebuilt = rebuild(again)

test('folding with the constructors rebuilds the graph', () =>
  holds(graphs(), (graph) => equals(rebuilt(graph), graph)))

test('equals is reflexive, and symmetric', () =>
  holds(graphs(), graphs(), (a, b) => equals(a, a) && equals(a, b) === equals(b, a)))

test('a graph is plain data: its JSON is equal to it', () =>
  holds(graphs(), (graph) => equals(JSON.parse(JSON.stringify(graph)) as Graph<unknown, unknown>, graph)))

const isDeeplyFrozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen))

test('a graph is frozen, all through', () => holds(graphs(), (graph) => isDeeplyFrozen(graph)))

test('combinators change nothing of what they are given', () =>
  holds(graphs(), graphs(), (a, b) => {
    const before = JSON.stringify([a, b])
    const list = [a, b]
    const record = { a, b }
    seqAll(list)
    parAll(list)
    seq(a, b)
    par(a, b)
    par(record)
    parCatch(a, b)
    parCatch(record)
    map(a as never)
    mapCatch(a as never)
    capture(a)
    named('n', a)
    comment('c', a)
    assert.is(JSON.stringify([a, b]), before)
    assert.is(JSON.stringify([list, record]), `[${before},${JSON.stringify({ a, b })}]`)
    assert.not(Object.isFrozen(list))
    assert.not(Object.isFrozen(record))
  }))

test.run()
