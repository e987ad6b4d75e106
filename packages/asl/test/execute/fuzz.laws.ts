/** Definitions and inputs that somebody broke: an execution ends, or says what is wrong. It does not crash, and it does not hang. */
import { AslError } from '@orkestra/asl'
import { execute, SetupError, TaskFailure } from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { definitions, input } from './definitions.ts'
import { createRandom, mutated } from './mutations.ts'

const test = suite('broken definitions and inputs')

const seed = process.env.ORKESTRA_SEED ? Number(process.env.ORKESTRA_SEED) : Date.now() & 0x7fffffff
console.log(`  seed ${seed} (ORKESTRA_SEED=${seed} repeats it)`)
const count = Number(process.env.ORKESTRA_FUZZ ?? 20_000)

const boom = () => {
  throw Object.assign(new Error('no'), { name: 'Boom' })
}
const lambdas = { f: (event: unknown) => event, g: (event: unknown) => event, fails: boom }

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** What a promise comes to, in so many turns of the event loop: how long they take says nothing. */
const within = async <T>(turns: number, promise: Promise<T>): Promise<T> => {
  let isSettled = false
  const settle = (): void => {
    isSettled = true
  }
  promise.then(settle, settle)
  for (let i = 0; i < turns && !isSettled; i += 1) await turn()
  if (!isSettled) throw new Error('nothing goes on in it any more, and it has not ended')
  return promise
}

test(`${count} mutations end in a result or in an error about the set-up`, async () => {
  const random = createRandom(seed)
  const ends = new Map<string, number>()
  for (let i = 0; i < count; i += 1) {
    const whole = definitions[random(definitions.length)]
    const definition = random(4) === 0 ? whole : mutated(whole, random)
    const given = random(3) === 0 ? input : mutated(input, random)
    let end: string
    try {
      const execution = await within(
        100_000,
        execute(definition, given, { lambdas, limits: { transitions: 5_000 }, seed: i }),
      )
      end = execution.status
    } catch (error) {
      if (!(error instanceof AslError || error instanceof SetupError)) {
        console.error(`case ${i}`, JSON.stringify(definition), JSON.stringify(given))
        throw error
      }
      end = error.name
    }
    ends.set(end, (ends.get(end) ?? 0) + 1)
  }
  console.log(`  ${JSON.stringify(Object.fromEntries(ends))}`)
  assert.ok((ends.get('SUCCEEDED') ?? 0) > count / 100 && (ends.get('FAILED') ?? 0) > count / 100)
  assert.equal(Object.keys(Object.prototype), [])
})

const nested = (levels: number): unknown => {
  let value: unknown = 1
  for (let i = 0; i < levels; i += 1) value = { a: value }
  return value
}

test('an input of 100,000 levels is an error, not a crash', async () => {
  const pass = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }
  await execute(pass, nested(100_000)).then(
    () => assert.unreachable(),
    (error: unknown) => assert.instance(error, TypeError),
  )
  assert.is((await execute(pass, nested(900))).status, 'SUCCEEDED')
})

test('so is a function that answers so, and a text of JSON that is so deep', async () => {
  const task = { StartAt: 'A', States: { A: { Type: 'Task', Resource: '${f}', End: true } } }
  const deep = await execute(task, {}, { lambdas: { f: () => nested(100_000) } })
  assert.is(deep.status === 'FAILED' && deep.error, 'Runtime.JSONStringifyError')
  const text = '['.repeat(100_000) + ']'.repeat(100_000)
  for (const state of [
    { Type: 'Pass', Parameters: { 'a.$': 'States.StringToJson($.t)' }, End: true },
    { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $parse($states.input.t) %}', End: true },
  ])
    assert.is((await execute({ StartAt: 'A', States: { A: state } }, { t: text }, { limits: false })).status, 'FAILED')
})

test('so is a definition that nests its templates, rules or expressions so deep', async () => {
  const refused = async (state: unknown): Promise<void> => {
    await execute({ StartAt: 'A', States: { A: state } }, {}).then(
      () => assert.unreachable(),
      (error: unknown) => assert.instance(error, AslError),
    )
  }
  await refused({ Type: 'Pass', Parameters: nested(100_000), End: true })
  await refused({ Type: 'Pass', QueryLanguage: 'JSONata', Output: nested(100_000), End: true })
  await refused({
    Type: 'Pass',
    QueryLanguage: 'JSONata',
    Output: `{% ${'('.repeat(100_000)}1${')'.repeat(100_000)} %}`,
    End: true,
  })
  let rule: unknown = { Variable: '$', IsNull: true }
  for (let i = 0; i < 100_000; i += 1) rule = { Not: rule }
  await refused({ Type: 'Choice', Choices: [{ ...(rule as object), Next: 'A' }] })
})

/** A state in so many Parallel states, one in the other. */
const nestedMachine = (levels: number, inner: object): Record<string, unknown> => {
  let scope: Record<string, unknown> = { StartAt: 'L', States: { L: inner } }
  for (let i = 0; i < levels; i += 1)
    scope = {
      StartAt: `P${i}`,
      States: { [`P${i}`]: { Type: 'Parallel', Branches: [scope], OutputPath: '$[0]', End: true } },
    }
  return scope
}

test('a machine nested 10,000 deep runs', async () => {
  const machine = nestedMachine(10_000, { Type: 'Pass', End: true })
  assert.is((await execute(machine, 1, { limits: false })).status, 'SUCCEEDED')
})

test('what cannot be run inside others is told with its whole place', async () => {
  await execute(nestedMachine(2, { Type: 'Pass', Next: 'Nowhere' }), 1).then(
    () => assert.unreachable(),
    (error: unknown) =>
      assert.is((error as AslError).issues[0]?.path, '/States/P1/Branches/0/States/P0/Branches/0/States/L/Next'),
  )
})

test('a hostile expression is stopped', async () => {
  const jsonata = (expression: string) => ({
    StartAt: 'A',
    States: { A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: `{% ${expression} %}`, End: true } },
  })
  for (const expression of [
    '($f := function($n) { 1 + $f($n + 1) }; $f(0))',
    '($f := function($n) { $f($n + 1) }; $f(0))',
    "$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /(a+)+$/)[0].match",
    "$pad('x', 999999999999)",
  ]) {
    const ended = await within(100_000, execute(jsonata(expression), {}))
    assert.is(ended.status === 'FAILED' && ended.error, 'States.QueryEvaluationError', expression)
  }
  const filter = {
    StartAt: 'A',
    States: { A: { Type: 'Pass', Parameters: { 'a.$': '$.x[?(@.t =~ /(a+)+/)]' }, End: true } },
  }
  const ended = await within(100_000, execute(filter, { x: [{ t: `${'a'.repeat(60)}b` }] }))
  assert.equal(ended.status === 'SUCCEEDED' && ended.output, { a: [] })
})

test('an expression reaches data and nothing else', async () => {
  const values: unknown[] = []
  for (const expression of [
    '$states.input.constructor',
    '$states.input.__proto__',
    '{}.toString',
    '$lookup({}, "constructor")',
    '$states.input.constructor.constructor("return 1")()',
    '$type($states.input.hasOwnProperty)',
    '$eval("1")',
  ]) {
    const ended = await execute(
      {
        StartAt: 'A',
        States: { A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: `{% $exists(${expression}) %}`, End: true } },
      },
      {},
    )
    values.push(ended.status === 'SUCCEEDED' ? ended.output : ended.error)
  }
  assert.equal(
    values.map((value) => value === false || value === 'States.QueryEvaluationError'),
    values.map(() => true),
  )
  const own = await execute(
    {
      StartAt: 'A',
      States: { A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.input.x.constructor %}', End: true } },
    },
    { x: [{ constructor: 1 }, { constructor: [2] }] },
  )
  assert.equal(own.status === 'SUCCEEDED' && own.output, [1, 2])
})

test('keys such as __proto__ are keys', async () => {
  const given = JSON.parse('{"__proto__":{"a":1},"constructor":2}')
  const pass = {
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', ResultPath: '$.r', Next: 'B' },
      B: { Type: 'Pass', Parameters: { '__proto__.$': '$.constructor', 'p.$': "$['__proto__'].a" }, End: true },
    },
  }
  const ended = await execute(JSON.parse(JSON.stringify(pass).replace('"__proto__.$"', '"__proto__.$"')), given)
  assert.is(JSON.stringify(ended.status === 'SUCCEEDED' && ended.output), '{"__proto__":2,"p":1}')
  assert.is(({} as { a?: unknown }).a, undefined)
})

test("an error of ours is not the workflow's to catch", async () => {
  const definition = {
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }],
        End: true,
      },
      B: { Type: 'Pass', End: true },
    },
  }
  await execute(definition, {}).then(
    () => assert.unreachable(),
    (error: unknown) => {
      assert.instance(error, SetupError)
      assert.match(String(error), /"A".*sqs:sendMessage.*services/)
    },
  )
  const answered = await execute(
    definition,
    {},
    { services: { 'arn:aws:states:::sqs:sendMessage': [new TaskFailure('SQS.X', 'no')] } },
  )
  assert.equal(answered.status === 'SUCCEEDED' && answered.output, { Error: 'SQS.X', Cause: 'no' })
})

test.run()
