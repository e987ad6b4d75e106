/** Which actions of IAM a call of the SDK asks for, and what is known of the resources of an action: the Service Authorization Reference. */
import { sdkService } from './services.ts'
import { readTable } from './table.ts'

interface Table {
  readonly actions: Readonly<
    Record<string, { readonly prefix?: string; readonly others?: Readonly<Record<string, string>> }>
  >
  readonly resources: Readonly<Record<string, Resources>>
  /** By prefix, the action that puts tags on something, and those that make something and can put tags on it. */
  readonly tags: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/**
 * By the pattern of an ARN, the actions that ask for such a resource alone, with the patterns of what they may touch besides behind it;
 * `any` are those that no resource limits.
 */
interface Resources {
  readonly any: string
  readonly types: Readonly<Record<string, string>>
}

let table: Table | undefined
const byPrefix = new Map<string, ReadonlyMap<string, string>>()

const load = (): Table => {
  table ??= readTable<Table>('actions') ?? { actions: {}, resources: {}, tags: {} }
  return table
}

/** By action, what limits it. */
const resourcesOf = (prefix: string): ReadonlyMap<string, string> => {
  const known = byPrefix.get(prefix)
  if (known !== undefined) return known
  const { resources } = load()
  const { any, types } = Object.hasOwn(resources, prefix) ? (resources[prefix] as Resources) : { any: '', types: {} }
  const found = new Map(
    [['*', any] as const, ...Object.entries(types)].flatMap(([arn, names]) =>
      names.split(' ').map((name) => [name, arn] as const),
    ),
  )
  byPrefix.set(prefix, found)
  return found
}

/**
 * The actions of IAM that a call of the SDK asks for; none where nobody has told.
 *
 * @example iamActions('sfn', 'listExecutions') // ['states:ListExecutions']
 * @example iamActions('s3', 'copyObject') // ['s3:GetObject', 's3:PutObject']
 * @example iamActions('codecatalyst', 'createProject') // []
 */
export const iamActions = (service: string, action: string): readonly string[] => {
  const { actions } = load()
  if (!Object.hasOwn(actions, service) || !sdkService(service)?.actions.has(action)) return []
  const { prefix, others = {} } = actions[service] as Table['actions'][string]
  const other = Object.hasOwn(others, action) ? others[action] : undefined
  if (other !== undefined) return other === '' ? [] : other.split(' ')
  return prefix === undefined ? [] : [`${prefix}:${action.charAt(0).toUpperCase()}${action.slice(1)}`]
}

/**
 * What limits an action: the pattern of the ARN of the type of resource that it asks for, `*` where nothing does, none where it asks for
 * several types. Behind it those that it may touch besides; a `?` before it where
 * it can do without.
 *
 * @example resourcesOfAction('sqs:SendMessage') // ['arn:${Partition}:sqs:${Region}:${Account}:${QueueName}']
 * @example resourcesOfAction('rekognition:DetectLabels') // ['*']
 */
export const resourcesOfAction = (action: string): readonly string[] => {
  const [prefix = '', name = ''] = action.split(':')
  return resourcesOf(prefix).get(name)?.split(' ') ?? []
}

/** What puts tags on what another action makes. */
export interface TagAction {
  readonly action: string
  /** Whether they are put on the resource that the other one asks for. */
  readonly isSame: boolean
}

/**
 * The action that puts the tags on what another one makes; `undefined` where it makes nothing that has tags.
 *
 * @example tagActionOf('lambda:CreateFunction') // { action: 'lambda:TagResource', isSame: true }
 * @example tagActionOf('iam:CreateRole')?.action // 'iam:TagRole'
 */
export const tagActionOf = (action: string): TagAction | undefined => {
  const [prefix = '', name = ''] = action.split(':')
  const { tags } = load()
  for (const [tag, makers] of Object.entries(Object.hasOwn(tags, prefix) ? (tags[prefix] ?? {}) : {})) {
    const maker = makers.split(' ').find((each) => each === name || each === `?${name}`)
    if (maker !== undefined) return { action: `${prefix}:${tag}`, isSame: maker === name }
  }
  return undefined
}
