/** How long a task that is no function may take. https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
import { type Task, wholeSeconds } from '@orkestra/core'
import type { TaskState } from '../../states.ts'

export const timeFields = ({
  taskTimeout,
  heartbeat,
}: Task): Pick<TaskState, 'TimeoutSeconds' | 'HeartbeatSeconds'> => ({
  ...(taskTimeout && { TimeoutSeconds: wholeSeconds(taskTimeout) }),
  ...(heartbeat && { HeartbeatSeconds: wholeSeconds(heartbeat) }),
})

/** How long whoever holds a function's token may be silent. */
export const heartbeatField = ({ heartbeat }: Task): Pick<TaskState, 'HeartbeatSeconds'> =>
  heartbeat ? { HeartbeatSeconds: wholeSeconds(heartbeat) } : {}
