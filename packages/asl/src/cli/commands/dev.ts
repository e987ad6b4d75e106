/** `orkestra dev`: the server, with workflows that are read again whenever they change. */
import { type Command, type Options, read, usageOf } from '../arguments.ts'
import { follow, interrupted } from '../follow.ts'
import { UsageError } from '../load/module.ts'
import { apply, type FoundWorkflow, findWorkflows, hints, serverOptionsOf, serving } from '../served.ts'
import { session } from '../session.ts'

const options = { ...serving } as const satisfies Options

const head = { name: 'dev', takes: '<module>[#export]|<definition>|<folder> …', options }

const act: Command['act'] = async (args, around = session()) => {
  const { values, positionals } = read(head, args)
  if (positionals.length === 0) throw new UsageError(`usage: ${usageOf(head)}`)
  const { options: given, functions } = serverOptionsOf(values, around)
  // Only here: other commands load no server.
  const { createServer, DataError } = await import('../../serve/index.ts')
  const log = (line: string): void => void process.stderr.write(`${line}\n`)
  type Looked = { readonly found: ReadonlyMap<string, FoundWorkflow> } | { readonly problem: string }
  const look = async (): Promise<Looked> => {
    try {
      await functions.load(around)
      return { found: await findWorkflows(positionals, around) }
    } catch (error) {
      return { problem: error instanceof UsageError ? error.message : String((error as Error).stack ?? error) }
    }
  }
  const began = Date.now()
  // Before it listens: whoever waits until it answers, as Playwright does, wants the machines.
  let first: Looked | undefined = await look()
  const server = await createServer({ ...given, log }).catch((error: unknown) => {
    if (error instanceof DataError) throw new UsageError(error.message)
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new UsageError(`the port is in use: ${error.message}. Another one: --port <number>.`)
    throw error
  })
  // Before anybody reads that Ctrl-C ends it.
  const over = interrupted()
  process.stdout.write(`orkestra dev: ${server.url}; Ctrl-C ends.\n${hints(server)}`)
  let before: ReadonlyMap<string, FoundWorkflow> = new Map()
  const tell = (looked: Looked): boolean => {
    const problems = 'problem' in looked ? [looked.problem] : apply(server, looked.found, before)
    if ('found' in looked) before = looked.found
    for (const problem of problems) log(problem)
    const names = [...before].flatMap(([name, found]) => ('workflow' in found ? [name] : []))
    log(
      `${new Date().toLocaleTimeString()} ${names.length} machine${names.length === 1 ? '' : 's'}: ${names.join(', ') || 'none'}`,
    )
    return problems.length === 0
  }
  const again = async (): Promise<boolean> => {
    const looked = first ?? (await look())
    first = undefined
    return tell(looked)
  }
  const end = follow(around, again, began)
  await over
  end()
  await server.close()
  return { text: '', ok: true }
}

export const devCommand: Command = {
  ...head,
  completes: 'both',
  isEndless: true,
  purpose:
    'serves workflows behind the Step Functions API on this machine, with a web page, and reloads them on change',
  more: 'Every workflow that a module exports becomes a machine, with its composed handlers. So does every definition in a folder, an ASL file or a template. After a reload, running executions use the new handlers.',
  examples: [
    { call: 'orkestra dev workflow.ts', says: 'the workflows of a module' },
    {
      call: 'orkestra dev template.yaml --function ChargeFunction=src/charge.ts#handler --clock virtual',
      says: 'the machines of a template, with your own function, and waits that take no time',
    },
  ],
  act,
}
