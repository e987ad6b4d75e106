import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultRuntime } from '@orkestra/asl'
import { minutes, seconds, seq, task } from '@orkestra/core'
import { type ComposeOptions, compose } from '@orkestra/handler'
import { powertools } from '@orkestra/handler/powertools'
import { Architecture, LayerVersion, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { Duration } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsLambda, functionProps, type LambdaOverrides, taskOf } from '../src/functions/awsLambda.ts'
import { onlyOne, propertiesOf, testStack } from './stacks.ts'

const test = suite('awsLambda')
const entry = new URL('./stacks.ts', import.meta.url)
const plain = compose({ entry }, async function plain() {})

const properties = (...args: Parameters<typeof awsLambda> extends [unknown, unknown, ...infer R] ? R : never) => {
  const stack = testStack()
  awsLambda(stack, 'Fn', ...args)
  return onlyOne(stack, 'AWS::Lambda::Function')
}

test('a handler that says nothing is traced, on a runtime that is named', () => {
  const { Runtime: runtime, TracingConfig, Handler, Timeout } = properties(plain)
  assert.equal([runtime, TracingConfig, Handler, Timeout], ['nodejs24.x', { Mode: 'Active' }, 'index.plain', undefined])
})

test('the runtime of all targets is the newest long-term release that CDK knows', () => {
  const versions = Object.values(Runtime)
    .filter((each): each is Runtime => each instanceof Runtime && /^nodejs\d+\.x$/.test(each.name))
    // Even versions of Node.js have long-term support.
    .map(({ name }) => Number(/\d+/.exec(name)?.[0]))
    .filter((version) => version % 2 === 0)
  assert.is(defaultRuntime, `nodejs${Math.max(...versions)}.x`)
})

test('fp-ts is bundled in its ES form where a module imports it, and no other bundle hears of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-fp-ts-'))
  const module = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const aliases = (path: string): readonly string[] => {
    const step = compose({ entry: path, name: 'handler' }, async () => {})
    const { bundling } = functionProps(testStack(), 'Fn', taskOf(step, 'test'), {})
    return Object.keys(bundling?.esbuildArgs ?? {})
  }
  const own = "import { identity } from 'fp-ts/lib/function'\nexport const handler = identity\n"
  assert.equal(aliases(module('own.ts', own)), ['--alias:fp-ts/lib'])
  assert.equal(aliases(module('other.ts', "export { handler } from './own.ts'\n")), ['--alias:fp-ts/lib'])
  assert.equal(aliases(module('none.ts', 'export const handler = async () => 1\n')), [])
  rmSync(folder, { recursive: true })
})

test('what the handler says of itself is deployed', () => {
  const said = compose(
    {
      entry,
      name: 'said',
      handler: 'exported',
      timeout: minutes(2),
      memorySize: 512,
      runtime: 'nodejs24.x',
      architecture: 'arm64',
      tracing: 'disabled',
      environment: { A: '1' },
      description: 'says it',
      layers: [{ arn: 'arn:aws:lambda:eu-west-1:123456789012:layer:l:1' }],
    },
    async () => {},
  )
  const deployed = properties(said)
  assert.equal(
    [
      deployed.Handler,
      deployed.Timeout,
      deployed.MemorySize,
      deployed.Runtime,
      deployed.Architectures,
      deployed.Description,
    ],
    ['index.exported', 120, 512, 'nodejs24.x', ['arm64'], 'says it'],
  )
  assert.equal((deployed.Environment as { Variables: object }).Variables, { A: '1' })
  assert.equal(deployed.Layers, ['arn:aws:lambda:eu-west-1:123456789012:layer:l:1'])
  assert.is(deployed.TracingConfig, undefined)
})

test('overrides win, undefined says nothing, layers and environment are added', () => {
  const said = compose(
    {
      entry,
      timeout: seconds(6),
      memorySize: 512,
      environment: { A: '1', B: '1' },
      layers: [{ arn: 'arn:aws:lambda:eu-west-1:123456789012:layer:l:1' }],
    },
    async function said() {},
  )
  const stack = testStack()
  awsLambda(stack, 'Own', said, {
    timeout: Duration.seconds(9),
    memorySize: undefined as never,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    tracing: Tracing.PASS_THROUGH,
    environment: { B: '2' },
    layers: [LayerVersion.fromLayerVersionArn(stack, 'Other', 'arn:aws:lambda:eu-west-1:123456789012:layer:m:2')],
  })
  const deployed = onlyOne(stack, 'AWS::Lambda::Function')
  assert.equal(
    [deployed.Timeout, deployed.MemorySize, deployed.Runtime, deployed.Architectures, deployed.TracingConfig],
    [9, 512, 'nodejs24.x', ['arm64'], { Mode: 'PassThrough' }],
  )
  assert.equal((deployed.Environment as { Variables: object }).Variables, { A: '1', B: '2' })
  assert.is((deployed.Layers as string[]).length, 2)
})

/** Each thing that may be said, by nobody, by the handler, by an override, and by both. */
const precedence: readonly (readonly [
  what: string,
  said: Omit<ComposeOptions, 'input' | 'output'>,
  override: LambdaOverrides,
  read: (deployed: Record<string, unknown>) => unknown,
  expected: readonly [nobody: unknown, handler: unknown, override: unknown, both: unknown],
])[] = [
  ['timeout', { timeout: seconds(6) }, { timeout: Duration.seconds(9) }, (f) => f.Timeout, [undefined, 6, 9, 9]],
  ['memorySize', { memorySize: 512 }, { memorySize: 1024 }, (f) => f.MemorySize, [undefined, 512, 1024, 1024]],
  [
    'runtime',
    { runtime: 'nodejs22.x' },
    { runtime: Runtime.NODEJS_20_X },
    (f) => f.Runtime,
    ['nodejs24.x', 'nodejs22.x', 'nodejs20.x', 'nodejs20.x'],
  ],
  [
    'architecture',
    { architecture: 'arm64' },
    { architecture: Architecture.X86_64 },
    (f) => f.Architectures,
    [undefined, ['arm64'], ['x86_64'], ['x86_64']],
  ],
  [
    'tracing',
    { tracing: 'disabled' },
    { tracing: Tracing.PASS_THROUGH },
    (f) => (f.TracingConfig as { Mode: string } | undefined)?.Mode,
    ['Active', undefined, 'PassThrough', 'PassThrough'],
  ],
  ['description', { description: 'a' }, { description: 'b' }, (f) => f.Description, [undefined, 'a', 'b', 'b']],
  ['handler', { handler: 'a' }, { handler: 'b' }, (f) => f.Handler, ['index.f', 'index.a', 'index.b', 'index.b']],
  [
    'environment',
    { environment: { A: '1', B: '1' } },
    { environment: { B: '2', C: '2' } },
    (f) => (f.Environment as { Variables: object } | undefined)?.Variables,
    [undefined, { A: '1', B: '1' }, { B: '2', C: '2' }, { A: '1', B: '2', C: '2' }],
  ],
]

for (const [what, said, override, read, expected] of precedence)
  test(`${what}: the default, then the handler, then the override`, () => {
    const deployed = (options: Omit<ComposeOptions, 'input' | 'output'>, overrides: LambdaOverrides) =>
      read(
        properties(
          compose({ entry, name: 'f', ...options }, async () => {}),
          overrides,
        ),
      )
    assert.equal([deployed({}, {}), deployed(said, {}), deployed({}, override), deployed(said, override)], expected)
  })

test('layers by ARN and by folder, of the handler and of the override, in this order', () => {
  const stack = testStack()
  const arn = (n: number) => `arn:aws:lambda:eu-west-1:123456789012:layer:l:${n}`
  const layered = compose(
    { entry, layers: [{ arn: arn(1) }, { path: import.meta.dirname }] },
    async function layered() {},
  )
  awsLambda(stack, 'Layered', layered, { layers: [LayerVersion.fromLayerVersionArn(stack, 'Third', arn(3))] })
  const [first, second, third] = onlyOne(stack, 'AWS::Lambda::Function').Layers as [unknown, { Ref: string }, unknown]
  assert.equal([first, third], [arn(1), arn(3)])
  assert.match(second.Ref, /^Layerpackagescdkadaptertest/)
})

test('a layer is built from a folder, once for all functions of a stack', () => {
  const stack = testStack()
  const layered = compose(
    { entry, layers: [{ path: import.meta.dirname, description: 'shared' }] },
    async function layered() {},
  )
  awsLambda(stack, 'Layered', layered)
  awsLambda(stack, 'Again', layered)
  const layer = onlyOne(stack, 'AWS::Lambda::LayerVersion')
  assert.is(layer.Description, 'shared')
})

test('with Powertools and no time-out of its own, a function has six seconds', () => {
  assert.is(
    properties(compose({ entry, instrumentation: powertools({ logger: {} as never }) }, async function slow() {}))
      .Timeout,
    6,
  )
})

test('two functions of one module are two functions', () => {
  const stack = testStack()
  awsLambda(stack, 'Plain', plain)
  awsLambda(
    stack,
    'Other',
    compose({ entry }, async function other() {}),
  )
  assert.equal(
    propertiesOf(stack, 'AWS::Lambda::Function')
      .map((f) => f.Handler as string)
      .sort(),
    ['index.other', 'index.plain'],
  )
})

test('a workflow is no function', () => {
  assert.throws(
    () => awsLambda(testStack(), 'Seq', seq(plain, plain) as never),
    /awsLambda: expected a composed handler or a task, got a workflow \(Seq\)/,
  )
})

test('a handler without an entry says how to get one', () => {
  assert.throws(
    () => awsLambda(testStack(), 'Task', task('lost')),
    /"lost" has no entry: compose\(\{ entry: import\.meta\.url/,
  )
})

test.run()
