import { checkedName } from '../combinators/task.ts'
import type { Duration } from '../duration.ts'
import { frozenCopy } from '../graph/frozenCopy.ts'
import type { Task } from '../graph/graph.ts'
import { type Graph, graphOf } from '../graph/step.ts'
import type { Json } from '../json.ts'
import { checkTimes } from './serviceTask.ts'

/** Options of an activity. */
export interface ActivityOptions {
  /** The task's name. Default: the name in the ARN, or `activity` where the ARN is a CDK token. */
  readonly name?: string
  /** Default: the task waits as long as the execution can last. At least 1 s. */
  readonly taskTimeout?: Duration
  /** The maximum time between the worker's heartbeats (`SendTaskHeartbeat`). At least 1 s, shorter than `taskTimeout`. */
  readonly heartbeat?: Duration
}

/** The last part, out of its placeholder where it is one. What a tool has put there for itself, as CDK does, tells no name. */
const nameIn = (arn: string): string => {
  const last = arn.slice(arn.lastIndexOf(':') + 1)
  return last.includes('${') ? (/^\$\{([\w.:-]+)\}$/.exec(last)?.[1] ?? 'activity') : last
}

/**
 * A task for your own worker, which polls Step Functions with `GetActivityTask`. The ARN can be a placeholder,
 * `${name}`. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html
 *
 * @example activity<{ id: string }, { weight: number }>('arn:aws:states:eu-west-1:123456789012:activity:weigh', { heartbeat: seconds(30) })
 * @throws TypeError when the ARN is not an activity's; RangeError when a time is under one second, or the heartbeat not shorter than
 *   the time-out.
 */
export const activity = <I = unknown, O = unknown>(arn: string, options: ActivityOptions = {}): Graph<I, Json<O>> => {
  const place = `activity ${JSON.stringify(arn)}`
  if (!/^(?:arn:.+:activity:[^:]+|\$\{[^{}]+\})$/.test(arn))
    throw new TypeError(
      `${place}: expected an activity's ARN, as arn:aws:states:eu-west-1:123456789012:activity:weigh, or a placeholder such as \${weigh}.`,
    )
  const { name = nameIn(arn), taskTimeout, heartbeat } = options
  checkedName(name, place)
  checkTimes(place, taskTimeout, heartbeat)
  const node: Task = {
    _tag: 'Task',
    name,
    target: Object.freeze({ kind: 'activity', arn }),
    ...(taskTimeout !== undefined && { taskTimeout: frozenCopy(taskTimeout) }),
    ...(heartbeat !== undefined && { heartbeat: frozenCopy(heartbeat) }),
  }
  return graphOf(node)
}
