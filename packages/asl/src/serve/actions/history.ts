/** GetExecutionHistory, of executions that run too. */
import { type Action, type Call, textIn } from '../api/action.ts'
import { pageOf } from '../api/page.ts'
import { eventsOf } from '../retire.ts'
import { toWireEvent } from '../wire.ts'
import { executionBy } from './find.ts'

const getExecutionHistory: Action = ({ world, request }: Call) => {
  const execution = executionBy(world, textIn(request, 'executionArn'))
  const isReversed = request.reverseOrder === true
  const events = eventsOf(world, execution)
  const { items, nextToken } = pageOf(
    `history ${execution.arn} ${isReversed}`,
    isReversed ? [...events].reverse() : events,
    ({ id }) => id,
    isReversed ? 'falling' : 'growing',
    request,
  )
  return {
    events: items.map((event) => toWireEvent(execution, event, request.includeExecutionData !== false)),
    ...(nextToken !== undefined && { nextToken }),
  }
}

export const historyActions: Readonly<Record<'GetExecutionHistory', Action>> = {
  GetExecutionHistory: getExecutionHistory,
}
