import { emit } from '@orkestra/asl'
import { comment, task as leaf, seconds } from '@orkestra/core'
import { compose, waitForToken } from '@orkestra/handler'
import { IntegrationPattern, JsonPath, QueryLanguage, TaskInput } from 'aws-cdk-lib/aws-stepfunctions'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { task } from '../src/functions/task.ts'
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

for (const queryLanguage of [QueryLanguage.JSON_PATH, QueryLanguage.JSONATA])
  test(`a handler that waits for a token, or passes its context on, is called as emit has it: ${queryLanguage}`, () => {
    const ask = waitForToken<1>()({ entry, name: 'ask', taskTimeout: seconds(90), heartbeat: seconds(30) }, () => 1)
    const told = compose({ entry, name: 'told', passContext: true }, () => 1)
    const language = queryLanguage === QueryLanguage.JSONATA ? 'JSONata' : 'JSONPath'
    for (const step of [ask, told]) {
      const emitted = emit(step, { queryLanguage: language }).States[step.name] as unknown as Record<string, object>
      const state = json(step, { queryLanguage }) as Record<string, object>
      const field = language === 'JSONata' ? 'Arguments' : 'Parameters'
      for (const name of ['TimeoutSeconds', 'HeartbeatSeconds', 'OutputPath', 'Output'])
        assert.equal(state[name], emitted[name], name)
      assert.equal({ ...state[field], FunctionName: '' }, { ...emitted[field], FunctionName: '' })
      assert.is(JSON.stringify(state.Resource).includes('.waitForTaskToken'), step === ask)
    }
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
