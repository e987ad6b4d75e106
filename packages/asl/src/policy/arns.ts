/** ARNs of what a definition names, whether by name, by ARN or by URL. */

/** Where a machine is deployed; each part may be a placeholder. */
export interface Place {
  readonly partition: string
  readonly region: string
  readonly account: string
  /** The machine's own name. */
  readonly name: string
}

export interface Arns {
  /** `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE`. */
  readonly of: (service: string, resource: string) => string
  /** The same for a name; an ARN stays what it is. */
  readonly named: (service: string, kind: string, name: string) => string
  /** Of a service that is the same in every region and account, as S3 is. */
  readonly global: (service: string, resource: string) => string
  /** Of what a region has and no account owns. */
  readonly unowned: (service: string, resource: string) => string
  /** Of a role by its name, with its path if it has one. */
  readonly role: (name: string) => string
  /** The resources that let a function be invoked: itself and, where it has no qualifier, its versions and aliases. */
  readonly lambda: (name: string) => readonly string[]
  /** Of a queue by its URL. */
  readonly queue: (url: string) => string | undefined
  /** Of the executions of a machine, by the machine's ARN. */
  readonly executions: (machine: string) => string | undefined
}

const isArn = (text: string): boolean => text.startsWith('arn:')

/** One placeholder and nothing else: it stands for a whole ARN where a field takes one. */
const isPlaceholder = (text: string): boolean => /^\$\{[^}]+\}$/.test(text)

const invocable = (arn: string): readonly string[] => [arn, `${arn}:*`]

export const arnsIn = ({ partition, region, account }: Place): Arns => {
  const of: Arns['of'] = (service, resource) => `arn:${partition}:${service}:${region}:${account}:${resource}`
  return {
    of,
    named: (service, kind, name) => (isArn(name) ? name : of(service, `${kind}${name}`)),
    global: (service, resource) => `arn:${partition}:${service}:::${resource}`,
    unowned: (service, resource) => `arn:${partition}:${service}:${region}::${resource}`,
    role: (name) => (isArn(name) || isPlaceholder(name) ? name : `arn:${partition}:iam::${account}:role/${name}`),
    lambda: (name) => {
      if (isPlaceholder(name)) return invocable(name)
      if (isArn(name)) return /:function:[^:]+:[^:]+$/.test(name) ? [name] : invocable(name)
      // 123456789012:function:name is a function of another account.
      const foreign = /^(\d{12}):function:(.+)$/.exec(name)
      const rest = foreign?.[2] ?? name
      const arn = `arn:${partition}:lambda:${region}:${foreign?.[1] ?? account}:function:${rest}`
      return rest.includes(':') && !rest.includes('${') ? [arn] : invocable(arn)
    },
    queue: (url) => {
      const parts = /^https:\/\/sqs\.((?:[^./$]|\$\{[^}]*\})+)\.amazonaws\.com(?:\.cn)?\/([^/]+)\/([^/]+)$/.exec(url)
      return parts === null ? undefined : `arn:${partition}:sqs:${parts[1]}:${parts[2]}:${parts[3]}`
    },
    executions: (machine) => {
      const parts = /^(arn:[^:]+:states:.+):stateMachine:([^:]+)/.exec(machine)
      return parts === null ? undefined : `${parts[1]}:execution:${parts[2]}:*`
    },
  }
}
