import { task } from '@orkestra/core'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { LogLevel } from 'aws-cdk-lib/aws-stepfunctions'
import { RemovalPolicy } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stateMachine, type WorkflowProps } from '../src/machine/stateMachine.ts'
import { inlineFunction, onlyOne, propertiesOf, testStack } from './stacks.ts'

const test = suite('logs')

const deployed = (props: (stack: ReturnType<typeof testStack>) => WorkflowProps = () => ({})) => {
  const stack = testStack()
  stateMachine(stack, 'Workflow', task('t'), { makeFunction: inlineFunction, ...props(stack) })
  return {
    stack,
    logging: onlyOne(stack, 'AWS::StepFunctions::StateMachine').LoggingConfiguration as
      | { readonly Level: string; readonly IncludeExecutionData?: boolean; readonly Destinations?: readonly unknown[] }
      | undefined,
  }
}

test('all events are logged without data, into a group that goes with the machine', () => {
  for (const type of ['STANDARD', 'EXPRESS'] as const) {
    const { stack, logging } = deployed(() => ({ type }))
    assert.equal([logging?.Level, logging?.IncludeExecutionData, logging?.Destinations?.length], ['ALL', false, 1])
    const group = onlyOne(stack, 'AWS::Logs::LogGroup')
    assert.match(group.LogGroupName as string, /^\/aws\/vendedlogs\/states\/Test-Workflow-\w+$/)
    assert.is(group.RetentionInDays, 30)
  }
})

test('each part is replaced by what is given', () => {
  const { stack, logging } = deployed((stack) => ({
    removalPolicy: RemovalPolicy.RETAIN,
    logs: { level: LogLevel.ERROR, includeExecutionData: true, destination: new LogGroup(stack, 'Mine') },
  }))
  assert.equal([logging?.Level, logging?.IncludeExecutionData], ['ERROR', true])
  assert.not.match(JSON.stringify(onlyOne(stack, 'AWS::Logs::LogGroup')), 'vendedlogs')
})

test('no logs make no group', () => {
  const none = deployed(() => ({ logs: false }))
  assert.is(none.logging, undefined)
  assert.is(propertiesOf(none.stack, 'AWS::Logs::LogGroup').length, 0)
  const off = deployed(() => ({ logs: { level: LogLevel.OFF } }))
  assert.is(off.logging?.Level, 'OFF')
  assert.is(propertiesOf(off.stack, 'AWS::Logs::LogGroup').length, 0)
})

test.run()
