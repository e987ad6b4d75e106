/**
 * The arguments of a call as the API, and with it a client of the AWS SDK for JavaScript, takes them: Step Functions writes the fields as the
 * SDK for Java does. https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
import { isObject } from '../language/isObject.ts'
import { type Held, sdkStructures } from './structures.ts'
import { readTable } from './table.ts'

interface Fact {
  readonly apiName: string
  readonly isTime: boolean
}

/** What a service calls a field that stands in an action's arguments, or in a structure. */
type Names = (place: string | number, field: string) => Fact

let table: Readonly<Record<string, string>> | undefined
const read = new Map<string, Names>()

/** A word of the table, as `scripts/services/apiNames.mjs` writes them. */
const factIn = (
  word: string,
): readonly [key: string, fact: { readonly apiName: string | undefined; isTime: boolean }] => {
  const isTime = word.endsWith('@')
  const [key = '', apiName] = (isTime ? word.slice(0, -1) : word).split('=')
  return [key, { apiName, isTime }]
}

const namesOf = (service: string): Names => {
  const known = read.get(service)
  if (known !== undefined) return known
  table ??= readTable<Readonly<Record<string, string>>>('names') ?? {}
  const [begin, ...words] = (Object.hasOwn(table, service) ? table[service] : 'A')?.split(' ') ?? []
  const facts = new Map(words.map(factIn))
  const names: Names = (place, field) => {
    const { apiName, isTime = false } = facts.get(`${place}:${field}`) ?? facts.get(field) ?? {}
    return { apiName: apiName ?? (begin === 'a' ? field.charAt(0).toLowerCase() + field.slice(1) : field), isTime }
  }
  read.set(service, names)
  return names
}

/** A text that is a time, or those in a list or a map. What is no time is left to the client to refuse. */
const timed = (value: unknown): unknown => {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value)
  if (Array.isArray(value)) return value.map(timed)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, timed(each)]))
  return value
}

/**
 * The arguments with the names of the API, times as dates. What a field holds that is no structure of the API, as a map whose keys are the
 * user's, stays as it is.
 *
 * @example apiParameters('s3', 'putObject', { Bucket: 'b', Acl: 'private' }) // { Bucket: 'b', ACL: 'private' }
 * @example apiParameters('ecs', 'runTask', { Cluster: 'c' }) // { cluster: 'c' }
 */
export const apiParameters = (service: string, action: string, parameters: unknown): unknown => {
  const names = namesOf(service)
  const structures = sdkStructures(service)
  const inside = (value: unknown, held: Held, maps = held?.maps ?? 0): unknown => {
    if (held === undefined) return value
    if (Array.isArray(value)) return value.map((each) => inside(each, held, maps))
    if (!isObject(value)) return value
    return maps > 0
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each, held, maps - 1)]))
      : renamed(value, held.structure, structures?.structure(held.structure))
  }
  const renamed = (
    value: Readonly<Record<string, unknown>>,
    place: string | number,
    holds: ReadonlyMap<string, Held> | undefined,
  ): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value).map(([field, each]) => {
        const { apiName, isTime } = names(place, field)
        return [apiName, isTime ? timed(each) : inside(each, holds?.get(field))]
      }),
    )
  return isObject(parameters) ? renamed(parameters, action, structures?.input(action)) : parameters
}
