/** What others recorded of AWS and told in public: `../recorded` says from where. */
import { readFileSync } from 'node:fs'
import {
  type Execution as Executed,
  type ExecuteOptions,
  execute,
  type StandIn,
  TaskFailure,
} from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

interface Execution {
  readonly definition: object
  readonly input?: unknown
  /** With what StopExecution is called while the execution waits. */
  readonly stop?: { readonly error?: string; readonly cause?: string }
  /** A resource that never answers. */
  readonly unanswered?: string
  /** What services answer, by resource: of a job, how it is described at its end. */
  readonly answered?: Readonly<Record<string, unknown>>
  /** What requests are refused with, by resource. */
  readonly refused?: Readonly<Record<string, { readonly error: string; readonly cause: string }>>
  readonly status: Executed['status']
  readonly output?: unknown
  /** `null`: there is none. */
  readonly error?: string | null
  readonly cause?: string | null
  readonly types?: readonly string[]
  readonly last?: readonly object[]
  readonly endsAt?: number
}

interface Expression {
  readonly expression?: string
  readonly repeated?: { readonly text: string; readonly times: number; readonly separator: string }
  readonly input?: unknown
  readonly value?: unknown
  /** What follows `during evaluation` in the cause. */
  readonly fails?: string
}

type Case = { readonly name: string; readonly source: string } & (Execution | Expression)

const cases = JSON.parse(
  readFileSync(new URL('../recorded/executions.json', import.meta.url), 'utf8'),
) as readonly Case[]

const test = suite('recorded by others')

const servicesOf = ({ unanswered, answered = {}, refused = {} }: Execution): Record<string, StandIn> => ({
  ...(unanswered && {
    [unanswered]: (_: never, { sleep }: { sleep: (ms: number) => unknown }) => sleep(1e9),
  }),
  ...Object.fromEntries(Object.entries(answered).map(([resource, answer]) => [resource, () => answer])),
  ...Object.fromEntries(
    Object.entries(refused).map(([resource, { error, cause }]) => [resource, [new TaskFailure(error, cause)]]),
  ),
})

const optionsOf = (execution: Execution): ExecuteOptions => {
  const { stop } = execution
  const controller = new AbortController()
  if (stop !== undefined)
    setImmediate(() => controller.abort(stop.error === undefined ? undefined : new TaskFailure(stop.error, stop.cause)))
  return {
    ...(stop && { signal: controller.signal, clock: 'real' }),
    services: servicesOf(execution),
  }
}

const checkExecution = async (expected: Execution): Promise<void> => {
  const execution = await execute(expected.definition, expected.input ?? {}, optionsOf(expected))
  assert.is(execution.status, expected.status)
  if (execution.status === 'SUCCEEDED') assert.equal(execution.output, expected.output)
  else
    for (const field of ['error', 'cause'] as const)
      if (expected[field] !== undefined) assert.is(execution[field], expected[field] ?? undefined)
  const { history } = execution
  if (expected.types)
    assert.equal(
      history.map(({ type }) => type),
      expected.types,
    )
  if (expected.endsAt !== undefined) assert.is(history.at(-1)?.timestamp, expected.endsAt)
  if (expected.last)
    assert.equal(
      history.slice(-expected.last.length).map(({ timestamp: _, ...event }) => event),
      expected.last,
    )
}

const checkExpression = async ({ expression, repeated, input, value, fails }: Expression): Promise<void> => {
  const text = repeated ? Array(repeated.times).fill(repeated.text).join(repeated.separator) : expression
  const execution = await execute(
    {
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: { A: { Type: 'Pass', Output: { r: `{% ${text} %}` }, End: true } },
    },
    input ?? {},
  )
  if (execution.status === 'SUCCEEDED') return assert.equal(execution.output, { r: value })
  assert.is(execution.error, 'States.QueryEvaluationError')
  assert.is(
    execution.cause,
    `An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression '${text}' specified for the field 'Output/r' threw an error during evaluation${fails}`,
  )
}

for (const one of cases) test(one.name, () => ('definition' in one ? checkExecution(one) : checkExpression(one)))

test.run()
