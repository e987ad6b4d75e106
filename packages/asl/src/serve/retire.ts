/** What becomes of executions that have ended: they are written down, and the oldest are let go. */
import type { HistoryEvent } from '../execute/history/events.ts'
import type { Execution, World } from './world.ts'

const defaultKeep = 10_000

/** Forgets an execution and all that belongs to it. */
const forget = (world: World, execution: Execution): void => {
  world.executions.delete(execution.arn)
  execution.machine.executions.delete(execution)
  for (const run of execution.mapRuns) {
    world.mapRuns.delete(run.arn)
    for (const child of run.children.values()) world.executions.delete(child.arn)
  }
  for (const token of execution.tokensOut) world.tokens.delete(token)
}

/** An execution has ended. Of more than are kept, the one that ended first goes: from memory where it is on disk, else for good. */
export const retire = (world: World, execution: Execution): void => {
  world.journal?.ended(execution)
  world.ended.push(execution)
  while (world.ended.length > (world.options.keep ?? defaultKeep)) {
    const oldest = world.ended.shift() as Execution
    // Redriven since: it will come back to the end of the line.
    if (oldest.status === 'RUNNING') continue
    if (world.journal === undefined) forget(world, oldest)
    else world.journal.shed(oldest)
  }
}

/** The events of an execution, wherever they are. */
export const eventsOf = (world: World, execution: Execution): readonly HistoryEvent[] =>
  world.journal?.eventsOf(execution) ?? execution.events
