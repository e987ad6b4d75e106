/** What the record on disk holds: a line of JSON for each machine as it then is, each execution that starts, and each that ends. */
import type { HistoryEvent } from '../../execute/history/events.ts'
import type { Activity, Execution, MapRun, Revision, StateMachine } from '../world.ts'

export type RevisionRecord = Omit<Revision, 'handlers'>

export interface MachineRecord
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

/** An execution without what holds it to others. */
export type Plain = Pick<
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

export interface ExecutionRecord extends Plain {
  readonly machine: string
  readonly revision: RevisionRecord
}

export interface EndRecord extends ExecutionRecord {
  readonly events: readonly HistoryEvent[]
  readonly workers: readonly (readonly [number, string])[]
  readonly mapRuns: readonly (Omit<MapRun, 'execution' | 'children' | 'run'> & {
    readonly settings: ReturnType<MapRun['run']['settings']>
    readonly children: readonly (readonly [number, Plain & { readonly events: readonly HistoryEvent[] }])[]
  })[]
}

export type Line =
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

const revisionRecord = ({ handlers: _, ...revision }: Revision): RevisionRecord => revision

export const machineRecord = (machine: StateMachine): MachineRecord => {
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

export const plain = (execution: Execution): Plain => {
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

export const executionRecord = (execution: Execution): ExecutionRecord => ({
  ...plain(execution),
  machine: execution.machine.arn,
  revision: revisionRecord(execution.revision),
})

export const endRecord = (execution: Execution): EndRecord => ({
  ...executionRecord(execution),
  events: execution.events,
  workers: [...execution.workers],
  mapRuns: execution.mapRuns.map(({ execution: _, children, run, ...rest }) => ({
    ...rest,
    settings: run.settings(),
    children: [...children].map(([index, child]) => [index, { ...plain(child), events: child.events }] as const),
  })),
})
