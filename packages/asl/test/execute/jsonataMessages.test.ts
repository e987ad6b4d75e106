/** What a function of JSONata fails with is told in JSONata's own codes or in AWS's words, whatever it is given. */
import { execute } from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { only } from './machine.ts'

const test = suite('messages of JSONata')

const functions = [
  ...['abs', 'append', 'assert', 'average', 'base64decode', 'base64encode', 'boolean', 'ceil', 'contains', 'count'],
  ...['decodeUrl', 'decodeUrlComponent', 'distinct', 'each', 'encodeUrl', 'encodeUrlComponent', 'error', 'eval'],
  ...['exists', 'filter', 'floor', 'formatBase', 'formatInteger', 'formatNumber', 'fromMillis', 'hash', 'join', 'keys'],
  ...['length', 'lookup', 'lowercase', 'map', 'match', 'max', 'merge', 'millis', 'min', 'not', 'now', 'number', 'pad'],
  ...['parse', 'parseInteger', 'partition', 'power', 'random', 'range', 'reduce', 'replace', 'reverse', 'round'],
  ...['shuffle', 'sift', 'single', 'sort', 'split', 'spread', 'sqrt', 'string', 'substring', 'substringAfter'],
  ...['substringBefore', 'sum', 'toMillis', 'trim', 'type', 'uppercase', 'uuid', 'zip', 'nothing'],
]

const given = [
  ...['', '1', '-1', '"x"', 'null', '[]', '{}', 'function($x){$x}', '/a/', '1, 2', '1, 99', '"x", "y"', '1, "x"'],
  ...['"x", 1', '[1,2], function($a,$b,$c,$d){$a}', '"a", /a/', '[1,"a"], function($x){$x}', '"%", "x"', '1, {}'],
  ...[
    '{"a":1}, "b"',
    '[[1]], [2]',
    '"2020-01-01", "[Q]"',
    '1, "[Q]"',
    '"\\uD800"',
    'true, false, null',
    '{"a":[1]}, 1',
  ],
]

const own = / threw an error during evaluation(\. [A-Z]\d{4}: |: Expression evaluation |: Stack overflow )/
const aws = /' returned (nothing \(undefined\)|an unsupported result type)\.$/
const javascript = /undefined is|is not a function|Cannot read|TypeError|RangeError|SyntaxError|Invalid time value/

test('no message is a JavaScript error’s', async () => {
  let failures = 0
  for (const name of functions)
    for (const what of given) {
      const Output = { r: `{% $${name}(${what}) %}` }
      const execution = await execute(only({ Type: 'Pass', QueryLanguage: 'JSONata', Output }), {}, { history: false })
      if (execution.status === 'SUCCEEDED') continue
      failures += 1
      const cause = execution.cause ?? ''
      assert.is(execution.error, 'States.QueryEvaluationError', Output.r)
      assert.ok((own.test(cause) || aws.test(cause)) && !javascript.test(cause), `${Output.r}: ${cause}`)
    }
  assert.ok(failures > 500)
})

test.run()
