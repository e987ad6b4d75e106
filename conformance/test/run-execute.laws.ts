/** What a graph means and what its definition does are the same: `run` agrees with `execute` of what `emit` gives. */
import { isDeepStrictEqual } from 'node:util'
import { emit } from '@orkestra/asl'
import { type Executed, execute, type StandIn } from '@orkestra/asl/execute'
import { type Execution, nodes, run } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import { type AnyGraph, graphs, standIns } from '../../packages/core/test/arbitraries/graph.ts'
import { holds } from '../../packages/core/test/arbitraries/laws.ts'

const test = suite('run and execute agree')

const namesOf = (graph: AnyGraph): readonly string[] => [
  ...new Set(nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : []))),
]

const withoutTrace = (cause: string | undefined): string | undefined =>
  cause?.replace(/"trace":\[[^\]]*\]/, '"trace":[]')

/** Event ids differ between the two histories, and they are in the text of some causes. */
const withoutIds = (text: string | undefined): string | undefined => text?.replace(/event id #\d+/g, 'event id #n')

const shown = (execution: Execution<unknown> | Executed): unknown =>
  execution.status === 'SUCCEEDED'
    ? { output: JSON.parse(withoutIds(withoutTrace(JSON.stringify(execution.output))) as string) }
    : { error: execution.error, cause: withoutIds(withoutTrace(execution.cause)) }

/** Causes hold the trace of the function's error as JSON in a text; where it was thrown is no matter here. */
const quiet = (names: readonly string[]): Record<string, (input: never) => unknown> =>
  Object.fromEntries(
    Object.entries(standIns(names)).map(([name, act]) => [
      name,
      (input: never) => {
        try {
          return act(input)
        } catch (error) {
          if (error instanceof Error) error.stack = ''
          throw error
        }
      },
    ]),
  )

const inputs = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.array(fc.integer(), { maxLength: 3 }))

/**
 * What `lambda:invoke` makes of an input on its way to the function, in the recordings: a text is sent as it stands and read as
 * JSON, and null arrives as an empty object. A function that is invoked by its own ARN gets what the state has.
 */
const arrived = (input: unknown): unknown => {
  if (input === null) return {}
  if (typeof input !== 'string') return input
  try {
    return JSON.parse(input)
  } catch {
    return input
  }
}

type Tasks = Record<string, (input: never) => unknown>

const throughInvoke = (tasks: Tasks): Tasks =>
  Object.fromEntries(Object.entries(tasks).map(([name, act]) => [name, (input: never) => act(arrived(input) as never)]))

const agree = async (
  graph: AnyGraph,
  input: unknown,
  queryLanguage: 'JSONPath' | 'JSONata',
  payloadResponseOnly: boolean,
): Promise<void> => {
  const tasks = quiet(namesOf(graph))
  const meant = await run(graph, input, { tasks: payloadResponseOnly ? tasks : throughInvoke(tasks), queryLanguage })
  const definition = emit(graph, {
    queryLanguage,
    payloadResponseOnly,
    functionArn: ({ name }) => `${'${'}${name}}`,
    limits: false,
  })
  const done = await execute(definition, input, { lambdas: tasks as Record<string, StandIn>, limits: false })
  if (!isDeepStrictEqual(shown(meant), shown(done)))
    throw new Error(
      `run: ${JSON.stringify(shown(meant))}\nexecute: ${JSON.stringify(shown(done))}\n${JSON.stringify(definition)}`,
    )
}

for (const queryLanguage of ['JSONPath', 'JSONata'] as const) {
  test(`run(graph) is execute(emit(graph)), in ${queryLanguage}`, () =>
    holds(graphs(), inputs, (graph, input) => agree(graph, input, queryLanguage, false)))
  test(`and so with functions invoked by their own ARN, in ${queryLanguage}`, () =>
    holds(graphs(), inputs, (graph, input) => agree(graph, input, queryLanguage, true)))
}

test.run()
