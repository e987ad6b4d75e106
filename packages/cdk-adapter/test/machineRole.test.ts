/** What the role of a machine may do beyond functions. The definitions are hand-made here: any that holds such tasks is read alike. */
import type { StateMachine as Definition, State } from '@orkestra/asl'
import { par, task } from '@orkestra/core'
import { Annotations, Match } from 'aws-cdk-lib/assertions'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stateMachine, type WorkflowProps } from '../src/machine/stateMachine.ts'
import { grantDefinition } from '../src/role/machineRole.ts'
import { inlineFunction, onlyOne, policiesOf, propertiesOf, testStack } from './stacks.ts'

const test = suite('machineRole')

const machineIn = (stack: Stack, id = 'Machine') =>
  new StateMachine(stack, id, { definitionBody: DefinitionBody.fromChainable(new Pass(stack, `${id} pass`)) })

const of = (...states: readonly unknown[]): Definition =>
  ({ StartAt: 's0', States: Object.fromEntries(states.map((state, i) => [`s${i}`, state as State])) }) as Definition

const service = (resource: string, Parameters: object) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${resource}`,
  Parameters,
  End: true,
})

const granted = (stack: Stack, definition: Definition, statements: readonly PolicyStatement[] = []) => {
  grantDefinition(stack, machineIn(stack), definition, new Map(), statements)
  return policiesOf(stack).flatMap((policy) => policy.statements)
}

const warnings = (stack: Stack): string[] =>
  Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => entry.data as string)
    .filter((text) => text.includes('underived'))

test('a service is allowed on what the task names, whether a name or a reference', () => {
  const stack = testStack()
  const table = new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } })
  const topic = new Topic(stack, 'Topic')
  const statements = granted(
    stack,
    of(
      service('dynamodb:putItem', { TableName: table.tableName }),
      service('dynamodb:getItem', { TableName: 'orders' }),
      service('sns:publish', { TopicArn: topic.topicArn }),
    ),
  )
  const on = (action: string) => statements.find(({ Action }) => Action === action)?.Resource
  assert.match(JSON.stringify(on('dynamodb:PutItem')), /:table\/".*"Ref":"Table/)
  assert.match(JSON.stringify(on('dynamodb:GetItem')), ':dynamodb:eu-west-1:123456789012:table/orders')
  assert.match(JSON.stringify(on('sns:Publish')), /"Ref":"Topic/)
  assert.equal(warnings(stack), [])
})

test('a machine that starts another may, and may wait for it', () => {
  const stack = testStack()
  const child = machineIn(stack, 'Child')
  const statements = granted(
    stack,
    of(
      service('states:startExecution.sync:2', { StateMachineArn: child.stateMachineArn }),
      service('states:startExecution', { StateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:other' }),
    ),
  )
  const starting = statements.filter(({ Action }) => Action === 'states:StartExecution')
  assert.match(JSON.stringify(starting), /"Ref":"Child/)
  assert.match(JSON.stringify(starting), ':stateMachine:other')
  const waiting = statements.find(({ Action }) => Action.includes('states:DescribeExecution'))
  assert.match(JSON.stringify(waiting?.Resource), /:execution:.*"Fn::Split":\[":",\{"Ref":"Child/)
  const rule = statements.find(({ Action }) => Action.includes('events:PutRule'))
  assert.match(JSON.stringify(rule?.Resource), 'rule/StepFunctionsGetEventsForStepFunctionsExecutionRule')
  assert.not.match(JSON.stringify(statements), '"*"')
  assert.equal(warnings(stack), [])
})

test('conditions of a statement stay, and a literal ARN is enough', () => {
  const statements = granted(
    testStack(),
    of(
      service('states:startExecution.sync', {
        StateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:other',
      }),
      service('ecs:runTask', {
        TaskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/t:1',
        Overrides: {
          TaskRoleArn: 'arn:aws:iam::123456789012:role/task',
          ExecutionRoleArn: 'arn:aws:iam::123456789012:role/start',
        },
      }),
    ),
  )
  const waiting = statements.find(({ Action }) => Action.includes('states:DescribeExecution'))
  assert.is(waiting?.Resource, 'arn:aws:states:eu-west-1:123456789012:execution:other:*')
  const passing = statements.find(({ Action }) => Action === 'iam:PassRole') as { Condition?: unknown } | undefined
  assert.equal(passing?.Condition, { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } })
})

test('a distributed Map may start its own machine, in a policy that no machine waits for', () => {
  const stack = testStack()
  const processor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...of({ Type: 'Pass', End: true }),
  }
  granted(stack, of({ Type: 'Map', ItemProcessor: processor, End: true }))
  const own = policiesOf(stack).filter(({ statements }) =>
    statements.some(({ Action }) => Action === 'states:StartExecution'),
  )
  assert.is(own.length, 1)
  assert.match(JSON.stringify(own), /:stateMachine:".*"Fn::GetAtt":\["Machine/)
  assert.match(JSON.stringify(own), 'states:RedriveExecution')
})

const invoked = (props: WorkflowProps) => {
  const stack = testStack()
  stateMachine(stack, 'Workflow', task('t'), { makeFunction: inlineFunction, ...props })
  return {
    resources: policiesOf(stack)
      .flatMap(({ statements }) => statements.filter(({ Action }) => Action === 'lambda:InvokeFunction'))
      .map(({ Resource }) => Resource),
    filled: (onlyOne(stack, 'AWS::StepFunctions::StateMachine').DefinitionSubstitutions as { t: unknown }).t,
  }
}

test('a function is invoked as the definition names it, and in no version', () => {
  const { resources, filled } = invoked({})
  assert.equal(resources, [filled])
})

test('of many functions no policy is larger than AWS takes', () => {
  const stack = testStack()
  const many = Array.from({ length: 150 }, (_, i) => task(`function${i}`))
  stateMachine(stack, 'Workflow', par(...many) as never, { makeFunction: inlineFunction })
  const sizes = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
    propertiesOf(stack, type).map(({ PolicyDocument }) => {
      // An ARN as long as that of a function with a name of CDK's making.
      const text = JSON.stringify(PolicyDocument).replace(/\{"Fn::GetAtt":\["\w+","Arn"\]\}/g, `"${'a'.repeat(110)}"`)
      return [type, text.length, text.split('lambda:InvokeFunction').length - 1] as const
    }),
  )
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  for (const [type, size] of sizes)
    assert.ok(size <= (type === 'AWS::IAM::Policy' ? 10_240 : 6144), `${type} of ${size}`)
  assert.ok(sizes.filter(([, , invoking]) => invoking > 0).length > 2)
})

test('a released one in all of its versions, for executions of the version before go on', () => {
  const { resources } = invoked({ release: {} })
  assert.is(resources.length, 1)
  assert.match(JSON.stringify(resources), /"Fn::GetAtt":\["WorkflowtFn\w+","Arn"\]\},":\*"/)
})

const untold = of(
  service('lambda:invoke', { 'FunctionName.$': '$.f' }),
  service('glue:startJobRun.sync', { 'JobName.$': '$.j' }),
)

test('what the definition does not tell is a warning for each state, and never *', () => {
  const stack = testStack()
  const statements = granted(stack, untold)
  assert.equal(statements, [])
  const texts = warnings(stack)
  assert.is(texts.length, 2)
  assert.match(
    texts[0] as string,
    /the state "s0" needs lambda:InvokeFunction \(FunctionName is known only to the running execution\)/,
  )
  assert.match(texts[1] as string, /the state "s1" needs .*glue:StartJobRun/)
})

test('what is allowed by hand is no warning', () => {
  const stack = testStack()
  const statements = granted(stack, untold, [
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: ['arn:aws:lambda:eu-west-1:123456789012:function:f-*'],
    }),
    new PolicyStatement({ actions: ['glue:*JobRun*'], resources: ['arn:aws:glue:eu-west-1:123456789012:job/j-*'] }),
  ])
  assert.is(statements.length, 2)
  assert.equal(warnings(stack), [])
})

test('the option of a machine', () => {
  const stack = testStack()
  stateMachine(stack, 'Workflow', task('t'), {
    makeFunction: inlineFunction,
    statements: [new PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::orders/*'] })],
  })
  assert.ok(policiesOf(stack).some(({ statements }) => statements.some(({ Action }) => Action === 's3:GetObject')))
  assert.ok(onlyOne(stack, 'AWS::StepFunctions::StateMachine'))
})

test.run()
