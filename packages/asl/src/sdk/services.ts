/**
 * What there is to call of the AWS SDK: services, actions, and their fields, as Step Functions writes them. The table is a file of
 * 1.4 MB that is read when the first call of the SDK is met; a program that bundles this package without its data has none.
 */
import { readTable } from './table.ts'

/** An action of a service. */
export interface SdkAction {
  /** Fields that the call cannot do without. */
  readonly required: readonly string[]
  /** All its fields, the required ones first. */
  readonly fields: readonly string[]
}

export interface SdkService {
  /** Its own name for itself: `CloudWatch Logs`. */
  readonly id: string
  /** What stands before the names of its errors: `DynamoDb`. */
  readonly errors: string
  readonly actions: ReadonlyMap<string, SdkAction>
}

interface Entry {
  readonly id: string
  readonly errors: string
  readonly prefixes: readonly string[]
  /** A line per action: its name, and its fields; a required one ends in `!`. */
  readonly operations: string
}

let table: ReadonlyMap<string, Entry> | undefined
const read = new Map<string, SdkService>()

const entries = (): ReadonlyMap<string, Entry> => {
  table ??= new Map(Object.entries(readTable<Record<string, Entry>>('services') ?? {}))
  return table
}

const actionIn = (line: string): readonly [string, SdkAction] => {
  const [head = '', ...marked] = line.split(' ')
  const [name = ''] = head.split('@')
  return [
    name,
    {
      required: marked.filter((field) => field.endsWith('!')).map((field) => field.slice(0, -1)),
      fields: marked.map((field) => field.replace('!', '')),
    },
  ]
}

/** The optimized integrations, or single actions of them, whose service has another name in the SDK. */
const sdkNames: ReadonlyMap<string, string> = new Map([
  ['events', 'eventbridge'],
  ['states', 'sfn'],
  ['elasticmapreduce', 'emr'],
  ['emr-containers', 'emrcontainers'],
  ['emr-serverless', 'emrserverless'],
  ['bedrock:invokeModel', 'bedrockruntime'],
])

/** What the SDK calls the service of an optimized integration. @example sdkNameOf('states', 'startExecution') // 'sfn' */
export const sdkNameOf = (service: string, action: string): string =>
  sdkNames.get(`${service}:${action}`) ?? sdkNames.get(service) ?? service

/** The names of all services; none where the table is not there. @example sdkServices().includes('dynamodb') // true */
export const sdkServices = (): readonly string[] => [...entries().keys()]

/** A service by its name in a resource. @example sdkService('dynamodb')?.actions.get('getItem')?.required // ['TableName', 'Key'] */
export const sdkService = (name: string): SdkService | undefined => {
  const known = read.get(name)
  if (known !== undefined) return known
  const entry = entries().get(name)
  if (entry === undefined) return undefined
  const service = { id: entry.id, errors: entry.errors, actions: new Map(entry.operations.split('\n').map(actionIn)) }
  read.set(name, service)
  return service
}
