/** The way out that an issue shows. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { poll } from '../../src/validate/codes/examples.ts'
import { diagnose } from '../../src/validate/diagnose.ts'

const test = suite('hints')

const only = (state: object) => ({ StartAt: 'A', States: { A: state } })
const hints = (definition: unknown): readonly string[] => diagnose(definition).map(({ hint }) => hint)
const shows = (definition: unknown, hint: string): void =>
  assert.ok(
    hints(definition).some((one) => one.includes(hint)),
    JSON.stringify(hints(definition)),
  )

const item = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } }

test('a path in a field for a number wants the field for a path', () => {
  shows(only({ Type: 'Wait', Seconds: '$.x', End: true }), 'Name the field "SecondsPath"')
  shows(
    only({ Type: 'Map', MaxConcurrency: '$.n', ItemProcessor: item, End: true }),
    'Name the field "MaxConcurrencyPath"',
  )
  shows(
    only({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSeconds: '$.t', End: true }),
    'Name the field "TimeoutSecondsPath"',
  )
})

test('a field on the wrong level is to be moved to where it belongs', () => {
  const map = { Type: 'Map', ItemProcessor: item, End: true }
  shows(only({ ...map, ItemProcessor: { ...item, MaxConcurrency: 2 } }), 'Move it to the Map state itself')
  shows(only({ ...map, MaxItemsPerBatch: 2 }), 'Move it to "ItemBatcher".')
  shows(only({ ...map, Mode: 'INLINE' }), 'Move it to "ProcessorConfig", in ItemProcessor.')
  shows(
    only({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', MaxAttempts: 2, End: true }),
    'Move it to a retrier, in "Retry".',
  )
  shows(
    only({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', FunctionName: 'f', End: true }),
    'Move it to the parameters of the task: "Parameters"',
  )
  shows({ ...only({ Type: 'Pass', End: true }), MaxConcurrency: 1 }, 'Move it to the Map state itself')
  shows({ ...only({ Type: 'Pass', End: true }), $schema: './asl.schema.json' }, 'Remove it, and map the schema')
  shows({ ...only({ Type: 'Pass', End: true }), Nothing: 1 }, 'Remove it. A state machine takes')
})

test('an action of another service of the same name is shown with its own', () => {
  const task = (action: string) => only({ Type: 'Task', Resource: `arn:aws:states:::${action}`, End: true })
  shows(task('bedrock:invokeAgent'), '"arn:aws:states:::aws-sdk:bedrockagentruntime:invokeAgent"')
  shows(task('bedrock:converse'), '"arn:aws:states:::aws-sdk:bedrockruntime:converse"')
})

test('a loop that fills the history says when', () => {
  const told = (definition: unknown, type: 'STANDARD' | 'EXPRESS' = 'STANDARD') =>
    diagnose(definition, { type })
      .filter(({ code }) => code === 'ASL229')
      .map(({ path, message }) => `${path}: ${message}`)
  assert.equal(told(poll(2)), [
    '/States/Sleep: the loop through "Sleep" leaves 9 events in the history per iteration, and an execution fails at 25000: after 2777 iterations, 1.5 hours with its waits.',
  ])
  assert.equal(told(poll(2), 'EXPRESS'), [])
  const counted = poll(2) as { States: { IsDone: { Choices: object[] } } }
  counted.States.IsDone.Choices.push({ Variable: '$.n', NumericGreaterThan: 10, Next: 'Done' })
  assert.equal(told(counted), [])
  const endless = {
    StartAt: 'Go',
    States: {
      Go: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'Turn' }], Default: 'End' },
      Turn: { Type: 'Pass', Next: 'Round' },
      Round: { Type: 'Pass', Next: 'Turn' },
      End: { Type: 'Succeed' },
    },
  }
  assert.equal(told(endless), [
    '/States/Turn: the loop through "Turn" leaves 4 events in the history per iteration, and an execution fails at 25000: after 6250 iterations.',
  ])
  let rule: object = { Variable: '$.x', IsNull: true }
  for (let i = 0; i < 20_000; i += 1) rule = { Not: rule }
  const deep = poll(2) as { States: { IsDone: { Choices: object[] } } }
  deep.States.IsDone.Choices.push({ ...rule, Next: 'Done' })
  assert.is(told(deep).length, 1)
})

test('execute and diagnose read paths alike', () => {
  for (const path of ['$.$', '$.a.$', '$.ab$', '$.a-b', '$.items[?(@.x==home)]', '$.a '])
    assert.equal(
      diagnose(only({ Type: 'Pass', Parameters: { 'x.$': path }, End: true })).map(({ code }) => code),
      [],
      path,
    )
})

test('a loop that carries more with every lap is told of, and one that hands on the same is not', () => {
  const turning = (turn: object): readonly string[] =>
    diagnose({
      StartAt: 'Turn',
      States: {
        Turn: { Type: 'Pass', Next: 'IsDone', ...turn },
        IsDone: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'Done' }], Default: 'Rest' },
        Rest: { Type: 'Wait', Seconds: 3600, Next: 'Turn' },
        Done: { Type: 'Succeed' },
      },
    }).flatMap(({ code, path }) => (code === 'ASL230' ? [path] : []))
  assert.equal(turning({ Parameters: { 'last.$': '$' } }), ['/States/Turn/Parameters'])
  assert.equal(turning({ Parameters: { 'l.$': 'States.Array($.all, $.x)' }, ResultPath: '$.all' }), [
    '/States/Turn/Parameters',
  ])
  assert.equal(turning({ ResultPath: '$.last' }), ['/States/Turn/ResultPath'])
  for (const same of [{}, { Parameters: { 'n.$': '$.n' } }, { Result: 1, ResultPath: '$.last' }])
    assert.equal(turning(same), [])
})

test.run()
