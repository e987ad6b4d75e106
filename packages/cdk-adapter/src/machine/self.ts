/**
 * Functions that use the machine they are a step of. The machine refers to its functions, so nothing that a function depends on can refer to the
 * machine: neither its environment nor its role's default policy.
 */
import type { AnyStep } from '@orkestra/core'
import { type IRole, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { type StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions'
import { ArnFormat, Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { taskOf } from '../functions/awsLambda.ts'
import type { Naming } from './naming.ts'
import { defaultAlias } from './release.ts'

/**
 * A permission of a function on a machine: `startExecution`; `startSyncExecution` (EXPRESS only); `taskResponse`, to complete a task that
 * waits for a token or send its heartbeat; `read`, for the definition, executions and their histories; `stop` and `redrive`, for
 * executions.
 */
export type Permission = 'startExecution' | 'startSyncExecution' | 'taskResponse' | 'read' | 'stop' | 'redrive'

interface Actions {
  readonly machine?: readonly string[]
  readonly executions?: readonly string[]
  readonly only?: 'STANDARD' | 'EXPRESS'
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html */
const permissions: Readonly<Record<Permission, Actions>> = {
  startExecution: { machine: ['states:StartExecution'] },
  startSyncExecution: { machine: ['states:StartSyncExecution'], only: 'EXPRESS' },
  taskResponse: {
    machine: ['states:SendTaskSuccess', 'states:SendTaskFailure', 'states:SendTaskHeartbeat'],
    only: 'STANDARD',
  },
  // Step Functions keeps no EXPRESS executions; read their logs instead.
  read: {
    machine: ['states:DescribeStateMachine', 'states:ListExecutions'],
    executions: ['states:DescribeExecution', 'states:DescribeStateMachineForExecution', 'states:GetExecutionHistory'],
    only: 'STANDARD',
  },
  stop: { executions: ['states:StopExecution'], only: 'STANDARD' },
  redrive: { executions: ['states:RedriveExecution'], only: 'STANDARD' },
}

const isFunction = (who: AnyStep | IFunction): who is IFunction => 'functionArn' in who

/** Finds the function, and its name for messages. */
export const functionFor = (
  who: AnyStep | IFunction,
  functions: ReadonlyMap<string, IFunction>,
  place: string,
): readonly [IFunction, string] => {
  if (isFunction(who)) {
    const name = [...functions].find(([, fn]) => fn === who)?.[0]
    return [who, name ?? who.node.id]
  }
  const { name } = taskOf(who, place)
  const fn = functions.get(name)
  if (fn === undefined)
    throw new Error(
      `${place}: the workflow has no function ${JSON.stringify(name)}; its functions are ${[...functions.keys()].map((key) => JSON.stringify(key)).join(', ')}`,
    )
  return [fn, name]
}

/** @throws Error when the function's role is unknown, or this type of machine has no such permission. */
const allowing = (
  machine: StateMachine,
  functions: ReadonlyMap<string, IFunction>,
  who: AnyStep | IFunction,
  asked: readonly Permission[],
  arns: readonly string[],
): readonly [string, IRole, readonly PolicyStatement[]] => {
  const [{ role }, name] = functionFor(who, functions, 'allow')
  if (asked.length === 0)
    throw new TypeError(`allow ${JSON.stringify(name)}: say what: ${Object.keys(permissions).join(', ')}`)
  if (role === undefined)
    throw new Error(
      `allow ${JSON.stringify(name)}: the role of a function that is imported by its ARN is not known here; import it with its role, by Function.fromFunctionAttributes`,
    )
  const type = machine.stateMachineType === StateMachineType.EXPRESS ? 'EXPRESS' : 'STANDARD'
  const executions = Stack.of(machine).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${machine.stateMachineName}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
  const statements = asked.flatMap((permission) => {
    if (!Object.hasOwn(permissions, permission))
      throw new TypeError(
        `allow ${JSON.stringify(name)}: there is no ${JSON.stringify(permission)}; there is ${Object.keys(permissions).join(', ')}`,
      )
    const { only, machine: own, executions: started } = permissions[permission]
    if (only !== undefined && only !== type)
      throw new Error(
        `allow ${JSON.stringify(name)}: ${permission} is of ${only} machines alone, and this one is ${type}`,
      )
    return [
      ...(own ? [new PolicyStatement({ actions: [...own], resources: [...arns] })] : []),
      ...(started ? [new PolicyStatement({ actions: [...started], resources: [executions] })] : []),
    ]
  })
  return [name, role, statements]
}

/** The methods of a machine that give its functions access to it. */
export interface Self {
  /**
   * Grants a function permissions on this machine and its executions only. The function can be a step of the machine: the
   * permission is a separate policy on the function's role, and nothing depends on this policy. This avoids the
   * circular dependency that `grantStartExecution` and similar methods cause.
   *
   * Pass the step itself instead of its name, so that a typo is a compile error, or a function outside the
   * workflow.
   *
   * @example stateMachine(this, 'Orders', workflow).allow(report, 'taskResponse', 'read')
   * @throws Error when the workflow has no such function, its role is unknown, or this type of machine has no such permission; TypeError when no
   *   permission is given or one does not exist.
   */
  readonly allow: (who: AnyStep | IFunction, ...permissions: readonly [Permission, ...Permission[]]) => void
  /**
   * Passes the machine's ARN, or its alias's with `release`, to a function in an environment variable. Default: `STATE_MACHINE_ARN`.
   *
   * A reference to the ARN would create a circular dependency between machine and function. Instead, the machine gets a fixed
   * name (`stateMachineName`, or one generated from its path and the stack's name), and the ARN is built from this
   * name. CloudFormation cannot replace a named machine under the same name: a change that requires replacement needs another
   * name (a generated name includes the type).
   *
   * If the machine was deployed without a name, CloudFormation replaces it when it gets one: its ARN changes, and its executions end at their next
   * state. A generated name therefore causes a warning, until you acknowledge it or pass the name as `stateMachineName`. If the machine must not be
   * replaced, let the step read the ARN from its execution instead, with `compose({ passContext: true }, …)` and `stepOf` from `@orkestra/handler`.
   *
   * @example stateMachine(this, 'Orders', workflow).tellArn(restart)
   * @throws Error when the workflow has no such function, or its environment cannot be set because it is imported, a version or an alias.
   */
  readonly tellArn: (who: AnyStep | IFunction, variable?: string) => void
}

export const selfOf = (
  home: Construct,
  machine: StateMachine,
  functions: ReadonlyMap<string, IFunction>,
  naming: Naming,
  release: { readonly alias?: string } | undefined,
): Self => {
  const alias = release && (release.alias ?? defaultAlias)
  // IAM does not check an alias's ARN: permission to start the machine includes its aliases.
  const arns = [machine.stateMachineArn]
  const policies = new Map<IRole, Policy>()
  return {
    allow: (who, ...asked) => {
      const [label, role, statements] = allowing(machine, functions, who, asked, arns)
      const isStep = [...functions.values()].some(({ role: own }) => own === role)
      // The machine waits for its steps, and their stacks come before its own; any other function may come after it.
      const isLater = !isStep && Stack.of(role) !== Stack.of(machine)
      const [place, id] = isLater ? [Stack.of(role), `Allow ${label} ${machine.node.path}`] : [home, `Allow ${label}`]
      const policy = policies.get(role) ?? new Policy(place, id, { roles: [role] })
      policies.set(role, policy)
      policy.addStatements(...statements)
    },
    tellArn: (who, variable = 'STATE_MACHINE_ARN') => {
      const [fn, label] = functionFor(who, functions, 'tellArn')
      if (!('addEnvironment' in fn) || typeof fn.addEnvironment !== 'function')
        throw new Error(
          `tellArn: ${JSON.stringify(label)} cannot get an environment variable here, because it is imported, a version or an alias; set the variable where the function is created`,
        )
      const name = naming.take(machine, 'tellArn')
      fn.addEnvironment(
        variable,
        Stack.of(machine).formatArn({
          service: 'states',
          resource: 'stateMachine',
          resourceName: alias === undefined ? name : `${name}:${alias}`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      )
    },
  }
}
