/** What a random workflow does, fused and unfused, beside what it means: the checks of the laws of fusion. */
import { isDeepStrictEqual } from 'node:util'
import { diagnose, type EmitOptions, emitEither, type StateMachine } from '@orkestra/asl'
import { execute, TaskFailure } from '@orkestra/asl/execute'
import { nodes } from '@orkestra/core'
import * as Either from 'fp-ts/lib/Either.js'
import * as assert from 'uvu/assert'
import { type AnyWorkflow, act, digest, withoutPlaces } from '../../packages/core/test/arbitraries/workflows.ts'
import { Failed } from './failures.ts'
import { meaning } from './meaning.ts'

interface Ending {
  readonly shown: unknown
  readonly calls: readonly string[]
}

interface Execution extends Ending {
  readonly transitions: number
  /** The names that the user gave to the states that are entered, each once. */
  readonly named: readonly string[]
}

const failed = (error: unknown, cause: unknown): unknown => ({
  error,
  cause: String(error).startsWith('States.') ? '' : withoutPlaces(cause),
})

/** What a function does, and how its error looks to whoever catches it. */
const outcomeOf = (
  name: string,
  given: unknown,
): { readonly value: unknown } | { readonly error: string; readonly cause: string } => {
  try {
    return { value: act(name, given) }
  } catch (thrown) {
    const { name: errorType, message: errorMessage } = thrown as Error
    return { error: errorType, cause: JSON.stringify({ errorType, errorMessage, trace: [] }) }
  }
}

const meant = (
  graph: AnyWorkflow,
  input: unknown,
  language: 'JSONPath' | 'JSONata',
): Ending & { readonly isRace: boolean } => {
  const calls: string[] = []
  let isCutOff = false
  const called = (name: string, given: unknown): unknown => {
    calls.push(`${name} ${digest(given)}`)
    const outcome = outcomeOf(name, given)
    if ('error' in outcome) throw new Failed(outcome.error, outcome.cause)
    return outcome.value
  }
  const found = meaning(graph, input, {
    language,
    lambda: called,
    service: (_, given) => called('t', given),
    stopped: () => {
      isCutOff = true
    },
  })
  return {
    shown:
      found.status === 'SUCCEEDED'
        ? { output: withoutPlaces(found.output) }
        : found.status === 'FAILED'
          ? failed(found.error, found.cause)
          : {},
    calls: calls.sort(),
    isRace: found.status === 'RACE' || isCutOff,
  }
}

const base = (name: string): string => name.replace(/\d+$/, '')

const executed = async (definition: StateMachine, graph: AnyWorkflow, input: unknown): Promise<Execution> => {
  const calls: string[] = []
  const called = (name: string) => (given: unknown) => {
    calls.push(`${name} ${digest(given)}`)
    const outcome = outcomeOf(name, given)
    if ('error' in outcome) throw new TaskFailure(outcome.error, outcome.cause)
    return outcome.value
  }
  const names = nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : []))
  const own = new Set(
    nodes(graph).flatMap(({ _tag, stateName }) => (stateName === undefined || _tag === 'Seq' ? [] : [stateName])),
  )
  const done = await execute(definition, input, {
    lambdas: Object.fromEntries(names.map((name) => [`\${${name}}`, called(name)])),
    services: { 'arn:aws:states:::sqs:sendMessage': called('t') },
    limits: false,
  })
  const entered = done.history.flatMap((event) =>
    'stateEnteredEventDetails' in event
      ? [(event.stateEnteredEventDetails as unknown as { readonly name: string }).name]
      : [],
  )
  return {
    shown:
      done.status === 'SUCCEEDED'
        ? { output: withoutPlaces(done.output) }
        : failed(done.error ?? null, done.cause ?? null),
    transitions: entered.length,
    calls: calls.sort(),
    named: [...new Set(entered.map(base).filter((name) => own.has(name)))].sort(),
  }
}

/** What was compared so far. */
export const counted = { all: 0, inexpressible: 0, races: 0, unfused: 0, fused: 0 }

const differs = (one: Ending, other: Ending): string | undefined =>
  isDeepStrictEqual(one.shown, other.shown)
    ? isDeepStrictEqual(one.calls, other.calls)
      ? undefined
      : 'asks otherwise'
    : 'ends otherwise'

/** Fails where a workflow, fused or not, does anything else than it means, or costs more fused than it would unfused. */
export const agree = async (
  graph: AnyWorkflow,
  input: unknown,
  queryLanguage: 'JSONPath' | 'JSONata',
): Promise<void> => {
  counted.all += 1
  const options: EmitOptions = { queryLanguage, functionArn: ({ name }) => `\${${name}}`, limits: false }
  const [unfused, fused] = [emitEither(graph, { ...options, fuse: false }), emitEither(graph, options)]
  if (Either.isLeft(fused)) {
    counted.inexpressible += 1
    assert.ok(Either.isLeft(unfused), `only the fused cannot be said: ${JSON.stringify(fused.left)}`)
    return
  }
  const definitions = [fused.right, ...(Either.isRight(unfused) ? [unfused.right] : [])]
  for (const definition of definitions) {
    const wrong = diagnose(definition).filter(({ severity }) => severity === 'error')
    if (wrong.length > 0) throw new Error(`${JSON.stringify(wrong)}\n${JSON.stringify(definition)}`)
  }
  const { isRace, ...expected } = meant(graph, input, queryLanguage)
  if (isRace) {
    counted.races += 1
    return
  }
  const found: Execution[] = []
  for (const definition of definitions) {
    const execution = await executed(definition, graph, input)
    found.push(execution)
    const why = differs(expected, execution)
    if (why !== undefined)
      throw new Error(
        `the ${definition === fused.right ? 'fused' : 'unfused'} ${why}\nmeans ${JSON.stringify(expected)}\ndoes ${JSON.stringify(execution)}\n${JSON.stringify(definition)}`,
      )
  }
  const [short, long] = found
  if (short === undefined || long === undefined) return
  counted.fused += short.transitions
  counted.unfused += long.transitions
  if (short.transitions > long.transitions)
    throw new Error(`${short.transitions} transitions, not ${long.transitions}\n${JSON.stringify(fused.right)}`)
  // What fails may do so one state later: in the one that works, and computes what a Pass before it did.
  for (const name of long.named) assert.ok(short.named.includes(name), `${name}, which the user named, is not entered`)
}
