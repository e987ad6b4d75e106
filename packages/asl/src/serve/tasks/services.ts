/** Other AWS services, called by the user's own clients, at endpoints that are named: nothing is ever sent to AWS itself. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SetupError } from '../../execute/calls/answers.ts'
import { isRecord } from '../../execute/payload/payload.ts'
import { clientFailure, type ServiceCall, serviceErrorName } from '../../execute/task/serviceErrors.ts'
import { TaskFailure } from '../../execute/task/taskFailure.ts'
import { type AnswerShape, sdkAnswer } from '../../sdk/answers.ts'
import { apiParameters } from '../../sdk/parameters.ts'
import { sdkNameOf, sdkService } from '../../sdk/services.ts'
import type { ServerOptions } from '../options.ts'
import type { Call } from './call.ts'

/** A client's package is named as its service names itself: `CloudWatch Logs` has `@aws-sdk/client-cloudwatch-logs`. */
const packageOf = ({ service, action }: ServiceCall): string =>
  (sdkService(sdkNameOf(service, action))?.id ?? service).toLowerCase().replaceAll(' ', '-')

interface Client {
  readonly send: (command: unknown) => Promise<unknown>
}

interface ClientModule {
  readonly [name: string]: (new (input: unknown) => unknown) | undefined
}

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** From the folder of whoever started the server: its clients, in its versions. */
const loaded = async (name: string): Promise<ClientModule> => {
  const specifier = `@aws-sdk/client-${name}`
  let path: string
  try {
    path = createRequire(join(process.cwd(), 'package.json')).resolve(specifier)
  } catch {
    throw new SetupError(
      `An endpoint is named for ${name}, and ${specifier} is not installed here: npm install ${specifier}`,
    )
  }
  return (await import(pathToFileURL(path).href)) as ClientModule
}

const clients = new WeakMap<object, Map<string, Promise<{ readonly client: Client; readonly module: ClientModule }>>>()

const createClient = async (name: string, endpoint: string, region: string) => {
  const module = await loaded(name)
  // `DynamoDBClient`; `Client` alone is the base class.
  const key = Object.keys(module).find((each) => /^[A-Z]\w+Client$/.test(each))
  const Constructor = key === undefined ? undefined : module[key]
  if (Constructor === undefined) throw new SetupError(`@aws-sdk/client-${name} exports no client`)
  const client = new Constructor({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
    disableHostPrefix: true,
  }) as Client
  return { client, module }
}

const clientFor = (options: ServerOptions, name: string, endpoint: string) => {
  const known = clients.get(options) ?? new Map<string, ReturnType<typeof createClient>>()
  clients.set(options, known)
  const client = known.get(name) ?? createClient(name, endpoint, options.region ?? 'us-east-1')
  known.set(name, client)
  return client
}

const isJson = (value: unknown): boolean => isRecord(value) || Array.isArray(value)

/** Where optimized integrations take JSON and send it as text: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html */
const sentAsText: ReadonlyMap<string, string> = new Map([
  ['sqs:sendMessage', 'MessageBody'],
  ['sns:publish', 'Message'],
  ['states:startExecution', 'Input'],
  ['lambda:invoke', 'Payload'],
  ['bedrock:invokeModel', 'Body'],
])

/** What the client is given: JSON as text, names of the API. */
const inputOf = ({ kind, service, action }: ServiceCall, parameters: unknown): unknown => {
  if (!isRecord(parameters)) return parameters
  const input: Record<string, unknown> = { ...parameters }
  const key = kind === 'sdk' ? undefined : sentAsText.get(`${service}:${action}`)
  if (key !== undefined && isJson(input[key])) input[key] = JSON.stringify(input[key])
  if (kind !== 'sdk' && service === 'events' && Array.isArray(input.Entries))
    input.Entries = input.Entries.map((entry: unknown) =>
      isRecord(entry) && isJson(entry.Detail) ? { ...entry, Detail: JSON.stringify(entry.Detail) } : entry,
    )
  return apiParameters(sdkNameOf(service, action), action, input)
}

/** A value of the client as Step Functions shows it: its names for fields, times and bytes as text. */
const shown = (value: unknown, shape: AnswerShape | undefined): unknown => {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value))
    return value.map((each: unknown) => shown(each, shape?.kind === 'list' ? shape.of() : undefined))
  if (!isRecord(value)) return value
  if (shape?.kind === 'map')
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each, shape.of())]))
  if (shape?.kind !== 'structure')
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each, undefined)]))
  const output: [string, unknown][] = []
  for (const [name, { apiName, shape: of }] of shape.members)
    if (value[apiName] !== undefined) output.push([name, shown(value[apiName], of())])
  return Object.fromEntries(output)
}

/** An answer as data: without the SDK's metadata, a body read to its end. */
const outputOf = async (answer: unknown, shape: AnswerShape | undefined): Promise<unknown> => {
  if (!isRecord(answer)) return answer
  const { $metadata: _, ...output } = answer
  for (const key of ['Body', 'body']) {
    const body = output[key]
    if (typeof body === 'object' && body !== null && 'transformToString' in body)
      output[key] = await (body as { readonly transformToString: () => string | Promise<string> }).transformToString()
  }
  return shown(output, shape)
}

/** The call of a task that an endpoint is named for; nothing for one that has none. */
export const serviceStandIn = (options: ServerOptions, parsed: ServiceCall): Call | undefined => {
  const { service, action, pattern } = parsed
  const endpoint =
    options.endpoints !== undefined && Object.hasOwn(options.endpoints, service)
      ? options.endpoints[service]
      : undefined
  if (endpoint === undefined) return undefined
  const name = packageOf(parsed)
  return async (parameters) => {
    if (pattern === 'sync' || pattern === 'sync:2')
      throw new SetupError(
        `${service}:${action}.${pattern} waits for a job, which a call to an endpoint does not: answer for it with services or mocks`,
      )
    const { client, module } = await clientFor(options, name, endpoint)
    const Command = module[`${firstUpper(action)}Command`]
    if (Command === undefined) throw new SetupError(`@aws-sdk/client-${name} has no ${firstUpper(action)}Command`)
    let answer: unknown
    try {
      answer = await client.send(new Command(inputOf(parsed, parameters)))
    } catch (error) {
      // What is no answer of the service is a failure of the client.
      throw (
        clientFailure(parsed, error) ??
        new TaskFailure(
          serviceErrorName(parsed, 'SdkClientException'),
          error instanceof Error ? error.message : String(error),
        )
      )
    }
    // It was sent; the answer comes with the token.
    return pattern === 'waitForTaskToken' ? undefined : outputOf(answer, sdkAnswer(sdkNameOf(service, action), action))
  }
}
