/** Which actions of IAM a call of the SDK asks for, and what is known of the resources of an action: the Service Authorization Reference. */
import { sdkService } from './services.ts'
import { readTable } from './table.ts'

interface Table {
  readonly actions: Readonly<
    Record<string, { readonly prefix?: string; readonly others?: Readonly<Record<string, string>> }>
  >
  readonly resources: Readonly<Record<string, Resources>>
}

/** By the pattern of an ARN, the actions of which it is the only type of resource; `any` are those that no resource limits. */
interface Resources {
  readonly any: string
  readonly types: Readonly<Record<string, string>>
}

let table: Table | undefined
const byPrefix = new Map<string, ReadonlyMap<string, string>>()

const load = (): Table => {
  table ??= readTable<Table>('actions') ?? { actions: {}, resources: {} }
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
 * What limits an action: the pattern of the ARN of its type of resource, `*` where nothing does, `undefined` where there are several types.
 *
 * @example resourceOf('sqs:SendMessage') // 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}'
 * @example resourceOf('rekognition:DetectLabels') // '*'
 */
export const resourceOf = (action: string): string | undefined => {
  const [prefix = '', name = ''] = action.split(':')
  return resourcesOf(prefix).get(name)
}
