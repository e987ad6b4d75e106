/** A Lambda handler that knows its name, its entry, its time-out and its schema, and is a step of a workflow. */
import type {
  AnyStep,
  Duration,
  Graph,
  Implementation,
  implementation as implementationKey,
  Json,
  LambdaFunction,
  Task,
} from '@orkestra/core'
import { type Context, genericContext } from './context.ts'
import { watch } from './deadline.ts'
import { parse, type Schema } from './schema.ts'

// The key under which core looks for a task's function. Spelt out, for core itself must stay out of a Lambda bundle.
const implementation: typeof implementationKey = Symbol.for('@orkestra/implementation') as never

/** A handler without its types. */
export type Handler = (event: unknown, context: Context) => unknown

/** What wraps a handler in logging, tracing and the like: `powertools(…)` makes one, and so may you. */
export interface Instrumentation {
  /** The function's time-out where it has none of its own. */
  readonly timeout?: Duration
  readonly wrap: (handler: Handler, name: string) => Handler
  /** Told, instead of the console, that a handler is about to be cut off. `remaining` is in milliseconds. */
  readonly onDeadline?: (name: string, event: unknown, remaining: number) => void
}

/** What may be said of a handler. All but the schemas and the instrumentation is data, and travels with the graph. */
export interface ComposeOptions extends Omit<LambdaFunction, 'kind' | 'entry'> {
  /** The task's name; by default the function's own. */
  readonly name?: string
  /** `import.meta.url` of the module that exports the handler, or its path. */
  readonly entry?: string | URL
  /** See `task` of `@orkestra/core`. */
  readonly taskTimeout?: Duration | false
  /** `false`: do not retry transient errors of the Lambda service. */
  readonly retryServiceErrors?: boolean
  /** Checks and converts the event before the function gets it. Any Standard Schema. */
  readonly input?: Schema
  /** Checks and converts what the function returns. Any Standard Schema. */
  readonly output?: Schema
  readonly powertools?: Instrumentation
}

/** What is known of a composed handler without calling it; serialisable. */
export interface Metadata extends Omit<LambdaFunction, 'kind'> {
  readonly name: string
  readonly handler: string
  readonly taskTimeout?: Duration | false
}

/** A Lambda handler and a step of a workflow in one. Steps get the JSON image of what the one before returned. */
export interface Composed<I, O> extends Metadata {
  (event: I, context?: Context): Promise<O>
  readonly graph: Graph<I, Json<O>>
}

type InputOf<S> = S extends Schema<infer I, unknown> ? I : never
type ParsedBy<S> = S extends Schema<infer _, infer O> ? O : never

/** How `compose` is called. */
export interface Compose {
  <I, O>(fn: (event: I, context: Context) => O | Promise<O>): Composed<I, O>
  <SI extends Schema, SO extends Schema>(
    options: ComposeOptions & { readonly input: SI; readonly output: SO },
    fn: (event: ParsedBy<SI>, context: Context) => InputOf<SO> | Promise<InputOf<SO>>,
  ): Composed<InputOf<SI>, ParsedBy<SO>>
  <SI extends Schema, O>(
    options: ComposeOptions & { readonly input: SI; readonly output?: undefined },
    fn: (event: ParsedBy<SI>, context: Context) => O | Promise<O>,
  ): Composed<InputOf<SI>, O>
  <I, SO extends Schema>(
    options: ComposeOptions & { readonly input?: undefined; readonly output: SO },
    fn: (event: I, context: Context) => InputOf<SO> | Promise<InputOf<SO>>,
  ): Composed<I, ParsedBy<SO>>
  <I, O>(
    options: ComposeOptions & { readonly input?: undefined; readonly output?: undefined },
    fn: (event: I, context: Context) => O | Promise<O>,
  ): Composed<I, O>
}

const checked =
  (fn: Handler, { input, output }: ComposeOptions, name: string): Handler =>
  async (event, context) => {
    const result = await fn(input ? await parse(input, event, `the input of ${name}`) : event, context)
    return output ? parse(output, result, `the output of ${name}`) : result
  }

const logDeadline = (name: string, event: unknown, remaining: number): void =>
  console.error(JSON.stringify({ level: 'ERROR', message: `${name} is about to time out`, remaining, event }))

const invoking = (handler: Handler, name: string, onDeadline: NonNullable<Instrumentation['onDeadline']>) => {
  const report = (event: unknown, remaining: number) => onDeadline(name, event, remaining)
  return (event: unknown, context: Context = genericContext): Promise<unknown> => {
    let result: Promise<unknown>
    try {
      // A promise is handed on as it is: wrapping it would cost as much as a small handler itself.
      result = Promise.resolve(handler(event, context))
    } catch (error) {
      return Promise.reject(error)
    }
    // Other triggers and tests may hand over less than a whole context.
    if (context !== genericContext && 'getRemainingTimeInMillis' in context) watch({ event, context, result, report })
    return result
  }
}

/** Without the fields that were given as `undefined`: they say nothing. */
const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

const nameless = (): never => {
  throw new TypeError(
    'compose: a step needs a name, and this function has none: name it, or pass { name } (a minifier drops names; esbuild keeps them with keepNames)',
  )
}

const checkTimeouts = (name: string, ...timeouts: readonly (Duration | false | undefined)[]): void => {
  for (const timeout of timeouts)
    if (timeout && !(timeout.seconds >= 1))
      throw new RangeError(
        `compose ${JSON.stringify(name)}: a time-out is at least one second, got ${timeout.seconds} s`,
      )
}

/** A frozen copy, all through: what is done to the options later does not reach the handler. */
const frozenCopy = <T>(value: T): T =>
  typeof value !== 'object' || value === null
    ? value
    : (Object.freeze(
        Array.isArray(value)
          ? value.map(frozenCopy)
          : Object.fromEntries(Object.entries(value).map(([key, field]) => [key, frozenCopy(field)])),
      ) as T)

/** Minifiers drop names. Where Lambda runs the bundle, its own name for the function is as good, and better than no start. */
const nameOf = (fn: Handler): string => fn.name || process.env.AWS_LAMBDA_FUNCTION_NAME || ''

const build = (options: ComposeOptions, fn: Handler): Composed<never, unknown> => {
  if (typeof fn !== 'function')
    throw new TypeError(`compose: expected a function, got ${fn === null ? 'null' : typeof fn}`)
  const {
    name = nameOf(fn),
    entry,
    input,
    output,
    powertools,
    taskTimeout: ownTimeout,
    retryServiceErrors,
    ...rest
  } = options
  const taskTimeout = frozenCopy(ownTimeout)
  checkTimeouts(name, rest.timeout, ownTimeout)
  const lambda: Omit<LambdaFunction, 'kind'> = frozenCopy(
    given({
      ...rest,
      timeout: rest.timeout ?? powertools?.timeout,
      entry: entry === undefined || entry === '' ? undefined : String(entry),
    }),
  ) as Omit<LambdaFunction, 'kind'>
  const inner = input || output ? checked(fn, options, name) : fn
  // The schema is checked inside, so that an event that does not fit is logged, traced and counted like any error.
  const handler = invoking(
    powertools ? powertools.wrap(inner, name) : inner,
    name,
    powertools?.onDeadline ?? logDeadline,
  )
  const task: Task = {
    _tag: 'Task',
    name,
    target: Object.freeze({ kind: 'lambda', ...lambda }),
    ...(taskTimeout !== undefined && { taskTimeout }),
    ...(retryServiceErrors === false && { retryServiceErrors }),
  }
  Object.assign(task, { [implementation]: handler as Implementation })
  const isNamed = name.trim() !== ''
  Object.defineProperties(handler, {
    name: { value: name },
    // A bundler that minifies drops names of functions. In Lambda nobody needs them; who builds a graph does.
    graph: isNamed ? { value: Object.freeze(task), enumerable: true } : { get: nameless },
  })
  return Object.freeze(
    Object.assign(handler, given({ ...lambda, handler: lambda.handler ?? name, taskTimeout })),
  ) as unknown as Composed<never, unknown>
}

/**
 * `compose` with defaults. What is given at the call wins; `environment` and `layers` are merged; `undefined` says nothing.
 *
 * @example
 * const compose = composeWith({ runtime: 'nodejs22.x', timeout: seconds(6) })
 */
export const composeWith = (defaults: Omit<ComposeOptions, 'name' | 'handler' | 'input' | 'output'>): Compose =>
  ((first: ComposeOptions | Handler, second?: Handler) => {
    const [own, fn] = typeof first === 'function' ? [{}, first] : [first, second as Handler]
    const options: ComposeOptions = {
      ...defaults,
      ...given(own),
      ...((defaults.environment || own.environment) && {
        environment: { ...defaults.environment, ...own.environment },
      }),
      ...((defaults.layers || own.layers) && { layers: [...(defaults.layers ?? []), ...(own.layers ?? [])] }),
    }
    return build(options, fn)
  }) as unknown as Compose

/**
 * Makes a Lambda handler out of a function: still a plain handler `(event, context?) => Promise<O>`, and a step besides, with
 * what its deployment needs to know. Nothing of it is resolved from where it is called: give `entry: import.meta.url`.
 *
 * Without a context, as in a test, the function gets `genericContext`.
 *
 * @example
 * export const addPrice = compose(
 *   { entry: import.meta.url, timeout: seconds(6) },
 *   async function addPrice(item: { id: string }) { return { ...item, price: 3.14 } },
 * )
 * await addPrice({ id: '1' })   // { id: '1', price: 3.14 }
 * seq(addPrice, charge)         // and a step
 * @throws TypeError when there is no function, or, where it is used as a step, when it has no name; RangeError when a time-out
 *   is under one second.
 */
export const compose: Compose = composeWith({})

/** Whether a value is a composed handler. @example isComposed(compose(function x() {})) // true */
export const isComposed = (value: unknown): value is Composed<never, unknown> & AnyStep =>
  typeof value === 'function' &&
  'graph' in value &&
  typeof value.graph === 'object' &&
  value.graph !== null &&
  implementation in value.graph
