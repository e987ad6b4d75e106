/** What a machine's role may do besides calling its functions: what `policy` derives from the definition. */
import { type StateMachine as Definition, placeholderKey, policy, type Underived } from '@orkestra/asl'
import { Effect, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Annotations, Arn, ArnFormat, Stack, Token } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** Stands for the machine's name, which its own role must not wait for. */
const self = '{self}'

/** Executions of a machine that is told by a reference to its ARN, as `machine.stateMachineArn`. */
const executionsOf = (arn: string): string | undefined => {
  if (!Token.isUnresolved(arn)) return undefined
  const { partition, region, account, resourceName } = Arn.split(arn, ArnFormat.COLON_RESOURCE_NAME)
  return `arn:${partition}:states:${region}:${account}:execution:${resourceName}:*`
}

const matches = (pattern: string, action: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.?^$()[\]{}|+\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  ).test(action)

/** Whether a statement that the user gives allows the action on anything. */
const allows = (statement: PolicyStatement, action: string): boolean =>
  statement.effect === Effect.ALLOW && statement.actions.some((pattern) => matches(pattern, action))

const toWarning = (state: string, missing: readonly Underived[]): string =>
  `the state ${JSON.stringify(state)} needs ${missing.map(({ action, why }) => `${action} (${why})`).join(', ')}: allow it with { statements: [new PolicyStatement(…)] }, on the resources that only you know`

/**
 * Gives a machine's role what the definition says; `invocable` is what may be called of a task's function. What it does not say is a warning at the machine, unless `statements` allow it;
 * nothing is widened to `*`. What is about the machine itself, as a distributed Map needs it, stands in a policy of its own.
 */
export const grantDefinition = (
  home: Construct,
  machine: StateMachine,
  definition: Definition,
  invocable: ReadonlyMap<string, string>,
  statements: readonly PolicyStatement[],
): void => {
  const stack = Stack.of(machine)
  const { document, underived } = policy(definition, {
    partition: stack.partition,
    region: stack.region,
    account: stack.account,
    name: self,
    executionsOf,
  })
  const granted = new Map<string, readonly string[]>()
  for (const [name, arn] of invocable) {
    granted.set(`\${${placeholderKey(name)}}`, [arn])
    granted.set(`\${${placeholderKey(name)}}:*`, [])
  }
  const own: PolicyStatement[] = []
  for (const { Action, Resource, Condition } of document.Statement) {
    const resources = Resource.flatMap((resource) => granted.get(resource) ?? [resource])
    const ofSelf = resources.filter((resource) => resource.includes(self))
    const others = resources.filter((resource) => !resource.includes(self))
    const statement = (on: readonly string[]) =>
      new PolicyStatement({
        actions: [...Action],
        resources: [...on],
        ...(Condition && { conditions: { ...Condition } }),
      })
    // One each: what does not fit into one policy CDK puts into more, but it divides no statement.
    for (const resource of others) machine.addToRolePolicy(statement([resource]))
    if (ofSelf.length > 0)
      own.push(statement(ofSelf.map((resource) => resource.replaceAll(self, machine.stateMachineName))))
  }
  if (own.length > 0) new Policy(home, 'Own executions', { roles: [machine.role], statements: own })
  for (const statement of statements) machine.addToRolePolicy(statement)

  const missing = new Map<string, Underived[]>()
  for (const want of underived) {
    if (statements.some((statement) => allows(statement, want.action))) continue
    const wants = missing.get(want.state)
    if (wants === undefined) missing.set(want.state, [want])
    else wants.push(want)
  }
  for (const [state, wants] of missing)
    Annotations.of(machine).addWarningV2(`@orkestra/cdk-adapter:underived:${state}`, toWarning(state, wants))
}
