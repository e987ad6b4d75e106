/** What an execution tells of its distributed Maps, noted: their runs, and the child executions of these. */
import { randomUUID } from 'node:crypto'
import type { HistoryEvent } from '../execute/history/events.ts'
import type { MapRunControl } from '../execute/index.ts'
import type { ChildExecution } from '../execute/thread/thread.ts'
import { arnOf } from './api/arn.ts'
import { newExecution } from './newExecution.ts'
import type { Execution, ExecutionStatus, MapRun, World } from './world.ts'

const statusOf: Readonly<Partial<Record<HistoryEvent['type'], ExecutionStatus>>> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
}

/** The record of a child execution, made with its first event. */
const childOf = (
  world: World,
  run: MapRun,
  { index }: ChildExecution,
  input: unknown,
  startDate: number,
): Execution => {
  const { execution } = run
  const name = randomUUID()
  const child: Execution = {
    ...newExecution(world, execution.machine, {
      name,
      arn: arnOf(execution.machine.scope, 'execution', `${execution.machine.name}/${run.label}`, name),
      input: JSON.stringify(input),
      revision: execution.revision,
      startDate,
    }),
    mapRun: run,
  }
  run.children.set(index, child)
  world.executions.set(child.arn, child)
  return child
}

/** An event of a child execution. */
export const noteChild = (world: World, execution: Execution, event: HistoryEvent, from: ChildExecution): void => {
  const run = execution.mapRuns.find(({ arn }) => arn === from.mapRunArn)
  if (run === undefined) return
  const at = execution.startDate + event.timestamp
  const child =
    run.children.get(from.index) ??
    childOf(
      world,
      run,
      from,
      'executionStartedEventDetails' in event ? event.executionStartedEventDetails.input : null,
      at,
    )
  if (event.type === 'ExecutionStarted' && child.events.length > 0) {
    // Its Map was redriven: it runs once more.
    child.redriveCount += 1
    child.redriveDate = at
    child.status = 'RUNNING'
    child.stopDate = undefined
    child.error = undefined
    child.cause = undefined
    child.events = []
  }
  // Its time begins with itself.
  child.events.push({ ...event, timestamp: at - child.startDate })
  const status = statusOf[event.type]
  if (status === undefined) return
  child.status = status
  child.stopDate = at
  if (event.type === 'ExecutionSucceeded') child.output = JSON.stringify(event.executionSucceededEventDetails.output)
  if (event.type === 'ExecutionFailed') {
    child.error = event.executionFailedEventDetails.error
    child.cause = event.executionFailedEventDetails.cause
  }
  world.changed({ kind: 'execution', arn: child.arn, machine: execution.machine.arn })
}

/** A run of a distributed Map begins: the engine has just written so. */
export const beginMapRun = (world: World, execution: Execution, run: MapRunControl): void => {
  const last = execution.events.at(-1)
  const known = world.mapRuns.get(run.mapRunArn)
  if (known !== undefined) {
    known.status = 'RUNNING'
    known.stopDate = undefined
    known.redriveCount += 1
    known.run = run
    return
  }
  const begun: MapRun = {
    order: world.nextOrder(),
    arn: run.mapRunArn,
    execution,
    state: run.state,
    label: run.mapRunArn.split('/')[1]?.split(':')[0] ?? '',
    startDate: execution.startDate + (last?.timestamp ?? 0),
    stopDate: undefined,
    status: 'RUNNING',
    total: run.items,
    children: new Map(),
    redriveCount: 0,
    run,
  }
  execution.mapRuns.push(begun)
  world.mapRuns.set(begun.arn, begun)
}

/** The event that ends a run of a Map; any other is passed over. */
export const endMapRun = (execution: Execution, event: HistoryEvent): void => {
  if (event.type !== 'MapRunSucceeded' && event.type !== 'MapRunFailed') return
  const at = execution.startDate + event.timestamp
  const started = execution.events[event.previousEventId - 1]
  const run = execution.mapRuns.find(
    ({ arn }) =>
      (started?.type === 'MapRunStarted' && arn === started.mapRunStartedEventDetails.mapRunArn) ||
      (started?.type === 'MapRunRedriven' && arn === started.mapRunRedrivenEventDetails.mapRunArn),
  )
  if (run === undefined) return
  run.status = event.type === 'MapRunSucceeded' ? 'SUCCEEDED' : 'FAILED'
  run.stopDate = at
  abandon(run, at)
}

/** Children that were cut off with their Map. */
const abandon = (run: MapRun, at: number): void => {
  for (const child of run.children.values())
    if (child.status === 'RUNNING') {
      child.status = 'ABORTED'
      child.stopDate = at
    }
}

/** Runs that were cut off with their execution. */
export const endOpenMapRuns = (execution: Execution, at: number): void => {
  for (const run of execution.mapRuns)
    if (run.status === 'RUNNING') {
      run.status = execution.status === 'ABORTED' ? 'ABORTED' : 'FAILED'
      run.stopDate = at
      abandon(run, at)
    }
}
