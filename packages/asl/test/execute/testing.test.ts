import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AslError } from '@orkestra/asl'
import {
  coverage,
  execute,
  executeState,
  type MockConfig,
  mockedStates,
  SetupError,
  showCoverage,
  TestStateError,
} from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runCommand } from '../../src/cli/commands/run.ts'
import { runDefinition } from '../../src/cli/execute.ts'
import { UsageError } from '../../src/cli/load/module.ts'
import { session } from '../../src/cli/session.ts'
import { only } from './machine.ts'

const test = suite('execute: the testing story')

const definition = {
  StartAt: 'C',
  States: {
    C: { Type: 'Choice', Choices: [{ Variable: '$.x', NumericEquals: 1, Next: 'M' }], Default: 'D' },
    M: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'I',
        States: { I: { Type: 'Pass', Next: 'J' }, J: { Type: 'Pass', End: true } },
      },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'D' }],
      Next: 'D',
    },
    D: { Type: 'Parallel', Branches: [{ StartAt: 'B', States: { B: { Type: 'Pass', End: true } } }], End: true },
  },
}

test('coverage counts states and transitions, also in child executions', async () => {
  const one = await execute(definition, { x: 1, items: [1] })
  const { states, transitions } = coverage(definition, [one])
  assert.equal(states.missing, [])
  assert.equal(transitions.missing, [{ from: 'C', to: 'D' }])
  const both = coverage(definition, [one, await execute(definition, { x: 2 })])
  assert.is(showCoverage(both), 'states: 6 of 6 (100 %)\ntransitions: 4 of 4 (100 %)\n')
  assert.is(showCoverage(coverage({}, [])), 'states: 0 of 0 (100 %)\ntransitions: 0 of 0 (100 %)\n')
})

const config: MockConfig = {
  StateMachines: {
    M: {
      TestCases: {
        Good: { A: 'Late' },
        Bad: { A: 'Gap' },
        Wrong: { A: 'Neither' },
        None: { A: 'Nope' },
        Odd: { A: 'OddKey' },
      },
    },
  },
  MockedResponses: {
    Late: { '0-1': { Throw: { Error: 'X', Cause: 'busy' } }, '2': { Return: { done: true } } },
    Gap: { '1': { Return: 1 } },
    Neither: { '0': {} as never },
    OddKey: { first: { Return: 1 } },
  },
}

test('a MockConfigFile gives one answer per attempt', async () => {
  const task = only({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Retry: [{ ErrorEquals: ['X'] }] })
  const ended = await execute(task, {}, { states: mockedStates(config, 'M', 'Good') })
  assert.equal(ended.status === 'SUCCEEDED' && ended.output, { done: true })
  for (const [machine, name, pattern] of [
    ['M', 'Bad', /no answer for attempt 0/],
    ['M', 'Wrong', /neither Return nor Throw/],
    ['M', 'None', /no MockedResponses "Nope"/],
    ['M', 'Odd', /no attempts "first"/],
    ['M', 'Other', /no test case "Other", but "Good"/],
    ['N', 'Good', /no state machine "N"/],
  ] as const)
    assert.throws(
      () => mockedStates(config, machine, name),
      (error: unknown) => error instanceof SetupError && pattern.test(error.message),
    )
})

test('a state by itself, with the data at each stage', async () => {
  const state = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: 'f', 'Payload.$': '$.x' },
    ResultSelector: { 'v.$': '$.Payload' },
    ResultPath: '$.r',
    Next: 'B',
  }
  assert.equal(await executeState(state, { x: 1 }, { lambdas: { f: (e: number) => e + 1 } }), {
    status: 'SUCCEEDED',
    output: { x: 1, r: { v: 2 } },
    nextState: 'B',
    inspectionData: {
      input: { x: 1 },
      afterInputPath: { x: 1 },
      afterParameters: { FunctionName: 'f', Payload: 1 },
      result: { ExecutedVersion: '$LATEST', Payload: 2, StatusCode: 200 },
      afterResultSelector: { v: 2 },
      afterResultPath: { x: 1, r: { v: 2 } },
    },
  })
  assert.is(
    (await executeState({ Type: 'Pass', InputPath: '$.nope', End: true }, {})).cause,
    "Invalid path '$.nope' : No results for path: $['nope']",
  )
  const retried = await executeState(
    { ...state, Retry: [{ ErrorEquals: ['X'], IntervalSeconds: 2 }], Catch: [{ ErrorEquals: ['X'], Next: 'C' }] },
    { x: 1 },
    { mock: { errorOutput: { error: 'X' } }, retrierRetryCount: 1 },
  )
  assert.is(retried.status, 'RETRIABLE')
  assert.equal(retried.inspectionData.errorDetails, { retryIndex: 0, retryBackoffIntervalSeconds: 4 })
  const parallel = { Type: 'Parallel', Branches: [only({ Type: 'Pass' })], End: true }
  assert.equal((await executeState(parallel, {}, { mock: { result: [1] } })).output, [1])
  assert.is((await executeState(parallel, {}, { mock: { errorOutput: { error: 'E' } } })).error, 'E')
  assert.equal((await executeState(definition, { x: 1 }, { variables: { v: 1 } })).nextState, 'M')
  assert.equal((await executeState(definition, {}, { stateName: 'J' })).status, 'SUCCEEDED')
})

test('a request that AWS refuses', async () => {
  for (const [given, options, pattern] of [
    [1, {}, /JSON object/],
    [definition, { stateName: 'X' }, /not found/],
    [definition, { stateName: '' }, /stateName/],
    [{ Type: 'Ghost' }, {}, /should have one of these values/],
    [{ Type: 'Pass', End: true }, { mock: { result: 1 } }, /'Pass' is not supported/],
    [{ Type: 'Parallel', Branches: [{}], End: true }, {}, /does not support Map or Parallel/],
    [{ Type: 'Parallel', Branches: [{}], End: true }, { mock: { result: 1 } }, /must be an array/],
    [{ Type: 'Parallel', Branches: [{}], End: true }, { mock: { result: [] } }, /same number/],
    [{ Type: 'Map', End: true }, { mock: { result: {} } }, /must be an array/],
    [{ Type: 'Map', ResultWriter: {}, End: true }, { mock: { result: [] } }, /JSON object/],
    [{ Type: 'Pass', End: true }, { context: { Map: {} } }, /'Map' field/],
    [{ Type: 'Pass', End: true }, { context: { State: { x: 1 } } }, /'x' is not allowed/],
    [{ Type: 'Pass', End: true }, { context: { Task: { Token: 't' } } }, /contains 'Task'/],
    [{ Type: 'Pass', End: true }, { context: { x: 1 } }, /'x' is not allowed/],
  ] as const)
    await executeState(given, {}, options).then(
      () => assert.unreachable(String(pattern)),
      (error: unknown) => {
        assert.instance(error, TestStateError)
        assert.match(String(error), pattern)
      },
    )
})

const folder = mkdtempSync(join(tmpdir(), 'orkestra-run-'))
const file = (name: string, value: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

test('the command line runs a definition', async () => {
  const path = file(
    'd.asl.json',
    only({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Retry: [{ ErrorEquals: ['X'] }] }),
  )
  const mocks = file('mocks.json', config)
  const printed = await runCommand.act([
    path,
    '--input',
    '{"a":1}',
    '--mocks',
    mocks,
    '--test-case',
    'M#Good',
    '--type',
    'express',
    '--clock',
    'virtual',
  ])
  assert.ok(printed.ok)
  assert.match(printed.text, /SUCCEEDED[\s\S]*"done": true/)
  const json = await runCommand.act([path, '--mocks', mocks, '--test-case', 'M#Good', '--json'])
  assert.is(JSON.parse(json.text).status, 'SUCCEEDED')
  const none = await runCommand.act([file('fail.json', { StartAt: 'F', States: { F: { Type: 'Fail' } } })])
  assert.not(none.ok)
  assert.match(none.text, /error: \(none\)/)
  for (const args of [
    [path],
    [path, '--mocks', mocks],
    [join(folder, 'absent.json')],
    [path, '--mocks', mocks, '--test-case', 'M#X'],
  ])
    await runCommand.act(args).then(
      () => assert.unreachable(),
      (error: unknown) => assert.instance(error, UsageError),
    )
  const given = {
    clock: 'virtual',
    type: undefined,
    machine: undefined,
    mocks: undefined,
    testCase: undefined,
    substitutions: {},
    tasks: {},
  } as const
  for (const [name, content] of [
    ['bad.json', {}],
    ['no.json', '{'],
  ] as const)
    await runDefinition(file(name, content), {}, given, session()).then(
      () => assert.unreachable(),
      (error: unknown) => assert.instance(error, AslError),
    )
})

test('JSONata is loaded when there is an expression to evaluate', () => {
  const loads = (code: string): string =>
    spawnSync(
      process.execPath,
      [
        '--conditions=@orkestra/source',
        '--import=tsx',
        '--input-type=module',
        `--eval=${code}; const { Module } = await import('node:module'); console.log(Object.keys(Module._cache).some((path) => /jsonata/.test(path)))`,
      ],
      {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        encoding: 'utf8',
        // What a process of its own covers would count against this one's.
        env: { ...process.env, NODE_V8_COVERAGE: '' },
      },
    ).stdout.trim()
  const run = (output: string): string =>
    `const { execute } = await import('@orkestra/asl/execute'); await execute({ QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', Output: '${output}', End: true } } }, {})`
  assert.is(loads("await import('@orkestra/asl')"), 'false')
  assert.is(loads(run('text')), 'false')
  assert.is(loads(run('{% 1 + 1 %}')), 'true')
})

test.run()
