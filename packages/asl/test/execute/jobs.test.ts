/** Tasks that wait for a job: what they come to, by how the service describes it. */
import { execute, type TaskContext, TaskFailure } from '@orkestra/asl/execute'
import { integrations } from '@orkestra/core/integrations'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { jobs } from '../../src/execute/task/jobs.ts'
import { type AnswerShape, sdkAnswer } from '../../src/sdk/answers.ts'
import { sdkNameOf } from '../../src/sdk/services.ts'
import { only, outcome, types } from './machine.ts'

const test = suite('execute: jobs')

const arn = (name: string) => `arn:aws:states:::${name}`

/** What comes of one task that waits for a job. */
const ran = (name: string, answer: (given: unknown, context: TaskContext) => unknown, state: object = {}) =>
  execute(only({ Type: 'Task', Resource: arn(name), ...state }), {}, { services: { [arn(name)]: answer as never } })

/** A description with this status in it. */
const described = (name: string, status: string, isWrapped = false): unknown => {
  const job = jobs[name]
  const inner = job?.status.reduceRight((value: unknown, key) => ({ [key]: value }), status)
  return isWrapped && job?.within ? { [job.within]: inner } : inner
}

test('a job that did not come to a good end fails the task, and its description is the cause', async () => {
  for (const [name, { within, failed }] of Object.entries(jobs))
    for (const status of failed)
      for (const isWrapped of within ? [false, true] : [false]) {
        const description = described(name, status, isWrapped)
        assert.equal(
          outcome(await ran(`${name}.sync`, () => description)),
          ['FAILED', 'States.TaskFailed', JSON.stringify(description)],
          `${name} ${status}`,
        )
      }
})

test('any other description is the result', async () => {
  for (const [name, answer] of [
    ['glue:startJobRun', { Id: 'jr_1', JobRunState: 'SUCCEEDED' }],
    ['ecs:runTask', { LastStatus: 'STOPPED', Containers: [{ Name: 'c', ExitCode: 0 }] }],
    ['elasticmapreduce:createCluster', { ClusterId: 'j-1' }],
    ['elasticmapreduce:terminateCluster', { Status: 'FAILED' }],
    ['batch:submitJob', 'not described'],
  ] as const)
    assert.equal(outcome(await ran(`${name}.sync`, () => answer)), answer)
  // Without `.sync` the answer is that of the request, and says nothing of the end.
  assert.equal(outcome(await ran('batch:submitJob', () => ({ Status: 'FAILED' }))), { Status: 'FAILED' })
})

test('a container that ends with another code than 0 fails its task', async () => {
  const task = { StopCode: 'EssentialContainerExited', Containers: [{ ExitCode: 0 }, { ExitCode: 137 }] }
  assert.equal(outcome(await ran('ecs:runTask.sync', () => task)), [
    'FAILED',
    'States.TaskFailed',
    JSON.stringify(task),
  ])
})

test('the history says when the job was started, or that it could not be', async () => {
  const events = async (answer: (given: unknown, context: TaskContext) => unknown, state: object = {}) => {
    const execution = await ran('batch:submitJob.sync', answer, state)
    return execution.history.slice(3, -1).map(({ type, timestamp }) => [type, timestamp])
  }
  const job = (Status: string) => ({ JobName: 'j', Status })
  assert.equal(await events(async (_, { sleep }) => sleep(60_000).then(() => job('SUCCEEDED'))), [
    ['TaskStarted', 0],
    ['TaskSubmitted', 0],
    ['TaskSucceeded', 60_000],
    ['TaskStateExited', 60_000],
  ])
  assert.equal(await events(() => job('FAILED')), [
    ['TaskStarted', 0],
    ['TaskSubmitted', 0],
    ['TaskFailed', 0],
  ])
  const failing = (error: string) => async () => Promise.reject(new TaskFailure(error, 'why'))
  assert.equal(await events(failing('States.TaskFailed')), [
    ['TaskStarted', 0],
    ['TaskSubmitted', 0],
    ['TaskFailed', 0],
  ])
  assert.equal(await events(failing('Batch.ServerException')), [
    ['TaskStarted', 0],
    ['TaskSubmitFailed', 0],
  ])
  assert.equal(await events(async (_, { sleep }) => sleep(60_000), { TimeoutSeconds: 30 }), [
    ['TaskStarted', 0],
    ['TaskSubmitted', 0],
    ['TaskTimedOut', 30_000],
  ])
})

test('an error that a client of the SDK throws has the name that Step Functions gives it', async () => {
  const refused = Object.assign(new Error('The conditional request failed'), {
    name: 'ConditionalCheckFailedException',
    $fault: 'client',
  })
  for (const [name, error] of [
    ['dynamodb:putItem', 'DynamoDB.ConditionalCheckFailedException'],
    ['aws-sdk:dynamodb:putItem', 'DynamoDb.ConditionalCheckFailedException'],
    ['ecs:runTask.sync', 'ECS.ConditionalCheckFailedException'],
  ] as const) {
    const execution = await ran(name, async () => Promise.reject(refused))
    assert.equal(outcome(execution), ['FAILED', error, 'The conditional request failed'])
    assert.is(types(execution).at(-2), name.endsWith('.sync') ? 'TaskSubmitFailed' : 'TaskFailed')
  }
})

test('each job is one that AWS runs, and its words are those of the API that describes it', () => {
  const shapeAt = (shape: AnswerShape | undefined, path: readonly string[]): AnswerShape | undefined => {
    const [key, ...rest] = path
    if (shape?.kind === 'list') return shapeAt(shape.of(), path)
    if (key === undefined || shape?.kind !== 'structure') return shape
    return shapeAt(shape.members.get(key)?.shape(), rest)
  }
  const lists: Readonly<Record<string, string>> = {
    describeJobs: 'Jobs',
    describeTasks: 'Tasks',
    batchGetBuilds: 'Builds',
    batchGetBuildBatches: 'BuildBatches',
  }
  for (const [name, { operation, within, status, failed }] of Object.entries(jobs)) {
    const [service = '', action = ''] = name.split(':')
    const actions = integrations[service as keyof typeof integrations] as unknown as Readonly<
      Record<string, { readonly patterns: readonly string[] }>
    >
    assert.ok(actions[action]?.patterns.includes('sync'), name)
    const list = lists[operation]
    const root = list ? [list] : within ? [within] : []
    const shape = shapeAt(sdkAnswer(sdkNameOf(service, action), operation), [...root, ...status])
    const words = shape?.kind === 'text' ? shape.words : undefined
    assert.equal(
      failed.filter((word) => !words?.includes(word)),
      [],
      name,
    )
  }
})

test.run()
