/** What is executed of an emitted definition, beside what the graph means, in one world: that of the random graphs. */
import { isDeepStrictEqual } from 'node:util'
import { type EmitOptions, emit } from '@orkestra/asl'
import { type Execution, execute, type StandIn, TaskFailure } from '@orkestra/asl/execute'
import { nodes } from '@orkestra/core'
import { type AnyGraph, behaviours, serve, services } from '../../packages/core/test/arbitraries/graph.ts'
import { Failed } from './failures.ts'
import { type Meaning, meaning } from './meaning.ts'

const taskNames = (graph: AnyGraph): ReadonlySet<string> =>
  new Set(nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : [])))

/** A behaviour whose errors are those of a Lambda function, without the lines of a trace. */
const asLambda = (
  act: () => unknown,
): { readonly value: unknown } | { readonly error: string; readonly cause: string } => {
  try {
    return { value: act() }
  } catch (thrown) {
    const { name, message } = thrown as Error
    return { error: name, cause: JSON.stringify({ errorType: name, errorMessage: message, trace: [] }) }
  }
}

const standIn =
  (act: (given: unknown) => unknown) =>
  (given: unknown): unknown => {
    const outcome = asLambda(() => act(given))
    if ('error' in outcome) throw new TaskFailure(outcome.error, outcome.cause)
    return outcome.value
  }

const inMeaning = (act: () => unknown): unknown => {
  const outcome = asLambda(act)
  if ('error' in outcome) throw new Failed(outcome.error, outcome.cause)
  return outcome.value
}

/** The states language does not say how an engine words the cause of its own errors, and it tells of states and events. */
const withoutWords = (_: string, value: unknown): unknown =>
  typeof value === 'object' &&
  value !== null &&
  'Error' in value &&
  'Cause' in value &&
  String(value.Error).startsWith('States.')
    ? { ...value, Cause: '…' }
    : value

/** JSON of which the order of keys is no part. */
const canonical = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const call = (name: string, given: unknown): string =>
  JSON.stringify([name, JSON.parse(JSON.stringify(given, withoutWords))], canonical)

/** What was asked of functions, services and workers, in any order. */
export type Calls = string[]

/** What a random graph means, and what it asks; of siblings that were stopped nobody knows how far they came. */
export const meantOf = (
  graph: AnyGraph,
  input: unknown,
  options: EmitOptions = {},
): { readonly meant: Meaning; readonly calls: Calls | undefined } => {
  const calls: Calls = []
  let isCutOff = false
  const asking = (name: string, given: unknown, act: () => unknown): unknown => {
    calls.push(call(name, given))
    return inMeaning(act)
  }
  const meant = meaning(graph, input, {
    language: options.queryLanguage ?? 'JSONPath',
    payloadResponseOnly: options.payloadResponseOnly ?? false,
    lambda: (name, event) => asking(name, event, () => behaviours[name[0] as string]?.(event)),
    service: (resource, given) => asking(resource, given, () => serve(resource, given)),
    stopped: () => {
      isCutOff = true
    },
  })
  return { meant, calls: isCutOff ? undefined : calls }
}

/** What is executed of what is emitted of it, by whatever options, and what that asks. */
export const executionOf = async (
  graph: AnyGraph,
  input: unknown,
  options: EmitOptions = {},
): Promise<{ readonly execution: Execution; readonly calls: Calls }> => {
  const calls: Calls = []
  const noting = (name: string, act: (given: unknown) => unknown): StandIn =>
    standIn((given) => {
      calls.push(call(name, given))
      return act(given)
    })
  const execution = await execute(
    emit(graph, { limits: false, functionArn: ({ name }) => `\${${name}}`, ...options }),
    input,
    {
      limits: false,
      lambdas: Object.fromEntries(
        [...taskNames(graph)].map((name) => [
          `\${${name}}`,
          noting(name, (event) => behaviours[name[0] as string]?.(event)),
        ]),
      ),
      services: Object.fromEntries(
        Object.entries(services).map(([resource, act]) => [
          resource,
          noting(resource.replace(/^arn:aws:states:::/, ''), act),
        ]),
      ),
    },
  )
  return { execution, calls }
}

/** Whether the same was asked, as often. */
export const isSameWork = (one: Calls, other: Calls): boolean => isDeepStrictEqual(one.toSorted(), other.toSorted())

/** The same as a meaning. */
export const endingOf = (execution: Execution): Meaning =>
  execution.status === 'SUCCEEDED'
    ? { status: 'SUCCEEDED', output: execution.output }
    : { status: 'FAILED', error: execution.error ?? null, cause: execution.cause ?? null }

const shown = (ending: Meaning): unknown => {
  if (ending.status === 'SUCCEEDED') return JSON.parse(JSON.stringify({ output: ending.output }, withoutWords))
  if (ending.status === 'RACE') return ending
  return { error: ending.error, cause: ending.error?.startsWith('States.') ? '…' : ending.cause }
}

/** Whether two endings are the same: in status and output, or in error and cause. */
export const isSame = (one: Meaning, other: Meaning): boolean => isDeepStrictEqual(shown(one), shown(other))

/** Both, for the message of a law that does not hold. */
export const sideBySide = (meant: Meaning, done: Meaning): string =>
  `means    ${JSON.stringify(shown(meant))}\nexecutes ${JSON.stringify(shown(done))}`
