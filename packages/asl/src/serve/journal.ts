/**
 * The record on disk: one line of JSON for each machine as it then is, each execution that starts, and each that ends. Lines are only
 * ever added, each with one write, so that what was told to a client is on disk before it was told. After a kill the last line may be
 * torn; it is then cut off, for nobody was told of it.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { HistoryEvent } from '../execute/history/events.ts'
import type { Activity, Execution, Journal, MapRun, Revision, StateMachine, World } from './world.ts'

/**
 * Thrown by `serve` when another server uses the data folder, or no server wrote what is in it.
 *
 * @example await serve({ data: "./executions" }).catch((error) => error instanceof DataError)
 */
export class DataError extends Error {
  override readonly name = 'DataError'
}

type RevisionRecord = Omit<Revision, 'handlers'>

interface MachineRecord
  extends Pick<
    StateMachine,
    'order' | 'arn' | 'name' | 'scope' | 'type' | 'creationDate' | 'published' | 'isRegistered'
  > {
  readonly revision: RevisionRecord
  readonly versions: readonly (Omit<StateMachine['versions'] extends Map<number, infer V> ? V : never, 'revision'> & {
    readonly revision: RevisionRecord
  })[]
  readonly aliases: readonly unknown[]
  readonly tags: readonly (readonly [string, string])[]
}

type Plain = Pick<
  Execution,
  | 'order'
  | 'arn'
  | 'name'
  | 'versionArn'
  | 'aliasArn'
  | 'traceHeader'
  | 'input'
  | 'startDate'
  | 'stopDate'
  | 'status'
  | 'output'
  | 'error'
  | 'cause'
  | 'redriveCount'
  | 'redriveDate'
>

interface ExecutionRecord extends Plain {
  readonly machine: string
  readonly revision: RevisionRecord
}

interface EndRecord extends ExecutionRecord {
  readonly events: readonly HistoryEvent[]
  readonly workers: readonly (readonly [number, string])[]
  readonly mapRuns: readonly (Omit<MapRun, 'execution' | 'children' | 'run'> & {
    readonly settings: ReturnType<MapRun['run']['settings']>
    readonly children: readonly (readonly [number, Plain & { readonly events: readonly HistoryEvent[] }])[]
  })[]
}

type Line =
  | { readonly t: 'machine'; readonly machine: MachineRecord }
  | { readonly t: 'machineGone' | 'activityGone'; readonly arn: string }
  | {
      readonly t: 'activity'
      readonly activity: Omit<Activity, 'tags' | 'queue' | 'workers'> & {
        readonly tags: readonly (readonly [string, string])[]
      }
    }
  | { readonly t: 'started'; readonly execution: ExecutionRecord }
  | { readonly t: 'ended'; readonly execution: EndRecord }

const file = 'orkestra.jsonl'
const lockFile = 'orkestra.lock'

const revisionRecord = ({ handlers: _, ...revision }: Revision): RevisionRecord => revision

const machineRecord = (machine: StateMachine): MachineRecord => {
  const { order, arn, name, scope, type, creationDate, published, isRegistered } = machine
  return {
    order,
    arn,
    name,
    scope,
    type,
    creationDate,
    published,
    isRegistered,
    revision: revisionRecord(machine.revision),
    versions: [...machine.versions.values()].map((version) => ({
      ...version,
      revision: revisionRecord(version.revision),
    })),
    aliases: [...machine.aliases.values()],
    tags: [...machine.tags],
  }
}

const plain = (execution: Execution): Plain => {
  const {
    order,
    arn,
    name,
    versionArn,
    aliasArn,
    traceHeader,
    input,
    startDate,
    stopDate,
    status,
    output,
    error,
    cause,
    redriveCount,
    redriveDate,
  } = execution
  return {
    order,
    arn,
    name,
    versionArn,
    aliasArn,
    traceHeader,
    input,
    startDate,
    stopDate,
    status,
    output,
    error,
    cause,
    redriveCount,
    redriveDate,
  }
}

const executionRecord = (execution: Execution): ExecutionRecord => ({
  ...plain(execution),
  machine: execution.machine.arn,
  revision: revisionRecord(execution.revision),
})

const endRecord = (execution: Execution): EndRecord => ({
  ...executionRecord(execution),
  events: execution.events,
  workers: [...execution.workers],
  mapRuns: execution.mapRuns.map(({ execution: _, children, run, ...rest }) => ({
    ...rest,
    settings: run.settings(),
    children: [...children].map(([index, child]) => [index, { ...plain(child), events: child.events }] as const),
  })),
})

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @throws DataError when another server that is alive has the folder. */
const locked = (folder: string): string => {
  const path = join(folder, lockFile)
  const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  if (holder > 0 && holder !== process.pid && isAlive(holder))
    throw new DataError(`${folder} is in use by the process ${holder}: end it, or give this server another folder`)
  writeFileSync(path, String(process.pid))
  return path
}

const over: MapRun['run']['update'] = () => undefined

/** What a line says, done to the world. */
const restorer = (world: World, offsets: Map<string, number>) => {
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

/** Reads the lines of a file with their places, without holding all of it. What follows the last line end is torn. */
const eachLine = (fd: number, visit: (text: string, offset: number) => void): number => {
  const { size } = fstatSync(fd)
  const chunk = Buffer.alloc(1 << 20)
  let rest: Buffer[] = []
  let start = 0
  for (let at = 0; at < size; ) {
    const read = readSync(fd, chunk, 0, chunk.length, at)
    if (read === 0) break
    let from = 0
    for (let end = chunk.indexOf(10, from); end !== -1 && end < read; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, end)])
      rest = []
      visit(line.toString(), start)
      from = end + 1
      start = at + from
    }
    rest.push(Buffer.from(chunk.subarray(from, read)))
    at += read
  }
  return start
}

/**
 * Opens the record of a folder, and brings back what it holds. An execution that was at work when the server went comes back as
 * ABORTED: its tasks are gone.
 *
 * @throws DataError when the folder is in use, or the record is not one.
 */
export const openJournal = (folder: string, world: World, setOrder: (least: number) => void): Journal => {
  mkdirSync(folder, { recursive: true })
  const lock = locked(folder)
  const fd = openSync(join(folder, file), 'a+')
  const offsets = new Map<string, number>()
  const restore = restorer(world, offsets)
  let number = 0
  const end = eachLine(fd, (text, offset) => {
    number += 1
    let line: Line
    try {
      line = JSON.parse(text) as Line
    } catch {
      throw new DataError(`${join(folder, file)}, line ${number}: not a line that a server wrote`)
    }
    setOrder(restore(line, offset))
  })
  ftruncateSync(fd, end)
  let size = end
  const write = (line: Line): number => {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
    size += bytes.length
    return size - bytes.length
  }
  const readAt = (offset: number): EndRecord => {
    const parts: Buffer[] = []
    const chunk = Buffer.alloc(1 << 16)
    for (let at = offset; ; at += chunk.length) {
      const read = readSync(fd, chunk, 0, chunk.length, at)
      const stop = chunk.subarray(0, read).indexOf(10)
      parts.push(Buffer.from(chunk.subarray(0, stop === -1 ? read : stop)))
      if (stop !== -1 || read === 0) break
    }
    return (JSON.parse(Buffer.concat(parts).toString()) as Extract<Line, { readonly t: 'ended' }>).execution
  }
  const journal: Journal = {
    machine: (machine) => void write({ t: 'machine', machine: machineRecord(machine) }),
    machineGone: (arn) => void write({ t: 'machineGone', arn }),
    activity: ({ queue: _, workers: __, tags, ...rest }) =>
      void write({ t: 'activity', activity: { ...rest, tags: [...tags] } }),
    activityGone: (arn) => void write({ t: 'activityGone', arn }),
    started: (execution) => void write({ t: 'started', execution: executionRecord(execution) }),
    ended: (execution) => void offsets.set(execution.arn, write({ t: 'ended', execution: endRecord(execution) })),
    shed: (execution) => {
      if (offsets.has(execution.arn)) execution.events = []
    },
    eventsOf: (execution) => {
      const offset = offsets.get(execution.arn)
      if (execution.running !== undefined || offset === undefined || execution.events.length > 0) return undefined
      return readAt(offset).events
    },
    close: () => {
      closeSync(fd)
      rmSync(lock, { force: true })
    },
  }
  for (const execution of world.executions.values())
    if (execution.status === 'RUNNING') {
      execution.status = 'ABORTED'
      execution.stopDate = world.now()
      execution.cause = 'The server was ended while the execution was at work.'
      execution.events = [
        {
          id: 1,
          previousEventId: 0,
          timestamp: 0,
          type: 'ExecutionStarted',
          executionStartedEventDetails: { input: JSON.parse(execution.input) as unknown },
        },
        {
          id: 2,
          previousEventId: 0,
          timestamp: execution.stopDate - execution.startDate,
          type: 'ExecutionAborted',
          executionAbortedEventDetails: {},
        },
      ]
      journal.ended(execution)
      world.ended.push(execution)
    }
  return journal
}
