import { strict as same } from 'node:assert'
import { emit, emitEither } from '@orkestra/asl'
import {
  activity,
  add,
  bind,
  choice,
  distributedMap,
  divide,
  filter,
  gt,
  jsonata,
  jsonPath,
  map,
  multiply,
  otherwise,
  pass,
  type Ref,
  seq,
  service,
  task,
  when,
} from '@orkestra/core'
import * as Either from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('what emit refuses of expressions and of EXPRESS machines')

const issuesOf = (graph: unknown, options = {}) => {
  const result = emitEither(graph as never, options)
  return Either.isLeft(result) ? result.left : []
}
const codesOf = (graph: unknown, options = {}) => issuesOf(graph, options).map(({ code }) => code)

interface Item {
  n: number
  list: number[]
}
const x = task<Item, Item>('x')

test('a filter over numbers is for JSONata: on AWS a filter of JSONPath looks at objects only', () => {
  const large = pass((i: Ref<Item>) => ({ large: filter(i.list, (n) => gt(n, 1)) }))
  assert.equal(codesOf(large), ['ASL310'])
  assert.equal(codesOf(large, { queryLanguage: 'JSONata' }), [])
})

test('what JSONPath has no words for names the step, the expression and the way out, all at once', () => {
  const graph = seq(
    x,
    choice(
      when(
        (i) => gt(add(i.n, 1), 3),
        pass((i) => ({ product: multiply(i.n, 2) })),
      ),
      otherwise(pass((i) => ({ quotient: divide(i.n, 2) }))),
    ),
  )
  const issues = issuesOf(graph)
  same.deepEqual(
    issues.map(({ code, path }) => [code, path]),
    [
      ['ASL310', '/States/Shape product'],
      ['ASL310', '/States/Shape quotient'],
    ],
  )
  assert.match(issues[0]?.message ?? '', /multiply\(i\.n, 2\)/)
  assert.match(issues[1]?.message ?? '', /divide\(i\.n, 2\)/)
  for (const { hint } of issues) assert.match(hint, /JSONata|pass/)
  same.deepEqual(issuesOf(graph, { queryLanguage: 'JSONata' }), [])
})

test('a map of JSONPath goes over a path alone', () => {
  const graph = map((_i: Ref<Item>) => jsonPath<number[]>('States.Array(1)'), task<number, number>('y'))
  same.deepEqual(codesOf(graph), ['ASL310'])
})

test('what is written in one language is refused in the other', () => {
  const inJsonata = pass(() => ({ a: jsonata('1 + 1') }))
  const inJsonPath = pass(() => ({ a: jsonPath('$.a') }))
  same.deepEqual(codesOf(inJsonata), ['ASL310'])
  same.deepEqual(codesOf(inJsonata, { queryLanguage: 'JSONata' }), [])
  same.deepEqual(codesOf(inJsonPath, { queryLanguage: 'JSONata' }), ['ASL310'])
  same.deepEqual(codesOf(inJsonPath), [])
})

test('a variable that leaks out of its bind is refused, in both languages', () => {
  let leaked: Ref<Item> | undefined
  const scoped = bind(x, (v) => {
    leaked = v
    return x
  })
  const graph = seq(
    scoped,
    pass(() => ({ a: (leaked as Ref<Item>).n })),
  )
  for (const queryLanguage of ['JSONPath', 'JSONata']) same.deepEqual(codesOf(graph, { queryLanguage }), ['ASL310'])
})

test('and one of outside in a distributed map, whose executions do not see it', () => {
  const inside = (v: Ref<Item>) => pass(() => ({ a: v.n }))
  const distributed = bind(x, (v) =>
    seq(
      pass((i) => i.list),
      distributedMap(inside(v) as never),
    ),
  )
  const inline = bind(x, (v) =>
    seq(
      pass((i) => i.list),
      map(inside(v) as never),
    ),
  )
  same.deepEqual(codesOf(distributed), ['ASL310'])
  same.deepEqual(codesOf(inline), [])
})

test('an EXPRESS machine waits for no job and no token, and has neither activity nor distributed map', () => {
  const job = service('glue:startJobRun.sync', { JobName: 'j' })
  const token = service('sns:publish.waitForTaskToken', (_, t) => ({ TopicArn: 't', Message: t }))
  const worker = activity('arn:aws:states:eu-west-1:123456789012:activity:weigh')
  const many = distributedMap(task<number, number>('y'))
  const all = seq(job as never, token as never, worker as never, many as never)
  same.deepEqual(codesOf(all), [])
  same.deepEqual(codesOf(all, { type: 'EXPRESS' }), ['ASL220', 'ASL221', 'ASL222', 'ASL223'])
  const express = distributedMap(seq(job as never, worker as never), { executionType: 'EXPRESS' })
  same.deepEqual(codesOf(express), ['ASL154', 'ASL154'])
  assert.ok(emit(seq(service('sns:publish', { TopicArn: 't', Message: 'm' })), { type: 'EXPRESS' }))
})

test.run()
