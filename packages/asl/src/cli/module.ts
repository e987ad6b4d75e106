/** The workflow that a user means by `path#export`. */
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type AnyStep, isStep } from '@orkestra/core'
import { createJiti } from 'jiti'

/** A mistake of the command line or of the module that it names. Its text is for the user; there is no stack to show. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const list = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => (name === 'default' ? 'the default' : name)).join(', ')

/** The value of one export that is a workflow. */
const pick = (path: string, exports: Readonly<Record<string, unknown>>, name: string | undefined): AnyStep => {
  const steps = Object.keys(exports).filter((key) => isStep(exports[key]))
  if (name !== undefined) {
    if (!Object.hasOwn(exports, name))
      throw new UsageError(`${path} has no export ${JSON.stringify(name)}. Its workflows: ${list(steps)}.`)
    const value = exports[name]
    if (!isStep(value))
      throw new UsageError(
        `the export ${JSON.stringify(name)} of ${path} is no workflow, but ${value === null ? 'null' : `a ${typeof value}`}. Its workflows: ${list(steps)}.`,
      )
    return value
  }
  const only =
    Object.hasOwn(exports, 'default') && isStep(exports.default) ? 'default' : steps.length === 1 ? steps[0] : undefined
  if (only === undefined)
    throw new UsageError(
      steps.length === 0
        ? `${path} exports no workflow.`
        : `${path} exports several workflows; say which: ${steps.map((step) => `${path}#${step}`).join(', ')}.`,
    )
  return exports[only] as AnyStep
}

/**
 * Loads a workflow from a TypeScript or JavaScript module. Without `#export`, the default export or the only workflow.
 *
 * @throws UsageError when there is no such file or export, when it is no workflow, or when the module itself throws.
 */
export const loadWorkflow = async (reference: string): Promise<AnyStep> => {
  const hash = reference.lastIndexOf('#')
  const [path, name] = hash === -1 ? [reference, undefined] : [reference.slice(0, hash), reference.slice(hash + 1)]
  const file = resolve(path)
  if (!existsSync(file) || !statSync(file).isFile()) throw new UsageError(`there is no file ${path}.`)
  // Node 20 runs no TypeScript. Nothing is cached on disk: a command that reads must not write.
  const jiti = createJiti(import.meta.url, { fsCache: false, interopDefault: false })
  let exports: unknown
  try {
    exports = await jiti.import(file)
  } catch (error) {
    throw new UsageError(
      `${path} cannot be loaded: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  }
  return pick(path, exports as Readonly<Record<string, unknown>>, name || undefined)
}
