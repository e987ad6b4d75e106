/** The machine with fewer states does what the one with a state for each step does, with no more transitions. */
import { isDeepStrictEqual } from 'node:util'
import { diagnose, type EmitOptions, emitEither, type StateMachine } from '@orkestra/asl'
import { execute } from '@orkestra/asl/execute'
import { nodes } from '@orkestra/core'
import * as Either from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import { holds } from '../../packages/core/test/arbitraries/laws.ts'
import { type AnyWorkflow, act, digest, inputs, withoutPlaces, workflows } from '../../packages/core/test/arbitraries/workflows.ts'

const test = suite('fused')

interface Ending {
  readonly shown: unknown
  readonly transitions: number
  readonly calls: readonly string[]
  readonly isRace: boolean
}

/** What an execution comes to, and how. What the engine says of an error of its own names the state, which differs. */
const endingOf = async (definition: StateMachine, graph: AnyWorkflow, input: unknown): Promise<Ending> => {
  const calls: string[] = []
  const called = (name: string) => (given: unknown) => {
    calls.push(`${name} ${digest(given)}`)
    return act(name, given)
  }
  const names = nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : []))
  const lambdas = Object.fromEntries(names.map((name) => [name, called(name)]))
  const services = { 'arn:aws:states:::sqs:sendMessage': called('t') }
  const done = await execute(definition, input, { lambdas, services, limits: false, context: { Execution: { Name: 'run' } } } as never)
  const { history } = done
  const cause = (text: unknown): unknown => (String(text).startsWith('{') ? JSON.parse(String(text)) : text)
  return {
    shown:
      done.status === 'SUCCEEDED'
        ? { output: withoutPlaces(done.output) }
        : { error: done.error, cause: String(done.error).startsWith('States.') ? '' : withoutPlaces(cause(done.cause)) },
    transitions: history.filter(({ type }) => type.endsWith('StateEntered')).length,
    calls: calls.sort(),
    isRace:
      nodes(graph).some((node) => node._tag === 'Map' || (node._tag === 'Par' && node.branches.length > 1)) &&
      (done.status !== 'SUCCEEDED' || history.some(({ type }) => /(?:Parallel|Map).*Failed$|Aborted$/.test(type))),
  }
}

const counted = { all: 0, inexpressible: 0, races: 0 }

const agree = async (graph: AnyWorkflow, input: unknown, queryLanguage: 'JSONPath' | 'JSONata'): Promise<void> => {
  counted.all += 1
  const options: EmitOptions = { queryLanguage, functionArn: ({ name }) => `${'${'}${name}}`, limits: false }
  const [unfused, fused] = [emitEither(graph, { ...options, fuse: false }), emitEither(graph, options)]
  if (Either.isLeft(unfused)) {
    counted.inexpressible += 1
    return
  }
  if (Either.isLeft(fused)) throw new Error(`only the fused cannot be said: ${JSON.stringify(fused.left)}`)
  for (const definition of [unfused.right, fused.right]) {
    const wrong = diagnose(definition).filter(({ severity }) => severity === 'error')
    if (wrong.length > 0) throw new Error(`${JSON.stringify(wrong)}\n${JSON.stringify(definition)}`)
  }
  const one = await endingOf(unfused.right, graph, input)
  const other = await endingOf(fused.right, graph, input)
  if (one.isRace || other.isRace) {
    counted.races += 1
    return
  }
  const differs = !isDeepStrictEqual(one.shown, other.shown)
    ? 'ends otherwise'
    : !isDeepStrictEqual(one.calls, other.calls)
      ? 'calls otherwise'
      : other.transitions > one.transitions
        ? `has ${other.transitions} transitions, not ${one.transitions}`
        : undefined
  if (differs !== undefined)
    throw new Error(
      `the fused one ${differs}\nunfused: ${JSON.stringify(one)}\nfused: ${JSON.stringify(other)}\n${JSON.stringify(unfused.right)}\n${JSON.stringify(fused.right)}`,
    )
}

for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
  test(`fused and unfused do the same, in ${queryLanguage}`, () =>
    holds(workflows(), inputs, (graph, input) => agree(graph, input, queryLanguage)))

test.after(() => console.log(`  ${JSON.stringify(counted)}`))

test.run()
