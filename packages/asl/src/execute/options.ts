import type { StandIn } from './calls/answers.ts'
import type { Wanted } from './calls/calls.ts'
import type { TaskTokens } from './calls/tokens.ts'
import type { HistoryEvent } from './history/events.ts'
import type { Resume } from './history/resume.ts'
import type { MapRunControl } from './map/pace.ts'
import type { ExecutionControl } from './thread/control.ts'
import type { LimitOptions } from './thread/limits.ts'
import type { ChildExecution } from './thread/thread.ts'

/** How a definition is run here. Everything that it needs from outside is given here, or it does not run. */
export interface ExecuteOptions {
  /** Default `"STANDARD"`. An `"EXPRESS"` workflow ends after five minutes, waits for no token, and has no limit to its history. */
  readonly type?: 'STANDARD' | 'EXPRESS'
  /**
   * Functions, by name or ARN; a placeholder `${name}` counts as the name. Each is a function of the event, or an array of
   * answers, one per attempt: a value, an `Error` to throw, or a function.
   */
  readonly lambdas?: Readonly<Record<string, StandIn>>
  /** By state name, for any Task: given its parameters, and what it gives is the task's raw result. */
  readonly states?: Readonly<Record<string, StandIn>>
  /** By resource, for service integrations, activities, and the reader and the writer of a distributed Map. */
  readonly services?: Readonly<Record<string, StandIn>>
  /** Asked for what `lambdas` and `services` do not have: once for each name. */
  readonly standIn?: (wanted: Wanted) => StandIn | undefined
  /** `"virtual"`, the default: waiting takes no time. `"real"`: it does. */
  readonly clock?: 'virtual' | 'real'
  /** When the execution starts, for `$$.Execution.StartTime`, `$now()` and `Timestamp`. Default: now. */
  readonly startTime?: Date | string | number
  /** Laid over the context object: `{ Execution: { Name: 'x' } }`. */
  readonly context?: Readonly<Record<string, unknown>>
  /** Variables that are there from the start. */
  readonly variables?: Readonly<Record<string, unknown>>
  /** Ends the execution as `ABORTED`. */
  readonly signal?: AbortSignal
  /** Makes `States.UUID`, `$random` and jitter the same each time. */
  readonly seed?: number
  /** `false`: keep no history. */
  readonly history?: boolean
  /**
   * Called with each event as it happens, before the state goes on; with `history: false` too. `child` says which child execution
   * of a distributed Map the event is of, and is undefined for the execution itself. What it throws is thrown to the caller of `execute`.
   */
  readonly onEvent?: (event: HistoryEvent, child: ChildExecution | undefined) => void
  /** Takes up an execution that did not succeed, as RedriveExecution does: from the states that it had not left. */
  readonly resume?: Resume
  /** Called when a run of a distributed Map begins, with what can be changed while it runs. */
  readonly onMapRun?: (run: MapRunControl) => void
  /** With which the execution is paused, stepped, and asked for its history: see `executionControl`. */
  readonly control?: ExecutionControl
  /** With which tasks that wait for their token are answered. */
  readonly tokens?: TaskTokens
  /**
   * How far the execution may go. `false` lifts AWS's limits of 262,144 bytes per payload and 25,000 events per Standard execution,
   * and leaves those that keep this process alive.
   */
  readonly limits?: false | LimitOptions
}
