/** Expressions as JSONata, as they read in a definition. That they mean the same: `conformance/test/expressions.laws.ts`. */
import { execute } from '@orkestra/asl/execute'
import {
  add,
  and,
  concat,
  contains,
  context,
  divide,
  eq,
  get,
  gt,
  isNull,
  isPresent,
  isTimestamp,
  jsonata,
  jsonPath,
  length,
  lt,
  matches,
  merge,
  modulo,
  multiply,
  not,
  or,
  parseJson,
  partition,
  random,
  range,
  split,
  stringify,
  subtract,
  timestamp,
  unique,
  uuid,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Expression, Variable } from '../../../core/src/expressions/expression.ts'
import { type Ref, referenceTo, toExpression } from '../../../core/src/expressions/reference.ts'
import { jsonataCondition, jsonataTemplate, jsonataText } from '../../src/emit/expression/jsonata.ts'
import { Inexpressible } from '../../src/emit/expression/problem.ts'

const test = suite('expressions as JSONata')

interface Payload {
  readonly a: number
  readonly n: number
  readonly id: string
  readonly flag: boolean
  readonly xs: readonly number[]
  readonly rows: readonly (readonly { readonly b: number }[])[]
  readonly 'a b': { readonly and: string; readonly '`': string; readonly '': string }
}
const i: Ref<Payload> = referenceTo({ _tag: 'Input' })
const variable: Variable = { level: 1 }
const v: Ref<string> = referenceTo({ _tag: 'Variable', variable })
const names = (asked: Variable): string | undefined => (asked === variable ? 'v' : undefined)
const expression = (value: unknown): Expression => toExpression('here', value)
const text = (value: unknown): string => jsonataText(expression(value), names)

test('references', () => {
  assert.is(text(i), '$states.input')
  assert.is(text(i.xs[0]), '$states.input.xs[0]')
  assert.is(text(i['a b'].and), '$states.input.`a b`.`and`')
  assert.is(text(i['a b']['`']), "$lookup($states.input.`a b`, '`')")
  assert.is(text(i['a b']['']), "$lookup($states.input.`a b`, '')")
  assert.is(text(v), '$v')
  assert.is(text(context.Execution.Name), '$states.context.Execution.Name')
  assert.is(text(referenceTo({ _tag: 'Result' }, ['Payload'])), '$states.result.Payload')
  assert.is(text(parseJson<{ b: number }>(i.id).b), '$parse($states.input.id).b')
  assert.is(text(get(i.rows, i.n)[0]), '($states.input.rows[$states.input.n])[0]')
  assert.throws(() => text(referenceTo({ _tag: 'Variable', variable: {} })), /outside its bind/)
})

test('functions', () => {
  assert.is(text(concat('order-', i.id, add(i.a, 1))), "'order-' & $states.input.id & ($states.input.a + 1)")
  assert.is(text(concat(i.a)), "'' & $states.input.a")
  assert.is(text(concat('a')), "'a'")
  assert.is(text(subtract(i.a, subtract(i.n, -1))), '$states.input.a - ($states.input.n - -1)')
  assert.is(text(subtract(subtract(i.a, i.n), 1)), '$states.input.a - $states.input.n - 1')
  assert.is(text(multiply(add(i.a, 1), divide(i.n, 2))), '($states.input.a + 1) * ($states.input.n / 2)')
  assert.is(text(add(modulo(i.a, 2), 1)), '$states.input.a % 2 + 1')
  assert.is(text(length(i.xs)), '$count($states.input.xs)')
  assert.is(text(contains(i.xs, 1)), '1 in $states.input.xs')
  assert.is(text(get(i.xs, i.n)), '$states.input.xs[$states.input.n]')
  assert.is(text(get(unique(i.xs), 0)), '([$distinct($states.input.xs)])[0]')
  assert.is(text(range(1, i.n)), '[$range(1, $states.input.n, 1)]')
  assert.is(text(partition(i.xs, 10)), '[$partition($states.input.xs, 10)]')
  assert.is(text(split(i.id, ',/')), "[$split($states.input.id, /,|\\//)[$ != '']]")
  assert.is(text(split(i.id, '')), "[$split($states.input.id, /(?!)/)[$ != '']]")
  assert.is(text(merge(i, { status: 'paid' })), "$merge([$states.input, {'status': 'paid'}])")
  assert.is(text(uuid()), '$uuid()')
  assert.is(text(random(i.n, 10)), '$floor($random() * (10 - $states.input.n)) + $states.input.n')
  assert.is(text(stringify({ a: i.a })), "$string({'a': $states.input.a})")
  assert.is(
    text(stringify(i.id)),
    "$type($states.input.id) = 'string' ? $replace($string([$states.input.id]), /^\\[|\\]$/, '') : $string($states.input.id)",
  )
  assert.is(
    text(stringify([i.a, [1], unique(i.xs), add(1, 2)])).includes('[1], [$distinct($states.input.xs)], 1 + 2]'),
    true,
  )
})

test('literals', () => {
  assert.is(text("it's"), '"it\'s"')
  assert.is(text('say "no"\n'), '\'say "no"\\n\'')
  assert.is(text({ a: [1, null, true] }), "{'a': [1, null, true]}")
  assert.is(text(JSON.parse('{"__proto__":1}')), '$parse(\'{"__proto__":1}\')')
})

test('conditions', () => {
  assert.is(text(eq(i.id, null as never)), '$states.input.id = null')
  assert.is(
    text(and(gt(i.a, 1), or(eq(i.id, 'a'), i.flag as never))),
    "$states.input.a > 1 and ($states.input.id = 'a' or $states.input.flag)",
  )
  assert.is(text(and(i.flag as never)), '$states.input.flag')
  assert.is(text(not(isPresent(i.id))), '$not($exists($states.input.id))')
  assert.is(text(isNull(i.id)), '$states.input.id = null')
  assert.is(
    text(lt(timestamp(i.id), timestamp('2030-01-01T00:00:00Z'))),
    "$toMillis($states.input.id) < $toMillis('2030-01-01T00:00:00Z')",
  )
  assert.is(text(matches(i.id, 'up/*.csv')), '$contains($states.input.id, /^up\\/[\\s\\S]*\\.csv$/)')
  assert.is(text(matches(i.id, 'a\nb')), '$contains($states.input.id, /^a\\u000ab$/)')
  assert.is(text(matches(i.id, '')), "$states.input.id = ''")
  assert.is(text(matches(i.id, '**')), "$type($states.input.id) = 'string'")
  assert.match(text(isTimestamp(i.id)), /^\$type\(\$states\.input\.id\) = 'string' and \$contains\(/)
  assert.is(jsonataCondition(expression(i.flag), names), '{% $states.input.flag %}')
})

test('templates', () => {
  const template = (value: unknown): unknown => jsonataTemplate(expression(value), names)
  assert.equal(template({ id: i.id, n: [1, i.a], o: { x: v } }), {
    id: '{% $states.input.id %}',
    n: [1, '{% $states.input.a %}'],
    o: { x: '{% $v %}' },
  })
  assert.equal(template({ a: '{% x %}', b: ['{%', 'x'], c: null }), {
    a: "{% '{% x %}' %}",
    b: ["{% '{%' %}", 'x'],
    c: null,
  })
  assert.is(template(jsonata('$now()')), '{% $now() %}')
  assert.is(text(add(jsonata<number>('1 ? 2 : 3'), 1)), '(1 ? 2 : 3) + 1')
  assert.throws(
    () => template(jsonPath('$.a')),
    (error: unknown) => error instanceof Inexpressible && /use jsonata/.test(error.message),
  )
})

test('a reference in text of JSONata stands where a value can, and goes on from there', () => {
  const template = (value: unknown): unknown => jsonataTemplate(expression(value), names)
  assert.is(template(jsonata`$sum(${i.xs}.price)`), '{% $sum($states.input.xs.price) %}')
  assert.is(template(jsonata`${i.xs}[price > 1].sku`), '{% $states.input.xs[price > 1].sku %}')
  assert.is(template(jsonata`{ ${i.id}: ${1} }`), '{% { $states.input.id: 1 } %}')
})

test('and where JSONata reads it as text it is refused', () => {
  for (const text of [
    jsonata`"Hello ${i.id}"`,
    jsonata`'Hello ${i.id}'`,
    jsonata`$contains("x", /${i.id}/)`,
    jsonata`1 /* ${i.id} */`,
    jsonata`${i.a} & " of ${i.id}"`,
  ])
    assert.throws(
      () => jsonataTemplate(expression(text), names),
      (error: unknown) => error instanceof Inexpressible && /i\.id is inside a string/.test(error.message),
    )
  assert.throws(() => jsonataTemplate(expression(jsonata`${i.id} := 1`), names), /not JSONata/)
})

test('an array inside an array stays one', async () => {
  const Output = jsonataTemplate(expression(stringify([i.xs, i.a, [i.xs]])), names)
  const definition = { QueryLanguage: 'JSONata', StartAt: 'x', States: { x: { Type: 'Pass', Output, End: true } } }
  const { output } = (await execute(definition as never, { xs: [1], a: 2 })) as { readonly output: unknown }
  assert.is(output, '[[1],2,[[1]]]')
})

test.run()
