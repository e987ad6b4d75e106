/** Runs of distributed Maps. */
import type { MapRunSettings } from '../../execute/index.ts'
import { type Action, type Call, textIn } from '../api/action.ts'
import { pageOf } from '../api/page.ts'
import { seconds } from '../wire.ts'
import type { Execution, ExecutionStatus, MapRun } from '../world.ts'
import { executionBy, mapRunBy } from './find.ts'

const listMapRuns: Action = ({ world, request }: Call) => {
  const execution = executionBy(world, textIn(request, 'executionArn'))
  const { items, nextToken } = pageOf(
    `mapRuns ${execution.arn}`,
    execution.mapRuns,
    ({ order }) => order,
    'growing',
    request,
  )
  return {
    mapRuns: items.map((run) => ({
      executionArn: execution.arn,
      mapRunArn: run.arn,
      stateMachineArn: `${execution.machine.arn}/${run.label}`,
      startDate: seconds(run.startDate),
      ...(run.stopDate !== undefined && { stopDate: seconds(run.stopDate) }),
    })),
    ...(nextToken !== undefined && { nextToken }),
  }
}

const itemsOf = (child: Execution): number => {
  const input: unknown = JSON.parse(child.input)
  const items = typeof input === 'object' && input !== null && 'Items' in input ? input.Items : undefined
  return Array.isArray(items) ? items.length : 1
}

/** How many of each status; what was not begun yet is pending. */
const counts = ({ children, status, redriveCount }: MapRun, weight: (child: Execution) => number, total: number) => {
  const by: Record<ExecutionStatus, number> = { RUNNING: 0, SUCCEEDED: 0, FAILED: 0, TIMED_OUT: 0, ABORTED: 0 }
  for (const child of children.values()) by[child.status] += weight(child)
  const begun = by.RUNNING + by.SUCCEEDED + by.FAILED + by.TIMED_OUT + by.ABORTED
  return {
    pending: Math.max(0, total - begun),
    running: by.RUNNING,
    succeeded: by.SUCCEEDED,
    failed: by.FAILED,
    timedOut: by.TIMED_OUT,
    aborted: by.ABORTED,
    total: Math.max(total, begun),
    resultsWritten: status === 'SUCCEEDED' ? by.SUCCEEDED : 0,
    ...(redriveCount > 0 && { failuresNotRedrivable: 0, pendingRedrive: 0 }),
  }
}

const describeMapRun: Action = ({ world, request }: Call) => {
  const run = mapRunBy(world, textIn(request, 'mapRunArn'))
  const isBatched = [...run.children.values()].some((child) => itemsOf(child) > 1)
  return {
    mapRunArn: run.arn,
    executionArn: run.execution.arn,
    status: run.status,
    startDate: seconds(run.startDate),
    ...(run.stopDate !== undefined && { stopDate: seconds(run.stopDate) }),
    ...run.run.settings(),
    itemCounts: counts(run, itemsOf, run.total),
    executionCounts: counts(run, () => 1, isBatched ? run.children.size : run.total),
    redriveCount: run.redriveCount,
  }
}

const updateMapRun: Action = ({ world, request }: Call) => {
  const run = mapRunBy(world, textIn(request, 'mapRunArn'))
  const { maxConcurrency, toleratedFailurePercentage, toleratedFailureCount } = request as Partial<MapRunSettings>
  run.run.update({
    ...(maxConcurrency !== undefined && { maxConcurrency }),
    ...(toleratedFailurePercentage !== undefined && { toleratedFailurePercentage }),
    ...(toleratedFailureCount !== undefined && { toleratedFailureCount }),
  })
  return {}
}

export const mapRunActions: Readonly<Record<'ListMapRuns' | 'DescribeMapRun' | 'UpdateMapRun', Action>> = {
  ListMapRuns: listMapRuns,
  DescribeMapRun: describeMapRun,
  UpdateMapRun: updateMapRun,
}
