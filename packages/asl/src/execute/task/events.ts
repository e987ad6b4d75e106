/** The events of an attempt at a task: AWS has three families of them, for functions, for services and for activities. */
import type { ErrorDetails } from '../history/events.ts'
import type { MakeEvent } from '../history/recorder.ts'

/** What is asked of whom, and for how long. */
export interface Asked {
  readonly resource: string
  readonly work: unknown
  readonly bounds: Bounds
}

/** Whichever the state gives, in seconds. */
export interface Bounds {
  readonly timeoutInSeconds?: number
  readonly heartbeatInSeconds?: number
  readonly taskCredentials?: { readonly roleArn: string }
}

/** Of a function: it has no heartbeat. */
const withoutHeartbeat = ({ heartbeatInSeconds: _, ...rest }: Bounds): Bounds => rest

/** Of an activity: it runs as nobody. */
const withoutCredentials = ({ taskCredentials: _, ...rest }: Bounds): Bounds => rest

/** The events of one family. */
export interface TaskEvents {
  readonly scheduled: MakeEvent<Asked>
  readonly started: MakeEvent<undefined>
  readonly succeeded: MakeEvent<unknown>
  readonly failed: MakeEvent<ErrorDetails>
  readonly timedOut: MakeEvent<ErrorDetails>
}

/** Of a job that could not even be started: no `TaskSubmitted` is before it. */
export const submitFailed: MakeEvent<ErrorDetails> = (id, previousEventId, timestamp, details) => ({
  id,
  previousEventId,
  timestamp,
  type: 'TaskSubmitFailed',
  taskSubmitFailedEventDetails: details,
})

/** By the name that the types of a family begin with. */
export const taskEvents: Readonly<Record<'LambdaFunction' | 'Task' | 'Activity', TaskEvents>> = {
  LambdaFunction: {
    scheduled: (id, previousEventId, timestamp, { resource, work, bounds }) => ({
      id,
      previousEventId,
      timestamp,
      type: 'LambdaFunctionScheduled',
      lambdaFunctionScheduledEventDetails: { resource, input: work, ...withoutHeartbeat(bounds) },
    }),
    started: (id, previousEventId, timestamp) => ({ id, previousEventId, timestamp, type: 'LambdaFunctionStarted' }),
    succeeded: (id, previousEventId, timestamp, output) => ({
      id,
      previousEventId,
      timestamp,
      type: 'LambdaFunctionSucceeded',
      lambdaFunctionSucceededEventDetails: { output },
    }),
    failed: (id, previousEventId, timestamp, details) => ({
      id,
      previousEventId,
      timestamp,
      type: 'LambdaFunctionFailed',
      lambdaFunctionFailedEventDetails: details,
    }),
    timedOut: (id, previousEventId, timestamp, details) => ({
      id,
      previousEventId,
      timestamp,
      type: 'LambdaFunctionTimedOut',
      lambdaFunctionTimedOutEventDetails: details,
    }),
  },
  Task: {
    scheduled: (id, previousEventId, timestamp, { resource, work, bounds }) => ({
      id,
      previousEventId,
      timestamp,
      type: 'TaskScheduled',
      taskScheduledEventDetails: { resource, parameters: work, ...bounds },
    }),
    started: (id, previousEventId, timestamp) => ({ id, previousEventId, timestamp, type: 'TaskStarted' }),
    succeeded: (id, previousEventId, timestamp, output) => ({
      id,
      previousEventId,
      timestamp,
      type: 'TaskSucceeded',
      taskSucceededEventDetails: { output },
    }),
    failed: (id, previousEventId, timestamp, details) => ({
      id,
      previousEventId,
      timestamp,
      type: 'TaskFailed',
      taskFailedEventDetails: details,
    }),
    timedOut: (id, previousEventId, timestamp, details) => ({
      id,
      previousEventId,
      timestamp,
      type: 'TaskTimedOut',
      taskTimedOutEventDetails: details,
    }),
  },
  Activity: {
    scheduled: (id, previousEventId, timestamp, { resource, work, bounds }) => ({
      id,
      previousEventId,
      timestamp,
      type: 'ActivityScheduled',
      activityScheduledEventDetails: { resource, input: work, ...withoutCredentials(bounds) },
    }),
    started: (id, previousEventId, timestamp) => ({ id, previousEventId, timestamp, type: 'ActivityStarted' }),
    succeeded: (id, previousEventId, timestamp, output) => ({
      id,
      previousEventId,
      timestamp,
      type: 'ActivitySucceeded',
      activitySucceededEventDetails: { output },
    }),
    failed: (id, previousEventId, timestamp, details) => ({
      id,
      previousEventId,
      timestamp,
      type: 'ActivityFailed',
      activityFailedEventDetails: details,
    }),
    timedOut: (id, previousEventId, timestamp, details) => ({
      id,
      previousEventId,
      timestamp,
      type: 'ActivityTimedOut',
      activityTimedOutEventDetails: details,
    }),
  },
}
