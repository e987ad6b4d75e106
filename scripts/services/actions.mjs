// Which actions of IAM the operations of the SDK need, and what can be said of the resources of an action without its service's rules.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { irregularActions, prefixes } from './irregularActions.mjs'
import { actionNamed, referenceOf } from './reference.mjs'

const cdk = dirname(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'))
const metadata = JSON.parse(
  readFileSync(join(cdk, 'custom-resources/lib/helpers-internal/sdk-v3-metadata.json'), 'utf8'),
)

const operationsOf = ({ operations }) =>
  operations.split('\n').map((line) => {
    const [name, verb] = line.split(' ', 1)[0].split('@')
    return { name, verb }
  })

/** The prefix under which IAM knows most of a service's operations. */
const prefixOf = (service, entry) => {
  if (prefixes[service] !== undefined) return prefixes[service]
  const fromCdk = metadata[entry.id.toLowerCase().replaceAll(' ', '-')]?.iamPrefix
  const count = (prefix) =>
    operationsOf(entry).filter(({ name }) => actionNamed(`${prefix}:${name}`) !== undefined).length
  const [best] = [fromCdk, ...entry.prefixes, service]
    .filter((prefix) => prefix !== undefined && referenceOf(prefix) !== undefined)
    .map((prefix) => ({ prefix, n: count(prefix) }))
    .sort((a, b) => b.n - a.n)
  return best?.prefix
}

/** What one operation needs: nothing where nobody has told. */
const actionsOf = (service, prefix, { name, verb }) => {
  const irregular = irregularActions[service]?.[name]
  if (irregular !== undefined) {
    for (const action of irregular)
      if (actionNamed(action) !== action) throw new Error(`${service}:${name}: IAM has no action ${action}`)
    return irregular
  }
  const regular = prefix && actionNamed(`${prefix}:${name}`)
  if (regular) return [regular]
  return verb === undefined ? [] : [`${prefix}:${verb}`]
}

const capitalised = (name) => name[0].toUpperCase() + name.slice(1)

/** By service: its prefix, and the operations whose action is not the prefix and the operation's name. */
const readActions = (services, used) => {
  const table = {}
  for (const [service, entry] of Object.entries(services)) {
    const prefix = prefixOf(service, entry)
    const others = {}
    for (const operation of operationsOf(entry)) {
      const actions = actionsOf(service, prefix, operation)
      for (const action of actions) used.add(action)
      if (actions.join() !== `${prefix}:${capitalised(operation.name)}`) others[operation.name] = actions.join(' ')
    }
    for (const name of Object.keys(irregularActions[service] ?? {}))
      if (!operationsOf(entry).some((operation) => operation.name === name))
        throw new Error(`${service} has no operation ${name}`)
    table[service] = { ...(prefix && { prefix }), ...(Object.keys(others).length > 0 && { others }) }
  }
  return table
}

/** The pattern of a type's ARN; nothing where the reference has none, or two in one. */
const patternOf = (types, name) => {
  const { arn } = types[name.toLowerCase()] ?? Object.values(types).find(({ key }) => key === name) ?? {}
  return arn?.includes(', ') ? undefined : arn
}

/**
 * By prefix: the actions that no resource limits (`any`), and those that ask for a resource of one type, by the pattern of its ARN; behind
 * it the patterns of those that they may touch besides, before it a `?` where they can do without it. An action that asks for several is in neither: which of them a call is about, only
 * a rule knows.
 */
const readResources = (used) => {
  const table = {}
  for (const action of [...used].sort()) {
    const [prefix, name] = action.split(':')
    const { actions, types } = referenceOf(prefix)
    const { resourceTypes } = actions[name.toLowerCase()] ?? {}
    if (resourceTypes === undefined) continue
    const asked = resourceTypes.length === 1 ? resourceTypes : resourceTypes.filter(({ required }) => required)
    if (asked.length > 1 || (asked.length === 0 && resourceTypes.length > 0)) continue
    table[prefix] ??= { any: [], types: {} }
    if (asked.length === 0) {
      table[prefix].any.push(name)
      continue
    }
    const others = resourceTypes.filter((type) => type !== asked[0]).map((type) => patternOf(types, type.name))
    const patterns = [patternOf(types, asked[0].name), ...others]
    if (patterns.includes(undefined)) continue
    // One that it can do without.
    const key = `${asked[0].required ? '' : '?'}${patterns.join(' ')}`
    table[prefix].types[key] ??= []
    table[prefix].types[key].push(name)
  }
  return Object.fromEntries(
    Object.entries(table).map(([prefix, { any, types }]) => [
      prefix,
      {
        any: any.join(' '),
        types: Object.fromEntries(Object.entries(types).map(([arns, names]) => [arns, names.join(' ')])),
      },
    ]),
  )
}

/** What puts tags on something, by what a service calls it. Of several that a service has, the first is the newest. */
const tagging = [
  'TagResource',
  'TagQueue',
  'AddTagsToResource',
  'CreateTags',
  'AddTags',
  'CreateOrUpdateTags',
  'TagDeliveryStream',
  'AddTagsToStream',
  'AddTagsToCertificate',
]

const takesTags = ({ conditionKeys = [], resourceTypes = [] }) =>
  [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)].some((key) =>
    key.startsWith('aws:RequestTag/'),
  )

/** The types of resources that an action asks for. */
const askedOf = ({ resourceTypes = [] } = {}) =>
  (resourceTypes.length === 1 ? resourceTypes : resourceTypes.filter(({ required }) => required)).map(
    ({ name }) => name,
  )

/**
 * By prefix: the action that puts tags on something, and those that make something and can put tags on it: what has a condition on them.
 * Before one whose tags are put on another resource than it asks for itself stands a `?`.
 */
const readTags = (used) => {
  const table = {}
  for (const action of [...used].sort()) {
    const [prefix, name] = action.split(':')
    const { actions } = referenceOf(prefix)
    if (
      !takesTags(actions[name.toLowerCase()] ?? {}) ||
      /^(?:un)?tag|tags|tagging|^(?:delete|list|describe|get)/i.test(name)
    )
      continue
    const tag =
      tagging.find((each) => actions[each.toLowerCase()] !== undefined) ??
      // IAM has one for each type.
      actions[name.replace(/^(?:Create|Upload)/, 'Tag').toLowerCase()]?.name
    if (tag === undefined) continue
    table[prefix] ??= {}
    table[prefix][tag] ??= []
    const tagged = actions[tag.toLowerCase()].resourceTypes.map((type) => type.name)
    const isSame = askedOf(actions[name.toLowerCase()]).every((type) => tagged.includes(type))
    table[prefix][tag].push(isSame ? name : `?${name}`)
  }
  return Object.fromEntries(
    Object.entries(table).map(([prefix, tags]) => [
      prefix,
      Object.fromEntries(Object.entries(tags).map(([tag, names]) => [tag, names.join(' ')])),
    ]),
  )
}

export const readIam = (services) => {
  const used = new Set()
  const actions = readActions(services, used)
  return { actions, resources: readResources(used), tags: readTags(used) }
}
