/** The permissions of a machine's role besides calling its functions: those that `policy` derives from the definition. */
import { type StateMachine as Definition, placeholderKey, policy, type Underived } from '@orkestra/asl'
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { noteDerived, warnOf } from './openPermissions.ts'
import { referencesIn } from './references.ts'

/** Represents the machine's name, on which its role must not depend. */
const self = '{self}'

/**
 * The statements that the role of a machine needs for a definition. `invocable` has the ARN that the role may invoke for each function in the
 * definition. Statements about the machine itself, for a distributed Map, are separate: in their resources, `self` represents the machine's name.
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
    ...referencesIn(stack),
  })
  const granted = new Map<string, readonly string[]>()
  for (const [name, arn] of invocable) {
    granted.set(name, [arn])
    granted.set(`${name}:*`, [])
  }
  /** Fills in a reference to a function that is followed by a version or an alias. */
  const filled = (resource: string): string =>
    resource.replace(/^\$\{[^}]+\}/, (reference) => granted.get(reference)?.[0] ?? reference)
  const parts = document.Statement.map(({ Action, Resource, Condition }) => {
    const resources = Resource.flatMap((resource) => granted.get(resource) ?? [filled(resource)])
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

/** Grants a machine's role the derived permissions, and warns about those that cannot be derived. */
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
  noteDerived(Stack.of(machine), others)
  for (const statement of others) machine.addToRolePolicy(statement)
  const onItself = own(machine.stateMachineName)
  if (onItself.length > 0) new Policy(home, 'Own executions', { roles: [machine.role], statements: [...onItself] })
  for (const statement of statements) machine.addToRolePolicy(statement)
  warnOf(machine, () => machine.role, underived, statements)
}
