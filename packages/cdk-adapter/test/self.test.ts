/** A step that has to do with its own machine. `Template.fromStack` refuses a template with a circular dependency. */
import { seq, task } from '@orkestra/core'
import { compose } from '@orkestra/handler'
import { Annotations, Match } from 'aws-cdk-lib/assertions'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { CustomerManagedEncryptionConfiguration } from 'aws-cdk-lib/aws-stepfunctions'
import { App, NestedStack, Annotations as Of, Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Permission } from '../src/machine/self.ts'
import { stateMachine, type Workflow, type WorkflowProps } from '../src/machine/stateMachine.ts'
import { inlineFunction, onlyOne, policiesOf, propertiesOf, testStack } from './stacks.ts'

const test = suite('self')
const report = compose(async function report(_: unknown) {})
const restart = compose(async function restart(_: unknown) {})
const workflow = seq(report, restart)

const deployed = (props: WorkflowProps = {}) => {
  const stack = testStack()
  return { stack, machine: stateMachine(stack, 'W', workflow, { makeFunction: inlineFunction, ...props }) }
}

const all: readonly Permission[] = ['startExecution', 'taskResponse', 'read', 'stop', 'redrive']

test("CDK's own grant to a step is circular, which is why there is another", () => {
  const { stack, machine } = deployed()
  machine.grantStartExecution(machine.functions.get('report') as never)
  assert.throws(() => propertiesOf(stack, 'AWS::IAM::Policy'), /dependency cycle/)
})

test('every permission at once, and the ARN, without a circular dependency', () => {
  const { stack, machine } = deployed()
  machine.allow(report, ...(all as [Permission]))
  machine.allow(restart, 'startExecution')
  machine.tellArn(report)
  machine.tellArn(restart, 'MACHINE')
  assert.is(propertiesOf(stack, 'AWS::StepFunctions::StateMachine').length, 1)
})

test('a function may do what it is allowed, with this machine and its executions alone', () => {
  const { stack, machine } = deployed()
  machine.allow(report, 'taskResponse')
  machine.allow(report, 'read')
  const [policy, ...more] = policiesOf(stack).filter(({ statements }) =>
    JSON.stringify(statements).includes('states:SendTaskSuccess'),
  )
  assert.is(more.length, 0)
  assert.equal(
    policy?.statements.map(({ Action }) => Action),
    [
      ['states:SendTaskSuccess', 'states:SendTaskFailure', 'states:SendTaskHeartbeat'],
      ['states:DescribeStateMachine', 'states:ListExecutions'],
      ['states:DescribeExecution', 'states:DescribeStateMachineForExecution', 'states:GetExecutionHistory'],
    ],
  )
  const [, own, executions] = policy?.statements.map(({ Resource }) => Resource) ?? []
  assert.ok((own as { Ref: string }).Ref)
  assert.match(JSON.stringify(executions), ':execution:')
  assert.not.match(JSON.stringify(policy?.statements), '"*"')
  assert.is([policy?.roles].flat().length, 1)
})

test('without tellArn the machine has no name of its own', () => {
  const { stack, machine } = deployed()
  machine.allow(report, 'startExecution')
  assert.is(onlyOne(stack, 'AWS::StepFunctions::StateMachine').StateMachineName, undefined)
})

const told = (stack: Stack): readonly [unknown, unknown] => [
  onlyOne(stack, 'AWS::StepFunctions::StateMachine').StateMachineName,
  propertiesOf(stack, 'AWS::Lambda::Function').flatMap(({ Environment }) => (Environment ? [Environment] : []))[0],
]

test('with it, the name that the ARN says is the name of the machine', () => {
  const { stack, machine } = deployed()
  machine.tellArn(restart)
  const [name, environment] = told(stack)
  assert.match(name as string, /^Test-W-[0-9A-F]{8}$/)
  const arn = (environment as { Variables: { STATE_MACHINE_ARN: object } }).Variables.STATE_MACHINE_ARN
  assert.match(JSON.stringify(arn), `:states:eu-west-1:123456789012:stateMachine:${name}`)
})

test('a name that is made is a warning, which a name that is given or an acknowledgement takes away', () => {
  const id = '@orkestra/cdk-adapter:named'
  const warnings = (props: WorkflowProps, use: (machine: Workflow) => void): readonly string[] => {
    const { stack, machine } = deployed(props)
    use(machine)
    return Annotations.fromStack(stack)
      .findWarning('*', Match.stringLikeRegexp(id))
      .map(({ id: at, entry }) => `${at} ${entry.data}`)
  }
  const twice = (machine: Workflow): void => {
    machine.tellArn(report)
    machine.tellArn(restart)
  }
  const [warning = '', ...more] = warnings({}, twice)
  assert.is(more.length, 0)
  assert.match(
    warning,
    /^\/Test\/W\/StateMachine tellArn needs .* it is called "Test-W-[0-9A-F]{8}"\. A machine that is deployed without a name is replaced/,
  )
  assert.equal(warnings({ stateMachineName: /"(Test-W-\w+)"/.exec(warning)?.[1] ?? '' }, twice), [])
  assert.equal(
    warnings({}, (machine) => {
      twice(machine)
      Of.of(machine).acknowledgeWarning(id)
    }),
    [],
  )
  assert.equal(
    warnings({}, (machine) => machine.allow(report, 'read')),
    [],
  )
  const keyed = (stack: Stack) =>
    ({ encryptionConfiguration: new CustomerManagedEncryptionConfiguration(new Key(stack, 'Key')) }) as const
  const stack = testStack()
  stateMachine(stack, 'W', workflow, { makeFunction: inlineFunction, ...keyed(stack) })
  Annotations.fromStack(stack).hasWarning(
    '/Test/W/StateMachine',
    Match.stringLikeRegexp('^encryptionConfiguration needs '),
  )
})

test('a name that is given is the one; of another type of machine is another one', () => {
  const mine = deployed({ stateMachineName: 'mine' })
  mine.machine.tellArn(restart)
  assert.match(JSON.stringify(told(mine.stack)), /^\["mine",.*:stateMachine:mine"/)
  const express = deployed({ type: 'EXPRESS' })
  express.machine.tellArn(restart)
  assert.match(told(express.stack)[0] as string, /^Test-W-.*-express$/)
})

test('in a nested stack the name has that of the stack around it', () => {
  const named = (stackName: string) => {
    const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Outer', { stackName })
    const nested = new NestedStack(stack, 'Inner')
    stateMachine(nested, 'W', workflow, { makeFunction: inlineFunction }).tellArn(report)
    return told(nested)[0]
  }
  assert.match(named('blue') as string, /blue/)
  assert.is.not(named('blue'), named('green'))
})

test('once released, the ARN is that of the alias, and both may be started', () => {
  const { stack, machine } = deployed({ release: { alias: 'prod' } })
  machine.allow(report, 'startExecution')
  machine.tellArn(report)
  assert.match(JSON.stringify(told(stack)[1]), /:stateMachine:Test-W-\w+:prod"/)
  const [starting] = policiesOf(stack).flatMap(({ statements }) =>
    statements.filter(({ Action }) => Action === 'states:StartExecution'),
  )
  assert.match(JSON.stringify(starting?.Resource), /^\{"Ref":"WStateMachine\w+"\}$/)
})

test('an EXPRESS machine is started synchronously, and keeps no executions to read', () => {
  const { stack, machine } = deployed({ type: 'EXPRESS' })
  machine.allow(report, 'startSyncExecution')
  assert.ok(
    policiesOf(stack).some(({ statements }) => statements.some(({ Action }) => Action === 'states:StartSyncExecution')),
  )
  for (const permission of ['taskResponse', 'read', 'stop', 'redrive'] as const)
    assert.throws(() => machine.allow(report, permission), `${permission} is of STANDARD machines alone`)
  assert.throws(() => deployed().machine.allow(report, 'startSyncExecution'), /of EXPRESS machines alone/)
})

test('mistakes say what there is', () => {
  const { stack, machine } = deployed()
  assert.throws(
    () => machine.allow(task('reprot'), 'read'),
    /no function "reprot"; its functions are "report", "restart"/,
  )
  assert.throws(() => machine.allow(report, 'write' as never), /there is no "write"; there is startExecution, /)
  assert.throws(() => (machine.allow as (who: unknown) => void)(report), /allow "report": say what: startExecution/)
  const imported = LambdaFunction.fromFunctionArn(
    stack,
    'There',
    'arn:aws:lambda:eu-west-1:123456789012:function:there',
  )
  assert.throws(() => machine.allow(imported, 'read'), /allow "There": the role of a function that is imported/)
  assert.throws(() => machine.tellArn(imported), /"There" cannot get an environment variable here/)
})

test('a function that is not a step may be allowed as well, and a step by its function', () => {
  const { stack, machine } = deployed()
  machine.allow(machine.functions.get('report') as never, 'stop')
  machine.allow(
    inlineFunction(stack, task('api') as never, { id: 'Api', runtime: Runtime.NODEJS_22_X, handler: '' }),
    'read',
  )
  const names = machine.node.scope?.node.children.map(({ node }) => node.id) ?? []
  assert.ok(names.includes('Allow report') && names.includes('Allow Api'))
})

test('a function of a later stack may be allowed, as no machine waits for it; a step of an earlier one as well', () => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  const [first, second, third] = ['First', 'Second', 'Third'].map((id) => new Stack(app, id)) as [Stack, Stack, Stack]
  const step = inlineFunction(first, task('report') as never, {
    id: 'Report',
    runtime: Runtime.NODEJS_22_X,
    handler: '',
  })
  const machine = stateMachine(second, 'W', seq(report, restart), {
    makeFunction: inlineFunction,
    functions: { report: step },
  })
  const api = inlineFunction(third, task('api') as never, {
    id: 'Api',
    runtime: Runtime.NODEJS_22_X,
    handler: '',
    environment: { STATE_MACHINE_ARN: machine.stateMachineArn },
  })
  machine.allow(api, 'startExecution', 'read')
  machine.allow(report, 'taskResponse')
  app.synth()
  const placeOf = (action: string) =>
    [first, second, third]
      .filter((stack) => JSON.stringify(policiesOf(stack)).includes(action))
      .map(({ node }) => node.id)
  assert.equal([placeOf('states:StartExecution'), placeOf('states:SendTaskSuccess')], [['Third'], ['Second']])
})

test.run()
