/** What a server on loopback must not do, whatever it is sent. */
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateActivityCommand,
  CreateStateMachineAliasCommand,
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListActivitiesCommand,
  ListExecutionsCommand,
  ListStateMachineAliasesCommand,
  ListStateMachinesCommand,
  ListTagsForResourceCommand,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { createServer, type Server } from '@orkestra/asl/serve'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clientFor, role, served } from '../oracles/sfn.ts'

const test = suite('serve: safety')

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const send = (server: Server, { method = 'POST', path = '/', headers = {}, body = '' }: Sent) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

const list = { 'x-amz-target': 'AWSStepFunctions.ListStateMachines' }

test('no web page of another site can drive it', () =>
  served({ allowedHosts: ['my.test'] }, async (_, server) => {
    const status = async (headers: Readonly<Record<string, string>>, sent: Sent = {}) =>
      (await send(server, { ...sent, headers: { ...list, ...headers } })).status
    const own = `127.0.0.1:${server.port}`
    assert.is(await status({}), 200)
    for (const host of [
      own,
      `localhost:${server.port}`,
      `[::1]:${server.port}`,
      `a.localhost:${server.port}`,
      'my.test',
    ])
      assert.is(await status({ host }), 200, host)
    // A name that an attacker has led to 127.0.0.1.
    for (const host of [
      'evil.example',
      `evil.example:${server.port}`,
      '127.0.0.1.evil.example',
      'localhost.evil.example',
    ])
      assert.is(await status({ host }), 403, host)
    assert.is(await status({ host: own, origin: `http://${own}` }), 200)
    for (const origin of [
      'http://evil.example',
      'null',
      `https://${own}`,
      'http://127.0.0.1:1',
      `http://localhost:${server.port}`,
    ])
      assert.is(await status({ host: own, origin }), 403, origin)
    // A script or an image of another site has no Origin.
    assert.is(await status({ 'sec-fetch-site': 'cross-site' }, { method: 'GET', path: '/overview' }), 403)
    assert.is(await status({ 'sec-fetch-site': 'same-site' }, { method: 'GET', path: '/changes' }), 403)
    assert.is(await status({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, { method: 'GET' }), 200)
    assert.is(await status({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }), 403)
  }))

test('a body is bounded, by what it says and by what it is', () =>
  served({}, async (_, server) => {
    const long = 'x'.repeat((4 << 20) + 1)
    const told = await send(server, { headers: { ...list, 'content-length': String(long.length) }, body: long }).catch(
      () => ({ status: 413 }),
    )
    assert.is(told.status, 413)
    const chunked = await send(server, { headers: { ...list, 'transfer-encoding': 'chunked' }, body: long }).catch(
      () => ({ status: 413 }),
    )
    assert.is(chunked.status, 413)
    assert.is((await send(server, { headers: list, body: '{}' })).status, 200)
  }))

/** Bytes, as they are, on a connection of their own. */
const raw = (server: Server, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('error', () => resolve(text))
    socket.on('close', () => resolve(text))
    socket.end(bytes)
  })

test('a request that is broken is refused, and the server goes on', () =>
  served({}, async (client, server) => {
    assert.match(await raw(server, 'nonsense\r\n\r\n'), /^HTTP\/1\.1 400/)
    await raw(server, 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nshort')
    await raw(server, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`)
    const bodies = [
      '',
      'x',
      '[]',
      'null',
      '1',
      '{"stateMachineArn":1}',
      '{"__proto__":{"name":"x"}}',
      '{"name":{}}',
      '\u0000',
    ]
    for (const target of [
      '',
      'x',
      'AWSStepFunctions.',
      'AWSStepFunctions.__proto__',
      'AWSStepFunctions.constructor',
      'Other.CreateStateMachine',
    ])
      for (const body of bodies) {
        const { status, text } = await send(server, { headers: { 'x-amz-target': target }, body })
        assert.is(status, 400, `${target} ${body} ${text}`)
      }
    assert.is((await send(server, { body: '{}' })).status, 400)
    assert.is((await send(server, { method: 'PUT' })).status, 405)
    assert.is((await send(server, { method: 'GET', path: '/../../etc/passwd' })).status, 404)
    assert.is((await send(server, { method: 'POST', path: '/control', body: '[]' })).status, 400)
    assert.is(
      (await send(server, { method: 'POST', path: '/control', body: '{"execution":"x","act":"constructor"}' })).status,
      404,
    )
    assert.equal((await client.send(new ListStateMachinesCommand({}))).stateMachines, [])
  }))

test('whatever JSON a request of any action holds, the answer is one of the API', () =>
  served({ log: (line) => assert.unreachable(line) }, async (_, server) => {
    const actions = readFileSync('packages/asl/src/serve/api/requests.ts', 'utf8').matchAll(/^ {2}\| '(\w+)'$/gm)
    const names = Array.from(actions, ([, name]) => name as string).filter((name) => name !== 'GetActivityTask')
    assert.is(names.length, 36)
    const machine = 'arn:aws:states:us-east-1:123456789012:stateMachine:m'
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        machine,
        `${machine}:1`,
        `${machine}/L`,
        'arn:aws:states',
        '{}',
        '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
      ),
    )
    const keys = [
      'stateMachineArn',
      'executionArn',
      'resourceArn',
      'activityArn',
      'mapRunArn',
      'name',
      'definition',
      'roleArn',
      'input',
      'tags',
      'nextToken',
      'maxResults',
      'taskToken',
      'output',
      'mock',
      'routingConfiguration',
      'loggingConfiguration',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.dictionary(fc.constantFrom(...keys), value),
        async (name, request) => {
          const { status, text } = await send(server, {
            headers: { 'x-amz-target': `AWSStepFunctions.${name}` },
            body: JSON.stringify(request),
          })
          assert.ok(
            status === 200 || (status === 400 && typeof JSON.parse(text).__type === 'string'),
            `${status} ${text}`,
          )
        },
      ),
      { numRuns: 300 },
    )
  }))

const program = `
import { createServer } from '@orkestra/asl/serve'
const server = await createServer({ port: 0, data: process.argv[1] })
console.log(server.port)
`

/** A server in a process of its own, to be killed. */
const spawned = async (folder: string) => {
  const child = spawn(
    process.execPath,
    ['--conditions=@orkestra/source', '--import', 'tsx', '--input-type=module', '-e', program, folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const port = await new Promise<number>((resolve) => child.stdout.once('data', (text) => resolve(Number(text))))
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await ended
  }
  return { client: clientFor({ url: `http://127.0.0.1:${port}`, port } as Server), kill }
}

const pass = '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"r":1},"End":true}}}'

/** Starts an execution, and waits for its end. */
const oneEnded = async (client: SFNClient, stateMachineArn: string | undefined, name: string): Promise<string> => {
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, name, input: '{}' }))
  for (;;) {
    const { status } = await client.send(new DescribeExecutionCommand({ executionArn }))
    if (status !== 'RUNNING') return executionArn as string
  }
}

/** Several clients at work, of whom nobody stops when the server is killed; the ARNs of the executions that were told to have ended. */
const endedUntil = async (
  client: SFNClient,
  stateMachineArn: string | undefined,
  count: number,
  kill: () => Promise<void>,
): Promise<readonly string[]> => {
  const ended: string[] = []
  let isGone = false
  let killed: Promise<void> | undefined
  const work = async (worker: number): Promise<void> => {
    for (let i = 0; !isGone; i += 1)
      try {
        ended.push(await oneEnded(client, stateMachineArn, `e${worker}-${i}`))
        if (ended.length >= count) killed ??= kill()
      } catch {
        isGone = true
      }
  }
  await Promise.all([0, 1, 2, 3].map(work))
  await killed
  return ended
}

test('after a kill all that was told is there, and a torn line is not half read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-data-'))
  try {
    const first = await spawned(folder)
    const { stateMachineArn } = await first.client.send(
      new CreateStateMachineCommand({
        name: 'm',
        definition: pass,
        roleArn: role,
        publish: true,
        tags: [{ key: 'k', value: 'v' }],
      }),
    )
    await first.client.send(
      new CreateStateMachineAliasCommand({
        name: 'live',
        routingConfiguration: [{ stateMachineVersionArn: `${stateMachineArn}:1`, weight: 100 }],
      }),
    )
    await first.client.send(new CreateActivityCommand({ name: 'a' }))
    const waits = await first.client.send(
      new CreateStateMachineCommand({
        name: 'w',
        definition: '{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1000,"End":true}}}',
        roleArn: role,
      }),
    )
    const atWork = await first.client.send(new StartExecutionCommand({ stateMachineArn: waits.stateMachineArn }))
    const ended = await endedUntil(first.client, stateMachineArn, 60, first.kill)
    assert.ok(ended.length >= 60)
    const file = join(folder, 'orkestra.jsonl')
    // What a kill in the middle of a write leaves.
    appendFileSync(file, '{"t":"ended","execution":{"arn":"half')
    const second = await createServer({ port: 0, data: folder, keep: 5 })
    const client = clientFor(second)
    assert.equal((await client.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition, pass)
    assert.equal((await client.send(new ListTagsForResourceCommand({ resourceArn: stateMachineArn }))).tags, [
      { key: 'k', value: 'v' },
    ])
    assert.is(
      (await client.send(new ListStateMachineAliasesCommand({ stateMachineArn }))).stateMachineAliases?.length,
      1,
    )
    assert.is((await client.send(new ListActivitiesCommand({}))).activities?.length, 1)
    const listed = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1000 }))
    const known = new Set(listed.executions?.map(({ executionArn }) => executionArn))
    assert.equal(
      ended.filter((executionArn) => !known.has(executionArn)),
      [],
      'none is lost that was told of',
    )
    for (const { status } of listed.executions ?? []) assert.match(String(status), /^(SUCCEEDED|ABORTED)$/)
    for (const executionArn of ended) {
      const { output, status } = await client.send(new DescribeExecutionCommand({ executionArn }))
      assert.equal([status, output], ['SUCCEEDED', '{"r":1}'])
      const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }))
      assert.is(events?.length, 4, 'its history is read from the disk')
    }
    const cut = await client.send(new DescribeExecutionCommand({ executionArn: atWork.executionArn }))
    assert.equal([cut.status, cut.cause], ['ABORTED', 'The server was ended while the execution was at work.'])
    client.destroy()
    await second.close()
    assert.ok(
      readFileSync(file, 'utf8')
        .split('\n')
        .slice(0, -1)
        .every((line) => JSON.parse(line)),
    )
    assert.not.ok(existsSync(join(folder, 'orkestra.lock')))
    // Wherever the file is cut, what is left of it comes back.
    const text = readFileSync(file)
    for (const at of [0, 1, Math.floor(text.length / 3), Math.floor(text.length / 2), text.length - 1]) {
      const copy = mkdtempSync(join(tmpdir(), 'orkestra-cut-'))
      appendFileSync(join(copy, 'orkestra.jsonl'), text)
      truncateSync(join(copy, 'orkestra.jsonl'), at)
      const third = await createServer({ port: 0, data: copy })
      await third.close()
      rmSync(copy, { recursive: true })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a record that no server wrote is not touched', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-data-'))
  try {
    for (const foreign of ['not ours\n', '{"t":"other"}\n', 'null\n']) {
      writeFileSync(join(folder, 'orkestra.jsonl'), foreign)
      try {
        await createServer({ port: 0, data: folder })
        assert.unreachable()
      } catch (error) {
        assert.is((error as Error).name, 'DataError')
      }
      assert.is(readFileSync(join(folder, 'orkestra.jsonl'), 'utf8'), foreign)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('what has ended is kept up to a number, without a record on disk', () =>
  served({ keep: 3 }, async (client) => {
    const { stateMachineArn } = await client.send(
      new CreateStateMachineCommand({ name: 'm', definition: pass, roleArn: role }),
    )
    for (let i = 0; i < 8; i += 1) await oneEnded(client, stateMachineArn, `e${i}`)
    const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn }))
    assert.equal(
      executions?.map(({ name }) => name),
      ['e7', 'e6', 'e5'],
    )
  }))

test.run()
