/**
 * A function on a Lambda managed instance: AWS's runtime client with its worker threads, each of which runs several invocations at once,
 * against a Runtime API on loopback that hands out all of them as fast as they are asked for.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-nodejs-runtime.html
 */
import { spawn } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer, Invocation, Outcome } from './lambdaLoop.ts'
import type { NodeVersion } from './nodes.ts'

const here = fileURLToPath(new URL('../', import.meta.url))

/**
 * Invokes a function of a folder with all events at once, spread evenly over the workers: each gets as many before any is answered.
 *
 * @example await managedInstance(node, folder, 'index.price', [{ event: { id: '7' } }, { event: { id: '8' } }], 2)
 */
export const managedInstance = async (
  { path, major }: NodeVersion,
  folder: string,
  handler: string,
  invocations: readonly Invocation[],
  workers: number,
): Promise<Outcome> => {
  const answers: Answer[] = []
  const asking: ServerResponse[] = []
  let output = ''
  let answered = 0
  let given = 0
  let finish: () => void = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const give = (response: ServerResponse): void => {
    const invocation = invocations[given]
    // A worker that asks for more than there is waits, as it does on Lambda.
    if (invocation === undefined) return
    const { event, timeoutSeconds = 60, clientContext } = invocation
    response.writeHead(200, {
      'lambda-runtime-aws-request-id': `request-${given}`,
      'lambda-runtime-deadline-ms': String(Date.now() + timeoutSeconds * 1000),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-west-1:123456789012:function:many',
      'lambda-runtime-trace-id': 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0',
      ...(clientContext !== undefined && { 'lambda-runtime-client-context': JSON.stringify(clientContext) }),
    })
    given += 1
    response.end(JSON.stringify(event))
  }
  const server = createServer((request, response) => {
    const { url = '' } = request
    if (url.endsWith('/next')) {
      asking.push(response)
      // All workers ask before any gets work: else the first to start would take everything.
      if (asking.length >= workers) for (const each of asking.splice(0)) give(each)
      return
    }
    let body = ''
    request
      .setEncoding('utf8')
      .on('data', (text: string) => {
        body += text
      })
      .on('end', () => {
        response.writeHead(202).end()
        const at = Number(/request-(\d+)/.exec(url)?.[1])
        const { errorType, errorMessage } = url.endsWith('/error') ? JSON.parse(body) : ({} as never)
        answers[at] = url.endsWith('/error') ? { errorType, errorMessage } : { response: JSON.parse(body) }
        answered += 1
        if (answered === invocations.length) finish()
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client = join(here, 'node_modules/aws-lambda-ric-4/index.mjs')
  const child = spawn(path, ['-r', join(here, 'lambda/rapid-client.cjs'), client, handler], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
      AWS_LAMBDA_MAX_CONCURRENCY: String(Math.ceil(invocations.length / workers)),
      AWS_LAMBDA_NODEJS_WORKER_COUNT: String(workers),
      // Powertools then writes by `console`, which the client makes synchronous: a worker's own stdout would lose its last lines.
      POWERTOOLS_DEV: 'true',
      AWS_LAMBDA_FUNCTION_NAME: 'many',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '2048',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'lambda-managed-instances',
      AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${major}.x`,
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/many',
      AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: handler,
      AWS_REGION: 'eu-west-1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  child.on('exit', finish)
  await finished
  child.kill('SIGKILL')
  // What it wrote before it was killed is still in the pipes.
  await closed
  server.close()
  server.closeAllConnections()
  return { answers, output }
}
