import { deepStrictEqual } from 'node:assert/strict'
import { diagnose } from '@orkestra/asl'
import { outputOf, run } from '@orkestra/asl/execute'
import { capture, par, retry, seq, task } from '@orkestra/core'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Topic } from 'aws-cdk-lib/aws-sns'
import {
  Chain,
  DefinitionBody,
  DistributedMap,
  type IChainable,
  Pass,
  QueryLanguage,
  StateGraph,
  StateMachine,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions'
import { DynamoAttributeValue, DynamoPutItem, SnsPublish } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Aws, Duration, Fn, Lazy, Token } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsLambda } from '../src/functions/awsLambda.ts'
import { stateMachine } from '../src/machine/stateMachine.ts'
import { definition } from '../src/states/definition.ts'
import { fromChainable } from '../src/states/fromChainable.ts'
import { inlineFunction, onlyOne, policiesOf, testStack } from './stacks.ts'

const test = suite('fromChainable')
const x = task<unknown, { readonly id: string }>('x')

const store = fromChainable<{ readonly id: string }, { readonly stored: boolean }>(
  (scope: Construct) => {
    const table = new Table(scope, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } })
    const topic = new Topic(scope, 'Topic')
    return new DynamoPutItem(scope, 'Put', { table, item: { id: DynamoAttributeValue.fromString('1') } })
      .next(new Wait(scope, 'x', { time: WaitTime.duration(Duration.seconds(1)) }))
      .next(new SnsPublish(scope, 'Tell', { topic, message: TaskInput.fromText('stored') }))
  },
  { name: 'store' },
)

const deployed = (graph: Parameters<typeof stateMachine>[2], queryLanguage: 'JSONPath' | 'JSONata' = 'JSONPath') => {
  const stack = testStack()
  stateMachine(stack, 'Workflow', graph, { makeFunction: inlineFunction, queryLanguage })
  const { DefinitionString, DefinitionSubstitutions } = onlyOne(stack, 'AWS::StepFunctions::StateMachine') as {
    DefinitionString: string
    DefinitionSubstitutions: Record<string, unknown>
  }
  return { stack, text: DefinitionString, substitutions: DefinitionSubstitutions }
}

test("CDK's states stand in the machine, with references filled in, and the role may do what they do", () => {
  const { stack, text, substitutions } = deployed(seq(x, capture(retry(store, { maxAttempts: 1 }))))
  const { States } = JSON.parse(text)
  assert.equal(Object.keys(States.store.Branches[0].States), ['Put', 'x2', 'Tell'])
  assert.equal([States.store.Retry.length, States.store.Catch[0].Next], [1, 'store_failed'])
  assert.equal(
    diagnose(text).filter(({ severity }) => severity === 'error'),
    [],
  )
  assert.not.match(text, /Token\[/)
  for (const key of text.matchAll(/\$\{(\w+)\}/g)) assert.ok(Object.hasOwn(substitutions, key[1] as string), key[1])
  const actions = policiesOf(stack).flatMap(({ statements }) => statements.flatMap(({ Action }) => Action))
  assert.ok(actions.includes('dynamodb:PutItem') && actions.includes('sns:Publish'))
})

test('it may stand in many places; its states are made once', () => {
  const { stack, text } = deployed(par(store, store))
  assert.is(
    policiesOf(stack).flatMap(({ statements }) => statements.filter(({ Action }) => Action === 'sns:Publish')).length,
    1,
  )
  assert.match(text, '"Put2":{')
})

test('in JSONata, of states that are JSONata', () => {
  const shape = fromChainable((scope) => Pass.jsonata(scope, 'Shape', { outputs: { n: '{% $states.input.n %}' } }), {
    name: 'shape',
  })
  const { text } = deployed(shape, 'JSONata')
  assert.match(text, '"Output":"{% $states.result[0] %}"')
  assert.equal(
    diagnose(text).filter(({ severity }) => severity === 'error'),
    [],
  )
})

test('a distributed Map of CDK gets what it needs of its machine', () => {
  const each = fromChainable((scope) => new DistributedMap(scope, 'Each').itemProcessor(new Pass(scope, 'One')), {
    name: 'each',
  })
  const { stack } = deployed(each)
  assert.ok(
    policiesOf(stack).some(({ statements }) => statements.some(({ Action }) => Action === 'states:StartExecution')),
  )
})

test('a local run has a stand-in for it, by its name', async () => {
  const execution = await run(store, { id: '1' }, { tasks: { store: () => ({ stored: true }) } })
  assert.equal(outputOf(execution), { stored: true })
  assert.is(
    (await run(store, { id: '1' }).then(
      ({ status }) => status,
      (error: Error) => error.message,
    )) === 'SUCCEEDED',
    false,
  )
})

test('as a chain of CDK: the same states, but for names', () => {
  const stack = testStack()
  const plain = fromChainable((scope) => new Pass(scope, 'One').next(new Pass(scope, 'Two')), { name: 'plain' })
  for (const queryLanguage of [QueryLanguage.JSON_PATH, QueryLanguage.JSONATA]) {
    const home = testStack()
    const graph = new StateGraph(definition(home, 'Definition', capture(plain), { queryLanguage }).startState, 'test')
    const json = JSON.parse(JSON.stringify(home.resolve(graph.toGraphJson(queryLanguage))), (key, value) =>
      key === 'QueryLanguage' ? undefined : value,
    )
    const language = queryLanguage === QueryLanguage.JSONATA ? 'JSONata' : 'JSONPath'
    const { QueryLanguage: _, ...emitted } = JSON.parse(deployed(capture(plain), language).text)
    deepStrictEqual(json, emitted)
  }
  new StateMachine(stack, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(definition(stack, 'Definition', plain)),
  })
  assert.match(JSON.stringify(onlyOne(stack, 'AWS::StepFunctions::StateMachine').DefinitionString), 'Two')
})

const passing = (parameters: Record<string, unknown>) =>
  fromChainable((scope): IChainable => Chain.start(new Pass(scope, 'P', { parameters })), { name: 'p' })

test('what is known at deployment only arrives, whatever it is; what resolves to a value is that value', () => {
  const { text, substitutions } = deployed(
    passing({
      n: Token.asNumber(Fn.ref('N')),
      l: Fn.split(',', Fn.ref('L')),
      late: Lazy.number({ produce: () => 7 }),
      a: Lazy.any({ produce: () => ({ b: Fn.ref('R') }) }),
      regions: ['eu-west-1', Aws.REGION],
    }),
  )
  const filled = text.replace(/\$\{(\w+)\}/g, (_, key) => JSON.stringify(substitutions[key]).replaceAll('"', "'"))
  assert.match(filled, `"n":{'Ref':'N'}`)
  assert.match(filled, `"l":["{'Fn::Join':['\\',\\'',{'Fn::Split':[',',{'Ref':'L'}]}]}"]`)
  assert.match(filled, '"late":7')
  assert.match(filled, `"a":{"b":"{'Ref':'R'}"}`)
  assert.match(filled, `"regions":["eu-west-1","{'Ref':'AWS::Region'}"]`)
})

test('mistakes', () => {
  const other = fromChainable((scope) => new Pass(scope, 'Other'), { name: 'store' })
  assert.throws(() => deployed(seq(store as never, other)), /two different chains of the workflow are called "store"/)
  assert.throws(() => fromChainable(undefined as never, { name: 'n' }), /expected a function that makes states/)
  assert.throws(() => fromChainable(() => undefined as never, { name: ' ' }), /the step needs a name/)
  assert.throws(() => awsLambda(testStack(), 'Store', store), /awsLambda: "store" is no Lambda function/)
  const copied = JSON.parse(JSON.stringify(store))
  assert.throws(() => deployed(copied), /the states of "store" are not known/)
})

test.run()
