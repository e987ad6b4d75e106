import { lambdaArguments } from '@orkestra/asl'
import { type AnyStep, serviceRetry, taskTimeoutSeconds, wholeSeconds } from '@orkestra/core'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { IntegrationPattern, JsonPath, QueryLanguage, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke, type LambdaInvokeProps } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { awsLambda, type FunctionTask, type LambdaOverrides, taskOf } from './awsLambda.ts'
import { retryProps } from './retries.ts'

/** Overrides of the state and, if it is created here, of its function. */
export interface TaskOverrides extends Partial<LambdaInvokeProps> {
  /** Overrides of the function, if it is created here. Its id is the state's id followed by `Fn`. */
  readonly lambda?: LambdaOverrides
}

/** A `LambdaInvoke` with its function. */
export type LambdaTask = LambdaInvoke & { readonly lambdaFunction: IFunction }

/** The properties that `emit` writes for a handler that waits for a token or passes on its context. */
const called = (node: FunctionTask, isJsonata: boolean): Partial<LambdaInvokeProps> => {
  const { waitsForToken, passesContext, heartbeat } = node
  const { Payload, ClientContext } = lambdaArguments(node, isJsonata ? 'JSONata' : 'JSONPath')
  return {
    ...(waitsForToken && {
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: isJsonata
        ? TaskInput.fromObject(Payload as Record<string, unknown>)
        : TaskInput.fromObject({ input: JsonPath.entirePayload, token: JsonPath.taskToken }),
    }),
    ...(heartbeat && { heartbeatTimeout: Timeout.duration(Duration.seconds(wholeSeconds(heartbeat))) }),
    ...(passesContext && {
      clientContext: isJsonata ? (ClientContext as string) : JsonPath.stringAt(ClientContext as string),
    }),
  }
}

/**
 * Creates a CDK state from a composed handler, for use in any CDK chain. The state invokes the function with its input and outputs the function's
 * result, with the same retries and time-out as `emit`. Its name is `stateName`, the name from `named`, or the id.
 *
 * @example task(this, 'Peel', banana).next(new BatchSubmitJob(this, 'job', { … })).next(new Succeed(this, 'done'))
 * @throws TypeError and Error as `awsLambda` does.
 */
export const task = (scope: Construct, id: string, step: AnyStep, overrides: TaskOverrides = {}): LambdaTask => {
  const node = taskOf(step, 'task')
  const { lambda, retryOnServiceExceptions, ...own } = overrides
  const lambdaFunction = own.lambdaFunction ?? awsLambda(scope, `${id}Fn`, step, lambda)
  const timeout = taskTimeoutSeconds(node)
  // With one of these CDK has no payload-only form to offer, and the whole result is what the user asks for.
  const isJsonata = own.queryLanguage === QueryLanguage.JSONATA
  const isWhole =
    own.payloadResponseOnly ||
    own.integrationPattern !== undefined ||
    own.resultSelector !== undefined ||
    node.waitsForToken
  const payloadOnly = isWhole
    ? {}
    : isJsonata
      ? { outputs: '{% $states.result.Payload %}' }
      : { outputPath: '$.Payload' }
  const state = new LambdaInvoke(scope, id, {
    ...payloadOnly,
    ...(timeout !== undefined && { taskTimeout: Timeout.duration(Duration.seconds(timeout)) }),
    ...(node.stateName !== undefined && { stateName: node.stateName }),
    ...(node.comment !== undefined && { comment: node.comment }),
    ...called(node, isJsonata),
    ...own,
    lambdaFunction,
    // CDK's list lacks one error; with the whole list here, ASL is what emit makes of it.
    retryOnServiceExceptions: false,
  })
  if (retryOnServiceExceptions ?? node.retryServiceErrors !== false) state.addRetry(retryProps(serviceRetry))
  return Object.assign(state, { lambdaFunction })
}
