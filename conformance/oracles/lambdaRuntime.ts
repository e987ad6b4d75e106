/** A bundle started as Lambda starts it: by its own runtime client, which finds the handler, loads the module and calls it. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ended } from './spawned.ts'

const client = join(dirname(createRequire(import.meta.url).resolve('aws-lambda-ric/package.json')), 'bin/index.mjs')
const preload = fileURLToPath(new URL('./runtimeClient.cjs', import.meta.url))

/** What a handler in a folder answers to an event. @throws Error with what the runtime says, when it does not start or fails. */
export const answerOf = async (folder: string, handler: string, event: unknown): Promise<unknown> => {
  const { text } = await ended(process.execPath, ['--require', preload, client, handler], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      EVENT: JSON.stringify(event),
      LAMBDA_TASK_ROOT: folder,
      // Where it tells that it could not start; nobody listens.
      AWS_LAMBDA_RUNTIME_API: '127.0.0.1:9',
      AWS_LAMBDA_FUNCTION_NAME: 'f',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      _X_AMZN_TRACE_ID: 'Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0',
    },
  })
  const answer = /^DONE (.*)$/m.exec(text)?.[1]
  if (answer === undefined) throw new Error(`${handler} gave no answer:\n${text}`)
  return JSON.parse(answer)
}
