/** Warns about permissions that cannot be derived from a definition and that nothing else grants, once all grants are made. */
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

/** Records the statements derived in a stack: each covers one state's needs and must not count as a grant for another state. */
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

/** The allowed actions on each resource. */
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
 * The statements that allow more than the derived ones. CDK may have merged the two, so they are compared by resource: a grant on a queue that was
 * not derived, such as `queue.grantSendMessages`, is meant for this queue.
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

/** The statements of every policy in the app that is attached to the role. */
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
 * Adds a warning for each state whose permissions cannot be fully derived. Permissions granted through CDK, earlier or later, cause no warning.
 * Therefore the check runs at synthesis; by then a state is in a machine and has a role.
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
