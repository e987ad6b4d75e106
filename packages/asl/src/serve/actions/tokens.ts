/** Answers to tasks that wait for their token, and to those of activities. */
import { type Action, type Call, optionalTextIn, textIn } from '../api/action.ts'
import { invalidToken, ServiceError } from '../api/error.ts'
import { parsedJson } from '../wire.ts'
import type { World } from '../world.ts'

/** One that is out, whichever kind of task it is of. */
interface Answered {
  readonly succeed: (output: unknown) => void
  readonly fail: (error: string | undefined, cause: string | undefined) => void
  readonly heartbeat: () => void
}

const timedOut = (): ServiceError =>
  new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")

const find = (world: World, token: string): Answered => {
  const found = world.tokens.get(token)
  if (found === undefined) throw invalidToken()
  if ('token' in found) {
    if (!found.isOpen()) throw timedOut()
    return {
      succeed: (output) => found.answer({ output }),
      fail: (error, cause) => found.answer({ error, cause }),
      heartbeat: found.heartbeat,
    }
  }
  const { running } = found
  if (running === undefined || !running.tokens.waiting().includes(token)) throw timedOut()
  return {
    succeed: (output) => running.tokens.succeed(token, output),
    fail: (error, cause) => running.tokens.fail(token, error, cause),
    heartbeat: () => running.tokens.heartbeat(token),
  }
}

const sendTaskSuccess: Action = ({ world, request }: Call) => {
  const answered = find(world, textIn(request, 'taskToken'))
  const output = parsedJson(textIn(request, 'output'))
  if ('problem' in output) throw new ServiceError('InvalidOutput', `Invalid Output: '${output.problem}'`)
  answered.succeed(output.value)
  return {}
}

const sendTaskFailure: Action = ({ world, request }: Call) => {
  find(world, textIn(request, 'taskToken')).fail(optionalTextIn(request, 'error'), optionalTextIn(request, 'cause'))
  return {}
}

const sendTaskHeartbeat: Action = ({ world, request }: Call) => {
  find(world, textIn(request, 'taskToken')).heartbeat()
  return {}
}

export const tokenActions: Readonly<Record<'SendTaskSuccess' | 'SendTaskFailure' | 'SendTaskHeartbeat', Action>> = {
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
}
