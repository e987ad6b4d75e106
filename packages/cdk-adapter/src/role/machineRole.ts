/** What a machine's role may do besides calling its functions: what `policy` derives from the definition. */
import { type StateMachine as Definition, placeholderKey, policy, type Underived } from '@orkestra/asl'
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { noteDerived, warnOf } from './openPermissions.ts'
import { referencesIn } from './references.ts'

/** Stands for the machine's name, which its own role must not wait for. */
const self = '{self}'

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
    ...referencesIn(stack),
  })
  const granted = new Map<string, readonly string[]>()
  for (const [name, arn] of invocable) {
    granted.set(name, [arn])
    granted.set(`${name}:*`, [])
  }
  /** A version or an alias of a function that is referred to. */
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
  noteDerived(Stack.of(machine), others)
  for (const statement of others) machine.addToRolePolicy(statement)
  const onItself = own(machine.stateMachineName)
  if (onItself.length > 0) new Policy(home, 'Own executions', { roles: [machine.role], statements: [...onItself] })
  for (const statement of statements) machine.addToRolePolicy(statement)
  warnOf(machine, () => machine.role, underived, statements)
}
