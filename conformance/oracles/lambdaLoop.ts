/** A function under AWS's own runtime client, `aws-lambda-ric`, against a Runtime API on loopback. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeVersion } from './nodes.ts'

export interface Invocation {
  readonly event: unknown
  /** What the function is told of its time. Default 60. */
  readonly timeoutSeconds?: number
  /** Whether it never answers, and is cut off. All others are waited for, however busy the machine is. */
  readonly isCutOff?: boolean
  readonly clientContext?: unknown
}

/** What Step Functions would see of an invocation. */
export type Answer =
  | { readonly response: unknown }
  | { readonly errorType: string; readonly errorMessage: string }
  | { readonly timedOut: true }
  | { readonly exited: number | null }

export interface Outcome {
  /** One per invocation, in order. */
  readonly answers: readonly Answer[]
  /** An error before the first invocation. */
  readonly initError?: { readonly errorType: string; readonly errorMessage: string }
  /** All that was written, to either stream. */
  readonly output: string
}

const here = fileURLToPath(new URL('../', import.meta.url))

/** AWS's client for a runtime: Lambda's Node.js 24 has the fourth, those before it the third. */
const clientOf = (major: number): string =>
  join(here, 'node_modules', major >= 24 ? 'aws-lambda-ric-4/index.mjs' : 'aws-lambda-ric/bin/index.mjs')

// https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html: not so from Node.js 24 on.
const flagsOf = (major: number): readonly string[] => (major < 24 ? ['--no-experimental-require-module'] : [])

/**
 * Invokes a function of a folder again and again, in one process unless it ends, as Lambda does; then in a new one.
 *
 * @example await lambdaLoop(node, folder, 'index.price', [{ event: { id: '7' } }])
 */
export const lambdaLoop = async (
  { path, major }: NodeVersion,
  folder: string,
  handler: string,
  invocations: readonly Invocation[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> => {
  const answers: Answer[] = []
  let output = ''
  let initError: Outcome['initError']
  let waiting: ServerResponse | undefined
  let child: ChildProcess | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let open = false
  let starts = 0
  let finish: () => void = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })

  const answer = (given: Answer): void => {
    clearTimeout(timer)
    open = false
    answers.push(given)
    if (answers.length === invocations.length) finish()
  }
  const serve = (): void => {
    const invocation = invocations[answers.length]
    if (waiting === undefined || open || invocation === undefined) return
    open = true
    const { event, timeoutSeconds = 60, isCutOff, clientContext } = invocation
    const response = waiting
    waiting = undefined
    response.writeHead(200, {
      'lambda-runtime-aws-request-id': `request-${answers.length}`,
      'lambda-runtime-deadline-ms': String(Date.now() + timeoutSeconds * 1000),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-west-1:123456789012:function:loop',
      'lambda-runtime-trace-id': 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0',
      ...(clientContext !== undefined && { 'lambda-runtime-client-context': JSON.stringify(clientContext) }),
    })
    response.end(JSON.stringify(event))
    if (isCutOff)
      timer = setTimeout(() => {
        answer({ timedOut: true })
        child?.kill('SIGKILL')
      }, timeoutSeconds * 1000)
  }
  const server = createServer((request, response) => {
    const { url = '' } = request
    if (url.endsWith('/next')) {
      waiting = response
      return serve()
    }
    let body = ''
    request
      .setEncoding('utf8')
      .on('data', (text: string) => {
        body += text
      })
      .on('end', () => {
        response.writeHead(202).end()
        const { errorType, errorMessage } = url.endsWith('/error') ? JSON.parse(body) : ({} as never)
        if (url.endsWith('/init/error')) {
          initError = { errorType, errorMessage }
          finish()
        } else if (open) answer(url.endsWith('/error') ? { errorType, errorMessage } : { response: JSON.parse(body) })
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const start = (): void => {
    starts += 1
    child = spawn(path, [...flagsOf(major), '-r', join(here, 'lambda/rapid-client.cjs'), clientOf(major), handler], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
        AWS_LAMBDA_FUNCTION_NAME: 'loop',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
        AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
        AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${major}.x`,
        AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/loop',
        AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
        LAMBDA_TASK_ROOT: folder,
        _HANDLER: handler,
        AWS_REGION: 'eu-west-1',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    child.on('exit', (code) => {
      waiting = undefined
      if (open) answer({ exited: code })
      if (answers.length === invocations.length || initError !== undefined) return
      // A process that ends before it asks for work would be started for ever.
      if (starts <= invocations.length) return start()
      initError = { errorType: 'Runtime.ExitError', errorMessage: output }
      finish()
    })
  }
  start()
  await finished
  child?.kill('SIGKILL')
  server.close()
  server.closeAllConnections()
  return { answers, output, ...(initError && { initError }) }
}
