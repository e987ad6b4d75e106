import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AnyStep, type LambdaFunction, type Node, nodeOf, type Task, wholeSeconds } from '@orkestra/core'
import {
  Architecture,
  Code,
  type IFunction,
  type ILayerVersion,
  LayerVersion,
  Runtime,
  RuntimeFamily,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, type NodejsFunctionProps, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { Duration, Stack } from 'aws-cdk-lib/core'
import type { Construct, IConstruct } from 'constructs'
import { exportedNames, type Reading } from './exportedNames.ts'

/** What a deployment may say of a function besides what the handler itself says. Wins over the handler's metadata. */
export interface LambdaOverrides extends NodejsFunctionProps {}

/** The runtime of a function that names none. Named here, for CDK's own default depends on feature flags. */
const defaultRuntime = 'nodejs22.x'

const tracings = { active: Tracing.ACTIVE, passThrough: Tracing.PASS_THROUGH, disabled: Tracing.DISABLED }

/** A task that is a Lambda function. */
export type FunctionTask = Task & { readonly target: LambdaFunction }

export const isFunctionTask = (node: Node): node is FunctionTask =>
  node._tag === 'Task' && node.target.kind === 'lambda'

/** The function of a step that is a single one: what `compose` and `task` give. */
export const taskOf = (step: AnyStep, place: string): FunctionTask => {
  const node = nodeOf(step, place)
  if (isFunctionTask(node)) return node
  throw new TypeError(
    node._tag === 'Task'
      ? `${place}: ${JSON.stringify(node.name)} is no Lambda function`
      : `${place}: expected a composed handler or a task, got a workflow (${node._tag}); use stateMachine() or definition() for it`,
  )
}

/** Of a folder there is one layer in a stack, whichever functions use it; its id is the folder's path, as the app sees it. */
const layerOf = (scope: Construct, { path, description }: { readonly path: string; readonly description?: string }) => {
  const stack = Stack.of(scope)
  const id = ['Layer', ...relative(process.cwd(), resolve(path)).split(sep), description ?? ''].join(' ').trim()
  const known = stack.node.tryFindChild(id)
  if (known instanceof LayerVersion) return known
  return new LayerVersion(stack, id, {
    code: Code.fromAsset(path),
    ...(description !== undefined && { description }),
  })
}

const layersOf = (scope: Construct, id: string, { target }: FunctionTask): ILayerVersion[] =>
  (target.layers ?? []).map((layer, i) =>
    'arn' in layer ? LayerVersion.fromLayerVersionArn(scope, `${id}Layer${i + 1}`, layer.arn) : layerOf(scope, layer),
  )

/** Leaves out what was given as `undefined`: it says nothing, and must not undo what the metadata says. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

/**
 * How handlers are bundled. As ES modules, for a handler's module names itself by `import.meta.url`; the banner lets CommonJS
 * dependencies `require` from inside one; fp-ts is taken in its ES form, of which only what is used stays.
 */
const bundling: NonNullable<NodejsFunctionProps['bundling']> = {
  format: OutputFormat.ESM,
  mainFields: ['module', 'main'],
  banner: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  esbuildArgs: { '--alias:fp-ts/lib': 'fp-ts/es6' },
}

const pathOf = (entry: string): string => (entry.startsWith('file:') ? fileURLToPath(entry) : entry)

/** All that is known of a function that is to be made: the handler's metadata with the overrides put in. */
export interface FunctionProps extends NodejsFunctionProps {
  /** The construct's id. */
  readonly id: string
  readonly handler: string
  readonly runtime: Runtime
}

/**
 * Makes the function of a task, instead of NodejsFunction. In tests of a stack, one that needs no bundling; in an app, any other
 * construct, such as a function in a container.
 *
 * @example (scope, _, { id, runtime }) => new Function(scope, id, { runtime, handler: 'index.x', code: Code.fromInline('…') })
 */
export type MakeFunction = (scope: Construct, task: FunctionTask, props: FunctionProps) => IFunction

/** What a function is made of. Makes its layers. */
export const functionProps = (
  scope: Construct,
  id: string,
  task: FunctionTask,
  own: LambdaOverrides,
): FunctionProps => {
  const { target } = task
  const entry = own.entry ?? target.entry
  const runtime =
    own.runtime ?? new Runtime(target.runtime ?? defaultRuntime, RuntimeFamily.NODEJS, { supportsInlineCode: true })
  return {
    id,
    tracing: tracings[target.tracing ?? 'active'],
    ...given({
      timeout: target.timeout && Duration.seconds(wholeSeconds(target.timeout)),
      memorySize: target.memorySize,
      architecture:
        target.architecture && (target.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64),
      description: target.description,
    }),
    ...given(own),
    runtime,
    handler: own.handler ?? target.handler ?? task.name,
    ...(entry !== undefined && { entry: pathOf(entry) }),
    layers: [...layersOf(scope, id, task), ...(own.layers ?? [])],
    environment: { ...target.environment, ...own.environment },
    bundling: { ...bundling, ...own.bundling, esbuildArgs: { ...bundling.esbuildArgs, ...own.bundling?.esbuildArgs } },
  }
}

/** Per app, for a module is read once for all of its handlers. */
const read = new WeakMap<IConstruct, Map<string, readonly string[] | undefined>>()

const exportsOf = (scope: Construct, entry: string, bundling: Reading = {}): readonly string[] | undefined => {
  const { root } = scope.node
  const known = read.get(root) ?? new Map<string, readonly string[] | undefined>()
  read.set(root, known)
  const key = JSON.stringify([entry, bundling.loader, bundling.tsconfig])
  if (!known.has(key)) known.set(key, exportedNames(entry, bundling))
  return known.get(key)
}

/**
 * Which handlers' modules do not export them, all of them: Lambda would tell of each at its first call. Asked where the bundle is
 * made.
 *
 * @throws Error when there is one.
 */
export const checkExports = (scope: Construct, tasks: readonly (readonly [FunctionTask, LambdaOverrides])[]): void => {
  if (!Stack.of(scope).bundlingRequired) return
  const problems = tasks.flatMap(([{ name, target }, { code, bundling, ...own }]) => {
    const entry = own.entry ?? target.entry
    if (entry === undefined || code !== undefined) return []
    const path = pathOf(entry)
    const wanted = (own.handler ?? target.handler ?? name).split('.').at(-1) as string
    const names = exportsOf(scope, path, bundling)
    if (names === undefined || names.includes(wanted)) return []
    const found = names.length === 0 ? 'nothing' : names.map((name) => JSON.stringify(name)).join(', ')
    return [
      `${relative(process.cwd(), path)} exports no ${JSON.stringify(wanted)}, the handler of ${JSON.stringify(name)}; it exports ${found}. Export it, or name what it is exported as: compose({ handler: '…' }, …)`,
    ]
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

/** Whether a task's function can be made by NodejsFunction. */
export const isMakeable = (task: FunctionTask, overrides: LambdaOverrides): boolean =>
  overrides.code !== undefined || (overrides.entry ?? task.target.entry) !== undefined

/**
 * The Lambda function of a composed handler: entry, export, time-out, memory, runtime, tracing, layers and environment come from
 * the handler's own metadata, bundled by esbuild. Also of use without any workflow. Functions of one module share one bundle,
 * unless their bundling, runtime or architecture differ.
 *
 * What `overrides` gives wins, except that layers and environment are added to the handler's. `undefined` says nothing.
 *
 * @example awsLambda(this, 'AddPrice', addPrice, { memorySize: 512 })
 * @throws TypeError when the step is no single task; Error when the handler has no entry, or its module exports none of its name.
 */
export const awsLambda = (
  scope: Construct,
  id: string,
  step: AnyStep,
  overrides: LambdaOverrides = {},
): NodejsFunction => {
  const task = taskOf(step, 'awsLambda')
  if (!isMakeable(task, overrides))
    throw new Error(
      `awsLambda: the handler ${JSON.stringify(task.name)} has no entry: compose({ entry: import.meta.url }, …), or pass { entry } here`,
    )
  checkExports(scope, [[task, overrides]])
  const { id: _, ...props } = functionProps(scope, id, task, overrides)
  return new NodejsFunction(scope, id, props)
}
