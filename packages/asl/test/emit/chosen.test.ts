/** Values that depend on a condition: what comes of them is the same in both languages, and JSONPath needs a Choice for each, no more. */
import { diagnose, emit } from '@orkestra/asl'
import { outputOf, run } from '@orkestra/asl/execute'
import {
  type AnyStep,
  choice,
  concat,
  cond,
  eq,
  filter,
  get,
  gt,
  isPresent,
  length,
  not,
  orElse,
  otherwise,
  pass,
  present,
  type Ref,
  seq,
  service,
  split,
  task,
  wait,
  when,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('values that depend on a condition')

interface In {
  readonly id: string
  readonly note?: string
  readonly limit?: number | null
  readonly second: string | null
  readonly items: readonly number[]
}
const t = task<unknown, unknown>('t')
const same = { t: (given: unknown) => given, s: (given: unknown) => given }

const given: readonly In[] = [
  { id: 'a', second: null, items: [] },
  { id: 'a', note: 'x', limit: 3, second: null, items: [1, 2, 3] },
  { id: 'a', limit: null, second: 'y', items: [1] },
  { id: 'a', note: 'x/y', second: 'z', items: [] },
]

const cases: Readonly<Record<string, readonly [workflow: AnyStep, states: number, of: (input: In) => unknown]>> = {
  'a default': [
    seq(
      pass((i: Ref<In>) => ({ id: i.id, limit: orElse(i.limit, 10) })),
      t,
    ),
    2,
    ({ id, limit }) => ({ id, limit: limit ?? 10 }),
  ],
  'a condition on what is computed': [
    pass((i: Ref<In>) => ({ size: cond(gt(length(i.items), 2), 'many', 'few') })),
    3,
    ({ items }) => ({ size: items.length > 2 ? 'many' : 'few' }),
  ],
  'one in another, in the arguments of a service': [
    service(
      'sqs:sendMessage',
      (i: Ref<In>) => ({ QueueUrl: 'u', MessageBody: concat('n-', orElse(i.note, orElse(i.id, 'q'))) }),
      { name: 's' },
    ),
    3,
    ({ note, id }) => ({ QueueUrl: 'u', MessageBody: `n-${note ?? id}` }),
  ],
  'one in each way': [
    pass((i: Ref<In>) => ({ x: cond(eq(i.id, 'a'), concat('<', orElse(i.note, 'no'), '>'), orElse(i.limit, 0)) })),
    5,
    ({ note }) => ({ x: `<${note ?? 'no'}>` }),
  ],
  'a condition of a choice': [
    choice(
      when((i: Ref<In>) => gt(orElse(i.limit, 5), 4), t),
      otherwise(pass((i: Ref<In>) => i.id)),
    ),
    4,
    (input) => ((input.limit ?? 5) > 4 ? input : input.id),
  ],
  'a default of a default': [
    pass((i: Ref<In>) => ({ x: orElse(orElse(i.note, i.second), 'none') })),
    3,
    ({ note, second }) => ({ x: note ?? second ?? 'none' }),
  ],
  'what a later condition computes': [
    seq(
      pass((i: Ref<In>) => i),
      choice(
        when(
          (i) => not(isPresent(i.note)),
          pass(() => 'none'),
        ),
        when(
          (i) => gt(length(split(present(i.note), '/')), 1),
          pass(() => 'many'),
        ),
        otherwise(pass((i) => i.id)),
      ),
    ),
    5,
    ({ note, id }) => (note === undefined ? 'none' : note.split('/').length > 1 ? 'many' : id),
  ],
  'a wait': [wait((i: Ref<In>) => orElse(i.limit, 5) as Ref<number>), 2, (input) => input],
}

for (const [title, [workflow, states, of]] of Object.entries(cases))
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    test(`${title}, in ${queryLanguage}`, async () => {
      const definition = emit(workflow, { queryLanguage })
      assert.equal(
        diagnose(definition).filter(({ severity }) => severity === 'error'),
        [],
      )
      if (queryLanguage === 'JSONPath')
        assert.is(Object.keys(definition.States).length, states, Object.keys(definition.States).join(', '))
      const tasks = Object.fromEntries(Object.entries(same).filter(([name]) => Object.hasOwn(definition.States, name)))
      for (const input of given)
        assert.equal(outputOf(await run(workflow, input as never, { queryLanguage, tasks })), of(input))
    })

test('what functions give is compared by the rule of its kind', () => {
  const { States } = emit(
    choice(
      when((i: Ref<In & { readonly others: readonly string[] }>) => eq(length(i.items), length(i.others)), t),
      otherwise(t),
    ),
  )
  const rules = Object.values(States).flatMap((state) => (state.Type === 'Choice' ? state.Choices : []))
  assert.is(rules.length, 1)
  assert.ok('NumericEqualsPath' in (rules[0] as object), JSON.stringify(rules))
})

test('a default for what can only be computed is refused with the reason', () => {
  assert.throws(
    () => emit(pass((i: Ref<In>) => orElse(get(i.items, 3), 0))),
    /JSONPath can check whether a field is there, not get\(i\.items, 3\)/,
  )
})

test('inside of what is made of each element JSONPath has no place for a Choice', () => {
  const each = pass((i: Ref<In>) => ({ some: filter(i.items, (n) => gt(orElse(n, 0), 1)) }))
  assert.throws(() => emit(each), /ASL310/)
  emit(each, { queryLanguage: 'JSONata' })
})

test.run()
