/** Tags of machines and activities. */
import { type Action, type Call, textIn } from '../api/action.ts'
import { parseArn } from '../api/arn.ts'
import { ServiceError } from '../api/error.ts'
import type { World } from '../world.ts'

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const mostTags = 50

const checkedCount = (count: number, arn: string): void => {
  if (count > mostTags)
    throw new ServiceError('TooManyTags', `A resource can have at most ${mostTags} tags`, { resourceName: arn })
}

/** The tags of a request. @throws ServiceError TooManyTags */
export const tagsOf = (given: unknown): ReadonlyMap<string, string> => {
  const list = (given ?? []) as readonly { readonly key?: string; readonly value?: string }[]
  const tags = new Map(list.map(({ key = '', value = '' }) => [key, value]))
  checkedCount(tags.size, '')
  return tags
}

const tagged = ({ machines, activities }: World, text: string): { readonly tags: Map<string, string> } => {
  parseArn(text, 'stateMachine', 'activity')
  const found = machines.get(text) ?? activities.get(text)
  if (found === undefined)
    throw new ServiceError('ResourceNotFound', `Resource not found: '${text}'`, { resourceName: text })
  return found
}

const written = (world: World, arn: string): void => {
  if (world.machines.has(arn)) world.changed({ kind: 'machine', arn })
}

const tagResource: Action = ({ world, request }: Call) => {
  const arn = textIn(request, 'resourceArn')
  const { tags } = tagged(world, arn)
  const more = tagsOf(request.tags)
  checkedCount(new Set([...tags.keys(), ...more.keys()]).size, arn)
  for (const [key, value] of more) tags.set(key, value)
  written(world, arn)
  return {}
}

const untagResource: Action = ({ world, request }: Call) => {
  const arn = textIn(request, 'resourceArn')
  const { tags } = tagged(world, arn)
  for (const key of request.tagKeys as readonly string[]) tags.delete(key)
  written(world, arn)
  return {}
}

const listTagsForResource: Action = ({ world, request }: Call) => ({
  tags: [...tagged(world, textIn(request, 'resourceArn')).tags].map(([key, value]) => ({ key, value })),
})

export const tagActions: Readonly<Record<'TagResource' | 'UntagResource' | 'ListTagsForResource', Action>> = {
  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsForResource: listTagsForResource,
}
