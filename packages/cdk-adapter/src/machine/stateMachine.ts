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

/** Properties of a deployed workflow: those of CDK's StateMachine, except the ones the workflow determines, and its functions. */
export interface WorkflowProps
  extends Omit<
      StateMachineProps,
      'definition' | 'definitionBody' | 'definitionSubstitutions' | 'queryLanguage' | 'stateMachineType' | 'logs'
    >,
    FunctionOptions {
  /** The type of the machine. Default `"STANDARD"`. */
  readonly type?: 'STANDARD' | 'EXPRESS'
  /** The query language of the definition. Default `"JSONPath"`. */
  readonly queryLanguage?: 'JSONPath' | 'JSONata'
  /**
   * What to log. Default: all events, without execution data, in a new log group with a retention of 30 days. Each field
   * overrides its default. `false` or `{ level: LogLevel.OFF }` disables logging.
   */
  readonly logs?: LogOptions | false
  /**
   * Where the definition is stored: in the template (`text`) or in a file on S3 (`file`). Default: in the template, up to
   * 256 KiB.
   */
  readonly definitionAs?: 'text' | 'file'
  /** The values of the workflow's `placeholder`s, by name. */
  readonly placeholders?: PlaceholderValues
  /** Extra permissions of the role, such as those that a warning reports as not derived. */
  readonly statements?: readonly PolicyStatement[]
  /** Publishes a version of the machine and its functions, and moves an alias to it. Start `released.alias` instead of the machine. */
  readonly release?: Release<Workflow>
}

/** A deployed workflow: a state machine with its functions, by task name. */
export type Workflow = StateMachine &
  Self & {
    readonly functions: ReadonlyMap<string, IFunction>
    /** The version and alias; set only with `release`. */
    readonly released?: Released
  }

/**
 * A role of another stack, imported so that its policy is in this stack: the other stack does not know this stack's functions.
 * https://github.com/aws/aws-cdk/issues/15861
 */
const ownRole = (home: Construct, role: IRole): IRole =>
  Stack.of(role) === Stack.of(home) ? role : Role.fromRoleArn(home, 'Role', role.roleArn)

/**
 * Deploys a workflow: the machine, a Lambda function for every composed handler, and a least-privilege role derived from the
 * definition. They are in a construct with the given id. Their logical ids depend only on this id and the functions'
 * names, so changing the workflow replaces neither the machine nor the remaining functions.
 *
 * The definition is exactly what `emit` prints; CloudFormation fills in the functions' ARNs and other references to the stack
 * with `DefinitionSubstitutions`. In a partition other than `aws`, for example in China,
 * the stack must set its region. X-Ray tracing is on unless `tracingEnabled` is false.
 *
 * @example const { stateMachineArn } = stateMachine(this, 'Orders', workflow, { lambda: { memorySize: 512 } })
 * @example stateMachine(this, 'Orders', workflow, { type: 'EXPRESS', logs: { level: LogLevel.ERROR, includeExecutionData: true } })
 * @throws AslError when the workflow has no valid definition; Error when a task has no function (see `functions`), when a function has no
 *   versions but `release` is set, or when a placeholder has no value; RangeError or TypeError when a release is invalid.
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
    // Without a region, `emit` uses "aws".
    ...(partition !== undefined && { partition }),
    // CDK does not add the time-out and the comment to a definition passed as text.
    ...(timeout !== undefined && { timeout: { seconds: timeout.toSeconds() } }),
  }
  const graph = withPlaceholders(workflow, placeholders)
  const fragmentsByName = fragmentTasks(graph)
  const stubs = Object.fromEntries([...fragmentsByName.keys()].map((name) => [name, stub]))
  // Finds all errors before anything is created. CDK's own states provide their policies themselves.
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
  // No more than the definition refers to: the function itself, or the version or alias passed for it.
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
