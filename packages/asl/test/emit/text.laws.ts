/** Text of a query language, wherever it is put: what `emit` accepts has no error in `diagnose`. */
import { diagnose, emitEither } from '@orkestra/asl'
import {
  type AnyStep,
  choice,
  fail,
  identity,
  jsonata,
  jsonPath,
  map,
  otherwise,
  pass,
  type Ref,
  repeatUntil,
  seconds,
  seq,
  service,
  succeed,
  task,
  wait,
  waitUntil,
  when,
} from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { holds } from '../../../core/test/arbitraries/laws.ts'

const test = suite('text of a query language')

type Any = Ref<never>
interface Input {
  readonly items: readonly string[]
  readonly id: string
}

const paths = [
  '$',
  '$.a',
  '$.items[1:]',
  '$.items[*]',
  '$.m[*][0]',
  '$..at',
  '$.items[?(@.n > 1)]',
  'hello',
  '$.a b[',
  '$.',
  '$$.Execution.Id',
  '$nothing.x',
  "States.Format('{}', $.a)",
  'States.UUID()',
  'States.Nope($.a)',
  'States.Format(',
  "States.Format('{} {}', $.a)",
  'States.ArrayLength($nothing)',
]
const expressions = [
  '1 + 1',
  '$states.input.a',
  '$now()',
  '1 +',
  'a.b',
  '$',
  '$$',
  '$nothing',
  '$states.inptu',
  '$states.errorOutput',
  '$states.result',
  '$sum([1, 2]',
  '"text"',
  '[1, 2]',
  '$states.input.items[0].n > 1',
  '{"a": 1}',
]
const mixed: readonly ((i: Ref<Input>) => Any)[] = [
  (i: Ref<Input>) => jsonata<never>`$count(${i.items})` as Any,
  (i: Ref<Input>) => jsonata<never>`$count(${i.items}` as Any,
  (i: Ref<Input>) => jsonata<never>`${i.items}[a > 1].a` as Any,
  (i: Ref<Input>) => jsonata<never>`"of ${i.id}"` as Any,
  (i: Ref<Input>) => jsonata<never>`${i.id} := 1` as Any,
  (i: Ref<Input>) => jsonata<never>`function(${i.id}) { 1 }` as Any,
  (i: Ref<Input>) => jsonata<never>`$states.input.${i.id}` as Any,
  (i: Ref<Input>) => jsonata<never>`${i.id}${i.id}` as Any,
  (i: Ref<Input>) => jsonPath<never>`${i.items}[*].a` as Any,
  (i: Ref<Input>) => jsonPath<never>`${i.items}[` as Any,
  (i: Ref<Input>) => jsonPath<never>`States.Format('of ${i.id}')` as Any,
  (i: Ref<Input>) => jsonPath<never>`${i.items}[?(@.a == ${i.id})]` as Any,
  (i: Ref<Input>) => jsonPath<never>`$['${i.id}']` as Any,
  (i: Ref<Input>) => jsonPath<never>`${i.id}${i.id}` as Any,
  (i: Ref<Input>) => jsonPath<never>`States.Format('{}', ${i.id})` as Any,
]
const texts: readonly (readonly [shown: string, of: (i: Ref<Input>) => Any])[] = [
  ...paths.map((text) => [text, () => jsonPath<never>(text)] as const),
  ...expressions.map((text) => [text, () => jsonata<never>(text)] as const),
  ...mixed.map((of) => [String(of), of] as const),
]

const step = task<unknown, Input>('t')
const places: readonly ((text: (i: Ref<Input>) => Any) => AnyStep)[] = [
  (text) => pass((i: Ref<Input>) => ({ a: text(i) })),
  (text) => pass((i: Ref<Input>) => text(i)),
  (text) => pass((i: Ref<Input>) => [text(i), 1]),
  (text) =>
    seq(
      step,
      pass((i) => ({ a: { b: text(i) } })),
      step,
    ),
  (text) =>
    seq(
      step,
      pass((i) => text(i)),
      step,
    ),
  (text) => map((i: Ref<Input>) => text(i), identity()),
  (text) => wait((i: Ref<Input>) => text(i)),
  (text) => waitUntil((i: Ref<Input>) => text(i)),
  (text) =>
    choice(
      when((i: Ref<Input>) => text(i), step),
      otherwise(succeed()),
    ),
  (text) => repeatUntil(step, (i) => text(i), { every: seconds(1), maxAttempts: 2 }),
  (text) =>
    service('sns:publish', (i: Ref<Input>) => ({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:t', Message: text(i) })),
  (text) => service('sqs:sendMessage', (i: Ref<Input>) => ({ QueueUrl: 'u', MessageBody: { a: [text(i)] } })),
  (text) => fail((i: Ref<Input>) => ({ error: text(i) })),
]

test('what emit accepts has no error in diagnose', async () => {
  let accepted = 0
  await holds(
    fc.constantFrom(...texts),
    fc.constantFrom(...places),
    fc.constantFrom('JSONPath' as const, 'JSONata' as const),
    ([, text], put, queryLanguage) => {
      const emitted = emitEither(put(text), { queryLanguage })
      if (emitted._tag === 'Left') return
      accepted += 1
      const errors = diagnose(emitted.right).filter(({ severity }) => severity === 'error')
      assert.equal(errors, [], JSON.stringify([errors, emitted.right]))
    },
  )
  assert.ok(accepted > 100, `${accepted} accepted`)
})

test.run()
