/** Requests of the browser: the page, its data, and live updates. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRecord } from '../../execute/payload/payload.ts'
import { pageScript, pageStyle } from '../../generated/page.ts'
import { startHeld } from '../actions/executions.ts'
import { ServiceError } from '../api/error.ts'
import { bodyOf } from '../http/body.ts'
import { eventsOf } from '../retire.ts'
import type { Execution, World } from '../world.ts'
import { stagesOf } from './stages.ts'
import { executionView, machineView, overview } from './view.ts'

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Orkestra</title>
<link rel="stylesheet" href="/page.css">
<link rel="icon" href="data:,">
</head>
<body>
<div id="app"></div>
<noscript>This page needs JavaScript. The API does not: point a client of Step Functions at this address.</noscript>
<script type="module" src="/page.js"></script>
</body>
</html>
`

/** Nothing from elsewhere, and nobody may frame it. The drawings bring their style along. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

const send = (response: ServerResponse, status: number, type: string, text: string): void => {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  response.end(text)
}

const json = (response: ServerResponse, value: unknown): void =>
  send(response, 200, 'application/json', JSON.stringify(value))

/** More often than this nobody sees. In milliseconds. */
const pace = 100

/** Server-sent events: that something changed, and of what. Many changes in a short time are one. */
const follow = (world: World, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': here\n\n')
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const tell = (): void => {
    timer = undefined
    response.write(`data: ${JSON.stringify([...changed])}\n\n`)
    changed.clear()
  }
  const watch: Parameters<World['watchers']['add']>[0] = (change) => {
    changed.add('arn' in change ? change.arn : change.kind)
    if (change.kind === 'execution') changed.add(change.machine)
    timer ??= setTimeout(tell, pace)
  }
  world.watchers.add(watch)
  response.on('close', () => {
    clearTimeout(timer)
    world.watchers.delete(watch)
  })
}

/** The drawing of a machine, or of an execution as far as an event. */
const drawing = async (world: World, query: URLSearchParams): Promise<string | undefined> => {
  const execution = world.executions.get(query.get('execution') ?? '')
  const machine = world.machines.get(query.get('machine') ?? '')
  const definition = execution?.revision.definition ?? machine?.revision.definition
  if (definition === undefined) return undefined
  // Only here: who speaks to the API needs no layout.
  const { toSvg } = await import('../../draw/index.ts')
  const until = Number(query.get('until') ?? Number.POSITIVE_INFINITY)
  const history = execution && eventsOf(world, execution).filter(({ id }) => id <= until)
  try {
    return toSvg(JSON.parse(definition), {
      title: execution?.name ?? machine?.name ?? '',
      ...(history && { execution: history }),
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="40"><text x="8" y="24">${error.message.replaceAll('<', '')}</text></svg>`
  }
}

const controls: Readonly<Record<string, (running: NonNullable<Execution['running']>) => void>> = {
  pause: ({ control }) => control.pause(),
  resume: ({ control }) => control.resume(),
  step: ({ control }) => control.step(),
}

/** The object in a body; undefined where there is none. */
const objectIn = async (request: IncomingMessage): Promise<Record<string, unknown> | undefined> => {
  try {
    const value: unknown = JSON.parse((await bodyOf(request)) ?? '')
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

const notObject = (response: ServerResponse): void =>
  send(response, 400, 'text/plain', 'The body is not JSON object.\n')

/** Pauses an execution, lets it go on, or lets one state of it be entered. */
const control = async (world: World, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const asked = await objectIn(request)
  if (asked === undefined) return notObject(response)
  const { execution: arn, act: name } = asked
  const execution = world.executions.get(String(arn))
  const act = Object.hasOwn(controls, String(name)) ? controls[String(name)] : undefined
  if (execution?.running === undefined || act === undefined)
    return send(response, 404, 'text/plain', 'There is no such execution at work.\n')
  act(execution.running)
  world.changed({ kind: 'execution', arn: execution.arn, machine: execution.machine.arn })
  json(response, {})
}

/** Starts an execution that waits before its first state, which AWS's API cannot. */
const start = async (world: World, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const asked = await objectIn(request)
  if (asked === undefined) return notObject(response)
  try {
    json(response, startHeld(world, asked))
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    send(response, 400, 'text/plain', `${error.code}: ${error.message}`)
  }
}

const get = async (world: World, url: URL, response: ServerResponse): Promise<void> => {
  const query = url.searchParams
  const missing = (): void => send(response, 404, 'text/plain', 'There is nothing here.\n')
  switch (url.pathname) {
    case '/':
      return send(response, 200, 'text/html', html)
    case '/page.js':
      return send(response, 200, 'text/javascript', pageScript)
    case '/page.css':
      return send(response, 200, 'text/css', pageStyle)
    case '/changes':
      return follow(world, response)
    case '/overview':
      return json(response, overview(world))
    case '/machine': {
      const machine = world.machines.get(query.get('arn') ?? '')
      return machine === undefined ? missing() : json(response, machineView(machine))
    }
    case '/execution': {
      const execution = world.executions.get(query.get('arn') ?? '')
      return execution === undefined ? missing() : json(response, executionView(world, execution))
    }
    case '/stages': {
      const execution = world.executions.get(query.get('execution') ?? '')
      const stages = execution && (await stagesOf(execution, eventsOf(world, execution), Number(query.get('event'))))
      return stages === undefined ? missing() : json(response, stages)
    }
    case '/drawing': {
      const svg = await drawing(world, query)
      return svg === undefined ? missing() : send(response, 200, 'image/svg+xml', svg)
    }
    default:
      return missing()
  }
}

/** Answers one request of a browser. */
export const answerPage = async (world: World, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://here')
  if (request.method === 'GET' || request.method === 'HEAD') return get(world, url, response)
  if (request.method === 'POST' && url.pathname === '/control') return control(world, request, response)
  if (request.method === 'POST' && url.pathname === '/start') return start(world, request, response)
  send(
    response,
    request.method === 'POST' ? 400 : 405,
    'text/plain',
    'A request of the API is a POST with the header X-Amz-Target: AWSStepFunctions.<action>.\n',
  )
}
