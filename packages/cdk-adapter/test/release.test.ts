import { minutes, service, task } from '@orkestra/core'
import { Template } from 'aws-cdk-lib/assertions'
import { RestApi, StepFunctionsIntegration } from 'aws-cdk-lib/aws-apigateway'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam'
import { Alias, type IFunction, type IVersion, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Duration, type Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { alarms } from '../src/machine/alarms.ts'
import type { Shift } from '../src/machine/release.ts'
import { schedule } from '../src/machine/schedule.ts'
import { stateMachine, type WorkflowProps } from '../src/machine/stateMachine.ts'
import { inlineFunction, onlyOne, propertiesOf, testStack } from './stacks.ts'

const test = suite('release')

const deployed = (release: NonNullable<WorkflowProps['release']>, props: WorkflowProps = {}) => {
  const stack = testStack()
  return {
    stack,
    machine: stateMachine(stack, 'Workflow', task('t'), { makeFunction: inlineFunction, release, ...props }),
  }
}

const preference = (release: NonNullable<WorkflowProps['release']>) =>
  onlyOne(deployed(release).stack, 'AWS::StepFunctions::StateMachineAlias').DeploymentPreference as Record<
    string,
    unknown
  >

test('an alias points at the version of this revision, which outlives the next', () => {
  const { stack } = deployed({ description: 'first' })
  const { Resources } = Template.fromStack(stack).toJSON()
  const all = Object.values(Resources) as {
    Type: string
    UpdateReplacePolicy?: string
    Properties: Record<string, unknown>
  }[]
  const version = all.find(({ Type }) => Type === 'AWS::StepFunctions::StateMachineVersion')
  assert.is(version?.UpdateReplacePolicy, 'Retain')
  assert.is(version?.Properties.Description, 'first')
  assert.match(JSON.stringify(version?.Properties.StateMachineRevisionId), '"StateMachineRevisionId"')
  const alias = onlyOne(stack, 'AWS::StepFunctions::StateMachineAlias')
  assert.is(alias.Name, 'live')
  assert.is((alias.DeploymentPreference as { Type: string }).Type, 'ALL_AT_ONCE')
})

test('the functions are versions too, which outlive the next', () => {
  const { stack } = deployed({})
  const { DefinitionSubstitutions } = onlyOne(stack, 'AWS::StepFunctions::StateMachine')
  const { Ref } = (DefinitionSubstitutions as { t: { Ref: string } }).t
  const resource = Template.fromStack(stack).toJSON().Resources[Ref]
  assert.equal([resource.Type, resource.UpdateReplacePolicy], ['AWS::Lambda::Version', 'Retain'])
})

test('executions shift at once, by a canary, or linearly', () => {
  const step = { percentage: 10, interval: Duration.minutes(5) }
  assert.match(
    JSON.stringify(preference({ shift: { canary: step } })),
    /"Interval":5,"Percentage":10,.*"Type":"CANARY"/,
  )
  assert.match(
    JSON.stringify(preference({ shift: { linear: step } })),
    /"Interval":5,"Percentage":10,.*"Type":"LINEAR"/,
  )
  assert.is(preference({ shift: 'allAtOnce' }).Interval, undefined)
})

test('alarms are told by their names', () => {
  const names = preference({ alarms: (machine) => Object.values(alarms(machine, { failed: 2 })) }).Alarms as {
    Ref: string
  }[]
  assert.is(names.length, 4)
  for (const name of names) assert.ok(name.Ref)
})

test('a schedule starts the alias', () => {
  const stack = testStack()
  const made = schedule(stack, 'Scheduled', task<object, unknown>('t'), {
    rate: minutes(5),
    stateMachine: { makeFunction: inlineFunction, release: {} },
  })
  const { Target } = onlyOne(stack, 'AWS::Scheduler::Schedule') as {
    Target: { Arn: { Ref?: string; 'Fn::GetAtt'?: string[] } }
  }
  assert.match(JSON.stringify(Target.Arn), 'Alias')
  assert.ok(made.stateMachine.released?.version)
})

/** Who may start what, under which condition. */
const starts = (stack: Stack): readonly (readonly [resource: string, condition: unknown])[] =>
  propertiesOf(stack, 'AWS::IAM::Policy').flatMap(({ PolicyDocument }) =>
    (
      PolicyDocument as { Statement: { Action: string | string[]; Resource: object; Condition?: unknown }[] }
    ).Statement.filter(({ Action }) => [Action].flat().some((action) => /:Start(Sync)?Execution$/.test(action))).map(
      ({ Resource, Condition }) => [JSON.stringify(Resource), Condition] as const,
    ),
  )

test('whoever starts the alias may start the machine, by this alias alone', () => {
  const byAlias = { StringEquals: { 'states:StateMachineQualifier': 'live' } }
  const starters: readonly ((stack: Stack, alias: IStateMachine) => void)[] = [
    (stack, alias) => void alias.grantStartExecution(new Role(stack, 'R', { assumedBy: new AccountRootPrincipal() })),
    (stack, alias) =>
      void new Rule(stack, 'Rule', {
        schedule: Schedule.rate(Duration.hours(1)),
        targets: [new SfnStateMachine(alias)],
      }),
    (stack, alias) =>
      void new RestApi(stack, 'Api').root.addMethod('POST', StepFunctionsIntegration.startExecution(alias)),
  ]
  for (const start of starters) {
    const stack = testStack()
    const options = { makeFunction: inlineFunction, release: {}, type: 'EXPRESS' } as const
    start(stack, stateMachine(stack, 'W', task('t'), options).released?.alias as IStateMachine)
    const found = starts(stack)
    assert.is(found.length, 1)
    assert.match(found[0]?.[0] ?? '', /^\{"Ref":"WStateMachine\w+"\}$/)
    assert.equal(found[0]?.[1], byAlias)
  }
  const stack = testStack()
  schedule(stack, 'W', task<object, unknown>('t'), {
    rate: minutes(5),
    stateMachine: { makeFunction: inlineFunction, release: {} },
  })
  assert.equal(
    starts(stack).map(([, condition]) => condition),
    [byAlias],
  )
})

test('a machine that starts the alias of another may start it', () => {
  const stack = testStack()
  const child = stateMachine(stack, 'Child', task('t'), { makeFunction: inlineFunction, release: {} })
  const { stateMachineArn } = (child.released as NonNullable<typeof child.released>).alias as IStateMachine
  stateMachine(
    stack,
    'Parent',
    service('states:startExecution.sync:2', { StateMachineArn: stateMachineArn, Input: {} }),
  )
  const [[resource, condition] = []] = starts(stack)
  assert.match(resource ?? '', /^\{"Ref":"ChildStateMachine\w+"\}$/)
  assert.equal(condition, { StringEquals: { 'states:StateMachineQualifier': 'live' } })
})

test('a function of which no version is known cannot be released; a version or an alias of it can', () => {
  const stack = testStack()
  const there = LambdaFunction.fromFunctionArn(stack, 'There', 'arn:aws:lambda:eu-west-1:123456789012:function:there')
  assert.throws(
    () => stateMachine(stack, 'Workflow', task('t'), { functions: { t: there }, release: {} }),
    /release: the function "t" is imported/,
  )
  const fn = inlineFunction(stack, task('t') as never, {
    id: 'F',
    handler: '',
    runtime: Runtime.NODEJS_22_X,
  }) as LambdaFunction
  const alias = new Alias(stack, 'A', { aliasName: 'a', version: fn.currentVersion as IVersion })
  stateMachine(stack, 'Two', task('t'), { functions: { t: alias as IFunction }, release: {} })
  assert.match(
    JSON.stringify(propertiesOf(stack, 'AWS::StepFunctions::StateMachine').at(-1)?.DefinitionSubstitutions),
    '"Ref":"A',
  )
})

test('what AWS does not take is an error before anything is made', () => {
  const attempt = (release: NonNullable<WorkflowProps['release']>, message: RegExp) => {
    const stack = testStack()
    assert.throws(() => stateMachine(stack, 'Workflow', task('t'), { makeFunction: inlineFunction, release }), message)
    assert.is(stack.node.children.length, 0)
  }
  const shift = (percentage: number, interval: Duration): { shift: Shift } => ({
    shift: { canary: { percentage, interval } },
  })
  attempt(shift(0, Duration.minutes(1)), /from 1 to 99, got 0/)
  attempt(shift(100, Duration.minutes(1)), /from 1 to 99, got 100/)
  attempt(shift(10, Duration.seconds(90)), /1 to 2100 whole minutes, got 1.5/)
  attempt(shift(10, Duration.hours(36)), /got 2160/)
  attempt({ alias: '7' }, /not digits alone; got "7"/)
})

test.run()
