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

/**
 * By prefix: the actions that no resource limits (`any`), and those of one type of resource, by the pattern of its ARN. An action of
 * several types is in neither: which of them a call touches, only a rule knows.
 */
const readResources = (used) => {
  const table = {}
  for (const action of [...used].sort()) {
    const [prefix, name] = action.split(':')
    const { actions, types } = referenceOf(prefix)
    const { resourceTypes } = actions[name.toLowerCase()] ?? {}
    if (resourceTypes === undefined || resourceTypes.length > 1) continue
    table[prefix] ??= { any: [], types: {} }
    const [only] = resourceTypes
    if (only === undefined) table[prefix].any.push(name)
    else {
      const { arn } = types[only.name.toLowerCase()] ?? Object.values(types).find(({ key }) => key === only.name) ?? {}
      if (arn === undefined) continue
      table[prefix].types[arn] ??= []
      table[prefix].types[arn].push(name)
    }
  }
  return Object.fromEntries(
    Object.entries(table).map(([prefix, { any, types }]) => [
      prefix,
      {
        any: any.join(' '),
        types: Object.fromEntries(Object.entries(types).map(([arn, names]) => [arn, names.join(' ')])),
      },
    ]),
  )
}

export const readIam = (services) => {
  const used = new Set()
  const actions = readActions(services, used)
  return { actions, resources: readResources(used) }
}
