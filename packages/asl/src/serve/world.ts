/** All that the server knows: machines, executions, activities, and the tokens that are out. */

import type { StandIn } from '../execute/calls/answers.ts'
import type { HistoryEvent } from '../execute/history/events.ts'
import type { ExecutionControl, MapRunControl, TaskTokens } from '../execute/index.ts'
import type { Issue } from '../issue.ts'
import type { Scope } from './api/arn.ts'
import type { MachineType, ServerOptions } from './options.ts'

export type { MachineType } from './options.ts'

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
  /** Changes what holds for the rest of it; nothing once it has ended. */
  run: MapRunControl
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
  redriveToken: string | undefined
  /** The workers that took activities, by the id of the event that says so. */
  readonly workers: Map<number, string>
  /** Those that were given out, to be forgotten with it. */
  readonly tokensOut: string[]
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
  readonly answer: (
    result: { readonly output: unknown } | { readonly error: string | undefined; readonly cause: string | undefined },
  ) => void
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

/** The updates that watchers get. */
export type Change =
  | { readonly kind: 'machine' | 'activity'; readonly arn: string }
  | { readonly kind: 'problems' }
  | { readonly kind: 'execution'; readonly arn: string; readonly machine: string }

/** A definition of the user's, read and ready. */
export interface Definition {
  readonly name: string
  readonly text: string
  readonly type: MachineType
  readonly handlers: Readonly<Record<string, StandIn>>
}

/** Why a definition could not be taken, and where the fault is. */
export interface Problem {
  readonly message: string
  readonly issues: readonly Issue[]
  /** The definition, where there is one. */
  readonly text: string | undefined
}

export interface World {
  readonly options: ServerOptions
  readonly machines: Map<string, StateMachine>
  readonly executions: Map<string, Execution>
  readonly activities: Map<string, Activity>
  readonly mapRuns: Map<string, MapRun>
  /** Tokens of `.waitForTaskToken` tasks and of activities, as long as their executions are known. */
  readonly tokens: Map<string, Execution | ActivityTask>
  /** An action of the server's own API, as a client would call it. @throws ServiceError */
  readonly call: (action: string, request: Record<string, unknown>, scope: Scope) => Promise<unknown>
  /** What is registered, by name, and the scopes in which its machines are made already. */
  readonly registered: Map<string, Definition>
  readonly seeded: Map<string, Scope>
  /** What could not be registered, by the name or the file of it. */
  readonly problems: Map<string, Problem>
  readonly now: () => number
  readonly nextOrder: () => number
  /** Those that ended, in the order in which they did. */
  readonly ended: Execution[]
  /** Where there is a record on disk. */
  journal: Journal | undefined
  readonly watchers: Set<(change: Change) => void>
  readonly changed: (change: Change) => void
}

/** Told of what changes in a world, so that another server can go on with it. */
export interface Journal {
  readonly machine: (machine: StateMachine) => void
  readonly machineGone: (arn: string) => void
  readonly activity: (activity: Activity) => void
  readonly activityGone: (arn: string) => void
  readonly started: (execution: Execution) => void
  readonly ended: (execution: Execution) => void
  /** Lets the history of an ended execution go from memory. */
  readonly shed: (execution: Execution) => void
  readonly eventsOf: (execution: Execution) => readonly HistoryEvent[] | undefined
  readonly close: () => void
}
