import { relative, resolve, sep } from 'node:path'
import { bundling, defaultRuntime } from '@orkestra/asl'
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
import type { Construct } from 'constructs'
import { checkHandlers, type Handler, pathOf, placeOf } from './handlerModule.ts'

/** Settings of a function in a deployment. They override the handler's metadata. */
export interface LambdaOverrides extends NodejsFunctionProps {}

const tracings = { active: Tracing.ACTIVE, passThrough: Tracing.PASS_THROUGH, disabled: Tracing.DISABLED }

/** A task that is a Lambda function. */
export type FunctionTask = Task & { readonly target: LambdaFunction }

export const isFunctionTask = (node: Node): node is FunctionTask =>
  node._tag === 'Task' && node.target.kind === 'lambda'

/** The task of a step from `compose` or `task`. */
export const taskOf = (step: AnyStep, place: string): FunctionTask => {
  const node = nodeOf(step, place)
  if (isFunctionTask(node)) return node
  throw new TypeError(
    node._tag === 'Task'
      ? `${place}: ${JSON.stringify(node.name)} is no Lambda function`
      : `${place}: expected a composed handler or a task, got a workflow (${node._tag}); use stateMachine() or definition() for it`,
  )
}

/** A stack has one layer per folder, shared by all functions that use it. Its id is the folder's path as the app sees it. */
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

/** Drops fields that are `undefined`, because they must not override the metadata. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

/** The same bundling as for any target, except for esbuild's target, which CDK sets. */
const nodejsBundling = (
  runtime: Runtime,
  alias: Readonly<Record<string, string>>,
): NonNullable<NodejsFunctionProps['bundling']> => {
  const { minify, mainFields, banner, external, ...settings } = bundling({ runtime: runtime.name, alias })
  return {
    format: OutputFormat.ESM,
    minify,
    mainFields,
    banner: banner.js,
    externalModules: external,
    ...(settings.alias && {
      esbuildArgs: Object.fromEntries(Object.entries(settings.alias).map(([from, to]) => [`--alias:${from}`, to])),
    }),
  }
}

/** The properties of a function to create: the handler's metadata with the overrides applied. */
export interface FunctionProps extends NodejsFunctionProps {
  /** The construct's id. */
  readonly id: string
  readonly handler: string
  readonly runtime: Runtime
}

/**
 * Creates a task's function instead of NodejsFunction. Use it to skip bundling in stack tests, or to create another construct,
 * such as a function in a container image.
 *
 * @example (scope, _, { id, runtime }) => new Function(scope, id, { runtime, handler: 'index.x', code: Code.fromInline('…') })
 */
export type MakeFunction = (scope: Construct, task: FunctionTask, props: FunctionProps) => IFunction

/** The handler of a task that this app bundles; `undefined` if its code comes from elsewhere. */
const handlerOf = ({ name, target }: FunctionTask, own: LambdaOverrides): Handler | undefined => {
  const entry = own.entry ?? target.entry
  if (entry === undefined || own.code !== undefined) return undefined
  return { name, entry: pathOf(entry), exported: own.handler ?? target.handler ?? name, bundling: own.bundling }
}

/** The properties of a function. Creates its layers. */
export const functionProps = (
  scope: Construct,
  id: string,
  task: FunctionTask,
  own: LambdaOverrides,
): FunctionProps => {
  const { target } = task
  const handler = handlerOf(task, own)
  const place = handler && placeOf(scope, handler)
  const runtime =
    own.runtime ?? new Runtime(target.runtime ?? defaultRuntime, RuntimeFamily.NODEJS, { supportsInlineCode: true })
  const common = nodejsBundling(runtime, place?.alias ?? {})
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
    handler: place?.handler ?? own.handler ?? target.handler ?? task.name,
    ...(handler && { entry: handler.entry }),
    layers: [...layersOf(scope, id, task), ...(own.layers ?? [])],
    environment: { ...target.environment, ...own.environment },
    bundling: { ...common, ...own.bundling, esbuildArgs: { ...common.esbuildArgs, ...own.bundling?.esbuildArgs } },
  }
}

/** @throws Error that lists every handler to bundle that its module does not export. */
export const checkExports = (scope: Construct, tasks: readonly (readonly [FunctionTask, LambdaOverrides])[]): void =>
  checkHandlers(
    scope,
    tasks.flatMap(([task, own]) => handlerOf(task, own) ?? []),
  )

/** Whether NodejsFunction can create a task's function. */
export const isMakeable = (task: FunctionTask, overrides: LambdaOverrides): boolean =>
  overrides.code !== undefined || (overrides.entry ?? task.target.entry) !== undefined

/**
 * Creates the Lambda function of a composed handler, bundled by esbuild, with or without a workflow. Entry, export, time-out, memory, runtime, tracing,
 * layers and environment come from the handler's metadata. Functions of one module share a bundle,
 * unless their bundling, runtime or architecture differ.
 *
 * `overrides` take precedence; layers and environment are added to those of the handler. `undefined` is ignored.
 *
 * @example awsLambda(this, 'AddPrice', addPrice, { memorySize: 512 })
 * @throws TypeError when the step is not a single task; Error when the handler has no entry or its module does not export it.
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
      `awsLambda: the handler ${JSON.stringify(task.name)} has no entry: compose({ entry: import.meta.url }, …), in CommonJS { entry: __filename }, or pass { entry } here`,
    )
  checkExports(scope, [[task, overrides]])
  const { id: _, ...props } = functionProps(scope, id, task, overrides)
  return new NodejsFunction(scope, id, props)
}
