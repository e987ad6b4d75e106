/** Stand-ins: plain Lambda handlers with their context, callbacks, types of the step; and what a failed execution says of itself. */
import { execute, outputOf, run, SetupError, showExecution, standIn, TaskFailure } from '@orkestra/asl/execute'
import { map, seq, task } from '@orkestra/core'
import { compose } from '@orkestra/handler'
import type { Context } from 'aws-lambda'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('stand-ins')

interface User {
  readonly id: string
  readonly name: string
}
const fetchUser = task<{ readonly id: string }, User>('fetchUser')
const greet = compose({ name: 'greet' }, async ({ name }: User) => `Hello, ${name}`)
const workflow = seq(fetchUser, greet)

/** A handler as teams have it: it reads its context, and sets what those with a pool of connections set. */
const plain = async ({ id }: { readonly id: string }, context: Context): Promise<User> => {
  context.callbackWaitsForEmptyEventLoop = false
  const first = context.getRemainingTimeInMillis()
  if (!(first > 0 && first <= 900_000) || context.getRemainingTimeInMillis() > first) throw new Error('no time')
  return {
    id,
    name: [context.functionName, context.invokedFunctionArn.split(':').pop(), context.awsRequestId.length].join(' '),
  }
}

test("a plain handler is a stand-in as it is, with Lambda's context, in run and in execute", async () => {
  const expected = 'Hello, fetchUser fetchUser 36'
  assert.is(outputOf(await run(workflow, { id: '1' }, { tasks: { fetchUser: plain as never } })), expected)
  const resources = ['arn:aws:lambda:eu-west-1:123456789012:function:fetchUser', '${fetchUser}']
  for (const Resource of resources) {
    const definition = { StartAt: 'A', States: { A: { Type: 'Task', Resource, End: true } } }
    const execution = await execute<User>(definition, { id: '1' }, { lambdas: { fetchUser: plain as never } })
    assert.is(outputOf(execution).name, 'fetchUser fetchUser 36')
  }
})

test('a handler with a callback is refused before anything runs, with what to write', async () => {
  const callback = (_event: never, _context: never, done: (error: unknown, result: number) => void) => done(null, 1)
  for (const tasks of [{ fetchUser: callback }, { fetchUser: [callback] }]) {
    const error = await run(workflow, { id: '1' }, { tasks: tasks as never }).catch((thrown: unknown) => thrown)
    assert.instance(error, SetupError)
    assert.match((error as Error).message, /"fetchUser" takes a callback.*new Promise/)
  }
})

test('standIn has the name and the types of its step', async () => {
  const tasks = {
    ...standIn(fetchUser, ({ id }) => ({ id, name: id.toUpperCase() })),
    ...standIn(greet, [new TaskFailure('Throttled'), 'never']),
  }
  const execution = await run(workflow, { id: 'ada' }, { tasks })
  assert.is(execution.status === 'FAILED' && execution.error, 'Throttled')
  // @ts-expect-error a user has a name
  standIn(fetchUser, ({ id }) => ({ id }))
  // @ts-expect-error the input has no such field
  standIn(fetchUser, ({ key }) => ({ id: key, name: key }))
  assert.throws(() => standIn(workflow, 'x' as never), /expected a task or a composed handler/)
})

test('a failed execution says in which state, with what input, and why; it is data all the same', async () => {
  const fails = async (): Promise<never> => {
    throw new RangeError('too far')
  }
  const inner = seq(task<{ readonly items: readonly User[] }, readonly User[]>('list'), map(greet))
  const tasks = { list: () => [{ id: '1', name: 'Ada' }], greet: fails }
  const execution = await run(inner, { items: [] }, { tasks })
  const text = showExecution(execution)
  assert.match(
    text,
    /^the execution ended as FAILED in the state "greet": RangeError: too far\n\s+at .*\n {2}input of "greet": \{"id":"1","name":"Ada"\}$/,
  )
  assert.is(String(execution), text)
  assert.not.ok(Object.keys(execution).includes('toString'))
  assert.throws(
    () => outputOf(execution),
    (error: unknown) => (error as Error).message === text,
  )
  const success = await run(greet, { id: '1', name: 'Ada' })
  assert.is(`${success}`, 'the execution SUCCEEDED with "Hello, Ada"')
})

test('an execution that timed out or was aborted says where it was', async () => {
  const hangs = { fetchUser: () => new Promise(() => {}) }
  const controller = new AbortController()
  const running = run(workflow, { id: '1' }, { tasks: hangs as never, signal: controller.signal })
  setTimeout(() => controller.abort(), 10)
  assert.match(String(await running), /^the execution ended as ABORTED in the state "fetchUser"\n {2}input/)
})

test.run()
