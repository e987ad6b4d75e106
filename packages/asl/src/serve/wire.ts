/** Events as AWS's API writes them: payloads as JSON text, and which service a task is of. */
import type { HistoryEvent } from '../execute/history/events.ts'
import { parseResource } from '../language/resource.ts'
import type { Execution } from './world.ts'

/** Seconds since 1970, to the millisecond, as JSON 1.0 writes timestamps. */
export const seconds = (milliseconds: number): number => Math.round(milliseconds) / 1000

const notTruncated = { truncated: false }

const text = (value: unknown): string => JSON.stringify(value) ?? 'null'

/** The two names that events have for the resource of a task. */
const namesOf = (resource: string): { readonly resourceType: string; readonly resource: string } => {
  const parsed = parseResource(resource)
  if (parsed?.kind === 'integration' || parsed?.kind === 'sdk') {
    const suffix = parsed.pattern === 'requestResponse' ? '' : `.${parsed.pattern}`
    return {
      resourceType: parsed.kind === 'sdk' ? `aws-sdk:${parsed.service}` : parsed.service,
      resource: `${parsed.action}${suffix}`,
    }
  }
  return { resourceType: parsed?.kind === 'other' ? parsed.service : '', resource }
}

/** The resource of the task that an event belongs to: that of the last one that was scheduled on the way to it. */
const resourceOf = (events: readonly HistoryEvent[], from: number): string => {
  for (let event = events[from - 1]; event !== undefined; event = events[event.previousEventId - 1])
    if ('taskScheduledEventDetails' in event && event.taskScheduledEventDetails !== undefined)
      return event.taskScheduledEventDetails.resource
  return ''
}

const task = (execution: Execution, event: HistoryEvent): Record<string, unknown> =>
  namesOf(resourceOf(execution.events, event.previousEventId))

const payload = (key: string, value: unknown, withData: boolean): Record<string, unknown> =>
  withData ? { [key]: text(value), [`${key}Details`]: notTruncated } : {}

const hidden = <T extends object>(details: T, withData: boolean): Partial<T> => (withData ? details : {})

/** The details of an event, under the name that AWS has for them. */
const detailsOf = (execution: Execution, event: HistoryEvent, withData: boolean): Record<string, unknown> => {
  switch (event.type) {
    case 'ExecutionStarted':
      return {
        executionStartedEventDetails: {
          ...payload('input', event.executionStartedEventDetails.input, withData),
          roleArn: execution.revision.roleArn,
          ...(execution.aliasArn !== undefined && { stateMachineAliasArn: execution.aliasArn }),
          ...(execution.versionArn !== undefined && { stateMachineVersionArn: execution.versionArn }),
        },
      }
    case 'ExecutionSucceeded':
      return {
        executionSucceededEventDetails: payload('output', event.executionSucceededEventDetails.output, withData),
      }
    case 'ExecutionFailed':
      return { executionFailedEventDetails: hidden(event.executionFailedEventDetails, withData) }
    case 'ExecutionTimedOut':
      return { executionTimedOutEventDetails: { error: 'States.Timeout' } }
    case 'ExecutionAborted':
      return {
        executionAbortedEventDetails: hidden(
          {
            ...(execution.error !== undefined && { error: execution.error }),
            ...(execution.cause !== undefined && { cause: execution.cause }),
          },
          withData,
        ),
      }
    case 'TaskScheduled': {
      const { resource = '', parameters, ...bounds } = event.taskScheduledEventDetails ?? {}
      return {
        taskScheduledEventDetails: {
          ...namesOf(resource),
          ...bounds,
          region: execution.machine.scope.region,
          parameters: withData ? text(parameters) : '',
        },
      }
    }
    case 'TaskStarted':
      return { taskStartedEventDetails: task(execution, event) }
    case 'TaskSubmitted':
      return { taskSubmittedEventDetails: task(execution, event) }
    case 'TaskSucceeded':
      return {
        taskSucceededEventDetails: {
          ...task(execution, event),
          ...payload('output', event.taskSucceededEventDetails.output, withData),
        },
      }
    case 'TaskFailed':
      return {
        taskFailedEventDetails: { ...task(execution, event), ...hidden(event.taskFailedEventDetails, withData) },
      }
    case 'TaskSubmitFailed':
      return {
        taskSubmitFailedEventDetails: {
          ...task(execution, event),
          ...hidden(event.taskSubmitFailedEventDetails, withData),
        },
      }
    case 'TaskTimedOut':
      return {
        taskTimedOutEventDetails: { ...task(execution, event), ...hidden(event.taskTimedOutEventDetails, withData) },
      }
    case 'LambdaFunctionScheduled': {
      const { resource = '', input, ...bounds } = event.lambdaFunctionScheduledEventDetails ?? {}
      return { lambdaFunctionScheduledEventDetails: { resource, ...payload('input', input, withData), ...bounds } }
    }
    case 'LambdaFunctionSucceeded':
      return {
        lambdaFunctionSucceededEventDetails: payload(
          'output',
          event.lambdaFunctionSucceededEventDetails.output,
          withData,
        ),
      }
    case 'LambdaFunctionFailed':
      return { lambdaFunctionFailedEventDetails: hidden(event.lambdaFunctionFailedEventDetails, withData) }
    case 'LambdaFunctionTimedOut':
      return { lambdaFunctionTimedOutEventDetails: hidden(event.lambdaFunctionTimedOutEventDetails, withData) }
    case 'ActivityScheduled': {
      const { resource = '', input, ...bounds } = event.activityScheduledEventDetails ?? {}
      return { activityScheduledEventDetails: { resource, ...payload('input', input, withData), ...bounds } }
    }
    case 'ActivityStarted': {
      const workerName = execution.workers.get(event.id)
      return { activityStartedEventDetails: workerName === undefined ? {} : { workerName } }
    }
    case 'ActivitySucceeded':
      return {
        activitySucceededEventDetails: payload('output', event.activitySucceededEventDetails.output, withData),
      }
    case 'ActivityFailed':
      return { activityFailedEventDetails: hidden(event.activityFailedEventDetails, withData) }
    case 'ActivityTimedOut':
      return { activityTimedOutEventDetails: hidden(event.activityTimedOutEventDetails, withData) }
    case 'MapStateStarted':
      return { mapStateStartedEventDetails: event.mapStateStartedEventDetails }
    case 'MapRunStarted':
      return { mapRunStartedEventDetails: event.mapRunStartedEventDetails }
    case 'MapRunRedriven':
      return { mapRunRedrivenEventDetails: { ...event.mapRunRedrivenEventDetails } }
    case 'MapRunFailed':
      return { mapRunFailedEventDetails: hidden(event.mapRunFailedEventDetails, withData) }
    case 'MapIterationStarted':
      return { mapIterationStartedEventDetails: event.mapIterationEventDetails }
    case 'MapIterationSucceeded':
      return { mapIterationSucceededEventDetails: event.mapIterationEventDetails }
    case 'MapIterationFailed':
      return { mapIterationFailedEventDetails: event.mapIterationEventDetails }
    case 'MapIterationAborted':
      return { mapIterationAbortedEventDetails: event.mapIterationEventDetails }
    case 'EvaluationFailed': {
      const { error, cause, state, location } = event.evaluationFailedEventDetails
      return {
        evaluationFailedEventDetails: {
          state,
          ...(location !== undefined && { location }),
          ...hidden({ ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }, withData),
        },
      }
    }
    case 'TaskStateEntered':
    case 'TaskStateExited':
    case 'TaskStateAborted':
    case 'PassStateEntered':
    case 'PassStateExited':
    case 'PassStateAborted':
    case 'ChoiceStateEntered':
    case 'ChoiceStateExited':
    case 'ChoiceStateAborted':
    case 'WaitStateEntered':
    case 'WaitStateExited':
    case 'WaitStateAborted':
    case 'SucceedStateEntered':
    case 'SucceedStateExited':
    case 'SucceedStateAborted':
    case 'FailStateEntered':
    case 'FailStateAborted':
    case 'ParallelStateEntered':
    case 'ParallelStateExited':
    case 'ParallelStateAborted':
    case 'MapStateEntered':
    case 'MapStateExited':
    case 'MapStateAborted':
    case 'ExecutionRedriven':
    case 'ParallelStateStarted':
    case 'ParallelStateSucceeded':
    case 'ParallelStateFailed':
    case 'MapStateSucceeded':
    case 'MapStateFailed':
    case 'MapRunSucceeded':
    case 'LambdaFunctionStarted':
      return stateDetails(event, withData)
  }
}

const stateDetails = (event: HistoryEvent, withData: boolean): Record<string, unknown> => {
  if ('stateEnteredEventDetails' in event) {
    const { name, input } = event.stateEnteredEventDetails
    return { stateEnteredEventDetails: { name, ...payload('input', input, withData) } }
  }
  if ('stateExitedEventDetails' in event) {
    const { name, output, assignedVariables } = event.stateExitedEventDetails
    return {
      stateExitedEventDetails: {
        name,
        ...payload('output', output, withData),
        ...(assignedVariables !== undefined &&
          withData && {
            assignedVariables: Object.fromEntries(
              Object.entries(assignedVariables).map(([key, value]) => [key, text(value)]),
            ),
            assignedVariablesDetails: notTruncated,
          }),
      },
    }
  }
  return {}
}

/** One event of an execution, as GetExecutionHistory gives it. */
export const toWireEvent = (execution: Execution, event: HistoryEvent, withData: boolean): Record<string, unknown> => ({
  id: event.id,
  previousEventId: event.previousEventId,
  timestamp: seconds(execution.startDate + event.timestamp),
  type: event.type,
  ...detailsOf(execution, event, withData),
})

/** A payload in an answer, with the field that says that it is there. */
export const included = (key: string, value: string | undefined, isIncluded: boolean): Record<string, unknown> => {
  if (value === undefined) return {}
  return isIncluded
    ? { [key]: value, [`${key}Details`]: { included: true } }
    : { [`${key}Details`]: { included: false } }
}

/** A JSON text that a client sends as a payload. */
export const parsedJson = (value: string): { readonly value: unknown } | { readonly problem: string } => {
  try {
    return { value: JSON.parse(value) as unknown }
  } catch (error) {
    // What AWS's parser says of a bare word; of anything else, what ours says.
    const word = /^\s*([A-Za-z_$][\w$]*)/.exec(value)?.[1]
    if (word !== undefined)
      return {
        problem: `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`,
      }
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
