/** Activities, and the workers that poll for their tasks. */
import { type Action, type Call, optionalTextIn, textIn } from '../api/action.ts'
import { arnOf, checkedName, parseArn } from '../api/arn.ts'
import { pageOf } from '../api/page.ts'
import { seconds } from '../wire.ts'
import type { Activity, ActivityTask } from '../world.ts'
import { activityBy, isIn } from './find.ts'
import { tagsOf } from './tags.ts'

/** How long AWS lets a worker wait for a task. https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html */
const longestPoll = 60_000

const createActivity: Action = ({ world, request, scope }: Call) => {
  const name = checkedName(textIn(request, 'name'))
  const arn = arnOf(scope, 'activity', name)
  const tags = tagsOf(request.tags)
  const known = world.activities.get(arn)
  if (known !== undefined) return { activityArn: arn, creationDate: seconds(known.creationDate) }
  const activity: Activity = {
    order: world.nextOrder(),
    arn,
    name,
    scope,
    creationDate: world.now(),
    encryptionConfiguration: request.encryptionConfiguration ?? { type: 'AWS_OWNED_KEY' },
    tags: new Map(tags),
    queue: [],
    workers: new Set(),
  }
  world.activities.set(arn, activity)
  world.changed({ kind: 'activity', arn })
  return { activityArn: arn, creationDate: seconds(activity.creationDate) }
}

const describeActivity: Action = ({ world, request }: Call) => {
  const { arn, name, creationDate, encryptionConfiguration } = activityBy(world, textIn(request, 'activityArn'))
  return { activityArn: arn, name, creationDate: seconds(creationDate), encryptionConfiguration }
}

const deleteActivity: Action = ({ world, request }: Call) => {
  const arn = textIn(request, 'activityArn')
  parseArn(arn, 'activity')
  const activity = world.activities.get(arn)
  world.activities.delete(arn)
  for (const worker of activity?.workers ?? []) worker(undefined)
  if (activity !== undefined) world.changed({ kind: 'activity', arn })
  return {}
}

const listActivities: Action = ({ world, request, scope }: Call) => {
  const mine = [...world.activities.values()].filter((activity) => isIn(activity.scope, scope))
  const { items, nextToken } = pageOf('activities', mine, ({ order }) => order, 'growing', request)
  return {
    activities: items.map(({ arn, name, creationDate }) => ({
      activityArn: arn,
      name,
      creationDate: seconds(creationDate),
    })),
    ...(nextToken !== undefined && { nextToken }),
  }
}

/** The next task that still waits for an answer. */
const taken = ({ queue }: Activity): ActivityTask | undefined => {
  for (let task = queue.shift(); task !== undefined; task = queue.shift()) if (task.isOpen()) return task
  return undefined
}

/** Waits for a task, until the poll is over or the client gone. */
const next = (activity: Activity, signal: AbortSignal): Promise<ActivityTask | undefined> =>
  new Promise((resolve) => {
    const end = (task: ActivityTask | undefined): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', gone)
      activity.workers.delete(end)
      resolve(task)
    }
    const gone = (): void => end(undefined)
    const timer = setTimeout(gone, longestPoll)
    signal.addEventListener('abort', gone)
    activity.workers.add(end)
    if (signal.aborted) gone()
  })

const getActivityTask: Action = async ({ world, request, signal }: Call) => {
  const activity = activityBy(world, textIn(request, 'activityArn'))
  const task = taken(activity) ?? (await next(activity, signal))
  if (task === undefined) return { taskToken: null, input: null }
  task.started(optionalTextIn(request, 'workerName'))
  return { taskToken: task.token, input: task.input }
}

export const activityActions: Readonly<
  Record<'CreateActivity' | 'DescribeActivity' | 'DeleteActivity' | 'ListActivities' | 'GetActivityTask', Action>
> = {
  CreateActivity: createActivity,
  DescribeActivity: describeActivity,
  DeleteActivity: deleteActivity,
  ListActivities: listActivities,
  GetActivityTask: getActivityTask,
}
