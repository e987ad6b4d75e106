/** RedriveExecution: an execution that did not succeed goes on from where it failed. https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
import { type Action, type Call, optionalTextIn, textIn } from '../api/action.ts'
import { ServiceError } from '../api/error.ts'
import { relaunch } from '../launch.ts'
import { eventsOf, retire } from '../retire.ts'
import { seconds } from '../wire.ts'
import type { Execution, World } from '../world.ts'
import { executionBy } from './find.ts'

/** "You can redrive an execution within 14 days of its end." */
const redrivablePeriod = 14 * 24 * 60 * 60 * 1000

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const mostRedrives = 1000

/** Why an execution cannot be redriven, in AWS's words; undefined where it can. */
const obstacleOf = (world: World, { status, stopDate, redriveCount }: Execution): string | undefined => {
  if (status === 'RUNNING' || status === 'SUCCEEDED') return `Execution is ${status} and cannot be redriven`
  if (world.now() - (stopDate ?? 0) > redrivablePeriod)
    return 'Execution was completed more than 14 days ago and cannot be redriven'
  if (redriveCount >= mostRedrives) return 'Execution redrive count exceeded the limit and cannot be redriven'
  return undefined
}

/** What DescribeExecution says of it. An Express execution is never redriven, and a child with its Map Run. */
export const redriveStatusOf = (world: World, execution: Execution): Record<string, unknown> => {
  if (execution.machine.type === 'EXPRESS') return {}
  const obstacle = obstacleOf(world, execution)
  if (obstacle !== undefined) return { redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: obstacle }
  return { redriveStatus: execution.mapRun === undefined ? 'REDRIVABLE' : 'REDRIVABLE_BY_MAP_RUN' }
}

const redriveExecution: Action = ({ world, request }: Call) => {
  const execution = executionBy(world, textIn(request, 'executionArn'))
  const token = optionalTextIn(request, 'clientToken')
  // The same request again is the redrive that it began.
  if (token !== undefined && execution.redriveToken === token)
    return { redriveDate: seconds(execution.redriveDate ?? 0) }
  const obstacle =
    execution.mapRun === undefined
      ? obstacleOf(world, execution)
      : 'Execution is redriven with its Map Run, not by itself'
  if (obstacle !== undefined) throw new ServiceError('ExecutionNotRedrivable', `${obstacle}: '${execution.arn}'`)
  const history = eventsOf(world, execution)
  execution.redriveToken = token
  relaunch(world, execution, history, () => retire(world, execution))
  return { redriveDate: seconds(execution.redriveDate ?? 0) }
}

export const redriveActions: Readonly<Record<'RedriveExecution', Action>> = { RedriveExecution: redriveExecution }
