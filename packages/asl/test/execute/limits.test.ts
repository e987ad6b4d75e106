/** What bounds an execution. Each bound is counted: no test here looks at a clock. */
import { execute } from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { only, outcome, queried } from './machine.ts'

const test = suite('limits of an execution')

const memory = 'Expression evaluation memory limit exceeded: Check for excessive memory usage'
const depth =
  'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.'
const time = 'Expression evaluation timeout: Check for infinite loop'

/** What a JSONata evaluation comes to: its value, or why it failed. */
const asked = async (expression: string, input: unknown = {}, limits = {}): Promise<unknown> => {
  const result = await queried(expression, input, { limits })
  const cause = Array.isArray(result) && result[1] === 'States.QueryEvaluationError' ? String(result[2]) : undefined
  return cause === undefined
    ? result
    : cause.slice(cause.lastIndexOf(' during evaluation') + ' during evaluation'.length)
}

test('a JSONata evaluation holds so much, nests so deep and takes so many steps, as on AWS', async () => {
  const text = (n: number) => `($p := function($s, $n) { $n = 0 ? $s : $p($s & $s, $n - 1) }; $length($p("x", ${n})))`
  for (const [expression, expected] of [
    ['[1..873782] ~> $count()', 873_782],
    ['[1..873783] ~> $count()', `: ${memory}`],
    ['$count($range(1, 200000, 1))', 200_000],
    ['$sum([1..900000])', `: ${memory}`],
    [text(22), 2 ** 22],
    [text(23), `: ${memory}`],
    ['$pad("a", 999999999)', `: ${memory}`],
    ['($f := function($a, $n) { $n = 0 ? $a : $f($append($a, $a), $n - 1) }; $f([1..100], 40))', `: ${memory}`],
    [Array(200).fill('1').join('+'), `: ${depth}`],
    [Array(90).fill('1').join('+'), 90],
    ['($f := function($x) { 1 + $f($x) }; $f(1))', `: ${depth}`],
    ['($f := function($x) { $f($x + 1) }; $f(1))', `: ${time}`],
  ] as const)
    assert.equal(await asked(expression), expected, expression.slice(0, 60))
})

test('siblings are no levels: how many items an array has and fields an object says nothing of depth', async () => {
  const items = Array.from({ length: 300 }, (_, i) => i)
  assert.is(await asked(`$count([${items.join(', ')}])`), 300)
  assert.is(await asked(`$count($keys({${items.map((i) => `"k${i}": [${i}, {"n": ${i}}]`).join(', ')}}))`), 300)
  assert.is(await asked('$count($keys([1..500]{$string($): $ + 1}))'), 500)
  assert.equal(await asked('[[1, [2, 3]], {"a": [4, 5], "b": {"c": [6, 7]}}]'), [
    [1, [2, 3]],
    { a: [4, 5], b: { c: [6, 7] } },
  ])
})

test('what functions do natively counts by its size', async () => {
  const limits = { jsonataSteps: 20_000 }
  for (const expression of [
    '$string([1..100000])',
    '$distinct([1..20000])',
    '($b := [1..50000]; $map([1..1000], function($i) { $b ? 1 : 2 }))',
    '($b := [1..10000]; $c := [1..10000]; $map([1..1000], function($i) { $b = $c }))',
    '($b := [1..10000]; $map([1..1000], function($i) { -1 in $b }))',
    '($f := function($a, $n) { $n = 0 ? $a : $f({"x": $a, "y": $a}, $n - 1) }; $f({"z": 1}, 40))',
    '$map([1..50000], $string)',
    `$toMillis("${'1'.repeat(2_000)}x", "[Y][M][D][H][m][s]")`,
  ])
    assert.equal(await asked(expression, {}, limits), `: ${time}`, expression)
  assert.equal(await asked('$sort([3, 1, 2])', {}, limits), [1, 2, 3])
  assert.equal(await asked('$sort([{"a": 2}, {"a": 1}], function($l, $r) { $l.a > $r.a })', {}, limits), [
    { a: 1 },
    { a: 2 },
  ])
  assert.equal(
    await asked('$sort([1, "a"])', {}, limits),
    '. D3070: The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function',
  )
})

test('patterns are searched in time linear in the text, whatever they are, and every character counts', async () => {
  const trap = `${'a'.repeat(60)}!`
  for (const [expression, expected] of [
    ['$contains($states.input.t, /^(a|a)*$/)', false],
    ['$contains($states.input.t, /^(a|aa)+$/)', false],
    ['$contains($states.input.t, /^(a|a|a|a|a|a|a|a)*$/)', false],
    ['$replace($states.input.t, /(a+)+$/, "")', trap],
    ['$exists($match($states.input.t, /^(a|b|ab)*c$/))', false],
    ['$count($split($states.input.t, /(a|a)*b/))', 1],
    ['/(a+)+!/($states.input.t).end', 61],
    ['$replace("abc", /b(?=c)/, "x")', 'axc'],
    ['$match("abab", /(ab)\\1/).groups', ['ab']],
    ['$replace("a.b.c", /\\./, "-")', 'a-b-c'],
    ['$match("x1y22", /[a-z](\\d+)/).groups', ['1', '22']],
    ['$contains("A\u00e9\ud83d\ude00", /^a\u00e9.$/i)', true],
    ['$replace("\u00a0x\u2028y ", /\\s+/, "")', 'xy'],
    ['$split("a1b2", /\\d*/)', `. D1004: Regular expression matches zero length string`],
  ] as const)
    assert.equal(await asked(expression, { t: trap }), expected, expression)
  // Each match here looks to the end of the text: quadratic, and counted.
  assert.equal(await asked('$match($states.input, /a*b|a/)', 'a'.repeat(20_000)), `: ${time}`)
  const filter = (pattern: string) =>
    execute(only({ Type: 'Pass', Parameters: { 'x.$': `$..[?(@.x =~ /${pattern}/)]` } }), { x: trap })
  assert.equal(outcome(await filter('(a|a)*$')), { x: [] })
  assert.equal(outcome(await filter('(a+)+!')), { x: [{ x: trap }] })
})

test('a path takes so many steps', async () => {
  let input: unknown = 1
  for (let i = 0; i < 200; i += 1) input = { a: input }
  const definition = (path: string) => only({ Type: 'Pass', Parameters: { 'x.$': path } })
  assert.equal((outcome(await execute(definition('$..a..a..a'), input)) as unknown[]).slice(1), [
    'States.Runtime',
    "An error occurred while executing the state 'A' (entered at the event id #2). Invalid path '$..a..a..a' : it takes more than 1000000 steps to evaluate",
  ])
  assert.is((outcome(await execute(definition('$..a'), input)) as { x: unknown[] }).x.length, 200)
  assert.match(
    String((outcome(await execute(definition('$..a'), input, { limits: { jsonPathSteps: 100 } })) as unknown[])[2]),
    'more than 100 steps',
  )
})

test('an execution that goes round for ever is stopped, and the caller is told', async () => {
  const loop = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } }
  const stopped = async (options: object): Promise<string> => {
    try {
      return JSON.stringify(outcome(await execute(loop, {}, options)))
    } catch (error) {
      return String(error)
    }
  }
  assert.match(
    await stopped({ type: 'EXPRESS' }),
    'SetupError: execute: the execution entered 250000 states and is still running',
  )
  assert.match(await stopped({ limits: false }), 'entered 250000 states')
  assert.match(await stopped({ limits: { events: 1e9, transitions: 1_000 } }), 'entered 1000 states')
  assert.match(await stopped({}), 'The execution reached the maximum number of history events (25000).')
})

test.run()
