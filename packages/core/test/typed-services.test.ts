/** What tsc says of calls of the SDK, where a program has named the clients that it has. One run of tsc reads `typed-services/`. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('typed services')

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const { stdout } = spawnSync(
  here('../../../node_modules/.bin/tsc'),
  ['--pretty', 'false', '-p', here('typed-services')],
  {
    cwd: here('typed-services'),
    encoding: 'utf8',
  },
)

/** By line of bad.ts, all that is said of the mistake there. */
const said = new Map<number, string>()
let line = 0
for (const text of stdout.split('\n')) {
  const [, at] = /(?:^|\/)bad\.ts\((\d+),\d+\): /.exec(text) ?? []
  if (at !== undefined) line = Number(at)
  said.set(line, `${said.get(line) ?? ''}${text}\n`)
}

test('what is right compiles, and each mistake is one error', () => {
  const errors = stdout.split('\n').filter((text) => /error TS\d+/.test(text))
  assert.equal(
    errors.filter((text) => !/(?:^|\/)bad\.ts\(/.test(text)),
    [],
  )
  assert.is(errors.length, 11, stdout)
})

const mistakes: readonly (readonly [line: number, mistake: string, says: string])[] = [
  [6, 'a misspelt action', 'There is no action getItm of dynamodb. Did you mean getItem?'],
  [7, 'a field in another case', 'There is no field Tablename. Did you mean TableName?'],
  [8, 'a misspelt field that may be left out', 'There is no field ConsistentRaed. Did you mean ConsistentRead?'],
  [9, 'a field that there is not, in what a callback returns', 'There is no field Consistent.'],
  [10, 'a reference to a number for a text', "Type 'number' is not assignable to type 'string'"],
  [11, 'a number for a text', "Type 'number' is not assignable to type 'string | Reference<string, unknown>'"],
  [12, 'a required field left out', "Property 'Key' is missing"],
  [13, 'a misspelt field of the answer', "Did you mean 'Item'?"],
  [14, "the SDK's name of a field", 'There is no field DBInstanceIdentifier. Did you mean DbInstanceIdentifier?'],
  [15, 'a field of an optimized integration', 'There is no field DelaySecond. Did you mean DelaySeconds?'],
  [
    16,
    'a misspelt error',
    'There is no error ConditionalChekFailedException of DynamoDb. Did you mean ConditionalCheckFailedException?',
  ],
]

for (const [at, mistake, says] of mistakes)
  test(mistake, () => {
    assert.ok(said.get(at)?.includes(says), said.get(at) ?? stdout)
  })

test.run()
