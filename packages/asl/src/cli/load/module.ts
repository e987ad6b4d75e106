/** The workflow that a user means by `path#export`. */
import { existsSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AnyStep, isStep as IsStep } from '@orkestra/core'
import { didYouMean } from '../../validate/report/wording.ts'
import { type Session, session } from '../session.ts'

/** A mistake of the command line or of the module that it names. Its text is for the user; there is no stack to show. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const list = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => (name === 'default' ? 'the default' : name)).join(', ')

/** How the files of modules end. */
export const moduleEnding: RegExp = /\.[cm]?[jt]sx?$/i

/** Whether an export is a step. A handler without a name is none, and throws where its graph is read; it may stand beside a workflow. */
export const isStepThatIsNamed = (value: unknown, isStep: typeof IsStep): value is AnyStep => {
  try {
    return isStep(value)
  } catch {
    return false
  }
}

/** The value of one export that is a workflow. */
const pick = (
  path: string,
  exports: Readonly<Record<string, unknown>>,
  name: string | undefined,
  isStep: typeof IsStep,
): AnyStep => {
  const steps = Object.keys(exports).filter((key) => isStepThatIsNamed(exports[key], isStep))
  if (name !== undefined) {
    if (!Object.hasOwn(exports, name))
      throw new UsageError(
        `${path} has no export ${JSON.stringify(name)}.${didYouMean(name, steps)} Its workflows: ${list(steps)}.`,
      )
    const value = exports[name]
    try {
      if (isStep(value)) return value
    } catch (error) {
      throw new UsageError(`${path}#${name}: ${(error as Error).message}`)
    }
    throw new UsageError(
      `the export ${JSON.stringify(name)} of ${path} is not a workflow but ${value === null ? 'null' : `a ${typeof value}`}. Its workflows: ${list(steps)}.`,
    )
  }
  // Handlers are steps too; beside a workflow of them they are not what is meant.
  const graphs = steps.filter((key) => typeof exports[key] !== 'function')
  const candidates = graphs.length > 0 ? graphs : steps
  const only =
    Object.hasOwn(exports, 'default') && isStepThatIsNamed(exports.default, isStep)
      ? 'default'
      : candidates.length === 1
        ? candidates[0]
        : undefined
  if (only === undefined)
    throw new UsageError(
      steps.length === 0
        ? `${path} exports no workflow. It exports: ${list(Object.keys(exports))}.`
        : `${path} exports several workflows; choose one: ${candidates.map((step) => `${path}#${step}`).join(', ')}.`,
    )
  return exports[only] as AnyStep
}

const isOwn = (file: string): boolean => !file.split(sep).includes('node_modules')

/** A path as a user of this folder writes it. */
const shortened = (file: string): string => {
  const near = relative(process.cwd(), file)
  return near.startsWith('..') ? file : near
}

/** Where in the user's own files an error arose: the first line of its stack that is in one of them. */
const placeOf = (error: Error, files: ReadonlySet<string>): string => {
  for (const [, where = '', line = '', column = ''] of (error.stack ?? '').matchAll(
    /((?:file:\/\/)?\/[^():\n]+|[A-Za-z]:[^():\n]+):(\d+):(\d+)/g,
  )) {
    const file = where.startsWith('file:') ? fileURLToPath(where) : where
    if (files.has(file)) return `${shortened(file)}:${line}:${column}: `
  }
  return ''
}

/** Anything can be thrown: also what refuses to be looked at. */
const isError = (thrown: unknown): thrown is Error => {
  try {
    return thrown instanceof Error && typeof thrown.message === 'string'
  } catch {
    return false
  }
}

const shownThrown = (thrown: unknown): string => {
  try {
    return String(thrown)
  } catch {
    return 'it throws a value that has no text'
  }
}

/** Why a module could not be loaded, in a line or two: no frame of the loader's own helps anyone. */
const reasonOf = (error: unknown, files: ReadonlySet<string>): string => {
  if (!isError(error)) return shownThrown(error)
  if ('code' in error && (error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_MODULE_NOT_FOUND')) {
    const [message = ''] = error.message.split('\n')
    const [importer] = 'requireStack' in error && Array.isArray(error.requireStack) ? error.requireStack : []
    const way = /module '(?![./]|node:)/.test(message) ? ' Is it installed?' : ''
    return `${typeof importer === 'string' ? `${shortened(importer)}: ` : ''}${message}.${way}`
  }
  const syntax = /^ParseError: (.*?)\s*\n\s*(\S.*:\d+:\d+)\s*$/s.exec(error.message)
  if (syntax) return `${shortened(syntax[2] as string)}: syntax error: ${syntax[1]}`
  return `${placeOf(error, files)}${error.name}: ${error.message}`
}

/** A module of workflows has nothing to wait for. In seconds. */
const longestLoading = 60

/** What a module exports, unless it takes too long. */
const inTime = async (loading: Promise<unknown>, path: string): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const tooLong = new UsageError(
      `loading did not finish within ${longestLoading} s. Does ${path} await something at its top level?`,
    )
    timer = setTimeout(() => reject(tooLong), longestLoading * 1000)
    // A module that waits for nothing at all is found at once.
    timer.unref()
  })
  try {
    return await Promise.race([loading, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Loads a TypeScript or JavaScript module and gives what it exports. What it imports is noted in the session; what an earlier run of
 * the same session has loaded is loaded anew.
 *
 * @throws UsageError when there is no such file, or when the module itself throws.
 */
export const loadModule = async (path: string, around: Session): Promise<Readonly<Record<string, unknown>>> => {
  const file = resolve(path)
  if (!existsSync(file)) throw new UsageError(`there is no file ${path}.`)
  if (!statSync(file).isFile()) throw new UsageError(`${path} is a folder; name a module: ${path}/workflow.ts.`)
  if (!moduleEnding.test(path))
    throw new UsageError(
      `${path} is no TypeScript or JavaScript module. What holds a definition already is read by validate, run, draw, policy and serve.`,
    )
  // Only here: commands that load no module start without it.
  const { createJiti } = await import('jiti')
  // Node 20 runs no TypeScript. Nothing is cached on disk: a command that reads must not write.
  const jiti = createJiti(import.meta.url, { fsCache: false, interopDefault: false })
  for (const read of around.reads) delete jiti.cache[read]
  const before = new Set(Object.keys(jiti.cache))
  around.reads.add(file)
  const note = (): void => {
    for (const loaded of Object.keys(jiti.cache)) if (!before.has(loaded) && isOwn(loaded)) around.reads.add(loaded)
  }
  let exports: unknown
  try {
    exports = await inTime(jiti.import(file), path)
  } catch (error) {
    note()
    const reason = error instanceof UsageError ? error.message : reasonOf(error, around.reads)
    throw new UsageError(`${path} cannot be loaded: ${reason}`)
  }
  note()
  return exports as Readonly<Record<string, unknown>>
}

/** `path#export` in its two parts. */
export const referenceParts = (reference: string): readonly [path: string, name: string | undefined] => {
  const hash = reference.lastIndexOf('#')
  return hash === -1 ? [reference, undefined] : [reference.slice(0, hash), reference.slice(hash + 1) || undefined]
}

/**
 * Loads a workflow from a module. Without `#export`, the default export or the only workflow.
 *
 * @throws UsageError when there is no such file or export, when it is not a workflow, or when the module itself throws.
 */
export const loadWorkflow = async (reference: string, around: Session = session()): Promise<AnyStep> => {
  const [path, name] = referenceParts(reference)
  const { isStep } = await import('@orkestra/core')
  return pick(path, await loadModule(path, around), name, isStep)
}
