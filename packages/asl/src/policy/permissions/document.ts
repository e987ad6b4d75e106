/** Policies as data, and what cannot be said in one. */

export interface Statement {
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

export interface PolicyDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly Statement[]
}

/** A permission that the role needs and the definition does not tell. */
export interface Underived {
  /** The name of the state that needs it. */
  readonly state: string
  /** The IAM action, as `s3:GetObject`; `*` where the whole call is not known, nothing where nobody tells which action a call needs. */
  readonly action?: string
  readonly why: string
  /** Needed only if this is so, which the definition does not tell either. Without it, the permission is needed. */
  readonly onlyIf?: string
}

/** What is missing, in a sentence. @example wanted({}) // 'an action that nobody tells' */
export const wanted = ({ action = 'an action that nobody tells' }: Pick<Underived, 'action'>): string => action

/** What is needed whatever else is true. */
export const needed = (underived: readonly Underived[]): readonly Underived[] =>
  underived.filter(({ onlyIf }) => onlyIf === undefined)

/** What may be needed, a sentence for each condition. @example perhaps([{ state: 'A', action: 'kms:Decrypt', why: '…', onlyIf: 'it is encrypted' }]) */
export const perhaps = (underived: readonly Underived[]): readonly string[] => {
  const groups = new Map<string, { readonly actions: Set<string>; readonly states: Set<string> }>()
  for (const { state, action, onlyIf } of underived) {
    if (onlyIf === undefined) continue
    const group = groups.get(onlyIf) ?? { actions: new Set(), states: new Set() }
    groups.set(onlyIf, group)
    group.actions.add(action ?? wanted({}))
    group.states.add(JSON.stringify(state))
  }
  return [...groups].map(
    ([onlyIf, { actions, states }]) => `if ${onlyIf}: ${[...actions].join(', ')}, for ${[...states].join(', ')}`,
  )
}

export interface RolePolicy {
  readonly document: PolicyDocument
  /** What is to be granted by hand: `statements` takes it. */
  readonly underived: readonly Underived[]
}

/** What is allowed on what. */
export interface Grant {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly condition?: Statement['Condition']
}

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort()

/** Grants of the same actions become one statement; the order of the states does not show. An IAM document has a size to keep. */
export const toDocument = (grants: readonly Grant[]): PolicyDocument => {
  const statements = new Map<string, { actions: string[]; resources: Set<string>; condition: Grant['condition'] }>()
  for (const { actions, resources, condition } of grants) {
    const ordered = sorted(actions)
    const key = JSON.stringify([ordered, condition])
    const known = statements.get(key)
    if (known === undefined) statements.set(key, { actions: ordered, resources: new Set(resources), condition })
    else for (const resource of resources) known.resources.add(resource)
  }
  return {
    Version: '2012-10-17',
    Statement: [...statements]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { actions, resources, condition }]) => ({
        Effect: 'Allow' as const,
        Action: actions,
        Resource: sorted(resources),
        ...(condition !== undefined && { Condition: condition }),
      })),
  }
}
