import { comment, task as leaf, seconds } from '@orkestra/core'
import { compose } from '@orkestra/handler'
import { IntegrationPattern, JsonPath, QueryLanguage, TaskInput } from 'aws-cdk-lib/aws-stepfunctions'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { task } from '../src/task.ts'
import { testStack } from './stacks.ts'

const test = suite('task')
const entry = new URL('./stacks.ts', import.meta.url)
const hello = compose({ entry, timeout: seconds(6) }, async function hello() {
  return 1
})

const json = (...[step, overrides]: Parameters<typeof task> extends [unknown, unknown, ...infer R] ? R : never) => {
  const stack = testStack()
  return stack.resolve(task(stack, 'State', step, overrides).toStateJson()) as Record<string, unknown>
}

test('its output is the payload, it retries and it times out as emit has it', () => {
  const state = json(hello)
  assert.equal([state.OutputPath, state.TimeoutSeconds], ['$.Payload', 16])
  assert.ok(JSON.stringify(state.Retry).includes('Lambda.TooManyRequestsException'))
})

test('in JSONata too', () => {
  assert.is(json(hello, { queryLanguage: QueryLanguage.JSONATA }).Output, '{% $states.result.Payload %}')
})

test('retries can be left out, by the handler or here', () => {
  assert.is(json(hello, { retryOnServiceExceptions: false }).Retry, undefined)
  assert.is(json(compose({ entry, retryServiceErrors: false }, async function once() {})).Retry, undefined)
})

test('a function invoked by its ARN gives its payload as it is', () => {
  const state = json(hello, { payloadResponseOnly: true })
  assert.is(state.OutputPath, undefined)
})

test('a task that waits for a token gives what the token is answered with', () => {
  const state = json(hello, {
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({ token: JsonPath.taskToken }),
  })
  assert.match(JSON.stringify(state.Resource), 'waitForTaskToken')
  assert.is(state.OutputPath, undefined)
})

test('the state has its name and comment, and shows its function', () => {
  const stack = testStack()
  const state = task(stack, 'Say hello', comment('why', hello))
  assert.is(state.stateId, 'Say hello')
  assert.is((state.toStateJson() as { Comment: string }).Comment, 'why')
  assert.ok(state.lambdaFunction.functionArn)
  assert.throws(() => task(stack, 'Lost', leaf('lost')), /"lost" has no entry/)
})

test.run()
