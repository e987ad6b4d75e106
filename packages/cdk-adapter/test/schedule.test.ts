import { hours, minutes, seconds, task } from '@orkestra/core'
import { compose } from '@orkestra/handler'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { schedule } from '../src/machine/schedule.ts'
import { onlyOne, propertiesOf, testStack } from './stacks.ts'

const test = suite('schedule')
const entry = new URL('./stacks.ts', import.meta.url)
const hello = compose({ entry }, async function hello({ name }: { readonly name: string }) {
  return name
})

const scheduled = (when: Record<string, unknown>) => {
  const stack = testStack()
  schedule(stack, 'Scheduled', hello, { input: { name: 'Ada' }, ...when } as never)
  return onlyOne(stack, 'AWS::Scheduler::Schedule')
}

test('each of the four says when', () => {
  assert.is(scheduled({ rate: minutes(5) }).ScheduleExpression, 'rate(5 minutes)')
  assert.is(scheduled({ rate: hours(1) }).ScheduleExpression, 'rate(1 hour)')
  assert.is(scheduled({ cron: { hour: '6', minute: '0' } }).ScheduleExpression, 'cron(0 6 * * ? *)')
  assert.is(scheduled({ at: new Date('2030-01-01T00:00:00Z') }).ScheduleExpression, 'at(2030-01-01T00:00:00)')
  assert.is(scheduled({ expression: 'rate(2 days)' }).ScheduleExpression, 'rate(2 days)')
})

test('a time zone goes with it', () => {
  assert.is(scheduled({ rate: minutes(5) }).ScheduleExpressionTimezone, 'Etc/UTC')
  assert.is(scheduled({ cron: { hour: '6' }, timeZone: 'Europe/Berlin' }).ScheduleExpressionTimezone, 'Europe/Berlin')
})

test('every execution gets the input, and the schedule may start this machine alone', () => {
  const stack = testStack()
  schedule(stack, 'Hello', hello, {
    rate: minutes(5),
    input: { name: 'Ada' },
    target: { retryAttempts: 3 },
  })
  const { Target } = onlyOne(stack, 'AWS::Scheduler::Schedule') as unknown as {
    Target: { Input: string; RetryPolicy: object }
  }
  assert.is(Target.Input, '{"name":"Ada"}')
  assert.is((Target.RetryPolicy as { MaximumRetryAttempts: number }).MaximumRetryAttempts, 3)
  const starts = propertiesOf(stack, 'AWS::IAM::Policy')
    .flatMap((policy) => (policy.PolicyDocument as { Statement: { Action: string; Resource: object }[] }).Statement)
    .filter(({ Action }) => Action === 'states:StartExecution')
  assert.is(starts.length, 1)
  assert.is(typeof starts[0]?.Resource, 'object')
})

test('none, or two of the four, is an error, and makes nothing', () => {
  const stack = testStack()
  const attempt = (when: object) => () => schedule(stack, 'Scheduled', hello, when as never)
  assert.throws(attempt({}), /exactly one of rate, cron, at, expression; got none/)
  assert.throws(attempt({ rate: minutes(1), cron: {} }), /got rate and cron/)
  assert.throws(attempt({ rate: seconds(90) }), /a rate is in whole minutes, got 90 s/)
  assert.is(stack.node.children.length, 0)
})

test('the types allow exactly one, and an input that fits', () => {
  const stack = testStack()
  const never = () => {
    // @ts-expect-error none of the four
    schedule(stack, 'Scheduled', hello, { input: { name: 'Ada' } })
    // @ts-expect-error two of the four
    schedule(stack, 'Scheduled', hello, { rate: minutes(1), expression: 'rate(1 minute)' })
    // @ts-expect-error no input of the workflow's
    schedule(stack, 'Scheduled', hello, { rate: minutes(1), input: { nom: 'Ada' } })
  }
  assert.type(never, 'function')
  assert.throws(() => schedule(stack, 'Scheduled', task('t'), { rate: minutes(1) }), /no function for "t"/)
})

test.run()
