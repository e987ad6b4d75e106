/** What happened in an execution: AWS's event types and fields, with payloads as values where AWS shows JSON text. */

/** `TaskStateEntered` and the like come with every kind of state. */
export type StateType = 'Task' | 'Pass' | 'Parallel' | 'Map' | 'Choice' | 'Wait' | 'Succeed' | 'Fail'

interface Base {
  /** From 1, in the order in which things happened. */
  readonly id: number
  /** The event that led to this one; 0 for the first. */
  readonly previousEventId: number
  /** Milliseconds since the start of the execution, on the execution's own clock. */
  readonly timestamp: number
}

/** An error and its cause. */
export interface ErrorDetails {
  /** Absent where a Fail state names none. */
  readonly error?: string
  readonly cause?: string
}

/** A task that is asked for. The bounds are there where the state gives them, in seconds. */
interface ScheduledDetails {
  readonly resource: string
  readonly timeoutInSeconds?: number
  readonly heartbeatInSeconds?: number
  readonly taskCredentials?: { readonly roleArn: string }
}

/** One event. https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html */
export type HistoryEvent = Base &
  (
    | { readonly type: 'ExecutionStarted'; readonly executionStartedEventDetails: { readonly input: unknown } }
    | { readonly type: 'ExecutionSucceeded'; readonly executionSucceededEventDetails: { readonly output: unknown } }
    | { readonly type: 'ExecutionFailed'; readonly executionFailedEventDetails: ErrorDetails }
    | {
        readonly type: `${StateType}StateEntered`
        readonly stateEnteredEventDetails: { readonly name: string; readonly input: unknown }
      }
    | {
        readonly type: `${Exclude<StateType, 'Fail'>}StateExited`
        readonly stateExitedEventDetails: {
          readonly name: string
          readonly output: unknown
          readonly assignedVariables?: Readonly<Record<string, unknown>>
        }
      }
    | { readonly type: 'ExecutionTimedOut'; readonly executionTimedOutEventDetails: ErrorDetails }
    | { readonly type: 'ExecutionAborted'; readonly executionAbortedEventDetails: ErrorDetails }
    | {
        readonly type: 'TaskScheduled' | 'TaskStarted' | 'TaskSubmitted'
        readonly taskScheduledEventDetails?: ScheduledDetails & { readonly parameters: unknown }
      }
    | {
        readonly type: 'LambdaFunctionScheduled' | 'LambdaFunctionStarted' | 'ActivityScheduled' | 'ActivityStarted'
        readonly lambdaFunctionScheduledEventDetails?: ScheduledDetails & { readonly input: unknown }
        readonly activityScheduledEventDetails?: ScheduledDetails & { readonly input: unknown }
      }
    | {
        readonly type: 'LambdaFunctionSucceeded'
        readonly lambdaFunctionSucceededEventDetails: { readonly output: unknown }
      }
    | { readonly type: 'LambdaFunctionFailed'; readonly lambdaFunctionFailedEventDetails: ErrorDetails }
    | { readonly type: 'LambdaFunctionTimedOut'; readonly lambdaFunctionTimedOutEventDetails: ErrorDetails }
    | { readonly type: 'ActivitySucceeded'; readonly activitySucceededEventDetails: { readonly output: unknown } }
    | { readonly type: 'ActivityFailed'; readonly activityFailedEventDetails: ErrorDetails }
    | { readonly type: 'ActivityTimedOut'; readonly activityTimedOutEventDetails: ErrorDetails }
    | { readonly type: 'MapRunStarted'; readonly mapRunStartedEventDetails: { readonly mapRunArn: string } }
    | { readonly type: 'MapRunSucceeded' }
    | {
        readonly type: 'MapRunRedriven'
        readonly mapRunRedrivenEventDetails: { readonly mapRunArn: string }
      }
    | { readonly type: 'ExecutionRedriven' }
    | { readonly type: 'MapRunFailed'; readonly mapRunFailedEventDetails: ErrorDetails }
    | { readonly type: 'TaskSucceeded'; readonly taskSucceededEventDetails: { readonly output: unknown } }
    | { readonly type: 'TaskFailed'; readonly taskFailedEventDetails: ErrorDetails }
    | { readonly type: 'TaskSubmitFailed'; readonly taskSubmitFailedEventDetails: ErrorDetails }
    | { readonly type: 'TaskTimedOut'; readonly taskTimedOutEventDetails: ErrorDetails }
    | { readonly type: 'ParallelStateStarted' | 'ParallelStateSucceeded' | 'ParallelStateFailed' }
    | { readonly type: 'MapStateStarted'; readonly mapStateStartedEventDetails: { readonly length: number } }
    | { readonly type: 'MapStateSucceeded' | 'MapStateFailed' }
    | {
        readonly type: 'MapIterationStarted' | 'MapIterationSucceeded' | 'MapIterationFailed' | 'MapIterationAborted'
        readonly mapIterationEventDetails: { readonly name: string; readonly index: number }
      }
    | { readonly type: `${StateType}StateAborted` }
    | {
        readonly type: 'EvaluationFailed'
        readonly evaluationFailedEventDetails: ErrorDetails & { readonly state: string; readonly location?: string }
      }
  )
