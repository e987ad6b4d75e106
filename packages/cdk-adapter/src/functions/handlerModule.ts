/** The modules of handlers, each read once per app. */
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type HandlerModule,
  handlerPath,
  handlerProblem,
  type ModuleReading,
  readModule,
  type Unreadable,
} from '@orkestra/asl'
import { type NodejsFunctionProps, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct, IConstruct } from 'constructs'

/** A handler for deployment: the task's name, the module, the export's name, and the bundling. */
export interface Handler {
  readonly name: string
  readonly entry: string
  readonly exported: string
  readonly bundling: NodejsFunctionProps['bundling']
}

const read = new WeakMap<IConstruct, Map<string, HandlerModule | Unreadable>>()

const moduleOf = (scope: Construct, entry: string, { loader, tsconfig }: ModuleReading = {}) => {
  const { root } = scope.node
  const known = read.get(root) ?? new Map<string, HandlerModule | Unreadable>()
  read.set(root, known)
  const key = JSON.stringify([entry, loader, tsconfig])
  const module =
    known.get(key) ?? readModule(entry, { ...(loader && { loader }), ...(tsconfig !== undefined && { tsconfig }) })
  known.set(key, module)
  return module
}

export const pathOf = (entry: string): string => (entry.startsWith('file:') ? fileURLToPath(entry) : entry)

/** For CDK, `file.name` is a handler in a file that it does not bundle. */
const lastPart = (exported: string): string => exported.split('.').at(-1) as string

/**
 * Checks that every handler's module can be read and exports the handler, when the bundle is created. Lambda would report a missing export only at
 * the first call.
 *
 * @throws Error that lists all handlers that fail.
 */
export const checkHandlers = (scope: Construct, handlers: readonly Handler[]): void => {
  if (!Stack.of(scope).bundlingRequired) return
  const problems = handlers.flatMap(({ name, entry, exported, bundling }) => {
    const module = moduleOf(scope, entry, bundling)
    return handlerProblem(name, lastPart(exported), relative(process.cwd(), entry), module) ?? []
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

/** Where Lambda finds a handler in its bundle, and how the bundle resolves the module's imports. */
export const placeOf = (
  scope: Construct,
  { entry, exported, bundling }: Handler,
): { readonly handler: string; readonly alias: Readonly<Record<string, string>> } => {
  const module = moduleOf(scope, entry, bundling)
  // Where nothing is bundled it may be anything.
  if ('why' in module) return { handler: exported, alias: {} }
  const isEsm = bundling?.format === undefined || bundling.format === OutputFormat.ESM
  const path = isEsm && !exported.includes('.') ? handlerPath(exported, module) : exported
  return { handler: path === exported ? exported : `index.${path}`, alias: module.alias }
}
