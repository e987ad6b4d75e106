/** Executions recorded from AWS, run again here. The recordings are not part of the project: without them this says so and skips. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { AslError } from '@orkestra/asl'
import {
  type Execution,
  execute,
  executeState,
  type StandIn,
  type TaskContext,
  TaskFailure,
  TestStateError,
} from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const corpus = resolve(process.env.ORKESTRA_CORPUS ?? '../shared/corpus')
const isThere = existsSync(join(corpus, 'scenarios.jsonl'))

interface Recorded {
  readonly id: string
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly definition: unknown
  readonly input: unknown
  readonly lambdas?: Readonly<Record<string, { readonly throws?: { readonly errorType: string } }>>
  readonly stateMachineArn?: string
  readonly ordered: boolean
  readonly expected: { readonly stateSequence?: readonly string[]; readonly eventTypes?: readonly string[] }
}

interface Comparator {
  readonly matchValue: (expected: unknown, actual: unknown) => boolean
  readonly matchOutcome: (scenario: Recorded, actual: unknown) => { readonly core: boolean; readonly strict: boolean }
  readonly lambdaFor: (
    scenario: Recorded,
    name: string,
    options: { readonly sleep: (ms: number) => Promise<void> },
  ) => (event: unknown) => Promise<unknown>
}

/** Where the recordings took place, which some of their waits depend on. */
const startTime = '2026-11-23T20:50:00Z'

const optionsOf = (scenario: Recorded, { lambdaFor }: Comparator) => ({
  type: scenario.type,
  startTime,
  lambdas: Object.fromEntries(
    Object.keys(scenario.lambdas ?? {}).map((name) => [
      name,
      async (event: unknown, context: TaskContext) => {
        try {
          return await lambdaFor(scenario, name, { sleep: context.sleep })(event)
        } catch (error) {
          throw error instanceof Error ? new TaskFailure(error.name, error.message) : error
        }
      },
    ]),
  ) as Record<string, (event: never, context: never) => Promise<unknown>>,
  context:
    scenario.stateMachineArn === undefined
      ? {}
      : {
          StateMachine: {
            Id: scenario.stateMachineArn,
            Name: scenario.stateMachineArn.slice(scenario.stateMachineArn.lastIndexOf(':') + 1),
          },
        },
})

const sequenceOf = (execution: Execution): readonly string[] =>
  execution.history.flatMap((event) =>
    'stateEnteredEventDetails' in event ? [event.stateEnteredEventDetails.name] : [],
  )

const isSame = (ordered: boolean, expected: readonly string[] | undefined, actual: readonly string[]): boolean => {
  const shown = (names: readonly string[]) => JSON.stringify(ordered ? names : [...names].sort())
  return expected === undefined || shown(actual) === shown(expected)
}

const isSameSequence = ({ ordered, expected }: Recorded, execution: Execution): boolean =>
  isSame(ordered, expected.stateSequence, sequenceOf(execution))

const isSameHistory = ({ ordered, expected }: Recorded, { history }: Execution): boolean =>
  isSame(
    ordered,
    expected.eventTypes,
    history.map(({ type }) => type),
  )

const linesOf = <T>(file: string): T[] =>
  readFileSync(join(corpus, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

const test = suite('executions recorded from AWS')

if (!isThere) console.warn(`SKIPPED: there are no recordings in ${corpus}. ORKESTRA_CORPUS says where they are.`)

/** What differs, by id, each with the reason. */
const {
  scenarios: known,
  histories: knownHistories,
  states: knownTrials,
}: Readonly<Record<'scenarios' | 'histories' | 'states', Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync('conformance/execute-disagreements.json', 'utf8'),
)

;(isThere ? test : test.skip)(
  'ends as it did on AWS, with the same error and cause, through the same states',
  async () => {
    const comparator = (await import(pathToFileURL(join(corpus, 'compare.mjs')).href)) as Comparator
    const scenarios = linesOf<Recorded>('scenarios.jsonl')
    const differing: string[] = []
    const otherHistory: string[] = []
    let core = 0
    for (const scenario of scenarios) {
      let agrees = false
      let shown: unknown
      try {
        const execution = await execute(scenario.definition, scenario.input, optionsOf(scenario, comparator))
        const match = comparator.matchOutcome(scenario, execution)
        if (match.core) core += 1
        agrees = match.strict && isSameSequence(scenario, execution)
        if (!isSameHistory(scenario, execution)) otherHistory.push(scenario.id)
        const { history: _, mapRuns: __, ...rest } = execution
        shown = { ...rest, sequence: sequenceOf(execution) }
      } catch (error) {
        shown = error
      }
      if (agrees) continue
      differing.push(scenario.id)
      if (process.env.ORKESTRA_SHOW || !Object.hasOwn(known, scenario.id))
        console.error(
          scenario.id,
          '\n  expected',
          JSON.stringify(scenario.expected).slice(0, 600),
          '\n  got',
          shown instanceof Error ? shown : JSON.stringify(shown)?.slice(0, 600),
        )
    }
    console.log(
      `  ${scenarios.length - differing.length} of ${scenarios.length} agree in all (${core} in status, output and error name)`,
    )
    console.log(`  ${otherHistory.length} have other events in their history`)
    assert.equal(differing.sort(), Object.keys(known).sort())
    assert.equal(otherHistory.sort(), Object.keys(knownHistories).sort())
  },
)

interface Trial {
  readonly id: string
  readonly definition: unknown
  readonly input: unknown
  readonly lambdas: Recorded['lambdas'] | null
  readonly args: {
    readonly stateName?: string
    readonly inspectionLevel: string
    readonly variables?: Record<string, unknown>
    readonly context?: Record<string, unknown>
    readonly mock?: {
      readonly result?: string
      readonly errorOutput?: { readonly error?: string; readonly cause?: string }
    }
    readonly stateConfiguration?: {
      readonly retrierRetryCount?: number
      readonly mapIterationFailureCount?: number
      readonly mapItemReaderData?: string
    }
  }
  readonly expected: Record<string, unknown>
}

/** What a trial came to, in the shape of its recording: a level that shows no data has none. */
const trialOf = async (trial: Trial, comparator: Comparator): Promise<Record<string, unknown>> => {
  const { args } = trial
  const { stateName, variables, context, mock } = args
  try {
    const { result, ...rest } = mock ?? {}
    const state = await executeState(trial.definition, trial.input, {
      ...(stateName !== undefined && { stateName }),
      ...(variables && { variables }),
      ...(context && { context }),
      ...(mock && { mock: result === undefined ? rest : { ...rest, result: JSON.parse(result) } }),
      ...args.stateConfiguration,
      lambdas: optionsOf(trial as unknown as Recorded, comparator).lambdas as Record<string, StandIn>,
    })
    const { inspectionData, ...shown } = state
    return args.inspectionLevel === 'INFO' ? shown : { ...shown, inspectionData }
  } catch (error) {
    if (error instanceof SyntaxError) return { message: 'Mocked result must be valid JSON' }
    if (error instanceof TestStateError) return { message: error.message }
    if (error instanceof AslError) return { message: error.issues[0]?.code }
    throw error
  }
}

/** Values that are no objects were recorded as their JSON text. */
const asRecorded = (expected: unknown, actual: unknown): unknown => {
  if (typeof expected !== 'string' || (typeof actual !== 'object' && !expected.startsWith('"'))) return actual
  try {
    return isDeepStrictEqual(JSON.parse(expected), actual) ? expected : actual
  } catch {
    return actual
  }
}

const dataAsRecorded = (expected: unknown, actual: unknown): unknown => {
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) return actual
  const recorded = expected as Record<string, unknown>
  return Object.fromEntries(Object.entries(actual).map(([key, value]) => [key, asRecorded(recorded[key], value)]))
}

const isSameTrial = (trial: Trial, actual: Record<string, unknown>, { matchValue }: Comparator): boolean => {
  const { Error: _, exception_typename: __, exception_value, ...rest } = trial.expected
  // The client that recorded them puts its own words before AWS's.
  const expected =
    typeof exception_value === 'string'
      ? { message: exception_value.replace(/^An error occurred .*? operation: /, '') }
      : rest
  return matchValue(expected, {
    ...actual,
    ...(actual.inspectionData !== undefined && {
      inspectionData: dataAsRecorded(expected.inspectionData, actual.inspectionData),
    }),
  })
}

;(isThere ? test : test.skip)('tries single states as TestState does', async () => {
  const comparator = (await import(pathToFileURL(join(corpus, 'compare.mjs')).href)) as Comparator
  const trials = linesOf<Trial>('teststate.jsonl')
  const differing: string[] = []
  for (const trial of trials) {
    const actual = await trialOf(trial, comparator)
    if (isSameTrial(trial, actual, comparator)) continue
    differing.push(trial.id)
    if (process.env.ORKESTRA_SHOW || !Object.hasOwn(knownTrials, trial.id))
      console.error(
        trial.id,
        '\n  expected',
        JSON.stringify(trial.expected).slice(0, 900),
        '\n  got',
        JSON.stringify(actual)?.slice(0, 900),
      )
  }
  console.log(`  ${trials.length - differing.length} of ${trials.length} states agree in all`)
  assert.equal(differing.sort(), Object.keys(knownTrials).sort())
})

test.run()
