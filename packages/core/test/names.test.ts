/** State names of awkward, equal and derived kinds. */
import {
  capture,
  choice,
  eq,
  equals,
  identity,
  lengthOf,
  longestName,
  map,
  named,
  type Occurrence,
  occurrences,
  otherwise,
  par,
  parCatch,
  type Ref,
  type Step,
  seq,
  show,
  task,
  when,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('state names')

const t = (name: string) => task<unknown, unknown>(name)
const places = (at: Occurrence): readonly Occurrence[] => [at, ...at.children.flatMap(places)]
/** All state names, in the order in which the term is written. */
const names = (graph: Step<never, unknown>): readonly string[] => [
  ...new Set(places(occurrences(graph)).flatMap((at) => [at.name, at.failed].filter((name) => name !== ''))),
]

test('the first x keeps its name, later ones are x2 and x3', () =>
  assert.equal(names(seq(t('x'), t('x'), t('x'))), ['x', 'x2', 'x3']))

test('a step called x2 keeps its name, wherever it stands', () => {
  assert.equal(names(seq(t('x'), t('x'), t('x2'))), ['x', 'x3', 'x2'])
  assert.equal(names(seq(t('x2'), t('x'), t('x'))), ['x2', 'x', 'x3'])
  assert.equal(names(seq(t('x'), t('x'), t('x2'), t('x2'))), ['x', 'x3', 'x2', 'x22'])
})

test('derived names speak of what is inside', () => {
  assert.equal(names(parCatch(t('z'), t('g'))), ['Parallel z, g', 'z', 'z_failed', 'g', 'g_failed'])
  assert.equal(names(map(seq(t('a'), t('b')) as never)), ['Map a', 'a', 'b'])
  assert.equal(names(capture(seq(t('a'), t('b')))), ['Capture a', 'Capture a_failed', 'a', 'b'])
  assert.equal(names(par(identity(), par(t('x')))), ['Parallel identity, Parallel x', 'identity', 'Parallel x', 'x'])
})

test('a derived name never takes a given one', () => {
  assert.equal(names(seq(par(t('z')), t('Parallel z'))), ['Parallel z2', 'z', 'Parallel z'])
  assert.equal(names(seq(capture(t('z')), t('z_failed'))), ['z', 'z_failed2', 'z_failed'])
  assert.equal(names(seq(map(t('z') as never), named('Map z', t('y')))), ['Map z2', 'z', 'Map z'])
})

test('named gives the name of a state, and the title of a sequence', () => {
  assert.equal(names(seq(named('Check', t('x')), t('y'))), ['Check', 'y'])
  assert.equal(names(par(named('checks', seq(t('x'), t('y'))))), ['Parallel checks', 'x', 'y'])
  assert.equal(names(named('all', par(t('x')))), ['all', 'x'])
  assert.equal(names(named('safe', capture(t('x')))), ['safe', 'safe_failed'])
  assert.equal(names(named('safe', capture(seq(t('x'), t('y'))))), ['safe', 'safe_failed', 'x', 'y'])
  assert.equal(names(seq(t('x'), named('as it is', identity()), t('y'))), ['x', 'as it is', 'y'])
})

for (const name of [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'Ünï',
  '名前',
  '😀',
  'a\nb',
  ' x ',
  'w'.repeat(80),
])
  test(`a step may be called ${JSON.stringify(name)}, and twice`, () => {
    const [first, second = ''] = names(seq(t(name), t(name)))
    assert.is(first, name)
    assert.is(second, name.length === 80 ? `${'w'.repeat(79)}2` : `${name}2`)
  })

test('the length of a name is counted in characters, not in code units', () => {
  assert.is(lengthOf('😀'.repeat(80)), longestName)
  assert.is(names(seq(t('😀'.repeat(80)), t('😀'.repeat(80))))[1], `${'😀'.repeat(79)}2`)
})

test('a derived name that is too long is cut, with a hash of the whole behind it', () => {
  const a = names(par(t('a'.repeat(79)), t('b')))[0] as string
  const b = names(par(t('a'.repeat(79)), t('c')))[0] as string
  assert.is(lengthOf(a), longestName)
  assert.match(a, /^Parallel a+~[0-9a-f]{8}$/)
  assert.is.not(a, b)
})

test('the hundredth occurrence of a name of 80 characters still has 80', () => {
  const all = names(par(...(Array.from({ length: 101 }, () => t('w'.repeat(80))) as [Step<unknown, unknown>])))
  assert.is(all.at(-1), `${'w'.repeat(77)}101`)
})

test('choice, par and parCatch take a name, as named gives it', () => {
  const price = task<{ id: string }, number>('price')
  const stock = task<{ id: string }, number>('stock')
  const ways = [when((o: Ref<{ id: string }>) => eq(o.id, 'x'), price), otherwise(stock)] as const
  for (const [given, same] of [
    [par(price, stock, { name: 'Both' }), named('Both', par(price, stock))],
    [par({ price, stock }, { name: 'Both' }), named('Both', par({ price, stock }))],
    [par(price, { name: 'Both' }), named('Both', par(price))],
    [parCatch(price, stock, { name: 'Both' }), named('Both', parCatch(price, stock))],
    [choice(...ways, { name: 'Which?' }), named('Which?', choice(...ways))],
  ] as const)
    assert.ok(equals(given, same), show(given))
  assert.ok(equals(par({ name: price }), par({ name: stock })) === false)
  assert.throws(() => par(price, { name: ' ' }), /par: .*name/)
  assert.throws(
    () => (choice as never as (...given: unknown[]) => void)(...ways.slice(0, 1), { name: 'Which?' }),
    /otherwise/,
  )
})

test.run()
