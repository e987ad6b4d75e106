// The fields of the optimized integrations: those of the operations of the SDK that they call, with what Step Functions adds and leaves
// out, and those of the integrations that are no operation.
import { ownTables } from './ownFields.mjs'

/** Where Step Functions has another name for the service than the SDK for Java. */
const services = {
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
  events: 'eventbridge',
  states: 'sfn',
}

/** Those that are an operation of another service, or by another name. */
const others = {
  // A model's input and output may be objects of S3. https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html
  'bedrock:invokeModel': { service: 'bedrockruntime', adds: ['Input', 'Output'] },
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
  'elasticmapreduce:createCluster': { service: 'emr', operation: 'runJobFlow', refuses: ['Steps'] },
}

/** By integration, the service in the SDK and the fields, each with what it holds; or the fields and the structures of its own. */
export const readOptimized = (integrations, known, structures) => {
  const found = {}
  const own = ownTables()
  for (const [service, actions] of Object.entries(integrations))
    for (const action of Object.keys(actions)) {
      const key = `${service}:${action}`
      if (own[key] !== undefined) {
        found[key] = own[key]
        continue
      }
      const {
        service: name = services[service] ?? service,
        operation = action,
        adds = [],
        refuses = [],
      } = others[key] ?? {}
      const line = known[name]?.operations.split('\n').find((each) => each.split(/[ @]/)[0] === operation)
      if (line === undefined)
        throw new Error(`${key} is no operation of ${name}, and packages/core/src/sdk/ownFields.ts lacks it`)
      const inputs = structures[name]?.inputs.split('\n').find((each) => each.split(' ')[0] === operation) ?? ''
      const held = new Map(inputs.split(' ').map((field) => [field.split(':')[0], field]))
      const [, ...fields] = line.replaceAll('!', '').split(' ')
      found[key] = {
        service: name,
        fields: [...fields.filter((field) => !refuses.includes(field)), ...adds]
          .map((field) => held.get(field) ?? field)
          .join(' '),
      }
    }
  return found
}

const suffixes = { requestResponse: '', sync: '.sync', 'sync:2': '.sync:2', waitForTaskToken: '.waitForTaskToken' }

/** The names of the fields as types of core, by resource: for those that no type of its own has. */
export const listedFields = (integrations, optimized) => {
  const resources = Object.entries(integrations).flatMap(([service, actions]) =>
    Object.entries(actions).flatMap(([action, { patterns, required }]) => {
      const { service: name, fields } = optimized[`${service}:${action}`]
      if (name === undefined) return []
      const all = fields.split(' ').map((field) => field.split(':')[0])
      return patterns.map((pattern) => ({ resource: `${service}:${action}${suffixes[pattern]}`, required, all }))
    }),
  )
  const lines = (of) =>
    resources
      .map(
        (each) =>
          `  readonly '${each.resource}': ${
            of(each)
              .map((name) => `'${name}'`)
              .join(' | ') || 'never'
          }`,
      )
      .join('\n')
  return `/** Written by scripts/generate-services.mjs: the fields of the optimized integrations that are an operation of the AWS SDK. */
export interface ListedFields {
${lines(({ all }) => all)}
}

/** Those that a call cannot do without. */
export interface NeededFields {
${lines(({ required }) => required)}
}
`
}
