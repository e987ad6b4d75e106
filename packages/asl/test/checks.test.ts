/** What cannot be emitted, and how that is told: everything at once. */
import { AslError, emit, emitEither, type Issue, placeholderKey, placeholders, pointer, showIssue } from '@orkestra/asl'
import { capture, map, minutes, named, nodeOf, par, seconds, seq, seqAll, type Task, task } from '@orkestra/core'
import * as Either from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { placeholder } from '../src/emit/placeholder.ts'

const test = suite('checks')

const t = (name: string) => task<unknown, unknown>(name)
const issues = (...args: Parameters<typeof emitEither>): readonly Issue[] => {
  const result = emitEither(...args)
  return Either.isLeft(result) ? result.left : []
}
const codes = (...args: Parameters<typeof emitEither>) => issues(...args).map(({ code }) => code)

test('a name of 80 characters passes, one of 81 is ASL020', () => {
  assert.equal(codes(t('w'.repeat(80))), [])
  assert.equal(codes(t('😀'.repeat(80)), { functionArn: () => 'f' }), [])
  const [issue] = issues(named('w'.repeat(81), t('x')))
  assert.is(issue?.code, 'ASL020')
  assert.is(issue?.severity, 'error')
  assert.is(issue?.path, `/States/${'w'.repeat(81)}`)
  assert.match(issue?.message ?? '', 'has 81 characters; AWS allows 80')
})

test('a name that is too long is told once for a captured step', () => {
  assert.equal(codes(capture(t('w'.repeat(81)))), ['ASL020'])
})

test('placeholders are reduced to letters and digits, letters first', () => {
  assert.equal(['x', 'charge-card', 'a.b_c', '2nd', 'Ünï', '名前'].map(placeholderKey), [
    'x',
    'chargecard',
    'abc',
    'fn2nd',
    'n',
    'fn',
  ])
  const x = nodeOf(t('charge-card')) as Task
  assert.is(placeholder(x), '${chargecard}')
  assert.equal(
    [...placeholders([x, nodeOf(t('2nd')) as Task])],
    [
      ['chargecard', 'charge-card'],
      ['fn2nd', '2nd'],
    ],
  )
})

test('two functions of one placeholder are ASL301; a function used twice is not', () => {
  assert.equal(codes(seq(t('a-b'), t('a-b'))), [])
  const [issue, ...more] = issues(seq(t('a-b'), t('ab'), t('a-b'), t('x')))
  assert.equal(more, [])
  assert.is(issue?.code, 'ASL301')
  assert.is(issue?.message, 'the functions "a-b" and "ab" have the same placeholder ${ab}')
  assert.equal(codes(seq(t('a-b'), t('ab')), { functionArn: ({ name }) => name }), [])
})

test('a definition of more than 1 MiB is ASL009, unless limits are lifted', () => {
  const many = seqAll(Array.from({ length: 3000 }, (_, i) => task<unknown, unknown>(`t${i}`)))
  const [issue, ...more] = issues(many)
  assert.equal(more, [])
  assert.is(issue?.code, 'ASL009')
  assert.is(issue?.path, '')
  assert.match(issue?.message ?? '', /^the definition has \d{7} bytes; AWS allows 1048576$/)
  assert.is(Object.keys(emit(many, { limits: false }).States).length, 3000)
  assert.equal(codes(seqAll(Array.from({ length: 2000 }, (_, i) => task<unknown, unknown>(`t${i}`)))), [])
})

test('the size is counted in bytes, and what users write counts', () => {
  const wordy = named('n', task<unknown, unknown>('x', {}))
  assert.equal(codes(wordy, { comment: 'c' }), [])
  const long = (length: number) => par({ ['ü'.repeat(length)]: t('x') })
  assert.equal(codes(long(400_000)), [])
  assert.equal(codes(long(600_000)), ['ASL009'])
})

test('an EXPRESS execution lasts five minutes', () => {
  assert.equal(codes(t('x'), { type: 'EXPRESS', timeout: minutes(5) }), [])
  assert.equal(codes(t('x'), { type: 'EXPRESS', timeout: seconds(301) }), ['ASL304'])
  assert.equal(codes(t('x'), { timeout: seconds(301) }), [])
})

const wrong = seq(t('a-b'), t('ab'), map(t('w'.repeat(81))) as unknown as ReturnType<typeof t>)

test('all issues are told at once', () => {
  assert.equal([...codes(wrong, { type: 'EXPRESS', timeout: seconds(900) })].sort(), ['ASL020', 'ASL301', 'ASL304'])
})

test('emit throws one error with all issues', () => {
  assert.throws(
    () => emit(wrong),
    (error: unknown) => {
      assert.instance(error, AslError)
      const { name, issues, message } = error as AslError
      assert.is(name, 'AslError')
      assert.equal(
        issues.map(({ code }) => code),
        ['ASL301', 'ASL020'],
      )
      assert.is(message, issues.map(showIssue).join('\n'))
      return true
    },
  )
})

test('emitEither gives what emit gives, on the right', () => {
  assert.equal(emitEither(t('x')), Either.right(emit(t('x'))))
})

test('an issue in words', () => {
  const issue: Issue = { code: 'ASL020', severity: 'error', path: '', message: 'm', hint: 'h' }
  assert.is(showIssue(issue), 'error ASL020 at the definition: m\n  h')
  assert.is(showIssue({ ...issue, path: '/States/x' }), 'error ASL020 at /States/x: m\n  h')
})

test('a path as a JSON pointer', () => {
  assert.is(pointer(['States', 'a/b~c', 'Branches', 0]), '/States/a~1b~0c/Branches/0')
  assert.is(pointer([]), '')
})

test.run()
