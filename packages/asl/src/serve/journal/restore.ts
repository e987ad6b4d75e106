/** What a line of the record says, done to the world. */
import type { Execution, MapRun, Revision, StateMachine, World } from '../world.ts'
import { type EndRecord, type ExecutionRecord, type Line, type MachineRecord, type Plain, plain } from './records.ts'

const over: MapRun['run']['update'] = () => undefined

/** Takes lines in, in their order, with their places; gives how far the order of things has come. `offsets` gets the places of the ends. */
export const restorer = (world: World, offsets: Map<string, number>): ((line: Line, offset: number) => number) => {
  const machine = ({ revision, versions, aliases, tags, ...rest }: MachineRecord): void => {
    const known = world.machines.get(rest.arn)
    world.machines.set(rest.arn, {
      ...rest,
      revision: { ...revision, handlers: undefined },
      versions: new Map(
        versions.map((version) => [
          version.number,
          { ...version, revision: { ...version.revision, handlers: undefined } },
        ]),
      ),
      aliases: new Map(
        (aliases as StateMachine['aliases'] extends Map<string, infer A> ? A[] : never).map((alias) => [
          alias.name,
          alias,
        ]),
      ),
      tags: new Map(tags),
      executions: known?.executions ?? new Set(),
    })
  }
  const restored = (
    record: ExecutionRecord | Plain,
    of: StateMachine,
    revision: Revision,
    mapRun: MapRun | undefined,
  ): Execution => ({
    ...plain(record as Execution),
    machine: of,
    revision,
    events: [],
    mapRun,
    mapRuns: [],
    workers: new Map(),
    redriveToken: undefined,
    tokensOut: [],
    running: undefined,
  })
  const execution = (record: ExecutionRecord): Execution | undefined => {
    const of = world.machines.get(record.machine)
    if (of === undefined) return undefined
    const made = restored(record, of, { ...record.revision, handlers: undefined }, undefined)
    const before = world.executions.get(record.arn)
    if (before !== undefined) of.executions.delete(before)
    of.executions.add(made)
    world.executions.set(made.arn, made)
    return made
  }
  const ended = (record: EndRecord, offset: number): void => {
    const made = execution(record)
    if (made === undefined) return
    offsets.set(made.arn, offset)
    for (const [id, worker] of record.workers) made.workers.set(id, worker)
    for (const { settings, children, ...rest } of record.mapRuns) {
      const control = {
        mapRunArn: rest.arn,
        state: rest.state,
        items: rest.total,
        executions: children.length,
        settings: () => settings,
        update: over,
      }
      const run: MapRun = { ...rest, execution: made, children: new Map(), run: control }
      for (const [index, child] of children) {
        const one = restored(child, made.machine, made.revision, run)
        one.events = [...child.events]
        run.children.set(index, one)
        world.executions.set(one.arn, one)
      }
      made.mapRuns.push(run)
      world.mapRuns.set(run.arn, run)
    }
    world.ended.push(made)
  }
  return (line: Line, offset: number): number => {
    switch (line.t) {
      case 'machine':
        machine(line.machine)
        return line.machine.order
      case 'machineGone':
        world.machines.delete(line.arn)
        return 0
      case 'activity':
        world.activities.set(line.activity.arn, {
          ...line.activity,
          tags: new Map(line.activity.tags),
          queue: [],
          workers: new Set(),
        })
        return line.activity.order
      case 'activityGone':
        world.activities.delete(line.arn)
        return 0
      case 'started':
        return execution(line.execution)?.order ?? 0
      case 'ended':
        ended(line.execution, offset)
        return line.execution.order
    }
  }
}
