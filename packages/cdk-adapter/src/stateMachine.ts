import { type EmitOptions, emit, placeholderKey, toText } from '@orkestra/asl'
import { type AnyStep, occurrences } from '@orkestra/core'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { DefinitionBody, StateMachine, type StateMachineProps, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { type FunctionOptions, functionsOf } from './functions.ts'

/** How a workflow is deployed: what CDK's StateMachine takes, and the functions. What the workflow itself says is not asked again. */
export interface WorkflowProps
  extends Omit<
      StateMachineProps,
      'definition' | 'definitionBody' | 'definitionSubstitutions' | 'queryLanguage' | 'stateMachineType'
    >,
    FunctionOptions {
  /** The id of the construct that holds the machine and its functions. Default: the first state's name and `Workflow`. */
  readonly id?: string
  /** Default `"STANDARD"`. */
  readonly type?: 'STANDARD' | 'EXPRESS'
  /** Default `"JSONPath"`. */
  readonly queryLanguage?: 'JSONPath' | 'JSONata'
}

/** A state machine that shows its functions, by task name. */
export type Workflow = StateMachine & { readonly functions: ReadonlyMap<string, IFunction> }

/**
 * Deploys a workflow: the machine, a Lambda function for every composed handler in it, and a role that may invoke just these.
 *
 * The definition is what `emit` prints; the functions' ARNs are filled in by CloudFormation as `DefinitionSubstitutions`, so the
 * template holds the very text. X-Ray tracing is on unless `tracingEnabled` is false.
 *
 * @example const { stateMachineArn } = stateMachine(this, workflow, { id: 'Hello', lambda: { memorySize: 512 } })
 * @throws AslError when the workflow makes no valid definition; Error when a task has no function (see `functions`).
 */
export const stateMachine = (scope: Construct, graph: AnyStep, props: WorkflowProps = {}): Workflow => {
  const { id, type = 'STANDARD', queryLanguage, functions: given, lambda, timeout, comment, ...rest } = props
  const options: EmitOptions = {
    type,
    ...(queryLanguage && { queryLanguage }),
    ...(comment !== undefined && { comment }),
    // CDK leaves the time-out and the comment out of a definition that it is given as text.
    ...(timeout !== undefined && { timeout: { seconds: timeout.toSeconds() } }),
  }
  const definition = toText(emit(graph, options))
  const home = new Construct(scope, id ?? `${occurrences(graph).entry}Workflow`)
  const functions = functionsOf(home, graph, { ...(given && { functions: given }), ...(lambda && { lambda }) })
  const machine = new StateMachine(home, 'StateMachine', {
    tracingEnabled: true,
    ...rest,
    stateMachineType: type === 'EXPRESS' ? StateMachineType.EXPRESS : StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(definition),
    definitionSubstitutions: Object.fromEntries(
      [...functions].map(([name, fn]) => [placeholderKey(name), fn.functionArn]),
    ),
  })
  for (const fn of functions.values()) fn.grantInvoke(machine)
  return Object.assign(machine, { functions })
}
