/** `orkestra dev` and `orkestra serve`, as a user starts them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { orkestra, program, root } from '../orkestra.ts'

const test = suite<{ folder: string; children: ChildProcess[] }>('orkestra dev and serve', { folder: '', children: [] })

test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'orkestra-dev-'))
  context.children = []
  writeFileSync(join(context.folder, 'package.json'), '{"type":"module"}')
  mkdirSync(join(context.folder, 'node_modules'))
  symlinkSync(join(root, 'node_modules/@orkestra'), join(context.folder, 'node_modules/@orkestra'))
})
test.after.each(({ folder, children }) => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const started = (folder: string, children: ChildProcess[], ...args: readonly string[]) => {
  const child = spawn(process.execPath, [...program, ...args, '--port', '0'], { cwd: folder })
  children.push(child)
  let text = ''
  let from = 0
  let look = (): void => undefined
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
      look()
    })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    ended,
    /** What is printed after what was waited for last. */
    until: (wanted: RegExp) =>
      new Promise<RegExpExecArray>((resolve, reject) => {
        // Only so that a broken test ends.
        const timer = setTimeout(() => reject(new Error(`no ${wanted} in:\n${text.slice(from)}`)), 180_000)
        look = () => {
          const found = wanted.exec(text.slice(from))
          if (found === null) return
          clearTimeout(timer)
          from += found.index + found[0].length
          resolve(found)
        }
        look()
      }),
    interrupt: (): Promise<number | null> => {
      child.kill('SIGINT')
      return ended
    },
  }
}

const api = async (url: string, action: string, request: object): Promise<Record<string, unknown>> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-amz-target': `AWSStepFunctions.${action}`, 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify(request),
  })
  return (await response.json()) as Record<string, unknown>
}

const outputOf = async (url: string, machine: string, input: object): Promise<unknown> => {
  const { executionArn, __type } = await api(url, 'StartExecution', {
    stateMachineArn: `arn:aws:states:us-east-1:123456789012:stateMachine:${machine}`,
    input: JSON.stringify(input),
  })
  if (__type !== undefined) return __type
  for (;;) {
    const { status, output, cause } = await api(url, 'DescribeExecution', { executionArn })
    if (status !== 'RUNNING') return status === 'SUCCEEDED' ? JSON.parse(String(output)) : cause
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const workflow = (): string => `import { seq, task } from '@orkestra/core'
import { scaled } from './scaled.ts'
export const orders = seq(scaled, task('round'))
`
const scaled = (factor: number): string => `import { implementation, nodeOf, task } from '@orkestra/core'
export const scaled = { ...nodeOf(task('scaled')), [implementation]: ({ n }) => ({ n: n * ${factor} }) }
`

test('every workflow of a module, with its handlers; a change, an error, and its end', async ({ folder, children }) => {
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  write('scaled.ts', scaled(2))
  write('workflow.ts', workflow())
  write('round.ts', 'export const handler = ({ n }) => ({ n: Math.round(n) })\n')
  const dev = started(folder, children, 'dev', 'workflow.ts', '--function', 'round=round.ts#handler')
  const [, url = ''] = await dev.until(/orkestra dev: (http:\/\/127\.0\.0\.1:\d+)/)
  await dev.until(/1 machine: orders\n/)
  assert.equal(await outputOf(url, 'orders', { n: 2.2 }), { n: 4 })
  write('scaled.ts', scaled(10))
  await dev.until(/1 machine: orders\n/)
  assert.equal(await outputOf(url, 'orders', { n: 2.2 }), { n: 22 })
  write('scaled.ts', 'export const scaled = ')
  await dev.until(/workflow\.ts cannot be loaded: .*scaled\.ts/)
  write('scaled.ts', scaled(3))
  await dev.until(/1 machine: orders\n/)
  assert.equal(await outputOf(url, 'orders', { n: 2.2 }), { n: 7 })
  write('workflow.ts', `${workflow()}export const again = orders\n`)
  await dev.until(/2 machines: again, orders\n/)
  write('workflow.ts', workflow().replace('orders', 'renamed'))
  await dev.until(/1 machine: renamed\n/)
  assert.is(await outputOf(url, 'orders', {}), 'StateMachineDoesNotExist')
  assert.is(await dev.interrupt(), 0)
})

test('the definitions of a template, whose functions have their names in the template', async ({
  folder,
  children,
}) => {
  writeFileSync(
    join(folder, 'template.yaml'),
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Charge: { Type: AWS::Serverless::Function, Properties: { Handler: a.b, Runtime: nodejs22.x } }
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionSubstitutions: { ChargeArn: !GetAtt Charge.Arn }
      Definition:
        StartAt: A
        States:
          A: { Type: Task, Resource: "\${ChargeArn}", End: true }
`,
  )
  writeFileSync(
    join(folder, 'charge.ts'),
    'export const handler = (event, context) => ({ by: context.functionName })\n',
  )
  const dev = started(folder, children, 'dev', 'template.yaml', '--function', 'Charge=charge.ts#handler')
  const [, url = ''] = await dev.until(/orkestra dev: (http:\/\/127\.0\.0\.1:\d+)/)
  await dev.until(/1 machine: Orders\n/)
  assert.equal(await outputOf(url, 'Orders', {}), { by: 'Charge' })
  assert.is(await dev.interrupt(), 0)
})

test('what was recorded is there after a kill; nothing is written without --data', async ({ folder, children }) => {
  writeFileSync(join(folder, 'm.asl.json'), '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}')
  const first = started(folder, children, 'serve', 'm.asl.json', '--data', 'record')
  const [, url = ''] = await first.until(/orkestra serve: (http:\/\/127\.0\.0\.1:\d+)/)
  assert.equal(await outputOf(url, 'm', { a: 1 }), { a: 1 })
  const { executionArn } = await api(url, 'StartExecution', {
    stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:m',
    name: 'named',
  })
  // What nobody was told has ended may be gone.
  while ((await api(url, 'DescribeExecution', { executionArn })).status === 'RUNNING');
  first.child.kill('SIGKILL')
  await first.ended
  const second = started(folder, children, 'serve', 'm.asl.json', '--data', 'record')
  const [, again = ''] = await second.until(/orkestra serve: (http:\/\/127\.0\.0\.1:\d+)/)
  const { status } = await api(again, 'DescribeExecution', { executionArn })
  assert.is(status, 'SUCCEEDED')
  const { executions } = await api(again, 'ListExecutions', {
    stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:m',
  })
  assert.is((executions as unknown[]).length, 2)
  assert.match(
    (await orkestra(['serve', '--data', 'record', '--port', '0'], { cwd: folder })).stderr,
    /is in use by process/,
  )
  assert.is(await second.interrupt(), 0)
  assert.ok(existsSync(join(folder, 'record')))
  const third = started(folder, children, 'serve', 'm.asl.json')
  await third.until(/Ctrl-C ends/)
  assert.is(await third.interrupt(), 0)
  assert.not.ok(existsSync(join(folder, 'orkestra.jsonl')))
})

test('what cannot be served is said, and nothing is started', async ({ folder }) => {
  writeFileSync(join(folder, 'bad.asl.json'), '{"StartAt":"B","States":{"A":{"Type":"Pass","End":true}}}')
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['serve', 'bad.asl.json'], /bad\.asl\.json: error ASL\d+/],
    [['serve', 'none.asl.json'], /there is no file none\.asl\.json/],
    [['serve', '--port', 'x'], /--port x: expected a number from 0 to 65535/],
    [['serve', '--function', 'a'], /--function a: write <name>=<module>#<export>/],
    [['serve', '--function', 'a=none.ts'], /there is no file none\.ts/],
    [['serve', '--endpoint', 'sqs=ftp://x'], /not an http URL/],
    [['serve', '--mocks', 'none.json'], /--mocks none\.json: ENOENT/],
    [['serve', '--account', '1'], /twelve digits/],
    [['dev'], /usage: orkestra dev/],
  ]
  for (const [args, expected] of cases) {
    const { code, stderr } = await orkestra(args, { cwd: folder })
    assert.is(code, 2, `${args.join(' ')}\n${stderr}`)
    assert.match(stderr, expected)
  }
})

test.run()
