/** An execution, from its start to its end: the engine runs it, and everything that it tells is noted here. */
import { SetupError } from '../execute/calls/answers.ts'
import type { HistoryEvent } from '../execute/history/events.ts'
import {
  type ExecuteOptions,
  executionControl,
  mockedStates,
  prepare,
  type Execution as Result,
  type Resume,
  taskTokens,
} from '../execute/index.ts'
import type { ChildExecution } from '../execute/thread/thread.ts'
import { firstRevision, newMachine } from './actions/machine.ts'
import type { Scope } from './api/arn.ts'
import { validation } from './api/error.ts'
import { beginMapRun, endMapRun, endOpenMapRuns, noteChild } from './mapRuns.ts'
import { newExecution } from './newExecution.ts'
import { standInsFor } from './tasks/standIns.ts'
import type { Execution, Revision, World } from './world.ts'

type Ready = ReturnType<typeof prepare>

// Reading a definition takes longer than most executions of it.
const prepared = new WeakMap<Revision, Ready>()

const readyOf = ({ revision, machine }: Execution): Ready => {
  const known = prepared.get(revision)
  if (known !== undefined) return known
  const ready = prepare(JSON.parse(revision.definition), { type: machine.type })
  prepared.set(revision, ready)
  return ready
}

/** What a MockConfigFile says of a test case. */
const mocksOf = (
  { options }: World,
  { machine }: Execution,
  testCase: string | undefined,
): Pick<ExecuteOptions, 'states'> => {
  if (testCase === undefined) return {}
  if (options.mocks === undefined)
    throw validation(`The ARN names the test case ${testCase}, and the server was given no mock configuration`)
  try {
    return { states: mockedStates(options.mocks, machine.name, testCase) }
  } catch (error) {
    throw error instanceof SetupError ? validation(error.message) : error
  }
}

const ended = (world: World, execution: Execution, result: Result): void => {
  const last = execution.events.at(-1)
  execution.stopDate = last === undefined ? world.now() : execution.startDate + last.timestamp
  execution.status = result.status
  if (result.status === 'SUCCEEDED') execution.output = JSON.stringify(result.output)
  else if (result.status === 'TIMED_OUT') execution.error = 'States.Timeout'
  else if (result.status === 'FAILED') {
    execution.error = result.error
    execution.cause = result.cause
  }
}

/** Something that the workflow cannot be blamed for: what nothing stands in for, or a defect. No Catch of it gets to see it. */
const broken = (world: World, execution: Execution, thrown: unknown): void => {
  const cause = thrown instanceof Error ? thrown.message : String(thrown)
  const isSetup = thrown instanceof SetupError
  world.options.log?.(
    `${execution.arn}: ${isSetup ? cause : thrown instanceof Error ? (thrown.stack ?? cause) : cause}`,
  )
  const last = execution.events.at(-1)
  execution.status = 'FAILED'
  execution.error = 'States.Runtime'
  execution.cause = cause
  execution.stopDate = Math.max(world.now(), execution.startDate + (last?.timestamp ?? 0))
  execution.events.push({
    id: execution.events.length + 1,
    previousEventId: last?.id ?? 0,
    timestamp: execution.stopDate - execution.startDate,
    type: 'ExecutionFailed',
    executionFailedEventDetails: { error: 'States.Runtime', cause },
  })
}

/** What `$$.Execution` and `$$.StateMachine` are. */
const contextOf = (execution: Execution, input: unknown): Record<string, unknown> => {
  const { machine, revision, redriveCount } = execution
  return {
    Execution: {
      Id: execution.arn,
      Input: input,
      Name: execution.name,
      RoleArn: revision.roleArn,
      StartTime: new Date(execution.startDate).toISOString(),
      ...(machine.type === 'STANDARD' && { RedriveCount: redriveCount }),
      ...(execution.redriveDate !== undefined && { RedriveTime: new Date(execution.redriveDate).toISOString() }),
    },
    StateMachine: { Id: machine.arn, Name: machine.name },
  }
}

interface LaunchOptions {
  readonly testCase?: string | undefined
  /** Held before its first state, for somebody to step through it. */
  readonly isHeld?: boolean
  readonly resume?: Resume
  readonly onSettled: () => void
}

/**
 * Lets the engine run an execution. It is at work when this returns, and `execution.running` holds it.
 *
 * @throws ServiceError for a test case that there is none of; AslError for a definition that cannot be run.
 */
export const launch = (
  world: World,
  execution: Execution,
  { testCase, isHeld = false, resume, onSettled }: LaunchOptions,
): void => {
  const { options } = world
  const { machine } = execution
  const abort = new AbortController()
  const control = executionControl()
  if (isHeld) control.pause()
  const tokens = taskTokens({ patient: true })
  const input: unknown = JSON.parse(execution.input)
  const note = (event: HistoryEvent, child: ChildExecution | undefined): void => {
    if (child !== undefined) return noteChild(world, execution, event, child)
    execution.events.push(event)
    endMapRun(execution, event)
    world.changed({ kind: 'execution', arn: execution.arn, machine: machine.arn })
  }
  const ready = readyOf(execution)
  const running = ready(input, {
    ...mocksOf(world, execution, testCase),
    ...standInsFor(world, execution),
    clock: options.clock ?? 'real',
    startTime: execution.redriveDate ?? execution.startDate,
    ...(resume && { resume }),
    context: contextOf(execution, input),
    signal: abort.signal,
    history: false,
    control,
    tokens,
    onEvent: note,
    onMapRun: (run) => beginMapRun(world, execution, run),
    ...(options.seed !== undefined && { seed: options.seed + execution.order }),
  })
  const settled = running
    .then(
      (result) => ended(world, execution, result),
      (thrown: unknown) => broken(world, execution, thrown),
    )
    .then(() => {
      endOpenMapRuns(execution, execution.stopDate ?? world.now())
      execution.running = undefined
      onSettled()
      world.changed({ kind: 'execution', arn: execution.arn, machine: machine.arn })
    })
  execution.running = { abort, control, tokens, settled }
  world.journal?.started(execution)
}

/** Takes an execution that did not succeed up again, in the states that it had not left. */
export const relaunch = (
  world: World,
  execution: Execution,
  history: readonly HistoryEvent[],
  onSettled: () => void,
): void => {
  const last = history.at(-1)?.timestamp ?? 0
  const now = Math.max(world.now(), execution.startDate + last)
  execution.redriveCount += 1
  execution.redriveDate = now
  execution.status = 'RUNNING'
  execution.stopDate = undefined
  execution.output = undefined
  execution.error = undefined
  execution.cause = undefined
  execution.events = [...history]
  const children = new Map(
    execution.mapRuns.map((run) => [
      run.arn,
      new Map(
        [...run.children].flatMap(([index, child]) =>
          child.status === 'SUCCEEDED' ? [[index, JSON.parse(child.output ?? 'null') as unknown] as const] : [],
        ),
      ),
    ]),
  )
  launch(world, execution, { onSettled, resume: { history, elapsed: now - execution.startDate, children } })
}

/** The record of no execution, for what needs one to find its stand-ins: a state that is tried by itself. */
export const launchless = (world: World, scope: Scope, definition: string): Execution => {
  const revision = firstRevision(world, definition, '')
  const machine = newMachine(world, scope, 'TestState', 'STANDARD', revision, false)
  return newExecution(world, machine, { name: '', arn: '', input: '{}', revision, startDate: world.now() })
}
