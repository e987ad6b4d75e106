/** Makes Lambda handlers that carry their name, entry, time-out and schema, and are steps of a workflow. */
import type { Implementation, implementation as implementationKey } from '@orkestra/core'
import { lambdaTask } from '@orkestra/core/lambdaTask'
import type { Handler as LambdaHandler } from 'aws-lambda'
import {
  type AllOptions,
  type Composed,
  type ComposeOptions,
  type Composition,
  composition,
  type Handler,
  type Instrumentation,
  type SharedOptions,
} from './composed.ts'
import type { Context } from './context.ts'
import { guardOf } from './deadline.ts'
import { checked, invoking } from './invoke.ts'
import { isCertain, nameless } from './name.ts'
import type { InputOf, ParsedBy, Schema } from './schema.ts'

// The key under which core looks for a task's function. Written out here, because core itself must stay out of a Lambda bundle.
const implementation: typeof implementationKey = Symbol.for('@orkestra/implementation') as never
// The key by which Lambda's runtime knows a streaming handler.
const streaming: unique symbol = Symbol.for('aws.lambda.runtime.handler.streaming') as never

type Unchecked = Omit<ComposeOptions, 'input' | 'output'>

/** The call signatures of `compose`. */
export interface Compose {
  <I, O>(fn: (event: I, context: Context) => O | Promise<O>): Composed<I, O>
  <I, O>(fn: LambdaHandler<I, O>): Composed<I, O>
  <SI extends Schema, SO extends Schema>(
    options: Unchecked & { readonly input: SI; readonly output: SO },
    fn: (event: ParsedBy<SI>, context: Context) => InputOf<SO> | Promise<InputOf<SO>>,
  ): Composed<InputOf<SI>, ParsedBy<SO>>
  <SI extends Schema, O>(
    options: Unchecked & { readonly input: SI; readonly output?: undefined },
    fn: (event: ParsedBy<SI>, context: Context) => O | Promise<O>,
  ): Composed<InputOf<SI>, O>
  <I, SO extends Schema>(
    options: Unchecked & { readonly input?: undefined; readonly output: SO },
    fn: (event: I, context: Context) => InputOf<SO> | Promise<InputOf<SO>>,
  ): Composed<I, ParsedBy<SO>>
  <I, O>(
    options: Unchecked & { readonly input?: undefined; readonly output?: undefined },
    fn: LambdaHandler<I, O>,
  ): Composed<I, O>
  <I, O>(
    options: Unchecked & { readonly input?: undefined; readonly output?: undefined },
    fn: (event: I, context: Context) => O | Promise<O>,
  ): Composed<I, O>
}

/** Drops fields that are `undefined`, because they must not override defaults. */
const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

/** Applies defaults to options: environment and layers are merged, other options replace their default. */
export const withDefaults = (defaults: SharedOptions, own: AllOptions): AllOptions => ({
  ...defaults,
  ...given(own),
  ...((defaults.environment || own.environment) && { environment: { ...defaults.environment, ...own.environment } }),
  ...((defaults.layers || own.layers) && { layers: [...(defaults.layers ?? []), ...(own.layers ?? [])] }),
})

const refuse = (name: string, why: string): never => {
  throw new TypeError(`compose${name && ` ${JSON.stringify(name)}`}: ${why}`)
}

const noStreams = (name: string): never =>
  refuse(name, 'a streaming handler is not a step: Step Functions takes the result as a whole')

const checkFunction = (fn: Handler, name: string): void => {
  if (typeof fn !== 'function') refuse(name, `expected a function, got ${fn === null ? 'null' : typeof fn}`)
  if (fn.length > 2)
    refuse(name, 'a handler with a callback, which Lambda no longer calls from Node.js 24 on: return a promise')
  if (/Generator/.test(Object.prototype.toString.call(fn)))
    refuse(name, 'a generator function: a handler returns its result or a promise of it')
  if ((fn as { readonly [streaming]?: unknown })[streaming]) noStreams(name)
}

/** Makes the handler. @throws as `compose` does. */
export const build = (options: AllOptions, fn: Handler): Composed<never, unknown> => {
  checkFunction(fn, options.name ?? '')
  const { name: text, entry, input, output, instrumentation, deadline = {}, ...rest } = options
  const own = text ?? (isCertain(fn.name) ? fn.name : undefined)
  // Where Lambda runs the bundle, its own name for the function is as good as any, and better than no start.
  const name = own ?? process.env.AWS_LAMBDA_FUNCTION_NAME ?? ''
  const tools: readonly Instrumentation[] = instrumentation ? [instrumentation].flat() : []
  const timeout = rest.timeout ?? tools.find((tool) => tool.timeout)?.timeout
  // A handler without a name is a handler, and is checked like one; a step it becomes by a name.
  const task = lambdaTask('compose', own ?? (name || '(no name)'), {
    passContext: tools.some(({ passContext }) => passContext),
    ...rest,
    ...(timeout && { timeout }),
    ...(entry && { entry: String(entry) }),
  })
  const inner = checked(fn, input, output, name)
  // The schema is checked inside, so that an event that does not fit is logged, traced and counted like any error.
  const wrapped = tools.reduceRight<Handler>((next, tool) => tool.wrap(next, name), inner)
  const handler = invoking(wrapped, guardOf(name, deadline, tools.find((tool) => tool.onDeadline)?.onDeadline))
  Object.assign(task, { [implementation]: handler as Implementation })
  const { kind: _, ...metadata } = task.target
  const { taskTimeout } = task
  Object.assign(handler, { ...metadata, handler: rest.handler ?? name }, taskTimeout !== undefined && { taskTimeout })
  Object.defineProperties(handler, {
    name: { value: name },
    [composition]: { value: { options, fn } satisfies Composition },
    // Lambda's `streamifyResponse` marks what it is given.
    [streaming]: {
      get() {},
      set() {
        noStreams(name)
      },
    },
    graph: name ? { value: Object.freeze(task), enumerable: true } : { get: () => nameless(fn.name) },
  })
  return Object.freeze(handler) as unknown as Composed<never, unknown>
}

/**
 * Returns `compose` with default options. The options of each call take precedence; `environment` and `layers` are merged, and `undefined` is
 * ignored.
 *
 * @example
 * const compose = composeWith({ runtime: 'nodejs22.x', timeout: seconds(6) })
 * @throws TypeError and RangeError, at the call, as `compose` does.
 */
export const composeWith = (defaults: SharedOptions): Compose =>
  ((first: ComposeOptions | Handler, second?: Handler) => {
    if (typeof second === 'object' && second !== null)
      throw new TypeError('compose: options come first: compose(options, fn)')
    return typeof first === 'function'
      ? build(defaults, first)
      : build(withDefaults(defaults, first ?? {}), second as Handler)
  }) as unknown as Compose

/**
 * Makes a Lambda handler from a function: a plain handler `(event, context?) => Promise<O>` that is also a step, with
 * the metadata for its deployment. A handler cannot detect its own module, so pass `entry: import.meta.url`.
 *
 * A step needs a name. Because bundlers rename functions, write it as a string, with `name` or as a key of `handlers`. A function's own name is used
 * only if no tool can have generated it.
 *
 * @example
 * export const addPrice = compose(
 *   { name: 'addPrice', entry: import.meta.url, timeout: seconds(6) },
 *   async (item: { id: string }) => ({ ...item, price: 3.14 }),
 * )
 * await addPrice({ id: '1' })   // { id: '1', price: 3.14 }
 * seq(addPrice, charge)         // also a step
 * @throws TypeError when the function is missing, takes a callback, is a generator or streams, or when a handler without a name is used as
 *   a step; RangeError when an option is outside Lambda's limits (1 to 900 s, 128 to 10,240 MB).
 */
export const compose: Compose = composeWith({})
