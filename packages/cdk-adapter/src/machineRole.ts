/** What a machine's role may do besides calling its functions: what `policy` derives from the definition. */
import { type StateMachine as Definition, placeholderKey, policy, type Underived } from '@orkestra/asl'
import { Effect, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnStateMachineAlias, CfnStateMachineVersion, type StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Annotations, Arn, ArnFormat, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** Stands for the machine's name, which its own role must not wait for. */
const self = '{self}'

/** Executions of a machine that is told by a reference to its ARN, as `machine.stateMachineArn`. */
const executionsOf = (arn: string): string | undefined => {
  if (!Token.isUnresolved(arn)) return undefined
  const { partition, region, account, resourceName } = Arn.split(arn, ArnFormat.COLON_RESOURCE_NAME)
  return `arn:${partition}:states:${region}:${account}:execution:${resourceName}:*`
}

/** The machine that a version or an alias of it is of: IAM knows the machine's ARN alone. */
const unqualified = (resource: string): string => {
  const token = Tokenization.reverseString(resource)
  if (token.length !== 1) return resource
  const reference = token.firstToken
  if (!Reference.isReference(reference)) return resource
  const { target } = reference
  if (!(target instanceof CfnStateMachineAlias || target instanceof CfnStateMachineVersion)) return resource
  const { partition, region, account, resourceName } = Arn.split(resource, ArnFormat.COLON_RESOURCE_NAME)
  return `arn:${partition}:states:${region}:${account}:stateMachine:${resourceName}`
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
 * What the role of a machine needs for a definition, `invocable` being what may be called of what the definition calls a function.
 * What is about the machine itself, as a distributed Map needs it, stands apart, as resources in which `self` is its name.
 */
export const statementsOf = (
  stack: Stack,
  definition: Definition,
  invocable: ReadonlyMap<string, string>,
): {
  readonly own: (name: string) => readonly PolicyStatement[]
  readonly others: readonly PolicyStatement[]
  readonly underived: readonly Underived[]
} => {
  const { document, underived } = policy(definition, {
    partition: stack.partition,
    region: stack.region,
    account: stack.account,
    name: self,
    executionsOf,
  })
  const granted = new Map<string, readonly string[]>()
  for (const [name, arn] of invocable) {
    granted.set(name, [arn])
    granted.set(`${name}:*`, [])
  }
  const parts = document.Statement.map(({ Action, Resource, Condition }) => {
    const resources = Resource.flatMap((resource) => granted.get(resource) ?? [unqualified(resource)])
    const statement = (on: readonly string[]) =>
      new PolicyStatement({
        actions: [...Action],
        resources: [...on],
        ...(Condition && { conditions: { ...Condition } }),
      })
    const isOwn = (resource: string): boolean => resource.includes(self)
    return {
      own: (name: string) => {
        const own = resources.filter(isOwn).map((resource) => resource.replaceAll(self, name))
        return own.length > 0 ? [statement(own)] : []
      },
      // One each: what does not fit into one policy CDK puts into more, but it divides no statement.
      others: resources.filter((resource) => !isOwn(resource)).map((resource) => statement([resource])),
    }
  })
  return {
    own: (name) => parts.flatMap(({ own }) => own(name)),
    others: parts.flatMap(({ others }) => others),
    underived,
  }
}

/** A warning for each state of which the definition does not tell all, unless `statements` allow it; nothing is widened to `*`. */
export const warnOf = (
  at: Construct,
  underived: readonly Underived[],
  statements: readonly PolicyStatement[],
): void => {
  const missing = new Map<string, Underived[]>()
  for (const want of underived) {
    if (statements.some((statement) => allows(statement, want.action))) continue
    const wants = missing.get(want.state)
    if (wants === undefined) missing.set(want.state, [want])
    else wants.push(want)
  }
  for (const [state, wants] of missing)
    Annotations.of(at).addWarningV2(`@orkestra/cdk-adapter:underived:${state}`, toWarning(state, wants))
}

/** Gives a machine's role what the definition says, and warns of what it does not say. */
export const grantDefinition = (
  home: Construct,
  machine: StateMachine,
  definition: Definition,
  invocable: ReadonlyMap<string, string>,
  statements: readonly PolicyStatement[],
): void => {
  const { own, others, underived } = statementsOf(
    Stack.of(machine),
    definition,
    new Map([...invocable].map(([name, arn]) => [`\${${placeholderKey(name)}}`, arn])),
  )
  for (const statement of others) machine.addToRolePolicy(statement)
  const onItself = own(machine.stateMachineName)
  if (onItself.length > 0) new Policy(home, 'Own executions', { roles: [machine.role], statements: [...onItself] })
  for (const statement of statements) machine.addToRolePolicy(statement)
  warnOf(machine, underived, statements)
}
