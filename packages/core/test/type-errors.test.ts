/** What tsc says of mistakes: where, and in which words. The files are in `type-errors/`; one run of tsc reads them all. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('type errors')

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const { stdout } = spawnSync(here('../../../node_modules/.bin/tsc'), ['--pretty', 'false', '-p', here('type-errors')], {
  cwd: here('type-errors'),
  encoding: 'utf8',
})
/** The first line of each error; where that says no more than that no overload matches, what is the matter with the last one. */
const reported = stdout
  .split('\n')
  .flatMap((line, i, lines) =>
    /^\S+\(\d+,\d+\): /.test(line)
      ? [line.includes('error TS2769: ') ? line.replace(/No overload.*$/, String(lines[i + 2]?.trim())) : line]
      : [],
  )
/** `line,column message` of each error in a file. */
const errorsIn = (file: string): readonly string[] =>
  reported.flatMap((line) => {
    const [, name, place, text] = /^(?:.*\/)?([^/(]+)\.ts\(([\d,]+)\): error (.*)$/.exec(line) ?? []
    return name === file ? [`${place} ${text}`] : []
  })

const notAssignable = (argument: string, parameter: string) =>
  `TS2345: Argument of type '${argument}' is not assignable to parameter of type '${parameter}'.`

const noOverload = (argument: string, parameter: string) =>
  notAssignable(argument, parameter).replace('TS2345', 'TS2769')

/** What is absent, in the words that stand at the field. */
const absent = 'this field may be absent: write orElse(field, default), or read it where isPresent(field) holds'

/** Of several, the first is the one that people read. */
const mistakes: Readonly<Record<string, string | readonly [first: string, ...others: readonly string[]]>> = {
  // A step that does not take what the one before it gives: the error is on it, not on its neighbours.
  'wrong-chain': `9,3 ${notAssignable('Graph<{ price: number; }, string>', 'Step<{ id: string; }, string>')}`,
  'wrong-after-par': `7,53 ${notAssignable(
    'Graph<readonly [{ price: number; }, { price: number; }], number>',
    'Step<readonly [Outcome<{ price: number; }>, Outcome<{ price: number; }>], number>',
  )}`,
  'wrong-date': `6,34 ${notAssignable('Graph<{ at: Date; }, string>', 'Step<{ at: string; }, string>')}`,
  'wrong-at-step-21': `9,3 ${notAssignable('Graph<string, string>', 'Step<number, string>')}`,
  'wrong-at-step-23': `11,3 ${notAssignable('Graph<string, string>', 'Step<number, string>')}`,
  // A branch that does not: the error is on the par that it stands in.
  'wrong-branch': `9,3 ${notAssignable(
    'Graph<{ id: string; } & { price: number; }, readonly [{ price: number; }, string]>',
    'Step<{ id: string; }, readonly [{ price: number; }, string]>',
  )}`,
  'wrong-branch-in-a-record': `9,3 ${notAssignable(
    'Graph<{ id: string; } & { price: number; }, { readonly price: { price: number; }; readonly text: string; }>',
    'Step<{ id: string; }, { readonly price: { price: number; }; readonly text: string; }>',
  )}`,
  'wrong-deep': `12,18 ${notAssignable(
    'Graph<{ price: number; } & { id: string; }, readonly [string, { price: number; }]>',
    'Step<{ price: number; }, readonly [string, { price: number; }]>',
  )}`,
  // A service's action that there is not, a pattern that it has not, a field that it lacks.
  'wrong-resource': `5,6 ${notAssignable('"sqs:sendMesage"', 'ServiceResource')}`,
  'wrong-resource-pattern': `5,6 ${notAssignable(
    '"aws-sdk:glue:startJobRun.sync"',
    '"The AWS SDK has no .sync: only optimized integrations wait for a job."',
  )}`,
  'wrong-resource-arguments': `5,25 ${notAssignable('{ QueueUrl: string; }', 'ServiceArguments<"sqs:sendMessage">')}`,
  // What a service is told of: its input, its token, its pulse.
  'wrong-service-input': "7,47 TS2339: Property 'di' does not exist on type 'Ref<{ id: string; }>'.",
  'wrong-service-arguments': `3,52 ${notAssignable(
    '{ QueueUrl: string; }',
    '((input: Reference<unknown, []>) => FieldsByName<"sqs:sendMessage">) | FieldsByName<"sqs:sendMessage">',
  )}`,
  'wrong-service-token': `3,48 ${notAssignable(
    '(o: Ref<{ id: string; }>, token: Ref<string>) => { readonly Message: { readonly id: Reference<string, ["id"]>; readonly token: Reference<string, []>; }; }',
    '((input: Ref<{ id: string; }>) => { readonly Message: { readonly id: Reference<string, ["id"]>; readonly token: Reference<string, []>; }; } & { readonly Message: Template; } & { ...; }) | ({ ...; } & ... 1 more ... & { ...; })',
  )}`,
  'wrong-service-heartbeat': "3,68 TS2322: Type 'Duration' is not assignable to type 'undefined'.",
  // A step that does not take the items.
  'wrong-map-items': `5,80 ${noOverload('Graph<{ sku: number; }, boolean>', 'ItemStep<{ sku: string; }, boolean>')}`,
  'wrong-selector': `5,67 ${noOverload('Graph<{ sku: string; }, boolean>', 'Step<{ ske: string; }, boolean>')}`,
  'wrong-distributed-item': `5,40 ${noOverload('Graph<{ sku: string; }, boolean>', 'Step<S3Object, boolean>')}`,
  // JavaScript on references, and what is not JSON: a sentence at the place.
  'misspelt-field': "7,24 TS2339: Property 'idd' does not exist on type 'Ref<{ id: string; note?: string; }>'.",
  'optional-field': `7,28 TS2322: Type 'Absent<string, ["note"]> | undefined' is not assignable to type 'Absent<string, ["note"]> & "${absent}"'.`,
  'default-by-javascript': `7,28 TS2322: Type '"none" | Absent<string, ["note"]>' is not assignable to type 'Absent<string, ["note"]> & "${absent}"'.`,
  'async-callback':
    '7,21 TS2322: Type \'Promise<{ id: Reference<string, ["id"]>; }>\' is not assignable to type \'Promise<{ id: Reference<string, ["id"]>; }> & "a callback runs once, when the workflow is built: it cannot be async"\'.',
  'date-in-data':
    "7,28 TS2322: Type 'Date' is not assignable to type 'Date & \"a Date is not JSON: write a text, such as date.toISOString()\"'.",
  'wrong-comparison': `9,29 ${notAssignable('string', 'number | Reference<number, unknown>')}`,
  'greater-by-javascript': [
    "9,17 TS2322: Type 'boolean' is not assignable to type 'Condition<unknown, unknown> | Reference<boolean, unknown>'.",
    "9,17 TS2365: Operator '>' cannot be applied to types 'Reference<number, [\"price\"]>' and 'number'.",
  ],
  'not-by-javascript':
    "9,17 TS2322: Type 'boolean' is not assignable to type 'Condition<unknown, unknown> | Reference<boolean, unknown>'.",
  'missing-otherwise': [
    "10,5 TS2741: Property ''the last way of a choice is otherwise(…)'' is missing in type 'Way<unknown, number, unknown>' but required in type 'Otherwise<{ id: string; price: number; }, unknown>'.",
    "10,22 TS2339: Property 'price' does not exist on type 'Reference<unknown, []>'.",
    `10,33 ${notAssignable('Graph<{ id: string; }, number>', '((value: Reference<unknown, []>) => Step<unknown, number>) | Step<unknown, number>')}`,
  ],
  'no-branch': '3,25 TS2554: Expected 1 arguments, but got 0.',
  'no-step': `5,36 ${notAssignable('(input: { id: string; }) => string', 'Step<{ id: string; }, unknown>')}`,
  'wrong-input':
    "6,39 TS2561: Object literal may only specify known properties, but 'nam' does not exist in type '{ name: string; }'. Did you mean to write 'name'?",
}

for (const [file, error] of Object.entries(mistakes))
  test(`${file}.ts`, () => assert.equal(errorsIn(file), [error].flat(), stdout))

test('every file has its mistake here, and there is no other error', () => {
  const files = readdirSync(here('type-errors')).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
  assert.equal(files.sort(), Object.keys(mistakes).sort())
  assert.is(reported.length, Object.values(mistakes).flat().length, stdout)
})

test.run()
