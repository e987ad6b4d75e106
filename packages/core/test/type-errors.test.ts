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

/** Of several, the first is the one that people read. */
const mistakes: Readonly<Record<string, string | readonly [first: string, ...others: readonly string[]]>> = {
  // A step that does not take what comes in: the error is on it, not on its neighbours, and begins with what is wrong.
  'wrong-chain': `9,3 TS2345: Argument of type 'Graph<{ price: number; }, string>' is not assignable to parameter of type 'Mismatch<"this step takes price, which the output of the step before it does not have", { id: string; }>'.`,
  'wrong-date': `6,34 TS2345: Argument of type 'Graph<{ at: Date; }, string>' is not assignable to parameter of type 'Mismatch<"this step takes a Date at at, but steps give JSON, in which a Date is a string", { at: string; }>'.`,
  'undeclared-null': `7,72 TS2345: Argument of type 'Graph<{ id: string; }, number>' is not assignable to parameter of type 'Mismatch<"id may be null, which this step does not take: orElse(…), or when((r) => isNull(r.id), …) before it", { id: string | null; }>'.`,
  'wrong-after-par': `7,53 TS2345: Argument of type 'Graph<readonly [{ price: number; }, { price: number; }], number>' is not assignable to parameter of type 'Mismatch<"the output of the step before it may be a caught error at [0]: tell it apart with when((r) => isCaught(r[0]), …)" | "the output of the step before it may be a caught error at [1]: tell it apart with when((r) => isCaught(r[1]), …)", readonly [...]>'.`,
  'untyped-step': `7,45 TS2345: Argument of type 'Graph<{ sku: string; }, boolean>' is not assignable to parameter of type 'Mismatch<"nothing says what the output of the step before it is: write task<Input, Output>(…) before this step", unknown>'.`,
  'wrong-at-step-21': `9,3 TS2345: Argument of type 'Graph<string, string>' is not assignable to parameter of type 'Mismatch<"this step takes a string, but the output of the step before it is a number", number>'.`,
  'wrong-at-step-23': `11,3 TS2345: Argument of type 'Graph<string, string>' is not assignable to parameter of type 'Mismatch<"this step takes a string, but the output of the step before it is a number", number>'.`,
  'wrong-branch': `11,5 TS2345: Argument of type 'Graph<{ price: number; }, string>' is not assignable to parameter of type 'Mismatch<"this step takes price, which the output of the step before it does not have", { id: string; }>'.`,
  'wrong-first-branch': `7,40 TS2345: Argument of type 'Graph<{ price: number; }, string>' is not assignable to parameter of type 'Mismatch<"this step takes price, which the output of the step before it does not have", { id: string; }>'.`,
  'wrong-deep': `12,28 TS2345: Argument of type 'Graph<{ id: string; }, { price: number; }>' is not assignable to parameter of type 'Mismatch<"this step takes id, which the output of the step before it does not have", { price: number; }>'.`,
  'wrong-branch-in-a-record': `9,3 TS2345: Argument of type 'Graph<{ id: string; } & { price: number; }, { readonly price: { price: number; }; readonly text: string; }>' is not assignable to parameter of type 'Mismatch<"this step takes price, which the output of the step before it does not have", { id: string; }>'.`,
  'wrong-in-keeping': `7,44 TS2345: Argument of type 'Graph<{ sku: string; }, boolean>' is not assignable to parameter of type 'Mismatch<"this step takes sku, which the output of the step before it does not have", { id: string; price: number; lines: { sku: string; }[]; }>'.`,
  'wrong-in-bind': [
    `7,44 TS2322: Type 'Graph<{ sku: string; }, number>' is not assignable to type 'Mismatch<"this step takes sku, which the output of the step before it does not have", { id: string; price: number; lines: { sku: string; }[]; }>'.`,
    `7,54 TS2345: Argument of type 'Graph<{ id: string; }, number>' is not assignable to parameter of type 'Mismatch<"this step takes an object, but the output of the step before it is a boolean", boolean>'.`,
  ],
  'wrong-step-in-when': `7,71 TS2345: Argument of type 'Graph<{ sku: string; }, boolean>' is not assignable to parameter of type 'Mismatch<"this step takes sku, which the payload does not have", { id: string; price: number; lines: { sku: string; }[]; }>'.`,
  'wrong-step-in-otherwise': `7,90 TS2345: Argument of type 'Graph<{ sku: string; }, boolean>' is not assignable to parameter of type 'Mismatch<"this step takes sku, which the payload does not have", { id: string; price: number; lines: { sku: string; }[]; }>'.`,
  'wrong-handler': `7,50 TS2345: Argument of type 'Graph<{ sku: string; }, boolean>' is not assignable to parameter of type 'Mismatch<"this step takes sku, which the caught error does not have", Caught>'.`,
  'wrong-kept-handler': `7,44 TS2379: Argument of type 'ErrorHandler<boolean, { sku: string; }, "error">' is not assignable to parameter of type 'NotFor<"this step takes sku, which what the handler gets does not have", { id: string; error: Caught; }>' with 'exactOptionalPropertyTypes: true'. Consider adding 'undefined' to the types of the target's properties.`,
  'map-of-no-array': `7,40 TS2741: Property ''~none'' is missing in type 'Graph<{ sku: string; }, boolean>' but required in type 'NoArray<"the output of the step before it is an object, no array: map((input) => input.items, step)">'.`,
  'wrong-map-items': `5,80 TS2345: Argument of type 'Graph<{ sku: number; }, boolean>' is not assignable to parameter of type 'Mismatch<"this step takes a number at sku, but an item has a string there", { sku: string; }>'.`,
  'wrong-selector': `5,67 TS2769: Argument of type 'Graph<{ sku: string; }, boolean>' is not assignable to parameter of type 'Mismatch<"this step takes sku, which what the selector gives does not have", { ske: string; }>'.`,
  'wrong-distributed-item': `5,40 TS2769: Argument of type 'Graph<{ sku: string; }, boolean>' is not assignable to parameter of type 'Mismatch<"this step takes sku, which the input of a child execution does not have", S3Object>'.`,
  'no-branch': `3,25 TS2684: The 'this' context of type 'void' is not assignable to method's 'this' of type '"at least one branch is needed"'.`,
  // What is no step: a function that is not composed, one that is not called.
  'no-step': `5,36 TS2345: Argument of type '(input: { id: string; }) => string' is not assignable to parameter of type 'Mismatch<"this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler", { id: string; }>'.`,
  'plain-function-first': `7,29 TS2345: Argument of type '(input: { id: string; }) => string' is not assignable to parameter of type 'Mismatch<"this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler", unknown>'.`,
  'plain-function-in-par': `7,48 TS2345: Argument of type '(o: { id: string; }) => Promise<string>' is not assignable to parameter of type 'Mismatch<"this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler", { id: string; price: number; lines: { sku: string; }[]; }>'.`,
  'plain-function-in-map': `7,29 TS2345: Argument of type '(line: { sku: string; }) => Promise<string>' is not assignable to parameter of type 'Mismatch<"this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler", unknown>'.`,
  'plain-function-in-items': `7,56 TS2345: Argument of type '(line: { sku: string; }) => Promise<string>' is not assignable to parameter of type 'Mismatch<"this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler", unknown>'.`,
  'plain-function-in-retry': `7,31 TS2345: Argument of type '(o: { id: string; }) => Promise<string>' is not assignable to parameter of type 'Mismatch<"this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler", unknown>'.`,
  'plain-function-in-when': `7,71 TS2345: Argument of type '(o: { id: string; }) => Promise<string>' is not assignable to parameter of type 'Mismatch<"this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler", { id: string; price: number; lines: { sku: string; }[]; }>'.`,
  'plain-function-in-catch': `7,50 TS2345: Argument of type '(e: { Error: string; }) => Promise<string>' is not assignable to parameter of type 'Mismatch<"this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler", Caught>'.`,
  'not-called': `7,48 TS2345: Argument of type '<A>() => Graph<A, A>' is not assignable to parameter of type 'Mismatch<"this function gives a step: call it, or put what it reads into bind(…)", { id: string; price: number; lines: { sku: string; }[]; }>'.`,
  'missing-otherwise': [
    "10,5 TS2741: Property ''the last way of a choice is otherwise(…)'' is missing in type 'Way<unknown, number, unknown>' but required in type 'Otherwise<{ id: string; price: number; }, unknown>'.",
    "10,22 TS2339: Property 'price' does not exist on type 'Reference<unknown, []>'.",
    `10,33 TS2345: Argument of type 'Graph<{ id: string; }, number>' is not assignable to parameter of type 'Mismatch<"nothing says what the payload is: write task<Input, Output>(…) before this step", unknown>'.`,
  ],
  // JavaScript on references, and what is not JSON: a sentence at the place.
  'misspelt-field': "7,24 TS2339: Property 'idd' does not exist on type 'Ref<{ id: string; note?: string; }>'.",
  'optional-field': `7,28 TS2322: Type 'Absent<string, ["note"]> | undefined' is not assignable to type 'Absent<string, ["note"]> & "this field may be absent: write orElse(field, default), or read it where isPresent(field) holds"'.`,
  'default-by-javascript': `7,28 TS2322: Type '"none" | Absent<string, ["note"]>' is not assignable to type 'Absent<string, ["note"]> & "this field may be absent: write orElse(field, default), or read it where isPresent(field) holds"'.`,
  'undefined-data': `7,48 TS2322: Type '{ readonly id: Reference<string, ["id"]>; readonly at: undefined; }' is not assignable to type '{ readonly id: Reference<string, ["id"]>; readonly at: undefined; } & Record<"at is undefined, which is not JSON: leave it out, or write null", never>'.`,
  'async-callback': `7,21 TS2322: Type 'Promise<{ id: Reference<string, ["id"]>; }>' is not assignable to type 'Promise<{ id: Reference<string, ["id"]>; }> & "a callback runs once, when the workflow is built: it cannot be async"'.`,
  'date-in-data': `7,28 TS2322: Type 'Date' is not assignable to type 'Date & "a Date is not JSON: write a text, such as date.toISOString()"'.`,
  'wrong-comparison': `9,29 TS2345: Argument of type 'string' is not assignable to parameter of type 'Compared<"both sides of a comparison are of one kind", number, number>'.`,
  'equals-by-javascript': [
    `7,55 TS2322: Type 'boolean' is not assignable to type 'Asked<"ask by eq(a, b), ne, gt, lt, isPresent(a), not(a), and(a, b), or(a, b): not by ===, >, !, && or ||", unknown, unknown>'.`,
    `7,55 TS2367: This comparison appears to be unintentional because the types 'Reference<string, ["id"]>' and 'string' have no overlap.`,
  ],
  'greater-by-javascript': [
    `9,17 TS2322: Type 'boolean' is not assignable to type 'Asked<"ask by eq(a, b), ne, gt, lt, isPresent(a), not(a), and(a, b), or(a, b): not by ===, >, !, && or ||", unknown, unknown>'.`,
    `9,17 TS2365: Operator '>' cannot be applied to types 'Reference<number, ["price"]>' and 'number'.`,
  ],
  'not-by-javascript': `9,17 TS2322: Type 'boolean' is not assignable to type 'Asked<"ask by eq(a, b), ne, gt, lt, isPresent(a), not(a), and(a, b), or(a, b): not by ===, >, !, && or ||", unknown, unknown>'.`,
  'plus-by-javascript': `7,58 TS2365: Operator '+' cannot be applied to types 'Reference<number, ["price"]>' and 'number'.`,
  'length-by-javascript': `7,58 TS2741: Property ''~type'' is missing in type 'Instead<"length(array)">' but required in type 'Reference<0, unknown>'.`,
  'map-by-javascript': [
    `7,60 TS2345: Argument of type '(line: any) => any' is not assignable to parameter of type '"each(array, (item) => item.field) for data, map((input) => input.items, step) for steps"'.`,
    "7,61 TS7006: Parameter 'line' implicitly has an 'any' type.",
  ],
  // A service's action that there is not, a pattern that it has not, a field that it lacks; its input, its token, its pulse.
  'wrong-resource': `5,6 TS2345: Argument of type '"sqs:sendMesage"' is not assignable to parameter of type 'ServiceResource'.`,
  'wrong-resource-pattern': `5,6 TS2345: Argument of type '"aws-sdk:glue:startJobRun.sync"' is not assignable to parameter of type '"The AWS SDK has no .sync: only optimized integrations wait for a job."'.`,
  'wrong-resource-arguments': `5,25 TS2345: Argument of type '{ QueueUrl: string; }' is not assignable to parameter of type 'ServiceArguments<"sqs:sendMessage">'.`,
  'wrong-service-input': "7,47 TS2339: Property 'di' does not exist on type 'Ref<{ id: string; }>'.",
  'wrong-service-arguments': `3,52 TS2345: Argument of type '{ QueueUrl: string; }' is not assignable to parameter of type '((input: Reference<unknown, []>) => FieldsByName<"sqs:sendMessage">) | FieldsByName<"sqs:sendMessage">'.`,
  'wrong-service-token': `3,48 TS2345: Argument of type '(o: Ref<{ id: string; }>, token: Ref<string>) => { readonly Message: { readonly id: Reference<string, ["id"]>; readonly token: Reference<string, []>; }; }' is not assignable to parameter of type '((input: Ref<{ id: string; }>) => { readonly Message: { readonly id: Reference<string, ["id"]>; readonly token: Reference<string, []>; }; } & { readonly Message: Template; } & { ...; }) | ({ ...; } & ... 1 more ... & { ...; })'.`,
  'wrong-service-heartbeat': "3,68 TS2322: Type 'Duration' is not assignable to type 'undefined'.",
  // The input of a run.
  'wrong-input':
    "6,39 TS2561: Object literal may only specify known properties, but 'nam' does not exist in type '{ name: string; }'. Did you mean to write 'name'?",
}

for (const [file, error] of Object.entries(mistakes))
  test(`${file}.ts`, () => assert.equal(errorsIn(file), [error].flat(), stdout))

/** What TypeScript itself says well enough, or cannot be made to say otherwise: each with the reason. */
const inItsWords: Readonly<Record<string, string>> = {
  'misspelt-field': 'names the field, and suggests another where one is near',
  'wrong-input': 'names the field, and suggests another',
  'wrong-service-input': 'names the field',
  'plus-by-javascript': 'an operator has no type of its own; at run time it says add(…)',
  'wrong-resource': 'a service that is not in the table',
  'wrong-resource-arguments': 'an object that lacks a field, which the next line names',
  'wrong-service-arguments': 'an object that lacks a field, which the next line names',
  'wrong-service-token': 'a parameter too many',
  'wrong-service-heartbeat': 'an option that does not fit the resource',
}

test('the first line of each is a sentence of ours, or known to be one of TypeScript’s', () => {
  // In double quotes, as types of texts are; a property's name that is one has two single ones around it.
  const ours = /"[A-Za-z][^"]*(?: [^" ]+){3,}"|''[a-z][^']*(?: [^' ]+){3,}''|Instead<"/
  const others = Object.entries(mistakes).flatMap(([file, error]) => (ours.test([error].flat()[0] ?? '') ? [] : [file]))
  assert.equal(
    others.filter((file) => !Object.hasOwn(inItsWords, file)),
    [],
  )
})

test('every file has its mistake here, and there is no other error', () => {
  const files = readdirSync(here('type-errors')).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
  assert.equal(files.sort(), Object.keys(mistakes).sort())
  assert.is(reported.length, Object.values(mistakes).flat().length, stdout)
})

test.run()
