/** Versions of a machine, and the alias that moves from one to the next. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-cd-aliasing-versioning.html */
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'
import { Alias, type IFunction, Function as LambdaFunction, Version } from 'aws-cdk-lib/aws-lambda'
import {
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  type IStateMachine,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions'
import { type Duration, RemovalPolicy } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** The default name of the alias. */
export const defaultAlias = 'live'

/** How executions move from the previous version to the new one. */
export type Shift =
  | 'allAtOnce'
  | { readonly canary: { readonly percentage: number; readonly interval: Duration } }
  | { readonly linear: { readonly percentage: number; readonly interval: Duration } }

/** How a new version of a machine is released. */
export interface Release<M extends StateMachine = StateMachine> {
  /** The name of the alias. Default `live`. */
  readonly alias?: string
  /** The version's description. */
  readonly description?: string
  /** How executions move to the new version. Default `"allAtOnce"`. */
  readonly shift?: Shift
  /** If one of these alarms fires during the shift, new executions use the previous version again. */
  readonly alarms?: (machine: M) => readonly IAlarm[]
}

/** The released version of a machine, and its alias. */
export interface Released {
  readonly version: CfnStateMachineVersion
  /** Start this instead of the machine: `grantStartExecution` and targets of rules and schedules accept it. */
  readonly alias: IStateMachine
}

const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most

const preferenceOf = (
  shift: Shift,
): Pick<CfnStateMachineAlias.DeploymentPreferenceProperty, 'type' | 'interval' | 'percentage'> => {
  if (shift === 'allAtOnce') return { type: 'ALL_AT_ONCE' }
  const [type, { percentage, interval }] =
    'canary' in shift ? (['CANARY', shift.canary] as const) : (['LINEAR', shift.linear] as const)
  const minutes = interval.toMinutes({ integral: false })
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-stepfunctions-statemachinealias-deploymentpreference.html
  if (!isWhole(percentage, 99))
    throw new RangeError(`release: a percentage is a whole number from 1 to 99, got ${percentage}`)
  if (!isWhole(minutes, 2100)) throw new RangeError(`release: an interval is 1 to 2100 whole minutes, got ${minutes}`)
  return { type, interval: minutes, percentage }
}

/** @throws RangeError or TypeError, before anything is created, when a release is invalid. */
export const checkRelease = ({ alias = defaultAlias, shift = 'allAtOnce' }: Release<never>): void => {
  preferenceOf(shift)
  // A name of digits alone would be a version.
  if (!/^(?=.*[A-Za-z_\-.])[A-Za-z0-9_\-.]{1,80}$/.test(alias))
    throw new TypeError(
      `release: an alias has 1 to 80 letters, digits, ".", "-" and "_", and not digits alone; got ${JSON.stringify(alias)}`,
    )
}

/**
 * The ARN of a function's current version. A machine's version keeps its definition forever. With this ARN, it also keeps the functions' code,
 * and new code creates a new version of the machine. The function's version is retained when a newer one exists, for executions that are still running.
 *
 * @throws Error for an imported function, whose code is unknown.
 */
export const pinnedArn = (name: string, fn: IFunction): string => {
  if (fn instanceof Version || fn instanceof Alias) return fn.functionArn
  if (!(fn instanceof LambdaFunction))
    throw new Error(
      `release: the function ${JSON.stringify(name)} is imported, so there is no version of it to release; pass a version of it in { functions: { … } }`,
    )
  const version = fn.currentVersion
  version.applyRemovalPolicy(RemovalPolicy.RETAIN)
  return version.functionArn
}

/** All versions of a function: executions of an earlier machine version call earlier function versions, with the same role. */
export const everyVersion = (fn: IFunction): string =>
  `${(fn instanceof Version || fn instanceof Alias ? fn.lambda : fn).functionArn}:*`

/**
 * The alias as a machine with working grants: IAM checks the machine's ARN, never the alias's ARN, and the alias through a
 * condition. https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
 */
const aliasOf = (home: Construct, machine: StateMachine, name: string, arn: string): IStateMachine => {
  const granting =
    (...actions: readonly string[]) =>
    (grantee: IGrantable): Grant =>
      Grant.addToPrincipal({
        grantee,
        actions: [...actions],
        resourceArns: [machine.stateMachineArn],
        conditions: { StringEquals: { 'states:StateMachineQualifier': name } },
      })
  const startExecution = granting('states:StartExecution')
  const startSyncExecution = granting('states:StartSyncExecution')
  const actions = (grantee: IGrantable, ...asked: readonly string[]): Grant => granting(...asked)(grantee)
  const alias: StateMachine = Object.assign(StateMachine.fromStateMachineArn(home, 'Live', arn) as StateMachine, {
    grantStartExecution: startExecution,
    grantStartSyncExecution: startSyncExecution,
    grant: actions,
    // Tokens, executions and histories are the machine's.
    grantRead: (grantee: IGrantable) => machine.grantRead(grantee),
    grantTaskResponse: (grantee: IGrantable) => machine.grantTaskResponse(grantee),
    grantExecution: (grantee: IGrantable, ...asked: string[]) => machine.grantExecution(grantee, ...asked),
    grantRedriveExecution: (grantee: IGrantable) => machine.grantRedriveExecution(grantee),
  })
  // The same under the names that newer releases of CDK have for them.
  if ('grants' in alias)
    alias.grants = Object.assign(Object.create(machine.grants), { startExecution, startSyncExecution, actions })
  return alias
}

/** Creates the version and the alias of a machine. */
export const releaseOf = <M extends StateMachine>(
  home: Construct,
  machine: M,
  { alias: name = defaultAlias, description, shift = 'allAtOnce', alarms }: Release<M>,
): Released => {
  const version = new CfnStateMachineVersion(home, 'Version', {
    stateMachineArn: machine.stateMachineArn,
    stateMachineRevisionId: machine.stateMachineRevisionId,
    ...(description !== undefined && { description }),
  })
  // CloudFormation replaces it with the next version; while executions move, the alias needs both.
  version.applyRemovalPolicy(RemovalPolicy.RETAIN)
  const watched = alarms?.(machine) ?? []
  const alias = new CfnStateMachineAlias(home, 'Alias', {
    name,
    deploymentPreference: {
      ...preferenceOf(shift),
      stateMachineVersionArn: version.attrArn,
      ...(watched.length > 0 && { alarms: watched.map(({ alarmName }) => alarmName) }),
    },
  })
  return { version, alias: aliasOf(home, machine, name, alias.attrArn) }
}
