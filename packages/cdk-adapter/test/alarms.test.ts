import { task } from '@orkestra/core'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Duration } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AlarmOptions, alarms } from '../src/machine/alarms.ts'
import { stateMachine } from '../src/machine/stateMachine.ts'
import { inlineFunction, propertiesOf, testStack } from './stacks.ts'

const test = suite('alarms')

const deployed = (options?: (stack: ReturnType<typeof testStack>) => AlarmOptions) => {
  const stack = testStack()
  const machine = stateMachine(stack, 'Workflow', task('t'), { makeFunction: inlineFunction })
  return { stack, machine, made: alarms(machine, options?.(stack)) }
}

test('one alarm for each way to go wrong, on one execution in five minutes', () => {
  const { stack, made } = deployed()
  assert.equal(Object.keys(made), ['failed', 'timedOut', 'throttled', 'aborted'])
  const found = propertiesOf(stack, 'AWS::CloudWatch::Alarm')
  assert.equal(found.map(({ MetricName }) => MetricName).sort(), [
    'ExecutionThrottled',
    'ExecutionsAborted',
    'ExecutionsFailed',
    'ExecutionsTimedOut',
  ])
  for (const { Threshold, Period, Statistic, TreatMissingData, ComparisonOperator, Dimensions } of found) {
    assert.equal(
      [Threshold, Period, Statistic, TreatMissingData, ComparisonOperator],
      [1, 300, 'Sum', 'notBreaching', 'GreaterThanOrEqualToThreshold'],
    )
    assert.match(JSON.stringify(Dimensions), '"StateMachineArn"')
  }
})

test('thresholds, the period and actions are as given; false leaves one out', () => {
  const { stack, made } = deployed((stack) => ({
    failed: 3,
    throttled: false,
    aborted: false,
    period: Duration.minutes(1),
    actions: [new SnsAction(new Topic(stack, 'Topic'))],
  }))
  assert.equal(Object.keys(made), ['failed', 'timedOut'])
  const failed = propertiesOf(stack, 'AWS::CloudWatch::Alarm').find(
    ({ MetricName }) => MetricName === 'ExecutionsFailed',
  )
  assert.equal([failed?.Threshold, failed?.Period, [failed?.AlarmActions].flat().length], [3, 60, 1])
})

test('a threshold that is none makes nothing', () => {
  for (const failed of [0, 1.5, Number.NaN]) {
    const { machine } = deployed()
    assert.throws(() => alarms(machine, { failed, id: 'More' }), /failed is a whole number of 1 or more, or false/)
    assert.is(machine.node.tryFindChild('More'), undefined)
  }
})

test.run()
