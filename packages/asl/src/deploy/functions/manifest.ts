/** The functions of a workflow as data. */
import { posix, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AnyStep, type LambdaFunction, type LayerReference, nodes, type Task, wholeSeconds } from '@orkestra/core'
import { isFunctionArn, placeholderKey } from '../../emit/placeholder.ts'
import { type HandlerModule, handlerPath, handlerProblem, readModule, type Unreadable } from './module.ts'
import { defaultRuntime } from './runtime.ts'

/** One function, with Lambda's defaults filled in: no field is optional. */
export interface FunctionManifest {
  /** The task's name. */
  readonly name: string
  /** Its key: of the placeholder in the definition, letters and digits only. */
  readonly key: string
  /** The module, relative to `root`; `null` for an existing function. */
  readonly entry: string | null
  /** Where the handler is in the bundle: the name under which the module exports it, below `default` if it is CommonJS. */
  readonly handler: string
  readonly runtime: string
  /** What its bundle takes for what its module imports: `bundling` of this function says so. Known where the module is read. */
  readonly alias: Readonly<Record<string, string>>
  /** In seconds. */
  readonly timeout: number
  /** In megabytes. */
  readonly memorySize: number
  readonly architecture: 'arm64' | 'x86_64'
  readonly tracing: 'Active' | 'PassThrough'
  /** Folders, relative to the current one, whatever `root` is. */
  readonly layers: readonly LayerReference[]
  readonly environment: Readonly<Record<string, string>>
  readonly description: string
}

/**
 * Thrown for a workflow that has a valid definition and still cannot be deployed.
 *
 * @example try { toTerraform(workflow) } catch (error) { if (error instanceof DeployError) console.error(error.message) }
 */
export class DeployError extends Error {
  override readonly name = 'DeployError'
}

export interface ManifestOptions {
  /** The folder that entries are relative to. Default: the current one. */
  readonly root?: string
  /** `false`: do not read the modules to check that they export their handlers. Default `true`. */
  readonly readModules?: boolean
}

/** A file or folder relative to `root`. A relative path is resolved from the current folder, as in CDK. */
export const relativePath = (root: string, path: string): string => {
  const place = path.startsWith('file:') ? fileURLToPath(path) : resolve(path)
  return relative(resolve(root), place).split(sep).join(posix.sep)
}

const described = ({ name }: Task, target: LambdaFunction, root: string): FunctionManifest => ({
  name,
  key: placeholderKey(name),
  entry: target.entry === undefined ? null : relativePath(root, target.entry),
  handler: target.handler ?? name,
  runtime: target.runtime ?? defaultRuntime,
  alias: {},
  timeout: target.timeout === undefined ? 3 : wholeSeconds(target.timeout),
  memorySize: target.memorySize ?? 128,
  architecture: target.architecture ?? 'x86_64',
  // Lambda knows no third: a function that is not traced passes the header on.
  tracing: (target.tracing ?? 'active') === 'active' ? 'Active' : 'PassThrough',
  layers: target.layers ?? [],
  environment: target.environment ?? {},
  description: target.description ?? '',
})

/**
 * The functions of a workflow, one per name, sorted by name, as plain JSON for a deployment tool. It reads their modules,
 * which needs esbuild in the project. A task whose name is a function's ARN calls that function, which is not
 * listed.
 *
 * @example manifest(seq(x, y)).map(({ key, timeout }) => [key, timeout]) // [['x', 3], ['y', 6]]
 * @throws DeployError with every name of two different functions, every key of two names, and every handler that its
 *   module does not export or whose module cannot be read.
 */
export const manifest = (
  graph: AnyStep,
  { root = process.cwd(), readModules = true }: ManifestOptions = {},
): readonly FunctionManifest[] => {
  const found = new Map<string, FunctionManifest>()
  const holders = new Map<string, string>()
  const problems = new Set<string>()
  for (const node of nodes(graph)) {
    if (node._tag !== 'Task') continue
    if (node.target.kind === 'fragment') {
      problems.add(`${JSON.stringify(node.name)} is made of states of CDK, which CDK alone deploys`)
      continue
    }
    // Services and workers are there already.
    if (node.target.kind !== 'lambda' || isFunctionArn(node.name)) continue
    const one = described(node, node.target, resolve(root))
    const other = found.get(one.name)
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(one))
      problems.add(`two different functions are called ${JSON.stringify(one.name)}: give one another name`)
    found.set(one.name, other ?? one)
    const holder = holders.get(one.key) ?? one.name
    holders.set(one.key, holder)
    if (holder !== one.name)
      problems.add(
        `the functions ${JSON.stringify(holder)} and ${JSON.stringify(one.name)} have the same key ${one.key}: rename one so that they differ in letters or digits`,
      )
  }
  const modules = new Map<string, HandlerModule | Unreadable>()
  const settled = (fn: FunctionManifest): FunctionManifest => {
    if (fn.entry === null || !readModules) return fn
    const path = resolve(root, fn.entry)
    const module = modules.get(path) ?? readModule(path)
    modules.set(path, module)
    const problem = handlerProblem(fn.name, fn.handler, relative(process.cwd(), path), module)
    if (problem !== undefined) problems.add(problem)
    return 'why' in module ? fn : { ...fn, handler: handlerPath(fn.handler, module), alias: module.alias }
  }
  const functions = [...found.values()].map(settled)
  if (problems.size > 0) throw new DeployError([...problems].join('\n'))
  return functions.sort((a, b) => (a.name < b.name ? -1 : 1))
}
