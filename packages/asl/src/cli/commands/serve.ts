/** `orkestra serve`: Step Functions' API on this machine. */
import { type Command, type Options, read } from '../arguments.ts'
import { interrupted } from '../follow.ts'
import { UsageError } from '../load/module.ts'
import { apply, findWorkflows, hints, serverOptionsOf, serving } from '../served.ts'
import { session } from '../session.ts'

const options = { ...serving } as const satisfies Options

const head = { name: 'serve', takes: '[<module>[#export]|<definition>|<folder> …]', options }

const listenError = (error: unknown): unknown =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EADDRINUSE' || error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL')
    ? new UsageError(`the address cannot be used: ${error.message}. Another one: --port <number>.`)
    : error

const act: Command['act'] = async (args, around = session()) => {
  const { values, positionals } = read(head, args)
  const { options: given, functions } = serverOptionsOf(values, around)
  await functions.load(around)
  const found = await findWorkflows(positionals, around)
  // Only here: other commands load no server.
  const { createServer, DataError } = await import('../../serve/index.ts')
  const log = (line: string): void => void process.stderr.write(`${line}\n`)
  const server = await createServer({ ...given, log }).catch((error: unknown) => {
    throw error instanceof DataError ? new UsageError(error.message) : listenError(error)
  })
  const problems = apply(server, found, new Map())
  if (problems.length > 0) {
    await server.close()
    throw new UsageError(problems.join('\n'))
  }
  // Before anybody reads that Ctrl-C ends it.
  const over = interrupted()
  process.stdout.write(
    `orkestra serve: ${server.url}, ${found.size} machine${found.size === 1 ? '' : 's'}; Ctrl-C ends.\n${hints(server)}`,
  )
  await over
  await server.close()
  return { text: '', ok: true }
}

export const serveCommand: Command = {
  ...head,
  completes: 'both',
  isEndless: true,
  purpose: 'serves the Step Functions API on this machine, for SDKs, the AWS CLI, Terraform and test suites',
  more: 'It listens on loopback, checks no signatures, and writes nothing to disk without --data. The API can create machines, too.',
  examples: [
    { call: 'orkestra serve', says: 'an empty server, on port 8083' },
    {
      call: 'orkestra serve machines/ --lambda-endpoint http://127.0.0.1:3001 --data .orkestra',
      says: 'definitions of a folder, with the functions of sam local start-lambda, and a record on disk',
    },
  ],
  act,
}
