import { type EmitOptions, emit } from '@orkestra/asl'
import type { AnyStep } from '@orkestra/core'
import { type IRole, type PolicyStatement, Role } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { type LogOptions, StateMachine, type StateMachineProps, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions'
import { Stack, Token } from 'aws-cdk-lib/core'
import { RegionInfo } from 'aws-cdk-lib/region-info'
import { Construct } from 'constructs'
import { type FunctionOptions, functionsOf } from '../functions/functions.ts'
import { grantDefinition } from '../role/machineRole.ts'
import { buildFragments, stub } from '../states/fragments.ts'
import { fragmentTasks } from '../states/fromChainable.ts'
import { definitionText, type PlaceholderValues, withPlaceholders } from '../text/definitionText.ts'
import { definitionProps } from './definitionBody.ts'
import { logOptions } from './logs.ts'
import { namingOf } from './naming.ts'
import { checkRelease, everyVersion, pinnedArn, type Release, type Released, releaseOf } from './release.ts'
import { type Self, selfOf } from './self.ts'

/** How a workflow is deployed: the options of CDK's StateMachine, except those that the workflow determines, and its functions. */
export interface WorkflowProps
  extends Omit<
      StateMachineProps,
      'definition' | 'definitionBody' | 'definitionSubstitutions' | 'queryLanguage' | 'stateMachineType' | 'logs'
    >,
    FunctionOptions {
  /** Default `"STANDARD"`. */
  readonly type?: 'STANDARD' | 'EXPRESS'
  /** Default `"JSONPath"`. */
  readonly queryLanguage?: 'JSONPath' | 'JSONata'
  /**
   * Default: all events, without execution data, in a new log group with a retention of 30 days. Each field
   * overrides its default; `false` or `{ level: LogLevel.OFF }`: no logs.
   */
  readonly logs?: LogOptions | false
  /**
   * Where the definition is: in the template (`text`), or in a file on S3. Default: in the template, up to
   * 256 KiB.
   */
  readonly definitionAs?: 'text' | 'file'
  /** The values of the workflow's `placeholder`s, by name. */
  readonly placeholders?: PlaceholderValues
  /** Extra permissions of the role, such as those that a warning reports as underived. */
  readonly statements?: readonly PolicyStatement[]
  /** Publishes a version of the machine and its functions, and moves an alias to it. Then start `released.alias`. */
  readonly release?: Release<Workflow>
}

/** A state machine with its functions, by task name. */
export type Workflow = StateMachine &
  Self & {
    readonly functions: ReadonlyMap<string, IFunction>
    /** Where `release` was asked for. */
    readonly released?: Released
  }

/**
 * A role of another stack as this stack sees it: what it may do stands here, for the functions of this stack are not known there.
 * https://github.com/aws/aws-cdk/issues/15861
 */
const ownRole = (home: Construct, role: IRole): IRole =>
  Stack.of(role) === Stack.of(home) ? role : Role.fromRoleArn(home, 'Role', role.roleArn)

/**
 * Deploys a workflow: the machine, a Lambda function for every composed handler, and a least-privilege role derived from the
 * definition. They are in a construct with the given id. Their logical ids depend only on that id and the functions'
 * names: changing the workflow does not replace the machine or remaining functions.
 *
 * The definition is exactly what `emit` prints; CloudFormation fills in the functions' ARNs and other references to the stack
 * with `DefinitionSubstitutions`. In a partition other than `aws`, as in China,
 * the stack must set its region. X-Ray tracing is on unless `tracingEnabled` is false.
 *
 * @example const { stateMachineArn } = stateMachine(this, 'Orders', workflow, { lambda: { memorySize: 512 } })
 * @example stateMachine(this, 'Orders', workflow, { type: 'EXPRESS', logs: { level: LogLevel.ERROR, includeExecutionData: true } })
 * @throws AslError when the workflow has no valid definition; Error when a task has no function (see `functions`), or one
 *   without versions with `release`, or a placeholder has no value; RangeError, TypeError when a release is invalid.
 */
export const stateMachine = (scope: Construct, id: string, workflow: AnyStep, props: WorkflowProps = {}): Workflow => {
  const {
    type = 'STANDARD',
    queryLanguage,
    functions: given,
    lambda,
    makeFunction,
    timeout,
    comment,
    logs = {},
    definitionAs,
    placeholders = {},
    statements = [],
    release,
    stateMachineName,
    role,
    ...rest
  } = props
  const { region } = Stack.of(scope)
  const partition = Token.isUnresolved(region) ? undefined : RegionInfo.get(region).partition
  const options: EmitOptions = {
    type,
    ...(queryLanguage && { queryLanguage }),
    ...(comment !== undefined && { comment }),
    // Without a region this is the "aws" of nearly all.
    ...(partition !== undefined && { partition }),
    // CDK leaves the time-out and the comment out of a definition that it is given as text.
    ...(timeout !== undefined && { timeout: { seconds: timeout.toSeconds() } }),
  }
  const graph = withPlaceholders(workflow, placeholders)
  const fragmentsByName = fragmentTasks(graph)
  const stubs = Object.fromEntries([...fragmentsByName.keys()].map((name) => [name, stub]))
  // All that can be wrong is found before anything is made. CDK's own states say themselves what their policies are.
  const definition = emit(graph, { ...options, fragments: stubs })
  if (release) checkRelease(release)
  const makeFunctions = functionsOf(scope, graph, {
    ...(given && { functions: given }),
    ...(lambda && { lambda }),
    ...(makeFunction && { makeFunction }),
  })
  const home = new Construct(scope, id)
  const functions = makeFunctions(home)
  const arns = new Map(
    [...functions].map(([name, fn]) => [name, release ? pinnedArn(name, fn) : fn.functionArn] as const),
  )
  const fragments = buildFragments(home, fragmentsByName, queryLanguage ?? 'JSONPath')
  const states = Object.fromEntries([...fragments].map(([name, built]) => [name, built.states]))
  const written = (late: 'resolve' | 'leave') =>
    definitionText(home, graph, { ...options, fragments: states }, arns, late)
  const naming = namingOf(home, type, stateMachineName)
  const machine = new StateMachine(home, 'StateMachine', {
    tracingEnabled: true,
    ...rest,
    ...(role && { role: ownRole(home, role) }),
    ...(logs && { logs: logOptions(home, logs, rest.removalPolicy) }),
    stateMachineName: naming.property,
    stateMachineType: type === 'EXPRESS' ? StateMachineType.EXPRESS : StateMachineType.STANDARD,
    ...definitionProps(home, written, definitionAs),
  })
  // The machine's ARN limits a key's grant.
  if (rest.encryptionConfiguration !== undefined) naming.take(machine, 'encryptionConfiguration')
  // No more than the definition names: the function as it is, or the version or alias that is given for it.
  const invocable = new Map(
    [...functions].map(([name, fn]) => [name, release ? everyVersion(fn) : fn.functionArn] as const),
  )
  for (const { graph: built } of fragments.values()) {
    for (const statement of built.policyStatements) machine.addToRolePolicy(statement)
    built.bind(machine)
  }
  grantDefinition(home, machine, definition, invocable, statements)
  const made: Workflow = Object.assign(machine, { functions }, selfOf(home, machine, functions, naming, release))
  return release ? Object.assign(made, { released: releaseOf(home, made, release) }) : made
}
