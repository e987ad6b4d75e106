/** ARNs of what a definition names, whether by name, by ARN or by URL. */

/** Where a machine is deployed; each part may be a placeholder. */
export interface Place {
  readonly partition: string
  readonly region: string
  readonly account: string
  /** The machine's own name. */
  readonly name: string
}

/** What a reference in a definition stands for: a name, or something whose ARN is known. */
export type Meaning =
  | 'name'
  | {
      readonly arn: string
      /** Of a version or an alias of a state machine; the ARN is then the machine's. */
      readonly qualifier?: string
      /** The ARN of the key that encrypts it, where there is one. */
      readonly key?: string
    }

/** What whoever writes references knows of them, and a definition does not tell. */
export interface References {
  /** What a text with a reference stands for, as `${Table}`; `undefined` when that is not known either. */
  readonly meaningOf?: (text: string) => Meaning | undefined
  /** What a reference is taken for in a field that takes a name or an ARN, where `meaningOf` does not say. By default that is not known. */
  readonly assume?: 'name'
  /** The ARN of a queue by its URL, where that is a reference. By default read from the URL. */
  readonly queueOf?: (queueUrl: string) => string | undefined
  /** The ARN of the executions of a machine, by that machine's. By default read from the ARN. */
  readonly executionsOf?: (stateMachineArn: string) => string | undefined
  /** The ARN of the secret in which an EventBridge connection keeps its credentials. By default read from the connection's ARN. */
  readonly secretOf?: (connectionArn: string) => string | undefined
  /** The ARNs of the roles that a task definition of ECS names. */
  readonly rolesOf?: (taskDefinition: string) => readonly string[] | undefined
}

export interface Arns {
  /** `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE`. */
  readonly of: (service: string, resource: string) => string
  /** Of the machine itself. */
  readonly own: string
  /** The same for a name; an ARN stays what it is. Nothing for a reference that may be either. */
  readonly named: (service: string, kind: string, name: string) => string | undefined
  /** Of what is told by its ARN, or by a reference. */
  readonly told: (text: string) => string
  /** Of a pattern of the Service Authorization Reference, by what its variables stand for; place and account are the machine's own. */
  readonly filled: (pattern: string, values: ReadonlyMap<string, string>) => string
  /** Whether a text may be the name or the id of something, and not its ARN. */
  readonly isName: (text: string) => boolean
  /** What a reference stands for, as far as it is known. */
  readonly meaning: (text: string) => Meaning | undefined
  /** Of a service that is the same in every region and account, as S3 is. */
  readonly global: (service: string, resource: string) => string
  /** Of what a region has and no account owns. */
  readonly unowned: (service: string, resource: string) => string
  /** The same in any region. */
  readonly everywhere: (service: string, resource: string) => string
  /** Of a role by its name, with its path if it has one. */
  readonly role: (name: string) => string
  /** The resources that let a function be invoked: itself and, where it has no qualifier, its versions and aliases. */
  readonly lambda: (name: string, qualifier?: string) => readonly string[]
  /** Of a queue by its URL. */
  readonly queue: (url: string) => string | undefined
  /** A machine without its version or alias, which no resource has. */
  readonly machine: (arn: string) => { readonly arn: string; readonly qualifier?: string }
  /** Of the executions of a machine, by the machine's ARN. */
  readonly executions: (machine: string) => string | undefined
  /** Of the secret of a connection. */
  readonly secretOf: (connection: string) => string | undefined
  readonly rolesOf: (taskDefinition: string) => readonly string[] | undefined
}

export const isArn = (text: string): boolean => text.startsWith('arn:')

/** One placeholder and nothing else: it stands for a whole ARN where a field takes nothing but ARNs. */
export const isPlaceholder = (text: string): boolean => /^\$\{[^}]+\}$/.test(text)

/** A reference at the start, with nothing behind it or what an ARN goes on with. CloudFormation's own parameters are no ARNs. */
const mayBeArn = (text: string): boolean => /^\$\{(?!AWS::)[^}]+\}(?:$|[:/])/.test(text)

const invocable = (arn: string): readonly string[] => [arn, `${arn}:*`]

/** Splits at colons, except those in a placeholder. */
const parts = (arn: string): readonly string[] => arn.match(/(?:\$\{[^}]*\}|[^:])+|(?<=:)(?=:|$)/g) ?? []

export const arnsIn = ({ partition, region, account, name }: Place, references: References = {}): Arns => {
  const of: Arns['of'] = (service, resource) => `arn:${partition}:${service}:${region}:${account}:${resource}`
  const meaning: Arns['meaning'] = (text) => references.meaningOf?.(text)
  const named: Arns['named'] = (service, kind, name) => {
    if (isArn(name)) return name
    const means = meaning(name)
    if (typeof means === 'object') return means.arn
    const isUnknown = means === undefined && references.assume === undefined && mayBeArn(name)
    return isUnknown ? undefined : of(service, `${kind}${name}`)
  }
  const machine: Arns['machine'] = (arn) => {
    const means = meaning(arn)
    if (typeof means === 'object') return means
    // arn:PARTITION:states:REGION:ACCOUNT:stateMachine:NAME:QUALIFIER, or a reference to the first seven with the last behind it.
    if (isArn(arn)) {
      const [, , , , , , , qualifier] = parts(arn)
      return qualifier === undefined ? { arn } : { arn: parts(arn).slice(0, 7).join(':'), qualifier }
    }
    const [, whole, qualifier] = /^(\$\{[^}]+\}):(.+)$/.exec(arn) ?? []
    return whole === undefined || qualifier === undefined ? { arn } : { arn: whole, qualifier }
  }
  const isName: Arns['isName'] = (text) => {
    const means = meaning(text)
    return (
      !isArn(text) && (means === 'name' || (means === undefined && (references.assume === 'name' || !mayBeArn(text))))
    )
  }
  const own: ReadonlyMap<string, string> = new Map([
    ['Partition', partition],
    ['Region', region],
    ['Account', account],
  ])
  return {
    of,
    own: of('states', `stateMachine:${name}`),
    named,
    isName,
    filled: (pattern, values) =>
      pattern.replace(/\$\{(\w+)\}/g, (variable, name: string) => values.get(name) ?? own.get(name) ?? variable),
    told: (text) => {
      const means = meaning(text)
      return typeof means === 'object' ? means.arn : text
    },
    meaning,
    global: (service, resource) => `arn:${partition}:${service}:::${resource}`,
    unowned: (service, resource) => `arn:${partition}:${service}:${region}::${resource}`,
    everywhere: (service, resource) => `arn:${partition}:${service}:*::${resource}`,
    role: (name) => {
      const means = meaning(name)
      if (typeof means === 'object') return means.arn
      const isWhole = isArn(name) || (means === undefined && isPlaceholder(name))
      return isWhole ? name : `arn:${partition}:iam::${account}:role/${name}`
    },
    lambda: (name, qualifier) => {
      const qualified = (arn: string) => (qualifier === undefined ? invocable(arn) : [`${arn}:${qualifier}`])
      const means = meaning(name)
      if (typeof means === 'object') return qualified(means.arn)
      if (means === undefined && isPlaceholder(name)) return qualified(name)
      // A reference to a function by its ARN, and its version or alias behind it.
      if (means === undefined && mayBeArn(name)) return [name]
      if (isArn(name)) return /:function:[^:]+:[^:]+$/.test(name) ? [name] : qualified(name)
      // 123456789012:function:name is a function of another account.
      const foreign = /^(\d{12}):function:(.+)$/.exec(name)
      const rest = foreign?.[2] ?? name
      const arn = `arn:${partition}:lambda:${region}:${foreign?.[1] ?? account}:function:${rest}`
      return rest.replaceAll(/\$\{[^}]*\}/g, '').includes(':') ? [arn] : qualified(arn)
    },
    queue: (url) => {
      const means = meaning(url)
      if (typeof means === 'object') return means.arn
      const own = references.queueOf?.(url)
      if (own !== undefined) return own
      const parts = /^https:\/\/sqs\.((?:[^./$]|\$\{[^}]*\})+)\.amazonaws\.com(?:\.cn)?\/([^/]+)\/([^/]+)$/.exec(url)
      return parts === null ? undefined : `arn:${partition}:sqs:${parts[1]}:${parts[2]}:${parts[3]}`
    },
    machine,
    executions: (text) => {
      const { arn } = machine(text)
      const own = references.executionsOf?.(arn)
      if (own !== undefined) return own
      const parts = /^(arn:[^:]+:states:.+):stateMachine:([^:]+)/.exec(arn)
      return parts === null ? undefined : `${parts[1]}:execution:${parts[2]}:*`
    },
    secretOf: (connection) => {
      const own = references.secretOf?.(connection)
      if (own !== undefined) return own
      // The secret of a connection is named after it: events!connection/NAME/ID, in the connection's region and account.
      const parts = /^arn:([^:]+):events:((?:\$\{[^}]*\}|[^:])+):((?:\$\{[^}]*\}|[^:])+):connection\/([^/]+)/.exec(
        connection,
      )
      return parts === null
        ? undefined
        : `arn:${parts[1]}:secretsmanager:${parts[2]}:${parts[3]}:secret:events!connection/${parts[4]}/*`
    },
    rolesOf: (taskDefinition) => references.rolesOf?.(taskDefinition),
  }
}
