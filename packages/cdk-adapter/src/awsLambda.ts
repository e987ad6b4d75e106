import { fileURLToPath } from 'node:url'
import { type AnyStep, nodeOf, type Task, wholeSeconds } from '@orkestra/core'
import {
  Architecture,
  Code,
  type ILayerVersion,
  LayerVersion,
  Runtime,
  RuntimeFamily,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, type NodejsFunctionProps, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** What a deployment may say of a function besides what the handler itself says. Wins over the handler's metadata. */
export interface LambdaOverrides extends NodejsFunctionProps {
  /** The construct's id. Default: the task's name followed by `Fn`. */
  readonly id?: string
}

/** The runtime of a function that names none. Named here, for CDK's own default depends on feature flags. */
const defaultRuntime = 'nodejs22.x'

const tracings = { active: Tracing.ACTIVE, passThrough: Tracing.PASS_THROUGH, disabled: Tracing.DISABLED }

/** The task of a step that is a single task: what `compose` and `task` give. */
export const taskOf = (step: AnyStep, place: string): Task => {
  const node = nodeOf(step, place)
  if (node._tag !== 'Task')
    throw new TypeError(
      `${place}: expected a composed handler or a task, got a workflow (${node._tag}); use stateMachine() or definition() for it`,
    )
  return node
}

const layersOf = (scope: Construct, id: string, { target }: Task, runtime: Runtime): ILayerVersion[] =>
  (target.layers ?? []).map((layer, i) =>
    'arn' in layer
      ? LayerVersion.fromLayerVersionArn(scope, `${id}Layer${i + 1}`, layer.arn)
      : new LayerVersion(scope, `${id}Layer${i + 1}`, {
          code: Code.fromAsset(layer.path),
          compatibleRuntimes: [runtime],
          ...(layer.description !== undefined && { description: layer.description }),
        }),
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

/**
 * The Lambda function of a composed handler: entry, export, time-out, memory, runtime, tracing, layers and environment come from
 * the handler's own metadata, bundled by esbuild. Also of use without any workflow.
 *
 * What `overrides` gives wins, except that layers and environment are added to the handler's. `undefined` says nothing.
 *
 * @example awsLambda(this, addPrice, { memorySize: 512 })
 * @throws TypeError when the step is no single task; Error when the handler has no entry.
 */
export const awsLambda = (scope: Construct, step: AnyStep, overrides: LambdaOverrides = {}): NodejsFunction => {
  const task = taskOf(step, 'awsLambda')
  const { id = `${task.name}Fn`, ...own } = overrides
  const { target } = task
  const entry = own.entry ?? target.entry
  if (entry === undefined)
    throw new Error(
      `awsLambda: the handler ${JSON.stringify(task.name)} has no entry: compose({ entry: import.meta.url }, …), or pass { entry } here`,
    )
  const runtime =
    own.runtime ?? new Runtime(target.runtime ?? defaultRuntime, RuntimeFamily.NODEJS, { supportsInlineCode: true })
  return new NodejsFunction(scope, id, {
    runtime,
    tracing: tracings[target.tracing ?? 'active'],
    handler: target.handler ?? task.name,
    ...given({
      timeout: target.timeout && Duration.seconds(wholeSeconds(target.timeout)),
      memorySize: target.memorySize,
      architecture:
        target.architecture && (target.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64),
      description: target.description,
    }),
    ...given(own),
    entry: pathOf(entry),
    layers: [...layersOf(scope, id, task, runtime), ...(own.layers ?? [])],
    environment: { ...target.environment, ...own.environment },
    bundling: { ...bundling, ...own.bundling, esbuildArgs: { ...bundling.esbuildArgs, ...own.bundling?.esbuildArgs } },
  })
}
