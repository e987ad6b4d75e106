/** Tasks that workers poll for. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html */
import { randomUUID } from 'node:crypto'
import { Failure } from '../../execute/failure/failure.ts'
import { TaskFailure } from '../../execute/task/taskFailure.ts'
import type { Activity, ActivityTask, Execution, World } from '../world.ts'
import type { Call } from './call.ts'

/** Gives a task to a worker that waits, or lets it wait for one. */
const offer = (activity: Activity, task: ActivityTask): void => {
  const [worker] = activity.workers
  if (worker === undefined) {
    activity.queue.push(task)
    return
  }
  activity.workers.delete(worker)
  worker(task)
}

/** The stand-in of an activity: its answer is that of the worker who takes the task. */
export const activityStandIn =
  (world: World, execution: Execution, arn: string): Call =>
  (input, context) => {
    const activity = world.activities.get(arn)
    if (activity === undefined) throw new TaskFailure('States.Runtime', `The activity ${arn} does not exist.`)
    context.queue()
    return new Promise((resolve, reject) => {
      let isOpen = true
      const token = randomUUID()
      const task: ActivityTask = {
        token,
        input: JSON.stringify(input),
        execution,
        answer: (result) => {
          isOpen = false
          if ('output' in result) resolve(result.output)
          else reject(new Failure(result.error, result.cause))
        },
        heartbeat: context.heartbeat,
        started: (worker) => {
          context.started()
          const event = execution.events.at(-1)
          if (worker !== undefined && event?.type === 'ActivityStarted') execution.workers.set(event.id, worker)
        },
        isOpen: () => isOpen && !context.isOver(),
      }
      world.tokens.set(token, task)
      execution.tokensOut.push(token)
      offer(activity, task)
    })
  }
