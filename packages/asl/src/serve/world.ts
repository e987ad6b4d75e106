/** All that the server knows: machines, executions, activities, and the tokens that are out. */
import type { StandIn } from '@orkestra/core/execution'
import type { ExecutionControl, TaskTokens } from '../execute/index.ts'
import type { ChildExecution } from '../execute/thread.ts'
import type { HistoryEvent } from '@orkestra/core/execution'
import type { Scope } from './api/arn.ts'
import type { ServerOptions } from './options.ts'

export type MachineType = 'STANDARD' | 'EXPRESS'
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

/** What of a machine an execution runs on; an update makes another. */
export interface Revision {
  /** Absent until the first update, as on AWS. */
  readonly id: string | undefined
  readonly definition: string
  readonly roleArn: string
  readonly loggingConfiguration: unknown
  readonly tracingConfiguration: unknown
  readonly encryptionConfiguration: unknown
  readonly updateDate: number
  /** Handlers that came with a workflow. */
  readonly handlers: Readonly<Record<string, StandIn>> | undefined
}

export interface Version {
  readonly number: number
  readonly revision: Revision
  readonly description: string | undefined
  readonly creationDate: number
}

export interface Alias {
  readonly name: string
  readonly order: number
  description: string | undefined
  routing: readonly { readonly stateMachineVersionArn: string; readonly weight: number }[]
  readonly creationDate: number
  updateDate: number
}

export interface StateMachine {
  readonly order: number
  readonly arn: string
  readonly name: string
  readonly scope: Scope
  readonly type: MachineType
  readonly creationDate: number
  revision: Revision
  readonly versions: Map<number, Version>
  /** How many versions there ever were: a number is never used again. */
  published: number
  readonly aliases: Map<string, Alias>
  readonly tags: Map<string, string>
  /** In the order of their start. */
  readonly executions: Set<Execution>
  /** From a file of the user's, which may be read again. */
  readonly isRegistered: boolean
}

/** A run of a distributed Map, as far as it has come. */
export interface MapRun {
  readonly order: number
  readonly arn: string
  readonly execution: Execution
  readonly state: string
  readonly label: string
  readonly startDate: number
  stopDate: number | undefined
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED'
  total: number
  readonly children: Map<number, Execution>
  redriveCount: number
}

export interface Execution {
  readonly order: number
  readonly arn: string
  readonly name: string
  readonly machine: StateMachine
  readonly revision: Revision
  readonly versionArn: string | undefined
  readonly aliasArn: string | undefined
  readonly traceHeader: string | undefined
  readonly input: string
  readonly startDate: number
  stopDate: number | undefined
  status: ExecutionStatus
  output: string | undefined
  error: string | undefined
  cause: string | undefined
  events: HistoryEvent[]
  /** Of a child of a distributed Map. */
  readonly mapRun: MapRun | undefined
  readonly mapRuns: MapRun[]
  redriveCount: number
  redriveDate: number | undefined
  /** The workers that took activities, by the id of the event that says so. */
  readonly workers: Map<number, string>
  /** Of one that is at work. */
  running: Running | undefined
}

/** What holds an execution that is at work. */
export interface Running {
  readonly abort: AbortController
  readonly control: ExecutionControl
  readonly tokens: TaskTokens
  /** Comes when it has ended and is written down. */
  readonly settled: Promise<void>
}

/** A task of an activity, from when it is scheduled until it is answered. */
export interface ActivityTask {
  readonly token: string
  readonly input: string
  readonly execution: Execution
  readonly answer: (result: { readonly output: unknown } | { readonly error: string; readonly cause: string }) => void
  readonly heartbeat: () => void
  readonly started: (worker: string | undefined) => void
  readonly isOpen: () => boolean
}

export interface Activity {
  readonly order: number
  readonly arn: string
  readonly name: string
  readonly scope: Scope
  readonly creationDate: number
  readonly encryptionConfiguration: unknown
  readonly tags: Map<string, string>
  /** Not yet taken by a worker. */
  readonly queue: ActivityTask[]
  /** Workers that wait for one. */
  readonly workers: Set<(task: ActivityTask | undefined) => void>
}

/** What is told to whoever watches. */
export type Change =
  | { readonly kind: 'machine'; readonly arn: string }
  | { readonly kind: 'execution'; readonly arn: string; readonly machine: string }

export interface World {
  readonly options: ServerOptions
  readonly machines: Map<string, StateMachine>
  readonly executions: Map<string, Execution>
  readonly activities: Map<string, Activity>
  readonly mapRuns: Map<string, MapRun>
  /** Tokens of `.waitForTaskToken` tasks and of activities, as long as their executions are known. */
  readonly tokens: Map<string, Execution | ActivityTask>
  readonly now: () => number
  readonly nextOrder: () => number
  readonly watchers: Set<(change: Change) => void>
  readonly changed: (change: Change) => void
}

export type { ChildExecution, HistoryEvent }
