import { capture, edges, identity, map, nodeOf, par, parCatch, seq, task, toDag } from '@orkestra/core'
import { alg } from 'graphlib'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('edges and toDag')

const t = (name: string) => task<unknown, unknown>(name)

test('each step waits for the last ones before it', () => {
  assert.equal(edges(seq(t('x'), t('y'), parCatch(t('z'), t('g')))), [
    ['x', 'y'],
    ['y', 'z'],
    ['y', 'g'],
  ])
  assert.equal(edges(seq(par(t('a'), seq(t('b'), t('c'))), par(t('d'), t('e')))), [
    ['b', 'c'],
    ['a', 'd'],
    ['a', 'e'],
    ['c', 'd'],
    ['c', 'e'],
  ])
  assert.equal(edges(t('x')), [])
})

test('identity as a branch is a step; what a map does inside is its own affair', () => {
  const inner = map(seq(t('a'), t('b'))) as unknown as ReturnType<typeof t>
  assert.equal(edges(seq(t('x'), par(identity(), inner), t('y'))), [
    ['x', 'identity'],
    ['x', 'Map a'],
    ['identity', 'y'],
    ['Map a', 'y'],
  ])
})

test('toDag has a vertex per place, labelled with its node', () => {
  const x = t('x')
  const dag = toDag(seq(x, capture(x)))
  assert.equal(dag.nodes(), ['x', 'x2'])
  assert.equal(dag.edges(), [{ v: 'x', w: 'x2' }])
  assert.is(dag.node('x2'), nodeOf(x))
})

test('graphlib’s algorithms read it', () => {
  const dag = toDag(seq(t('x'), t('y'), parCatch(t('z'), t('g'))))
  assert.ok(dag.isDirected())
  assert.ok(alg.isAcyclic(dag))
  assert.equal(alg.topsort(dag), ['x', 'y', 'z', 'g'])
})

test('names that every object has get a blank before them', () => {
  const dag = toDag(seq(t('constructor'), t(' constructor'), t('__proto__'), t('toString')))
  assert.equal(dag.nodes(), ['  constructor', ' constructor', ' __proto__', ' toString'])
  assert.is(dag.edgeCount(), 3)
  assert.ok(alg.isAcyclic(dag))
})

test.run()
