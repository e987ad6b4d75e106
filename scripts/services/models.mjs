// The models of the AWS APIs, from botocore's data folder, as one line per operation.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { answersOf } from './answers.mjs'
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
