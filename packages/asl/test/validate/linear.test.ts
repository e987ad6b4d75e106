/** Work in proportion to the definition: counted by how often its parts are looked at, so that no clock is asked. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { machine, map, parallel, pass, scope, succeed, task } from '../../src/validate/codes/examples.ts'
import { diagnose } from '../../src/validate/diagnose.ts'

const test = suite('work of diagnose')

/** How often members are read and listed. */
const work = (definition: object): number => {
  let count = 0
  const known = new WeakMap<object, object>()
  const watched = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const before = known.get(value)
    if (before !== undefined) return before
    const proxy = new Proxy(value, {
      get: (target, key, receiver) => {
        count += 1
        return watched(Reflect.get(target, key, receiver))
      },
      ownKeys: (target) => {
        count += 1
        return Reflect.ownKeys(target)
      },
      getOwnPropertyDescriptor: (target, key) => {
        count += 1
        return Reflect.getOwnPropertyDescriptor(target, key)
      },
    })
    known.set(value, proxy)
    return proxy
  }
  diagnose(watched(definition))
  return count
}

const range = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i)
const chain = (n: number, state: (i: number) => Record<string, unknown>) =>
  machine({
    ...Object.fromEntries(
      range(n).map((i) => [`S${i}`, { ...state(i), End: undefined, Next: i < n - 1 ? `S${i + 1}` : 'Z' }]),
    ),
    Z: succeed,
  })

const nest = (n: number, wrap: (inner: Record<string, unknown>, i: number) => Record<string, unknown>) => {
  let inner: Record<string, unknown> = scope({ Bottom: pass() })
  for (const i of range(n)) inner = scope({ [`N${i}`]: wrap(inner, i) })
  return inner
}

const rule = (i: number) => ({ Variable: `$.x${i}`, StringEquals: 'a', Next: 'Z' })

const shapes: Readonly<Record<string, (n: number) => object>> = {
  'a chain of tasks': (n) =>
    chain(n, () => task({ Parameters: { FunctionName: 'f', 'Payload.$': '$' }, Retry: [{ ErrorEquals: ['E'] }] })),
  'a chain in which every Next is wrong': (n) =>
    machine(Object.fromEntries(range(n).map((i) => [`S${i}`, { Type: 'Pass', Next: `T${i} is not here` }]))),
  'states that nothing reaches': (n) => machine(Object.fromEntries(range(n).map((i) => [`S${i}`, pass()]))),
  'cycles that nothing enters, into one long chain': (n) =>
    machine({
      Start: { Type: 'Pass', Next: 'nowhere at all' },
      ...Object.fromEntries(
        range(n).flatMap((i) => [
          [`A${i}`, { Type: 'Choice', Choices: [{ ...rule(i), Next: `B${i}` }], Default: 'C0' }],
          [`B${i}`, { Type: 'Pass', Next: `A${i}` }],
          [`C${i}`, i < n - 1 ? { Type: 'Pass', Next: `C${i + 1}` } : pass()],
        ]),
      ),
    }),
  'one Choice of many rules': (n) =>
    machine({ A: { Type: 'Choice', Choices: range(n).map(rule), Default: 'Z' }, Z: succeed }),
  'one rule, deep': (n) => {
    let inner: Record<string, unknown> = { Variable: '$.x', IsNull: true }
    for (const _ of range(n)) inner = { Not: inner }
    return machine({ A: { Type: 'Choice', Choices: [{ ...inner, Next: 'Z' }], Default: 'Z' }, Z: succeed })
  },
  'Parallel in Parallel': (n) => nest(n, (inner) => parallel(inner)),
  'Map in Map, each with a variable that is read inside': (n) =>
    nest(n, (inner, i) => ({
      ...map({ ItemProcessor: inner }),
      Assign: { [`v${i}`]: 1 },
      ItemSelector: { 'x.$': `$v${n - 1}`, 'y.$': `$v${i}` },
    })),
  'branches side by side that assign and read the same': (n) =>
    machine({
      A: parallel(
        ...range(n).map((i) =>
          scope({
            [`B${i}`]: { Type: 'Pass', Assign: { x: 1 }, Next: `C${i}` },
            [`C${i}`]: pass({ Parameters: { 'y.$': '$x' } }),
          }),
        ),
      ),
    }),
  'one state that assigns and reads many variables': (n) =>
    machine({
      A: pass({
        Assign: Object.fromEntries(range(n).map((i) => [`v${i}`, 1])),
        Parameters: Object.fromEntries(range(n).map((i) => [`p${i}.$`, `$v${i}`])),
      }),
    }),
  'one template, wide': (n) =>
    machine({ A: pass({ Parameters: Object.fromEntries(range(n).map((i) => [`k${i}.$`, `$.x[${i}]`])) }) }),
  'many retriers and catchers': (n) =>
    machine({
      A: task({
        Retry: range(n).map((i) => ({ ErrorEquals: [`E${i}`] })),
        Catch: range(n).map((i) => ({ ErrorEquals: [`E${i}`], Next: 'Z' })),
      }),
      Z: succeed,
    }),
}

for (const [name, shape] of Object.entries(shapes))
  test(`${name}: twice as many take twice the work`, () => {
    const once = work(shape(60))
    const twice = work(shape(120))
    assert.ok(twice / once < 2.05, `${once} and ${twice}: ${(twice / once).toFixed(2)} times`)
  })

test('24 nested Parallels take no more work for each state than one', () => {
  const each = (n: number) => work(nest(n, (inner) => parallel(inner))) / (n + 1)
  assert.ok(each(24) <= each(1) * 1.3, `${each(1)} and ${each(24)}`)
})

test.run()
