/** What a definition does not tell and nobody has granted: warnings that are made when all grants are. */
import { type Underived, wanted } from '@orkestra/asl'
import { CfnManagedPolicy, CfnPolicy, CfnRole, type IRole, type PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Annotations, Aspects, Stack } from 'aws-cdk-lib/core'
import type { Construct, IConstruct } from 'constructs'

interface Allowing {
  readonly Effect?: unknown
  readonly Action?: unknown
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
 * so it is looked for when the app is synthesized. A state by itself does not know its machine, and has no role.
 */
export const warnOf = (
  at: Construct,
  role: IRole | undefined,
  underived: readonly Underived[],
  statements: readonly PolicyStatement[],
): void => {
  if (underived.length === 0) return
  const visit = (node: IConstruct): void => {
    if (node !== at) return
    const granted = [
      ...(role === undefined ? [] : statementsOf(role, at)),
      // A role that cannot be changed holds them elsewhere.
      ...statements.map((statement) => statement.toStatementJson() as Allowing),
    ]
    const missing = new Map<string, Underived[]>()
    for (const want of underived) {
      const { action } = want
      if (action !== undefined && granted.some((statement) => allows(statement, action))) continue
      missing.set(want.state, [...(missing.get(want.state) ?? []), want])
    }
    for (const [state, wants] of missing)
      Annotations.of(at).addWarningV2(`@orkestra/cdk-adapter:underived:${state}`, toWarning(state, wants))
  }
  Aspects.of(at).add({ visit })
}
