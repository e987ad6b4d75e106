/** What a definition does not tell and nobody has granted: warnings that are made when all grants are. */
import { type Underived, wanted } from '@orkestra/asl'
import { CfnManagedPolicy, CfnPolicy, CfnRole, type IRole, type PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Annotations, Aspects, Stack } from 'aws-cdk-lib/core'
import type { Construct, IConstruct } from 'constructs'

interface Allowing {
  readonly Effect?: unknown
  readonly Action?: unknown
  readonly Resource?: unknown
}

const derivedIn = new WeakMap<Stack, PolicyStatement[]>()

/** Notes what is derived in a stack: by itself it grants what one state needs, and says nothing of what another does. */
export const noteDerived = (stack: Stack, statements: readonly PolicyStatement[]): void => {
  derivedIn.set(stack, [...(derivedIn.get(stack) ?? []), ...statements])
}

const listed = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')

const matches = (pattern: string, action: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.?^$()[\]{}|+\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  ).test(action)

const allows = ({ Effect, Action }: Allowing, action: string): boolean =>
  Effect === 'Allow' && listed(Action).some((pattern) => matches(pattern, action))

/** What is allowed on each resource. */
const byResource = (statements: readonly Allowing[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { Action, Resource } of statements)
    for (const resource of [Resource].flat()) {
      const key = JSON.stringify(resource)
      const actions = found.get(key) ?? new Set()
      found.set(key, actions)
      for (const action of listed(Action)) actions.add(action)
    }
  return found
}

/**
 * The statements that say more than what is derived. CDK may have merged the two, so they are compared by resource: somebody who grants
 * on a queue what nobody derived, as `queue.grantSendMessages` does, means the queue.
 */
const given = (statements: readonly Allowing[], derived: readonly Allowing[]): readonly Allowing[] => {
  const [all, known] = [byResource(statements), byResource(derived)]
  const isGiven = (resource: unknown): boolean => {
    const key = JSON.stringify(resource)
    const without = known.get(key)
    return without === undefined || [...(all.get(key) ?? [])].some((action) => !without.has(action))
  }
  return statements.filter(({ Resource }) => [Resource].flat().some(isGiven))
}

/** Statements of every policy of the app that names the role, whoever has made it. */
const statementsOf = (role: IRole, at: Construct): readonly Allowing[] => {
  const stack = Stack.of(at)
  const name = JSON.stringify(stack.resolve(role.roleName))
  const documents: unknown[] = []
  for (const construct of at.node.root.node.findAll()) {
    if (construct instanceof CfnPolicy || construct instanceof CfnManagedPolicy) {
      const owner = Stack.of(construct)
      const roles: unknown = owner.resolve(construct.roles ?? [])
      // In another stack the name of the role is written otherwise.
      const own = owner === stack ? name : JSON.stringify(owner.resolve(role.roleName))
      if (Array.isArray(roles) && roles.some((each) => JSON.stringify(each) === own))
        documents.push(owner.resolve(construct.policyDocument))
    } else if (construct instanceof CfnRole && construct === role.node.defaultChild)
      for (const { policyDocument } of stack.resolve(construct.policies) ?? []) documents.push(policyDocument)
  }
  return documents.flatMap((document) => {
    const { Statement = [] } = document as { readonly Statement?: Allowing | readonly Allowing[] }
    return Array.isArray(Statement) ? (Statement as readonly Allowing[]) : [Statement as Allowing]
  })
}

const toWarning = (state: string, missing: readonly Underived[]): string =>
  `the state ${JSON.stringify(state)} needs ${missing.map((want) => `${wanted(want)} (${want.why})`).join(', ')}: grant it to the machine, as by queue.grantSendMessages(machine) or { statements: [new PolicyStatement(…)] }`

/**
 * A warning for each state of which the definition does not tell all. What is granted by any means of CDK, before or after, is none:
 * so it is looked for when the app is synthesized, and the role, which a state has once it is in a machine, is asked for then.
 */
export const warnOf = (
  at: Construct,
  roleOf: () => IRole | undefined,
  underived: readonly Underived[],
  statements: readonly PolicyStatement[],
): void => {
  if (underived.length === 0) return
  const stack = Stack.of(at)
  const derived = (): readonly Allowing[] =>
    (derivedIn.get(stack) ?? []).map((statement) => stack.resolve(statement.toStatementJson()) as Allowing)
  const visit = (node: IConstruct): void => {
    if (node !== at) return
    const role = roleOf()
    const granted = [
      ...(role === undefined ? [] : given(statementsOf(role, at), derived())),
      // A role that cannot be changed holds them elsewhere.
      ...statements.map((statement) => statement.toStatementJson() as Allowing),
    ]
    const missing = new Map<string, Underived[]>()
    for (const want of underived) {
      const { action, onlyIf } = want
      // What may be needed and may not is no reason to stop a deployment.
      if (onlyIf !== undefined) continue
      if (action !== undefined && granted.some((statement) => allows(statement, action))) continue
      missing.set(want.state, [...(missing.get(want.state) ?? []), want])
    }
    for (const [state, wants] of missing)
      Annotations.of(at).addWarningV2(`@orkestra/cdk-adapter:underived:${state}`, toWarning(state, wants))
  }
  Aspects.of(at).add({ visit })
}
