import { execute, TaskFailure } from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { errorIn, only, outcome, run, types } from './machine.ts'

const test = suite('execute: choices, waits, Parallel and Map')

const chosen = async (rule: Record<string, unknown>, input: unknown): Promise<unknown> => {
  const definition = {
    StartAt: 'C',
    States: {
      C: { Type: 'Choice', Choices: [{ ...rule, Next: 'Y' }], Default: 'N' },
      Y: { Type: 'Pass', Result: true, End: true },
      N: { Type: 'Pass', Result: false, End: true },
    },
  }
  return outcome(await execute(definition, input))
}

test('every comparison', async () => {
  for (const [operator, operand, value, expected] of [
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', '0', 0, false],
    ['StringLessThan', 'b', 'a', true],
    ['StringGreaterThan', 'b', 'c', true],
    ['StringLessThanEquals', 'b', 'b', true],
    ['StringGreaterThanEquals', 'b', 'a', false],
    ['NumericEquals', 1, 1, true],
    ['NumericEquals', 1, '1', false],
    ['NumericLessThan', 2, 1, true],
    ['NumericGreaterThan', 2, 3, true],
    ['NumericLessThanEquals', 2, 3, false],
    ['NumericGreaterThanEquals', 2, 2, true],
    ['BooleanEquals', true, true, true],
    ['BooleanEquals', true, 'true', false],
    ['TimestampEquals', '2030-01-01T00:00:00Z', '2030-01-01T01:00:00+01:00', true],
    ['TimestampLessThan', '2030-01-01T00:00:00Z', '2029-01-01T00:00:00.5Z', true],
    ['TimestampGreaterThan', '2030-01-01T00:00:00Z', 'no', false],
    ['IsNull', true, null, true],
    ['IsNull', false, 1, true],
    ['IsPresent', true, null, true],
    ['IsNumeric', true, 1.5, true],
    ['IsString', true, '', true],
    ['IsBoolean', true, false, true],
    ['IsTimestamp', true, '2030-02-30T00:00:00Z', false],
    ['IsTimestamp', true, '2030-02-28T00:00:00Z', true],
    ['StringMatches', 'a*c', 'abc', true],
    ['StringMatches', 'a\\*c', 'a*c', true],
    ['StringMatches', 'a*b*c', 'axxbxxc', true],
    ['StringMatches', 'a*b*c', 'acb', false],
    ['StringMatches', '*', '', true],
    ['StringMatches', 'abc', 'abd', false],
    ['StringMatches', '*aa', 'a', false],
    ['StringMatches', '*', 1, false],
  ] as const)
    assert.is(
      await chosen({ Variable: '$.v', [operator]: operand }, { v: value }),
      expected,
      `${operator} ${operand} ${value}`,
    )
  assert.is(await chosen({ Variable: '$.v', IsPresent: false }, {}), true)
  assert.is(await chosen({ Variable: '$.v', NumericLessThanPath: '$.w' }, { v: 1, w: 2 }), true)
  assert.is(
    await chosen({ Or: [{ Variable: '$.v', IsNull: true }, { Not: { Variable: '$.v', IsString: true } }] }, { v: 1 }),
    true,
  )
  assert.is(
    await chosen(
      {
        And: [
          { Variable: '$.w', IsPresent: true },
          { Variable: '$.w', NumericEquals: 1 },
        ],
      },
      {},
    ),
    false,
  )
  assert.is(errorIn(await chosen({ Variable: '$.w', NumericEquals: 1 }, {})), 'States.Runtime')
  assert.is(
    errorIn(await run({ Type: 'Choice', Choices: [{ Variable: '$.v', IsNull: true, Next: 'A' }] }, { v: 1 })),
    'States.Runtime',
  )
})

test('waits until a time, or for one', async () => {
  const startTime = '2030-01-01T00:00:00Z'
  const last = async (state: Record<string, unknown>, input: unknown = {}) =>
    (await execute(only({ Type: 'Wait', ...state }), input, { startTime })).history.at(-1)?.timestamp
  assert.is(await last({ Seconds: 5 }), 5_000)
  assert.is(await last({ Timestamp: '2030-01-01T00:01:00Z' }), 60_000)
  assert.is(await last({ Timestamp: '2029-01-01T00:01:00Z' }), 0)
  assert.is(await last({ SecondsPath: '$.s' }, { s: 7 }), 7_000)
  assert.is(await last({ TimestampPath: '$.t' }, { t: '2030-01-01T00:00:01.500Z' }), 1_500)
  assert.is(
    await last({ QueryLanguage: 'JSONata', Timestamp: '{% $states.input.t %}' }, { t: '2030-01-01T01:00:00+01:00' }),
    0,
  )
  for (const [state, input] of [
    [{ SecondsPath: '$.s' }, { s: 1.5 }],
    [{ SecondsPath: '$.s' }, { s: {} }],
    [{ TimestampPath: '$.t' }, {}],
  ] as const)
    assert.is(errorIn(await run({ Type: 'Wait', ...state }, input)), 'States.Runtime')
})

test('an error of a branch is the error of the Parallel, and the others are cut off', async () => {
  const parallel = {
    StartAt: 'P',
    States: {
      P: {
        Type: 'Parallel',
        Branches: [
          only({ Type: 'Wait', Seconds: 100 }),
          { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E', Cause: 'C' } } },
        ],
        Catch: [{ ErrorEquals: ['States.BranchFailed'], ResultPath: '$.e', Next: 'Z' }],
        End: true,
      },
      Z: { Type: 'Succeed' },
    },
  }
  const caught = await execute(parallel, { k: 1 })
  assert.equal(outcome(caught), { k: 1, e: { Error: 'E', Cause: 'C' } })
  assert.ok(types(caught).includes('WaitStateAborted'))
  assert.equal(
    types(
      await execute(only({ Type: 'Parallel', Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail' } } }] }), {}),
    ).slice(-2),
    ['ParallelStateFailed', 'ExecutionFailed'],
  )
})

test('a Map over nothing, with a selector, one at a time, all at once', async () => {
  const map = (fields: Record<string, unknown>) => ({
    Type: 'Map',
    ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Task', Resource: 'f', End: true } } },
    ...fields,
  })
  const lambdas = { f: async (x: unknown) => x }
  assert.equal(await run(map({}), [], { lambdas }), [])
  assert.equal(
    await run(
      map({ Parameters: { 'i.$': '$$.Map.Item.Index', 'k.$': '$.k' }, ItemsPath: '$.l' }),
      { k: 1, l: ['a', 'b'] },
      { lambdas },
    ),
    [
      { i: 0, k: 1 },
      { i: 1, k: 1 },
    ],
  )
  const slow = { f: async (_: unknown, c: { sleep: (ms: number) => Promise<void> }) => c.sleep(1_000) }
  const took = async (MaxConcurrency: number) =>
    (await execute(only(map({ MaxConcurrency })), [1, 2, 3, 4], { lambdas: slow })).history.at(-1)?.timestamp
  assert.equal([await took(1), await took(2), await took(0)], [4_000, 2_000, 1_000])
  assert.equal(await run(map({ MaxConcurrencyPath: '$.n', ItemsPath: '$.l' }), { n: '2', l: [1] }, { lambdas }), [1])
  assert.is(errorIn(await run(map({ ItemsPath: '$.n' }), { n: 1 }, { lambdas })), 'States.Runtime')
  const failed = await execute(
    only(map({ Retry: [{ ErrorEquals: ['X'], MaxAttempts: 1 }], Catch: [{ ErrorEquals: ['X'], Next: 'A' }] })),
    [1],
    { lambdas: { f: [new TaskFailure('X'), 1] } },
  )
  assert.equal(outcome(failed), [1])
})

const distributed = (fields: Record<string, unknown>, resource = 'f') =>
  only({
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'I',
      States: { I: { Type: 'Task', Resource: resource, End: true } },
    },
    ...fields,
  })

test('a distributed Map bears failures up to its threshold', async () => {
  const lambdas = {
    f: (n: number) => {
      if (n > 2) throw new TaskFailure('Big')
      return n
    },
  }
  assert.equal(outcome(await execute(distributed({ ToleratedFailureCount: 2 }), [1, 2, 3, 4], { lambdas })), [1, 2])
  assert.equal(
    outcome(await execute(distributed({ ToleratedFailurePercentage: 50 }), [1, 2, 3, 4], { lambdas })),
    [1, 2],
  )
  const exceeded = await execute(distributed({ ToleratedFailureCount: 1 }), [1, 2, 3, 4], { lambdas })
  assert.is(errorIn(outcome(exceeded)), 'States.ExceedToleratedFailureThreshold')
  assert.ok(types(exceeded).includes('MapRunFailed'))
  assert.is(
    errorIn(outcome(await execute(distributed({}), [3], { lambdas }))),
    'States.ExceedToleratedFailureThreshold',
  )
  const run1 = (await execute(distributed({ Label: 'L' }), [1], { lambdas })).mapRuns[0]
  assert.match(run1?.mapRunArn ?? '', /:mapRun:StateMachine\/L:/)
  assert.is(run1?.executions[0]?.history.length, 7)
})

test('a distributed Map reads, batches and writes', async () => {
  const get = 'arn:aws:states:::s3:getObject'
  const put = 'arn:aws:states:::s3:putObject'
  const lambdas = { f: (x: unknown) => x }
  const reading = async (
    config: Record<string, unknown>,
    given: unknown,
    fields: Record<string, unknown> = {},
    input: unknown = { n: 1 },
  ) =>
    outcome(
      await execute(
        distributed({
          ItemReader: { Resource: get, ReaderConfig: config, Parameters: { Bucket: 'b', Key: 'k' } },
          ...fields,
        }),
        input,
        { lambdas, services: { [get]: () => given } },
      ),
    )
  assert.equal(await reading({ InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }, 'a,b\n1,"x,""y"""\r\n2\n'), [
    { a: '1', b: 'x,"y"' },
    { a: '2', b: '' },
  ])
  assert.equal(await reading({ InputType: 'CSV', CSVHeaders: ['a'], CSVDelimiter: 'PIPE', MaxItems: 1 }, '1|2\n3|4'), [
    { a: '1' },
  ])
  assert.equal(await reading({ InputType: 'JSON', ItemsPointer: '/x/0' }, '{"x":[[1,2]]}'), [1, 2])
  assert.equal(await reading({ InputType: 'JSONL' }, '{"a":1}\n\n{"a":2}'), [{ a: 1 }, { a: 2 }])
  assert.equal(await reading({}, { k: 'v' }), [{ Key: 'k', Value: 'v' }])
  assert.equal(await reading({ MaxItemsPath: '$.n' }, [1, 2]), [1])
  for (const [config, given] of [
    [{ InputType: 'JSON' }, '5'],
    [{ InputType: 'JSON' }, '{'],
    [{ InputType: 'CSV' }, 'a,a\n'],
    [{ MaxItemsPath: '$.n' }, [1]],
  ] as const)
    assert.is(errorIn(await reading(config, given, {}, { n: -1 })), 'States.ItemReaderFailed')
  assert.equal(await reading({}, [1, 2, 3], { ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { 'n.$': '$.n' } } }), [
    { BatchInput: { n: 1 }, Items: [1, 2] },
    { BatchInput: { n: 1 }, Items: [3] },
  ])
  assert.equal(
    await reading({}, ['aaaaaaaaaa', 'b'], { ItemBatcher: { MaxInputBytesPerBatchPath: '$.n' } }, { n: 25 }),
    [{ Items: ['aaaaaaaaaa'] }, { Items: ['b'] }],
  )
  const written: unknown[] = []
  const result = await execute(
    distributed({ ResultWriter: { Resource: put, Parameters: { Bucket: 'out', Prefix: 'p' } } }),
    [1],
    { lambdas, services: { [put]: (given: unknown) => written.push(given) } },
  )
  assert.equal(written, [{ Bucket: 'out', Prefix: 'p', Body: [1] }])
  assert.is((outcome(result) as { ResultWriterDetails: { Bucket: string } }).ResultWriterDetails.Bucket, 'out')
  for (const fields of [{ ItemReader: { Resource: get } }, { ResultWriter: { Resource: put } }])
    await execute(distributed(fields), [1], { lambdas }).then(
      () => assert.unreachable(),
      (error: unknown) => assert.match(String(error), /services/),
    )
})

test('the same in JSONata', async () => {
  const get = 'arn:aws:states:::s3:getObject'
  const put = 'arn:aws:states:::s3:putObject'
  const definition = {
    QueryLanguage: 'JSONata',
    ...distributed({
      ItemReader: {
        Resource: get,
        ReaderConfig: { MaxItems: '{% $states.input.n %}' },
        Arguments: { Bucket: '{% $states.input.b %}' },
      },
      ItemSelector: { v: '{% $states.context.Map.Item.Value %}', s: '{% $states.context.Map.Item.Source %}' },
      ItemBatcher: { MaxItemsPerBatch: '{% 1 %}', BatchInput: { b: '{% $states.input.b %}' } },
      ResultWriter: { Resource: put, Arguments: { Bucket: '{% $states.input.b %}' } },
      ToleratedFailureCount: '{% 1 %}',
      Output: '{% $states.result.ResultWriterDetails.Bucket %}',
    }),
  }
  const seen: unknown[] = []
  const services = { [get]: () => [1, 2, 3], [put]: () => {} }
  assert.is(
    outcome(await execute(definition, { n: 2, b: 'x' }, { services, lambdas: { f: (e: unknown) => seen.push(e) } })),
    'x',
  )
  assert.equal(seen, [
    { BatchInput: { b: 'x' }, Items: [{ v: 1, s: 'S3://x' }] },
    { BatchInput: { b: 'x' }, Items: [{ v: 2, s: 'S3://x' }] },
  ])
})

test('States.TaskFailed stands for every error but a time-out, on a Parallel too', async () => {
  const parallel = (error: string) => ({
    StartAt: 'P',
    States: {
      P: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail', Error: error } } }],
        Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Pass', Result: 'caught', End: true },
    },
  })
  assert.is(outcome(await execute(parallel('Boom'), {})), 'caught')
  assert.is((await execute(parallel('States.Timeout'), {})).status, 'FAILED')
})

test('definitions that cannot be run say where', async () => {
  const says = async (definition: unknown, path: string): Promise<void> => {
    await execute(definition, {}).then(
      () => assert.unreachable(),
      (error: { readonly issues: readonly { readonly path: string }[] }) => assert.is(error.issues[0]?.path, path),
    )
  }
  await says(1, '')
  await says({ StartAt: 'A', States: 1 }, '/States')
  await says({ StartAt: 'B', States: { A: { Type: 'Succeed' } } }, '/StartAt')
  await says({ StartAt: 'A', States: { A: 1 } }, '/States/A')
  for (const [state, path] of [
    [{ Type: 'Ghost' }, '/Type'],
    [{ Type: 'Pass', Next: 'B' }, '/Next'],
    [{ Type: 'Pass', QueryLanguage: 'XPath' }, '/QueryLanguage'],
    [{ Type: 'Pass', InputPath: 5 }, '/InputPath'],
    [{ Type: 'Pass', ResultPath: '$.a[*]' }, '/ResultPath'],
    [{ Type: 'Pass', Parameters: { 'a.$': 'x' } }, '/Parameters/a.$'],
    [{ Type: 'Pass', Parameters: { 'a.$': 1 } }, '/Parameters/a.$'],
    [{ Type: 'Pass', Parameters: { 'a.$': 'States.Nope()' } }, '/Parameters/a.$'],
    [{ Type: 'Task' }, '/Resource'],
    [{ Type: 'Task', Resource: 'f', Retry: 1 }, '/Retry'],
    [{ Type: 'Task', Resource: 'f', Retry: [1] }, '/Retry/0'],
    [{ Type: 'Task', Resource: 'f', Retry: [{ ErrorEquals: [] }] }, '/Retry/0/ErrorEquals'],
    [{ Type: 'Task', Resource: 'f', TimeoutSeconds: 'x' }, '/TimeoutSeconds'],
    [{ Type: 'Wait' }, ''],
    [{ Type: 'Wait', Seconds: 'x' }, '/Seconds'],
    [{ Type: 'Wait', Timestamp: 'x' }, '/Timestamp'],
    [{ Type: 'Fail', Error: 1 }, '/Error'],
    [{ Type: 'Parallel', Branches: [] }, '/Branches'],
    [{ Type: 'Parallel', Branches: [1] }, '/Branches/0'],
    [{ Type: 'Map' }, ''],
    [{ Type: 'Choice', Choices: [] }, '/Choices'],
    [{ Type: 'Choice', Choices: [1] }, '/Choices/0'],
    [{ Type: 'Choice', Choices: [{ Next: 'A' }] }, '/Choices/0'],
    [{ Type: 'Choice', Choices: [{ And: [], Next: 'A' }] }, '/Choices/0/And'],
    [{ Type: 'Choice', Choices: [{ Variable: '$', Equals: 1, Next: 'A' }] }, '/Choices/0/Equals'],
    [{ Type: 'Choice', Choices: [{ Variable: '$', StringMatches: 1, Next: 'A' }] }, '/Choices/0/StringMatches'],
    [{ Type: 'Choice', QueryLanguage: 'JSONata', Choices: [{ Condition: 'x', Next: 'A' }] }, '/Choices/0/Condition'],
    [{ Type: 'Choice', QueryLanguage: 'JSONata', Choices: [1] }, '/Choices/0'],
    [{ Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% 1 + %}' }, '/Output'],
    [{ Type: 'Pass', Result: 1n }, '/Result'],
  ] as const)
    await says({ StartAt: 'A', States: { A: state } }, `/States/A${path}`)
  const map = (fields: Record<string, unknown>) => ({
    Type: 'Map',
    ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, ...only({ Type: 'Pass' }) },
    ...fields,
  })
  await says(only(map({})), '/States/A/ItemProcessor/ProcessorConfig/ExecutionType')
  await says(only(map({ ItemReader: 1 })), '/States/A/ItemReader')
  await says(distributed({ ItemBatcher: {} }), '/States/A/ItemBatcher')
})

test.run()
