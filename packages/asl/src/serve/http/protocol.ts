/** AWS's JSON 1.0 protocol. https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AslError } from '../../issue.ts'
import { defaultScope, partitionOf, type Scope } from '../api/arn.ts'
import { dispatch } from '../api/dispatch.ts'
import { ServiceError } from '../api/error.ts'
import type { World } from '../world.ts'
import { bodyOf, longestBody } from './body.ts'

const prefix = 'AWSStepFunctions.'

/** Whether a request is one of the API, and not of the page. */
export const isApi = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' && headers['x-amz-target'] !== undefined

/** Whose request it is. Signatures are not checked; an access key of twelve digits is taken for an account, as other emulators do. */
export const scopeOf = ({ headers }: IncomingMessage, world: World): Scope => {
  const { account, region } = defaultScope(world.options)
  const [, key = '', signed = ''] =
    /Credential=([^/,\s]+)\/\d{8}\/([\w-]+)\/states\//.exec(headers.authorization ?? '') ?? []
  const of = signed || region
  return {
    partition: partitionOf(of),
    region: of,
    account: /^\d{12}$/.test(key) ? key : account,
  }
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly error?: string
}

const refused = ({ code, message, more }: ServiceError): Answer => ({
  status: 400,
  body: { __type: code, message, ...more },
  error: code,
})

const answerOf = async (world: World, request: IncomingMessage, signal: AbortSignal): Promise<Answer> => {
  const target = String(request.headers['x-amz-target'])
  const text = await bodyOf(request)
  if (text === undefined)
    return {
      status: 413,
      body: { __type: 'RequestEntityTooLargeException', message: `A request has at most ${longestBody} bytes` },
      error: 'RequestEntityTooLargeException',
    }
  try {
    if (!target.startsWith(prefix))
      throw new ServiceError('UnknownOperationException', `There is no action ${target}; this is Step Functions`)
    let parsed: unknown
    try {
      parsed = text === '' ? {} : JSON.parse(text)
    } catch {
      throw new ServiceError('SerializationException', 'The request body is not JSON')
    }
    const answer = await dispatch(world, target.slice(prefix.length), parsed, scopeOf(request, world), signal)
    return { status: 200, body: answer }
  } catch (error) {
    if (error instanceof ServiceError) return refused(error)
    if (error instanceof AslError)
      return refused(new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${error.message}'`))
    world.options.log?.(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return {
      status: 500,
      body: { __type: 'InternalFailure', message: error instanceof Error ? error.message : String(error) },
      error: 'InternalFailure',
    }
  }
}

/** Answers one request of the API. */
export const answerApi = async (world: World, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const { status, body, error } = await answerOf(world, request, gone.signal)
  if (response.destroyed) return
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
    ...(error !== undefined && { 'x-amzn-errortype': error }),
    ...(status === 413 && { connection: 'close' }),
  })
  response.end(text)
}
