// The fields of the optimized integrations: those of the operations of the SDK that they call, and what Step Functions adds.

/** Where Step Functions has another name for the service than the SDK for Java. */
const services = {
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
  events: 'eventbridge',
  states: 'sfn',
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html: a model's input and output may be objects of S3. */
const others = { 'bedrock:invokeModel': { service: 'bedrockruntime', adds: ['Input', 'Output'] } }

/** Of a name that the SDK has as well, with other fields: https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html */
const unlike = ['elasticmapreduce']

/** By integration, the service in the SDK and the fields, each with what it holds; none for one that is no single operation of it. */
export const readOptimized = (integrations, known, structures) => {
  const found = {}
  for (const [service, actions] of Object.entries(integrations))
    for (const action of unlike.includes(service) ? [] : Object.keys(actions)) {
      const { service: name, adds } = others[`${service}:${action}`] ?? {
        service: services[service] ?? service,
        adds: [],
      }
      const line = known[name]?.operations.split('\n').find((each) => each.split(/[ @]/)[0] === action)
      if (line === undefined) continue
      const inputs = structures[name]?.inputs.split('\n').find((each) => each.split(' ')[0] === action) ?? ''
      const held = new Map(inputs.split(' ').map((field) => [field.split(':')[0], field]))
      const [, ...fields] = line.replaceAll('!', '').split(' ')
      found[`${service}:${action}`] = {
        service: name,
        fields: [...fields, ...adds].map((field) => held.get(field) ?? field).join(' '),
      }
    }
  return found
}
