/** The options of `orkestra serve` and `orkestra dev`, and the workflows that they find. */
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { AnyStep } from '@orkestra/core'
import type { StandIn } from '../execute/calls/answers.ts'
import type { MockConfig } from '../execute/index.ts'
import type { ReadDefinition } from '../files/readDefinitions.ts'
import { showIssue } from '../issue.ts'
import type { Problem, Registered, Server, ServerOptions } from '../serve/index.ts'
import { type Option, oneOf, type RepeatedOption } from './arguments.ts'
import { definitionsIn, isDefinition } from './load/definitions.ts'
import { isStepThatIsNamed, loadModule, referenceParts, UsageError } from './load/module.ts'
import { noted, type Session } from './session.ts'

type Text = Option & { readonly type: 'string' }
type Texts = RepeatedOption & { readonly type: 'string' }

/** The options of both commands. */
export const serving: Readonly<
  Record<'port' | 'host' | 'lambda-endpoint' | 'mocks' | 'clock' | 'data' | 'account' | 'region', Text>
> &
  Readonly<Record<'function' | 'endpoint' | 'allow-host', Texts>> = {
  port: { type: 'string', value: '<number>', meaning: 'default 8083, as in Step Functions Local; 0 picks a free port' },
  host: { type: 'string', value: '<address>', meaning: 'default 127.0.0.1: not reachable from the network' },
  function: {
    type: 'string',
    multiple: true,
    value: '<name>=<module>#<export>',
    meaning: 'a Lambda function, by the name that tasks call; repeatable',
  },
  'lambda-endpoint': {
    type: 'string',
    value: '<url>',
    meaning: 'the Lambda endpoint for all other functions, such as sam local start-lambda',
  },
  endpoint: {
    type: 'string',
    multiple: true,
    value: '<service>=<url>',
    meaning: 'the endpoint of another service, called with your @aws-sdk/client-*: dynamodb=http://127.0.0.1:8000',
  },
  mocks: {
    type: 'string',
    value: '<file>',
    meaning: 'a MockConfigFile of Step Functions Local; start …:stateMachine:Name#TestCase',
  },
  clock: {
    type: 'string',
    words: ['real', 'virtual'],
    meaning: 'virtual: waits and retries take no time. Default: real',
  },
  data: { type: 'string', value: '<folder>', meaning: 'keep a log there that restores everything after a restart' },
  'allow-host': {
    type: 'string',
    multiple: true,
    value: '<name>',
    meaning: 'another host name to accept',
  },
  account: { type: 'string', value: '<12 digits>', meaning: 'the account of unsigned requests. Default: 123456789012' },
  region: { type: 'string', value: '<name>', meaning: 'the region of unsigned requests. Default: us-east-1' },
}

/** The values of those options, as `parseArgs` reads them. */
export interface ServingValues {
  readonly port?: string | undefined
  readonly host?: string | undefined
  readonly function?: string[] | undefined
  readonly 'lambda-endpoint'?: string | undefined
  readonly endpoint?: string[] | undefined
  readonly mocks?: string | undefined
  readonly clock?: string | undefined
  readonly data?: string | undefined
  readonly 'allow-host'?: string[] | undefined
  readonly account?: string | undefined
  readonly region?: string | undefined
}

/** `name=value`. @throws UsageError */
const pair = (option: string, text: string): readonly [name: string, value: string] => {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1)
    throw new UsageError(`--${option} ${text}: write ${serving[option as 'function'].value}.`)
  return [text.slice(0, at), text.slice(at + 1)]
}

const url = (option: string, text: string): string => {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new UsageError(`--${option} ${text}: not an http URL.`)
  return text
}

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`--port ${text}: expected a number from 0 to 65535.`)
  return port
}

const mocksIn = (path: string, around: Session): MockConfig => {
  try {
    return JSON.parse(readFileSync(noted(path, around), 'utf8')) as MockConfig
  } catch (error) {
    throw new UsageError(`--mocks ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

type Handler = (...given: unknown[]) => unknown

/** The function that `--function` names. @throws UsageError */
const handlerOf = async (name: string, reference: string, around: Session): Promise<Handler> => {
  const [path, exported = 'handler'] = referenceParts(reference)
  const module = await loadModule(path, around)
  const handler = Object.hasOwn(module, exported) ? module[exported] : undefined
  if (typeof handler !== 'function')
    throw new UsageError(
      `--function ${name}=${reference}: ${path} exports no function ${JSON.stringify(exported)}, but ${Object.keys(module).join(', ') || 'nothing'}.`,
    )
  return handler as Handler
}

/** The functions of the command line, which can be loaded again while the server goes on. */
export interface Functions {
  readonly standIns: Readonly<Record<string, StandIn>>
  readonly load: (around: Session) => Promise<void>
}

const functionsOf = (given: readonly string[]): Functions => {
  const references = new Map(given.map((text) => pair('function', text)))
  const handlers = new Map<string, Handler>()
  return {
    standIns: Object.fromEntries(
      [...references.keys()].map((name) => [
        name,
        ((...event: unknown[]) => (handlers.get(name) as Handler)(...event)) as StandIn,
      ]),
    ),
    load: async (around) => {
      const loaded = new Map<string, Handler>()
      for (const [name, reference] of references) loaded.set(name, await handlerOf(name, reference, around))
      for (const [name, handler] of loaded) handlers.set(name, handler)
    },
  }
}

/** What the command line says, for `createServer`. @throws UsageError */
export const serverOptionsOf = (
  values: ServingValues,
  around: Session,
): { readonly options: ServerOptions; readonly functions: Functions } => {
  const port = portOf(values.port)
  const clock = oneOf('clock', ['real', 'virtual'], values.clock)
  const functions = functionsOf(values.function ?? [])
  if (values.account !== undefined && !/^\d{12}$/.test(values.account))
    throw new UsageError(`--account ${values.account}: an account ID has twelve digits.`)
  return {
    functions,
    options: {
      functions: functions.standIns,
      endpoints: Object.fromEntries(
        (values.endpoint ?? []).map((text) => {
          const [service, where] = pair('endpoint', text)
          return [service, url('endpoint', where)]
        }),
      ),
      allowedHosts: values['allow-host'] ?? [],
      ...(port !== undefined && { port }),
      ...(values.host !== undefined && { host: values.host }),
      ...(values['lambda-endpoint'] !== undefined && {
        lambdaEndpoint: url('lambda-endpoint', values['lambda-endpoint']),
      }),
      ...(values.mocks !== undefined && { mocks: mocksIn(values.mocks, around) }),
      ...(clock && { clock }),
      ...(values.data !== undefined && { data: values.data }),
      ...(values.account !== undefined && { account: values.account }),
      ...(values.region !== undefined && { region: values.region }),
    },
  }
}

/** A workflow that was found, or why there is none. */
export type FoundWorkflow = { readonly workflow: AnyStep | Registered } | { readonly problem: Problem }

const problemOf = (error: unknown): Problem => ({
  message: error instanceof Error ? error.message : String(error),
  issues: [],
  text: undefined,
})

/** A function that a template fills in is called by its name in the template, as SAM calls it. */
const filled = (text: string, substitutions: ReadDefinition['substitutions']): string => {
  let all = text
  for (const [name, value] of substitutions) {
    if (typeof value !== 'object' || value === null) continue
    const { Ref, 'Fn::GetAtt': attribute } = value as { readonly Ref?: unknown; readonly 'Fn::GetAtt'?: unknown }
    const [resource, part] = Array.isArray(attribute) ? (attribute as unknown[]) : String(attribute ?? '').split('.')
    const target = typeof Ref === 'string' ? Ref : part === 'Arn' ? resource : undefined
    if (typeof target === 'string') all = all.replaceAll(`\${${name}}`, `\${${target}}`)
  }
  return all
}

const ofDefinition = ({ definition, issues, place, type, substitutions, unread }: ReadDefinition): FoundWorkflow => {
  if (unread !== undefined)
    return { problem: { message: `It is known only at deployment: ${unread}.`, issues: [], text: undefined } }
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || definition === undefined)
    return {
      problem: { message: `${place.file}: ${errors.map(showIssue).join('\n')}`, issues: errors, text: place.text },
    }
  return { workflow: { workflow: filled(JSON.stringify(definition, null, 2), substitutions), type } }
}

const ofModule = async (reference: string, around: Session): Promise<ReadonlyMap<string, FoundWorkflow>> => {
  const [path, wanted] = referenceParts(reference)
  const found = new Map<string, FoundWorkflow>()
  let module: Readonly<Record<string, unknown>>
  try {
    module = await loadModule(path, around)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return found.set(path, { problem: problemOf(error) })
  }
  // Only here: `orkestra --help` loads no workflows.
  const { isStep } = await import('@orkestra/core')
  for (const [name, value] of Object.entries(module)) {
    if (!isStepThatIsNamed(value, isStep) || (wanted !== undefined && name !== wanted)) continue
    // A composed handler alone is a step of a workflow, and no workflow, unless somebody names it.
    if (typeof value === 'function' && wanted === undefined) continue
    found.set(name === 'default' ? basename(path, extname(path)) : name, { workflow: value as AnyStep })
  }
  if (found.size === 0)
    found.set(path, { problem: problemOf(`${path} exports no workflow${wanted === undefined ? '' : ` ${wanted}`}.`) })
  return found
}

const ofFiles = async (path: string, around: Session): Promise<ReadonlyMap<string, FoundWorkflow>> => {
  const { findFiles, FileError } = await import('../files/index.ts')
  const found = new Map<string, FoundWorkflow>()
  try {
    for (const file of findFiles([path]))
      for (const read of await definitionsIn(file, {}, around)) found.set(read.name, ofDefinition(read))
  } catch (error) {
    if (!(error instanceof FileError || error instanceof UsageError)) throw error
    found.set(path, { problem: problemOf(error) })
  }
  if (found.size === 0) found.set(path, { problem: problemOf(`${path} holds no definition of a state machine.`) })
  return found
}

/** All workflows that the arguments of the command lead to, by the names of their machines. */
export const findWorkflows = async (
  references: readonly string[],
  around: Session,
): Promise<ReadonlyMap<string, FoundWorkflow>> => {
  const all = new Map<string, FoundWorkflow>()
  for (const reference of references) {
    const found = isDefinition(reference) ? await ofFiles(reference, around) : await ofModule(reference, around)
    for (const [name, one] of found) all.set(name, one)
  }
  return all
}

/** Registers the workflows that were found, and removes those that are gone. Problems appear on the server's page and here. */
export const apply = (
  server: Server,
  found: ReadonlyMap<string, FoundWorkflow>,
  before: ReadonlyMap<string, FoundWorkflow>,
): readonly string[] => {
  for (const name of before.keys())
    if (!found.has(name)) {
      server.report(name)
      server.unregister(name)
    }
  for (const [name, one] of found)
    if ('problem' in one) server.report(name, one.problem)
    else server.register(name, one.workflow)
  return [...server.problems].map(([name, { message }]) => (message.startsWith(name) ? message : `${name}: ${message}`))
}

/** How clients are pointed at a server. */
export const hints = (server: Pick<Server, 'url'>): string =>
  [
    `  page             ${server.url}/`,
    `  SDKs, CLI        AWS_ENDPOINT_URL_SFN=${server.url}`,
    '  sync- host       SDKs send StartSyncExecution and TestState to it: AWS_DISABLE_HOST_PREFIX_INJECTION=true,',
    '                   or disableHostPrefix: true in the client of JavaScript',
    '',
  ].join('\n')
