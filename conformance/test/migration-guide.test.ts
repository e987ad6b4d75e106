/**
 * The commands of docs/guide/migrating-to-orkestra-dev.md, run as they stand there, but for the ports: beside a stand-in for what the guide
 * runs there (LocalStack, `sam local`, `sls offline`), and with an SDK's client that finds the server by its environment variable.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { program } from '../../packages/asl/test/orkestra.ts'
import { role } from '../oracles/sfn.ts'

const test = suite('migration guide')

const guide = readFileSync('docs/guide/migrating-to-orkestra-dev.md', 'utf8')
const section = (title: string): string => {
  const found = guide.split(/^## /m).find((each) => each.startsWith(title))
  assert.ok(found, `the guide has no section ${title}`)
  return found
}

/** The arguments of the one `orkestra` command of a section, in a block or in a table. */
const argumentsIn = (title: string): readonly string[] => {
  const commands = [...section(title).matchAll(/(?:^|`)orkestra ((?:serve|dev)[^`\n]*)/gm)].map(([, args]) =>
    String(args),
  )
  assert.is(commands.length, 1, `${title}: ${commands.join(', ')}`)
  return String(commands[0]).split(' ')
}

const temporary = mkdtempSync(join(tmpdir(), 'orkestra-guide-'))
const children = new Set<ChildProcess>()
test.after(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(temporary, { recursive: true, force: true })
})

/** Lambda's API and that of DynamoDB at one address, as LocalStack has them; what was asked is kept. */
const elsewhere = async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      const target = request.headers['x-amz-target']
      asked.push(target === undefined ? String(request.url) : String(target))
      response.setHeader('content-type', 'application/x-amz-json-1.0')
      response.end(target === undefined ? '{"price":3}' : '{"Item":{"id":{"S":"7"}}}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { asked, port: (server.address() as AddressInfo).port, close: () => server.close() }
}

/** Runs the command of a section in a folder with files, for as long as the body takes. */
const started = async (
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  body: (client: SFNClient) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(temporary, 'x-'))
  for (const [name, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files }))
    writeFileSync(join(folder, name), text)
  const child = spawn(process.execPath, [...program, ...args, '--port', '0'], { cwd: folder })
  children.add(child)
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        text += chunk
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)
        if (found) resolve(found[0])
      })
    child.on('close', () => reject(new Error(`it ended:\n${text}`)))
  })
  // As the guide says to.
  process.env.AWS_ENDPOINT_URL_SFN = url
  const client = new SFNClient({ region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })
  try {
    await body(client)
  } finally {
    delete process.env.AWS_ENDPOINT_URL_SFN
    client.destroy()
    const closed = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGINT')
    await closed
    children.delete(child)
  }
}

/** The output of an execution, or why there is none. */
const outputOf = async (client: SFNClient, machine: string, input: object = {}): Promise<unknown> => {
  const { executionArn } = await client.send(
    new StartExecutionCommand({
      stateMachineArn: `arn:aws:states:us-east-1:123456789012:stateMachine:${machine}`,
      input: JSON.stringify(input),
    }),
  )
  for (;;) {
    const { status, output, cause } = await client.send(new DescribeExecutionCommand({ executionArn }))
    if (status !== 'RUNNING') return status === 'SUCCEEDED' ? JSON.parse(String(output)) : cause
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const create = (client: SFNClient, name: string, definition: object) =>
  client.send(new CreateStateMachineCommand({ name, definition: JSON.stringify(definition), roleArn: role }))

const task = (resource: string, parameters: object) => ({
  StartAt: 'T',
  States: { T: { Type: 'Task', Resource: resource, Parameters: parameters, End: true } },
})
const invoke = (name: string) => ({
  ...task('arn:aws:states:::lambda:invoke', { FunctionName: name, 'Payload.$': '$' }),
})

test('from Step Functions Local: its settings as options, and its port and account', async () => {
  const text = section('From Step Functions Local')
  const address = await elsewhere()
  // Every option of the right column, as it stands there.
  const options = ['--lambda-endpoint', '--mocks', '--endpoint', '--clock']
  for (const option of options) assert.match(text, `\`${option} `)
  const mocks = /--mocks (\S+\.json)/.exec(text)?.[1] ?? ''
  const here = `http://127.0.0.1:${address.port}`
  await started(
    [
      ...argumentsIn('From Step Functions Local'),
      '--lambda-endpoint',
      here,
      '--mocks',
      mocks,
      '--endpoint',
      `dynamodb=${here}`,
      '--clock',
      'virtual',
    ],
    {
      [mocks]: JSON.stringify({
        StateMachines: { Orders: { TestCases: { HappyPath: { T: 'Fine' } } } },
        MockedResponses: { Fine: { '0': { Return: { Payload: 'mocked' } } } },
      }),
    },
    async (client) => {
      await create(client, 'Orders', invoke('price'))
      assert.is(((await outputOf(client, 'Orders#HappyPath')) as { Payload: unknown }).Payload, 'mocked')
      assert.equal(((await outputOf(client, 'Orders')) as { Payload: unknown }).Payload, { price: 3 })
      await create(client, 'Day', { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 86_400, End: true } } })
      assert.equal(await outputOf(client, 'Day', { a: 1 }), { a: 1 })
    },
  )
  address.close()
})

test('from LocalStack: its endpoint beside ours', async () => {
  const address = await elsewhere()
  const args = argumentsIn('From LocalStack').map((each) => each.replace(':4566', `:${address.port}`))
  // Clients are loaded from the project.
  await started(args, {}, async (client) => {
    await create(client, 'price', invoke('price'))
    assert.equal(((await outputOf(client, 'price')) as { Payload: unknown }).Payload, { price: 3 })
  })
  assert.equal(address.asked, ['/2015-03-31/functions/price/invocations'])
  address.close()
})

test('from serverless-step-functions-local: the machines of serverless.yml, with the functions of sls offline', async () => {
  const address = await elsewhere()
  const args = argumentsIn('From serverless-step-functions-local').map((each) =>
    each.replace(':3002', `:${address.port}`),
  )
  const file = args.find((each) => each.endsWith('.yml')) ?? ''
  const service = {
    service: 'shop',
    provider: { name: 'aws' },
    functions: { price: { handler: 'price.handler' } },
    stepFunctions: {
      stateMachines: {
        orders: {
          name: 'orders',
          definition: {
            StartAt: 'P',
            States: { P: { Type: 'Task', Resource: { 'Fn::GetAtt': ['price', 'Arn'] }, End: true } },
          },
        },
      },
    },
  }
  await started(args, { [file]: JSON.stringify(service) }, async (client) => {
    const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}))
    assert.equal(
      stateMachines.map(({ name }) => name),
      ['orders'],
    )
    assert.equal(await outputOf(client, 'orders'), { price: 3 })
  })
  console.log(`  ${address.asked.join(' ')}`)
  address.close()
})

test('with SAM local: a function is called by its logical id', async () => {
  const address = await elsewhere()
  const args = argumentsIn('With SAM local').map((each) => each.replace(':3001', `:${address.port}`))
  const file = args.find((each) => each.endsWith('.yaml')) ?? ''
  const template = {
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      PriceFunction: { Type: 'AWS::Serverless::Function', Properties: { CodeUri: '.', Handler: 'price.handler' } },
      Orders: {
        Type: 'AWS::Serverless::StateMachine',
        Properties: {
          DefinitionUri: 'orders.asl.json',
          DefinitionSubstitutions: { PriceArn: { 'Fn::GetAtt': ['PriceFunction', 'Arn'] } },
        },
      },
    },
  }
  const definition = { StartAt: 'P', States: { P: { Type: 'Task', Resource: '${PriceArn}', End: true } } }
  await started(
    args,
    { [file]: JSON.stringify(template), 'orders.asl.json': JSON.stringify(definition) },
    async (client) => assert.equal(await outputOf(client, 'Orders'), { price: 3 }),
  )
  assert.equal(address.asked, ['/2015-03-31/functions/PriceFunction/invocations'])
  address.close()
})

test('with Terraform: the provider of the guide is the one that is tried', () => {
  const settings = (text: string): readonly string[] =>
    [...text.matchAll(/^\s*(skip_\w+|access_key|secret_key|sfn)\s*=/gm)].map(([, name]) => String(name)).sort()
  const tried = settings(readFileSync('conformance/test/serve-terraform.test.ts', 'utf8'))
  assert.ok(tried.length > 3)
  assert.equal(settings(section('With Terraform')), tried)
})

test.run()
