/** One state by itself, as AWS's TestState runs it. https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html */

import { createCalls } from './calls/calls.ts'
import { Failure } from './failure/failure.ts'
import type { ExecuteOptions } from './options.ts'
import { image, isRecord, textOf } from './payload/payload.ts'
import { field, type Raw } from './plan/fields.ts'
import { planOf } from './plan/plan.ts'
import { checkContext, checkMock, checkOrigin, type StateMock, stateOf } from './stateRequest.ts'
import { machineOf } from './thread/machine.ts'
import { createThread, type Machine, type Trial } from './thread/thread.ts'
import { createVariables } from './thread/variables.ts'
import { createFiber } from './time/clock.ts'

/** How one state is run. */
export interface ExecuteStateOptions
  extends Pick<ExecuteOptions, 'lambdas' | 'services' | 'standIn' | 'variables' | 'context' | 'seed' | 'startTime'> {
  /** Which state, where the definition is that of a whole machine. */
  readonly stateName?: string
  /** What the task, the branches or the iterations come to, without running. A Map and a Parallel are always given one. */
  readonly mock?: StateMock
  /** How often the retrier that decides was used before: whether it retries once more depends on it. */
  readonly retrierRetryCount?: number
  /** The state within a Map or a Parallel that a mocked error comes from. */
  readonly errorCausedByState?: string
  /** How many iterations of a distributed Map are to have failed. */
  readonly mapIterationFailureCount?: number
  /** Stands for what the `ItemReader` of a Map reads, which a trial does not need to know more of. */
  readonly mapItemReaderData?: unknown
}

/** What came of one state. */
export interface StateExecution {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR'
  readonly output?: unknown
  readonly error?: string
  readonly cause?: string
  readonly nextState?: string
  /** The data at every stage of the state, by AWS's names: `afterInputPath`, `afterParameters`, `result`, … */
  readonly inspectionData: Readonly<Record<string, unknown>>
}

const stages: Readonly<Record<'JSONPath' | 'JSONata', Readonly<Record<string, readonly string[]>>>> = {
  JSONPath: {
    Pass: ['afterInputPath', 'afterParameters', 'afterResultSelector', 'afterResultPath'],
    Task: ['afterInputPath', 'afterParameters', 'result', 'afterResultSelector', 'afterResultPath'],
    Parallel: ['afterResultSelector', 'afterResultPath'],
    Map: [
      'afterInputPath',
      'afterItemsPath',
      'afterResultSelector',
      'afterResultPath',
      'maxConcurrency',
      'toleratedFailureCount',
      'toleratedFailurePercentage',
    ],
    Choice: ['afterInputPath'],
    Wait: ['afterInputPath'],
    Succeed: ['afterInputPath'],
  },
  JSONata: {
    Task: ['afterArguments', 'result'],
    Map: ['maxConcurrency', 'toleratedFailureCount', 'toleratedFailurePercentage'],
  },
}

/** Which stages AWS shows of a state: not every step of the way counts as one. */
const shownStages = (raw: Raw, isJsonata: boolean): ReadonlySet<string> => {
  const all = stages[isJsonata ? 'JSONata' : 'JSONPath'][textOf(field(raw, 'Type'))] ?? []
  const isStatic = field(raw, 'Type') === 'Pass' && field(raw, 'Result') !== undefined && !isJsonata
  return new Set(isStatic ? ['result', 'afterResultSelector', 'afterResultPath'] : all)
}

/** A machine of this one state; the states that it leads to are there in name only. */
const around = (name: string, raw: Raw, language: unknown): Raw => {
  const leads = [field(raw, 'Next'), field(raw, 'Default')]
  for (const list of ['Choices', 'Catch']) {
    const all = field(raw, list)
    if (Array.isArray(all)) for (const one of all) if (isRecord(one)) leads.push(field(one, 'Next'))
  }
  const states = new Map<string, unknown>()
  for (const lead of leads) if (typeof lead === 'string') states.set(lead, { Type: 'Succeed' })
  states.set(name, raw)
  return {
    ...(language !== undefined && { QueryLanguage: language }),
    StartAt: name,
    States: Object.fromEntries(states),
  }
}

const withoutPlace = (cause: string | undefined): string | undefined =>
  cause?.replace(/^An error occurred while executing the state '[\s\S]*?' \(entered at the event id #\d+\)\. /, '')

const failureFields = ({ error, cause }: Failure): Pick<StateExecution, 'error' | 'cause'> => {
  const shown = withoutPlace(cause)
  return { ...(error !== undefined && { error }), ...(shown !== undefined && { cause: shown }) }
}

/**
 * Runs one state by itself: of a machine, by its name, or a state's own definition. A retry is not waited for: that there would be
 * one is the result.
 *
 * @example
 * const { status, output } = await executeState(definition, { id: '1' }, { stateName: 'charge', mock: { result: { ok: true } } })
 * @throws TestStateError for a request that AWS refuses; AslError for a state that cannot be run; SetupError for a task that
 *   nothing stands in for.
 */
export const executeState = async (
  definition: unknown,
  input: unknown,
  options: ExecuteStateOptions = {},
): Promise<StateExecution> => {
  const { name, raw, language } = stateOf(definition, options.stateName)
  const isJsonata = (field(raw, 'QueryLanguage') ?? language) === 'JSONata'
  const mock = checkMock(raw, options.mock)
  checkContext(raw, options.context)
  checkOrigin(raw, options.mock, options.errorCausedByState)
  const plan = planOf(around(name, raw, language), 'STANDARD')
  const given = image(input)
  const shown = shownStages(raw, isJsonata)
  const inspectionData: Record<string, unknown> = { input: given }
  const trial: Trial = {
    retrierRetryCount: options.retrierRetryCount ?? 0,
    mock,
    mapIterationFailureCount: options.mapIterationFailureCount ?? 0,
    hasItemReaderData: options.mapItemReaderData !== undefined,
    met: {},
  }
  const { stateName: _, mock: __, ...rest } = options
  const answer =
    mock &&
    ('failure' in mock
      ? () => {
          throw mock.failure
        }
      : () => mock.result)
  const machine: Machine = {
    ...machineOf(
      { ...rest, type: 'EXPRESS' },
      given,
      createCalls(rest.lambdas, answer && { [name]: answer }, rest.services, rest.standIn),
    ),
    trial,
    inspect: (stage, value) => {
      if (shown.has(stage)) inspectionData[stage] = value
    },
  }
  if (shown.has('result') && field(raw, 'Type') === 'Pass') inspectionData.result = field(raw, 'Result')
  const variables = createVariables(undefined)
  if (options.variables) variables.own = new Map(Object.entries(image(options.variables) as Record<string, unknown>))
  const thread = createThread(machine, createFiber(), { variables, depth: 0, item: undefined, value: given, event: 0 })
  const { met } = trial
  const data = () => ({ inspectionData: { ...inspectionData, ...(met.details && { errorDetails: met.details }) } })
  try {
    let next: string | undefined
    const state = plan.scope.start
    const reached = await state.run(thread)
    if (reached !== undefined) next = reached.name
    return {
      status: met.status ?? 'SUCCEEDED',
      output: thread.value,
      ...(met.failure && failureFields(met.failure)),
      ...(next !== undefined && { nextState: next }),
      ...data(),
    }
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    return { status: met.status === 'RETRIABLE' ? 'RETRIABLE' : 'FAILED', ...failureFields(thrown), ...data() }
  }
}
