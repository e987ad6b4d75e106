import { emit, toText } from '@orkestra/asl'
import { comment, identity, map, mapCatch, named, parCatch, seconds, seq, task } from '@orkestra/core'
import { compose } from '@orkestra/handler'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CustomerManagedEncryptionConfiguration, LogLevel } from 'aws-cdk-lib/aws-stepfunctions'
import { App, Duration, Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stateMachine } from '../src/machine/stateMachine.ts'
import { onlyOne, policiesOf, propertiesOf, testStack } from './stacks.ts'

const test = suite('stateMachine')
const entry = new URL('./stacks.ts', import.meta.url)
const x = compose({ entry, timeout: seconds(6) }, async function x(_: unknown) {
  return 1
})
const z = compose({ entry, name: 'z-z' }, async (_: unknown) => 2)
const workflow = seq(x, parCatch(z, seq(x, z)))

test('what is deployed is what emit prints', () => {
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const) {
    const stack = testStack()
    stateMachine(stack, 'Workflow', workflow, { queryLanguage, comment: 'why', timeout: Duration.minutes(5) })
    assert.is(
      onlyOne(stack, 'AWS::StepFunctions::StateMachine').DefinitionString,
      toText(emit(workflow, { queryLanguage, comment: 'why', timeout: seconds(300) })),
    )
  }
})

test('every placeholder is filled with its function', () => {
  const stack = testStack()
  const machine = stateMachine(stack, 'Workflow', workflow)
  const { DefinitionSubstitutions, DefinitionString } = onlyOne(stack, 'AWS::StepFunctions::StateMachine')
  const used = [...new Set([...(DefinitionString as string).matchAll(/\$\{(\w+)\}/g)].map(([, key]) => key))]
  assert.equal(used.sort(), Object.keys(DefinitionSubstitutions as object).sort())
  assert.equal([...machine.functions.keys()], ['x', 'z-z'])
  assert.is(propertiesOf(stack, 'AWS::Lambda::Function').length, 2)
})

test('the role may invoke the functions, write traces and logs, and no more', () => {
  const stack = testStack()
  stateMachine(stack, 'Workflow', workflow)
  const statements = propertiesOf(stack, 'AWS::IAM::Policy').flatMap(
    (policy) => (policy.PolicyDocument as { Statement: { Action: string | string[]; Resource: unknown }[] }).Statement,
  )
  const actions = [...new Set(statements.flatMap(({ Action }) => Action))].sort()
  assert.equal(actions, [
    'lambda:InvokeFunction',
    'logs:CreateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:GetLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:UpdateLogDelivery',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ])
  for (const { Action, Resource } of statements)
    if (Action === 'lambda:InvokeFunction') assert.is.not(JSON.stringify(Resource), '"*"')
})

test('what CDK takes for a machine is passed on', () => {
  const stack = testStack()
  stateMachine(stack, 'Mine', x, {
    type: 'EXPRESS',
    stateMachineName: 'mine',
    tracingEnabled: false,
    logs: { destination: new LogGroup(stack, 'Logs'), level: LogLevel.ALL },
  })
  const machine = onlyOne(stack, 'AWS::StepFunctions::StateMachine')
  assert.equal(
    [machine.StateMachineType, machine.StateMachineName, machine.TracingConfiguration],
    ['EXPRESS', 'mine', { Enabled: false }],
  )
  assert.is((machine.LoggingConfiguration as { Level: string }).Level, 'ALL')
})

test('overrides go to every function, or to the one that is named', () => {
  const stack = testStack()
  stateMachine(stack, 'Workflow', workflow, { lambda: (name) => (name === 'x' ? { memorySize: 256 } : {}) })
  assert.equal(
    propertiesOf(stack, 'AWS::Lambda::Function')
      .map((f) => [f.Handler, f.MemorySize])
      .sort(),
    [
      ['index.x', 256],
      ['index.z-z', undefined],
    ],
  )
})

test('a function that is there already is used, not made', () => {
  const stack = testStack()
  const there = LambdaFunction.fromFunctionArn(stack, 'There', 'arn:aws:lambda:eu-west-1:123456789012:function:there')
  stateMachine(stack, 'Workflow', task('elsewhere'), { functions: { elsewhere: there } })
  assert.is(propertiesOf(stack, 'AWS::Lambda::Function').length, 0)
  assert.equal(onlyOne(stack, 'AWS::StepFunctions::StateMachine').DefinitionSubstitutions, {
    elsewhere: 'arn:aws:lambda:eu-west-1:123456789012:function:there',
  })
})

test('the same workflow may be deployed twice in one stack', () => {
  const stack = testStack()
  stateMachine(stack, 'One', workflow)
  stateMachine(stack, 'Two', workflow)
  assert.is(propertiesOf(stack, 'AWS::StepFunctions::StateMachine').length, 2)
})

test('all functions that are missing are named at once, before anything is made', () => {
  const stack = testStack()
  assert.throws(() => stateMachine(stack, 'Workflow', seq(task('a'), task('b'))), /no function for "a", "b"/)
  assert.throws(
    () => stateMachine(stack, 'Workflow', x, { functions: { y: {} as never } }),
    /functions for "y", but the workflow's tasks are "x"/,
  )
})

test('two functions of one name are told apart by the user', () => {
  const other = compose({ entry, name: 'x', memorySize: 1024 }, async (_: unknown) => 3)
  assert.throws(() => stateMachine(testStack(), 'Workflow', seq(x, other)), /ASL302/)
  const elsewhere = (memorySize: number) => task<unknown, unknown>('t', { entry: 'index.ts', memorySize })
  assert.throws(
    () => stateMachine(testStack(), 'Workflow', seq(elsewhere(128), elsewhere(256))),
    /two different functions of the workflow are called "t"/,
  )
})

test('a workflow with no function at all is a machine', () => {
  const stack = testStack()
  stateMachine(stack, 'Workflow', map(named('as it is', comment('nothing', identity<number>()))))
  assert.match(
    onlyOne(stack, 'AWS::StepFunctions::StateMachine').DefinitionString as string,
    '"as it is":{"Type":"Pass"',
  )
})

test('a workflow that makes no valid definition makes no resources', () => {
  const stack = testStack()
  assert.throws(() => stateMachine(stack, 'Workflow', mapCatch(task('n'.repeat(81)))), /ASL020/)
  assert.is(stack.node.children.length, 0)
})

test('a machine with a key of its own has a name, by which the key is granted', () => {
  const stack = testStack()
  stateMachine(stack, 'Secret', workflow, {
    encryptionConfiguration: new CustomerManagedEncryptionConfiguration(new Key(stack, 'Key')),
  })
  const { StateMachineName } = onlyOne(stack, 'AWS::StepFunctions::StateMachine')
  const granted = JSON.stringify(policiesOf(stack)).match(
    /"kms:EncryptionContext:aws:states:stateMachineArn":(.*?\]\])/,
  )
  assert.match(StateMachineName as string, /^Test-Secret-/)
  assert.match(granted?.[1] ?? '', `stateMachine:${StateMachineName}"`)
})

test('a role of another stack may be given, and what it may do stands in the stack of the machine', () => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  const [roles, machines] = [new Stack(app, 'Roles'), new Stack(app, 'Machines')]
  const role = new Role(roles, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
  stateMachine(machines, 'W', workflow, { role })
  app.synth()
  assert.equal(policiesOf(roles), [])
  const invoking = policiesOf(machines).filter(({ statements }) => JSON.stringify(statements).includes('lambda:Invoke'))
  assert.is(invoking.length, 1)
  assert.match(JSON.stringify(invoking[0]?.roles), 'Fn::ImportValue')
})

test('functions are shared by machines without a cast', () => {
  const stack = testStack()
  const { functions } = stateMachine(stack, 'One', workflow)
  stateMachine(stack, 'Two', x, { functions })
  assert.is(propertiesOf(stack, 'AWS::Lambda::Function').length, 2)
})

test.run()
