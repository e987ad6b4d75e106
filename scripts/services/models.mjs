// The models of the AWS APIs, from botocore's data folder, as one line per operation.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { answersOf } from './answers.mjs'
import { apiNames } from './apiNames.mjs'
import { actionName, errorPrefix, fieldName, serviceName } from './sdkNames.mjs'
import { unsupported } from './unsupported.mjs'

const readModel = (folder) => {
  const versions = readdirSync(folder)
    .filter((version) => existsSync(join(folder, version, 'service-2.json.gz')))
    .sort()
  const newest = versions.at(-1)
  return newest && JSON.parse(gunzipSync(readFileSync(join(folder, newest, 'service-2.json.gz'))).toString('utf8'))
}

/** The fields of an operation's input: those that it cannot do without first. */
const fieldsOf = (operation, shapes) => {
  const { members = {}, required = [] } = operation.input ? shapes[operation.input.shape] : {}
  const isRequired = (member) => required.includes(member) && !members[member].idempotencyToken
  const names = Object.keys(members)
  return [
    ...names.filter(isRequired).map((member) => `${fieldName(member)}!`),
    ...names.filter((member) => !isRequired(member)).map(fieldName),
  ]
}

/** A stream goes in or out event by event, which no task can do. */
const isStream = (operation, shapes) =>
  [operation.input, operation.output].some((side) => {
    const members = side ? Object.values(shapes[side.shape].members ?? {}) : []
    return members.some(({ shape }) => shapes[shape].eventstream)
  })

/** Every service, by the name that Step Functions gives it, and what its actions answer. */
export const readServices = (models) => {
  const services = {}
  const answers = {}
  for (const folder of readdirSync(models).sort()) {
    const path = join(models, folder)
    const model = existsSync(path) && !folder.includes('.') ? readModel(path) : undefined
    if (model === undefined) continue
    const { metadata, operations, shapes } = model
    const id = metadata.serviceId
    const isCalled = (name) =>
      !isStream(operations[name], shapes) && !(unsupported[serviceName(id)] ?? []).includes(actionName(name))
    const lines = Object.keys(operations)
      .filter(isCalled)
      .sort()
      .map((name) => {
        const { http = {} } = operations[name]
        // API Gateway's permissions are HTTP's verbs on its paths: nothing else needs to know either.
        const verb = /^apigateway(v2)?$/.test(serviceName(id)) ? `@${http.method}` : ''
        return [actionName(name) + verb, ...fieldsOf(operations[name], shapes)].join(' ')
      })
    services[serviceName(id)] = {
      id,
      errors: errorPrefix(id),
      prefixes: [...new Set([metadata.signingName ?? metadata.endpointPrefix, metadata.endpointPrefix])],
      operations: lines.join('\n'),
    }
    answers[serviceName(id)] = answersOf(model, isCalled)
  }
  return { services, answers }
}

/** The spellings of a field within a field. What is nothing but capitals, as DynamoDB's `BOOL`, Java makes a word of; both are taken. */
const spellings = (member) => {
  const field = fieldName(member)
  return /^[A-Z]{2,}$/.test(member) ? [field, member] : [field]
}

/** Whether it is a time, or holds times and nothing else. */
const isTime = (shapes, name) => {
  const { type, member, value } = shapes[name]
  const inside = member ?? value
  // botocore reads S3's as a text, since objects may have any there; clients of other languages take a time.
  return (
    type === 'timestamp' || name === 'Expires' || ((type === 'list' || type === 'map') && isTime(shapes, inside.shape))
  )
}

/**
 * What the fields of every service hold, and `names`: what the APIs call them. `inputs`: a line per action, with those of its fields that hold more fields; `structures`: a line
 * per structure, by its number. `Field:3` holds structure 3, or a list of it; `Field:*3` a map of it, whose keys are the user's.
 */
export const readStructures = (models) => {
  const services = {}
  const names = {}
  for (const folder of readdirSync(models).sort()) {
    const path = join(models, folder)
    const model = existsSync(path) && !folder.includes('.') ? readModel(path) : undefined
    if (model === undefined) continue
    const { metadata, operations, shapes } = model
    const numbers = new Map()
    const held = (name) => {
      const { type, document, members = {}, member, value } = shapes[name]
      if (type === 'list') return held(member.shape)
      if (type === 'map') {
        const values = held(value.shape)
        return values === '' ? '' : `*${values}`
      }
      // A document is any JSON.
      if (type !== 'structure' || document || Object.keys(members).length === 0) return ''
      if (!numbers.has(name)) numbers.set(name, numbers.size)
      return `${numbers.get(name)}`
    }
    const marked = (field, shape) => {
      const what = held(shape)
      return what === '' ? field : `${field}:${what}`
    }
    const named = []
    const noteAt = (place, spelled, members) => {
      for (const [api, { shape }] of Object.entries(members))
        for (const field of spelled(api)) named.push({ place, field, api, isTime: isTime(shapes, shape) })
    }
    const inputs = Object.keys(operations)
      .sort()
      .flatMap((name) => {
        const { input } = operations[name]
        noteAt(actionName(name), (member) => [fieldName(member)], (input && shapes[input.shape].members) ?? {})
        const fields = Object.entries((input && shapes[input.shape].members) ?? {})
          .map(([member, { shape }]) => marked(fieldName(member), shape))
          .filter((field) => field.includes(':'))
        return fields.length === 0 ? [] : [[actionName(name), ...fields].join(' ')]
      })
    const structures = []
    // Those that are met on the way come after.
    for (const [name, number] of numbers) {
      noteAt(number, spellings, shapes[name].members)
      structures.push(
        Object.entries(shapes[name].members)
          .flatMap(([member, { shape }]) => spellings(member).map((field) => marked(field, shape)))
          .join(' '),
      )
    }
    const said = apiNames(named)
    if (said !== undefined) names[serviceName(metadata.serviceId)] = said
    if (structures.length > 0)
      services[serviceName(metadata.serviceId)] = { inputs: inputs.join('\n'), structures: structures.join('\n') }
  }
  return { structures: services, names }
}
