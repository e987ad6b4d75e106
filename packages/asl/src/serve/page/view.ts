/** What the page shows, as JSON: machines and executions of all accounts and regions. */
import type { HistoryEvent } from '../../execute/history/events.ts'
import { defaultScope } from '../api/arn.ts'
import { seeded } from '../register.ts'
import { eventsOf } from '../retire.ts'
import { toWireEvent } from '../wire.ts'
import type { Execution, StateMachine, World } from '../world.ts'

/** How many executions of a machine the page lists. */
const mostListed = 200

const runningIn = ({ executions }: StateMachine): number => {
  let count = 0
  for (const { status } of executions) if (status === 'RUNNING') count += 1
  return count
}

/** All machines, and what could not be registered. Before anybody has asked for them by a region, those that are registered are in the default one. */
export const overview = (world: World): unknown => {
  if (world.seeded.size === 0) seeded(world, defaultScope(world.options))
  return {
    machines: [...world.machines.values()].map((machine) => ({
      arn: machine.arn,
      name: machine.name,
      region: machine.scope.region,
      type: machine.type,
      executions: machine.executions.size,
      running: runningIn(machine),
    })),
    problems: [...world.problems].map(([name, problem]) => ({ name, ...problem })),
  }
}

const summary = ({ arn, name, status, startDate, stopDate, error, machine, redriveCount }: Execution) => ({
  arn,
  name,
  status,
  startDate,
  stopDate,
  error,
  machine: machine.arn,
  redriveCount,
})

/** A machine and its last executions. */
export const machineView = ({ arn, name, type, revision, executions, versions, aliases }: StateMachine): unknown => ({
  arn,
  name,
  type,
  definition: revision.definition,
  versions: versions.size,
  aliases: [...aliases.keys()],
  executions: [...executions].slice(-mostListed).reverse().map(summary),
})

/** The tokens that wait for an answer, with the state that waits. */
const waitingIn = (world: World, execution: Execution): unknown[] => {
  const open = new Set(execution.running?.tokens.waiting() ?? [])
  return execution.tokensOut.flatMap((token) => {
    const found = world.tokens.get(token)
    if (open.has(token)) return [{ token, kind: 'token' }]
    return found !== undefined && 'token' in found && found.isOpen() ? [{ token, kind: 'activity' }] : []
  })
}

/** An execution with its history. */
export const executionView = (world: World, execution: Execution): unknown => {
  const events: readonly HistoryEvent[] = eventsOf(world, execution)
  const { running, mapRuns, mapRun } = execution
  return {
    ...summary(execution),
    input: execution.input,
    output: execution.output,
    cause: execution.cause,
    machineName: execution.machine.name,
    isExpress: execution.machine.type === 'EXPRESS',
    isPaused: running?.control.isPaused() ?? false,
    held: running?.control.held() ?? [],
    waiting: waitingIn(world, execution),
    parent: mapRun?.execution.arn,
    mapRuns: mapRuns.map((run) => ({
      arn: run.arn,
      state: run.state,
      status: run.status,
      children: [...run.children].map(([index, child]) => ({ index, ...summary(child) })),
    })),
    events: events.map((event) => toWireEvent(execution, event, true)),
  }
}
