/** The server: AWS's API, and the page, on one port. */
import {
  createServer as createHttp,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AnyStep } from '@orkestra/core'
import { AslError } from '../issue.ts'
import { dispatch } from './api/dispatch.ts'
import { refusalOf } from './http/guard.ts'
import { answerApi, isApi } from './http/protocol.ts'
import { openJournal } from './journal/journal.ts'
import type { Registered, ServerOptions } from './options.ts'
import { answerPage } from './page/answer.ts'
import { register, unregister } from './register.ts'
import type { Change, Problem, World } from './world.ts'

/** A server that listens. */
export interface Server {
  /** `http://127.0.0.1:8083`, for `endpoint` of a client. */
  readonly url: string
  readonly port: number
  /**
   * Takes a workflow in, or its next version.
   *
   * @returns Whether it could be: what is wrong with it is in `problems`, and what was there before stays.
   */
  readonly register: (name: string, workflow: AnyStep | Registered) => boolean
  /** Takes a machine out. Its executions go on. */
  readonly unregister: (name: string) => void
  readonly problems: ReadonlyMap<string, Problem>
  /** Notes what is wrong with a file that holds workflows; without a problem, that nothing is any more. */
  readonly report: (name: string, problem?: Problem) => void
  /** Ends all executions and the server. */
  readonly close: () => Promise<void>
}

const createWorld = (options: ServerOptions): { readonly world: World; readonly setOrder: (least: number) => void } => {
  let order = 0
  const watchers = new Set<(change: Change) => void>()
  const never = new AbortController().signal
  const world: World = {
    options,
    machines: new Map(),
    executions: new Map(),
    activities: new Map(),
    mapRuns: new Map(),
    tokens: new Map(),
    registered: new Map(),
    seeded: new Map(),
    problems: new Map(),
    ended: [],
    journal: undefined,
    call: (action, request, scope) => dispatch(world, action, request, scope, never),
    now: options.now ?? Date.now,
    nextOrder: () => {
      order += 1
      return order
    },
    watchers,
    changed: (change) => {
      note(change)
      for (const watcher of watchers) watcher(change)
    },
  }
  const note = (change: Change): void => {
    const { journal } = world
    if (journal === undefined || (change.kind !== 'machine' && change.kind !== 'activity')) return
    if (change.kind === 'machine') {
      const machine = world.machines.get(change.arn)
      if (machine === undefined) journal.machineGone(change.arn)
      else journal.machine(machine)
    } else {
      const activity = world.activities.get(change.arn)
      if (activity === undefined) journal.activityGone(change.arn)
      else journal.activity(activity)
    }
  }
  return {
    world,
    setOrder: (least) => {
      order = Math.max(order, least)
    },
  }
}

const answer =
  (world: World, allowedHosts: ReadonlySet<string>) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const refusal = refusalOf(request, allowedHosts)
    if (refusal !== undefined) {
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
      response.end(`Refused: ${refusal}.\n`)
      return
    }
    const answering = isApi(request) ? answerApi(world, request, response) : answerPage(world, request, response)
    answering.catch((error: unknown) => {
      world.options.log?.(error instanceof Error ? (error.stack ?? error.message) : String(error))
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  }

const listening = (http: HttpServer, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })

const defaultPort = 8083

/**
 * Step Functions on this machine: AWS's own API, for whatever speaks to it, and a page on which a person sees what runs.
 *
 * @example
 * const server = await createServer({ port: 0, workflows: { orders }, functions: { charge: (event) => ({ ok: true }) } })
 * const client = new SFNClient({ endpoint: server.url, region: 'us-east-1', disableHostPrefix: true, credentials })
 * await server.close()
 * @throws AslError for a workflow that makes no valid definition; DataError for a folder that cannot be used; the system's own error
 *   for a port that is taken.
 */
export const createServer = async (options: ServerOptions = {}): Promise<Server> => {
  const { world, setOrder } = createWorld(options)
  if (options.data !== undefined) world.journal = openJournal(options.data, world, setOrder)
  for (const [name, workflow] of Object.entries(options.workflows ?? {}))
    if (!register(world, name, workflow)) {
      const { issues } = world.problems.get(name) as Problem
      throw new AslError(issues)
    }
  const host = options.host ?? '127.0.0.1'
  const allowed = new Set((options.allowedHosts ?? []).map((each) => each.toLowerCase()))
  const http = createHttp(
    { requestTimeout: 120_000, headersTimeout: 20_000, maxHeaderSize: 32_768 },
    answer(world, allowed),
  )
  // A request that is no HTTP ends its own connection, and nothing else.
  http.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  try {
    await listening(http, options.port ?? defaultPort, host)
  } catch (error) {
    world.journal?.close()
    throw error
  }
  const { port } = http.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    register: (name, workflow) => register(world, name, workflow),
    unregister: (name) => unregister(world, name),
    problems: world.problems,
    report: (name, problem) => {
      if (problem === undefined) world.problems.delete(name)
      else world.problems.set(name, problem)
      world.changed({ kind: 'problems' })
    },
    close: async () => {
      const running = [...world.executions.values()].flatMap((execution) => execution.running ?? [])
      for (const { abort } of running) abort.abort()
      await Promise.all(running.map(({ settled }) => settled))
      for (const { workers } of world.activities.values()) for (const worker of [...workers]) worker(undefined)
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
      world.journal?.close()
    },
  }
}
