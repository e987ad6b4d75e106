/** What AWS's TestState checks of a request before it runs anything. */
import { parseResource } from '../language/resource.ts'
import { Failure } from './failure/failure.ts'
import { checkAnswer } from './mockedAnswer.ts'
import { image, isRecord, textOf } from './payload/payload.ts'
import { field, type Raw } from './plan/fields.ts'
import { TestStateError } from './testStateError.ts'
import type { Trial } from './thread/thread.ts'

/** What a state comes to without running: a result, or an error. */
export interface StateMock {
  readonly result?: unknown
  readonly errorOutput?: { readonly error?: string; readonly cause?: string }
  /**
   * How the result is compared with what the service's API answers: `STRICT` (default) wants the fields that it always has, and that
   * the fields that are there fit; `PRESENT` the latter only; `NONE` takes any. Only the answers of requests are compared: what a
   * function, an HTTP endpoint, a job that is waited for or a task token gives can be anything.
   */
  readonly fieldValidationMode?: 'STRICT' | 'PRESENT' | 'NONE'
}

const invalid = (message: string): TestStateError => new TestStateError('ValidationException', message)

/** The name that AWS gives a state that has none. */
const unnamed = 'StateName'

/** The state that is meant, with the query language of its machine. */
export const stateOf = (
  definition: unknown,
  name: string | undefined,
): { readonly name: string; readonly raw: Raw; readonly language: unknown } => {
  if (!isRecord(definition)) throw new TestStateError('InvalidDefinition', 'a definition is a JSON object')
  if (name === '')
    throw new TestStateError(
      'ParamValidationError',
      'Parameter validation failed:\nInvalid length for parameter stateName, value: 0, valid min length: 1',
    )
  const language = field(definition, 'QueryLanguage')
  if (name === undefined && field(definition, 'Type') !== undefined)
    return { name: unnamed, raw: checkedType(unnamed, definition), language: undefined }
  const wanted = name ?? field(definition, 'StartAt')
  const raw = typeof wanted === 'string' ? findState(definition, wanted) : undefined
  if (raw === undefined) throw invalid('State not found in definition')
  return { name: wanted as string, raw: checkedType(wanted as string, raw), language }
}

const types = ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map']

const checkedType = (name: string, raw: Raw): Raw => {
  if (types.includes(textOf(field(raw, 'Type')))) return raw
  throw new TestStateError(
    'InvalidDefinition',
    `Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [${types.join(', ')}] at /States/${name}/Type'`,
  )
}

/** A state by its name, in whatever scope it is: names are unique in a machine. */
const findState = (definition: Raw, name: string): Raw | undefined => {
  const stack: unknown[] = [definition]
  for (let scope = stack.pop(); scope !== undefined; scope = stack.pop()) {
    const states = isRecord(scope) ? field(scope, 'States') : undefined
    if (!isRecord(states)) continue
    const found = field(states, name)
    if (isRecord(found)) return found
    for (const state of Object.values(states)) {
      if (!isRecord(state)) continue
      const branches = field(state, 'Branches')
      stack.push(field(state, 'ItemProcessor') ?? field(state, 'Iterator') ?? null)
      if (Array.isArray(branches)) stack.push(...branches)
    }
  }
  return undefined
}

const mockable = new Set<unknown>(['Task', 'Map', 'Parallel'])

/** The mock as a trial takes it. @throws TestStateError for one that AWS refuses. */
export const checkMock = (raw: Raw, mock: StateMock | undefined): Trial['mock'] => {
  const type = field(raw, 'Type')
  if (mock === undefined) {
    if (type === 'Map' || type === 'Parallel')
      throw new TestStateError(
        'InvalidDefinition',
        'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
      )
    return undefined
  }
  if (!mockable.has(type)) throw invalid(`State type '${textOf(type)}' is not supported when a mock is specified`)
  if (mock.errorOutput !== undefined) return { failure: new Failure(mock.errorOutput.error, mock.errorOutput.cause) }
  const result = image(mock.result)
  if (type === 'Task') checkAnswer(textOf(field(raw, 'Resource')), result, mock.fieldValidationMode ?? 'STRICT')
  const branches = field(raw, 'Branches')
  if (type === 'Parallel') {
    if (!Array.isArray(result)) throw invalid('Mocked result must be an array.')
    if (Array.isArray(branches) && branches.length !== result.length)
      throw invalid('Mocked result must contain the same number of items as number of Parallel branches.')
  }
  if (type === 'Map') {
    const isWritten = field(raw, 'ResultWriter') !== undefined
    if (isWritten && !isRecord(result)) throw invalid('Mocked result must be a JSON object.')
    if (!isWritten && !Array.isArray(result)) throw invalid('Mocked result must be an array.')
  }
  return { result }
}

/**
 * @throws TestStateError for a state that the mocked error of a Map or a Parallel is to come from, and that is not in it. AWS was not
 *   seen to answer anything else because of it.
 */
export const checkOrigin = (raw: Raw, mock: StateMock | undefined, name: string | undefined): void => {
  if (name === undefined) return
  const type = field(raw, 'Type')
  if (mock?.errorOutput === undefined || (type !== 'Map' && type !== 'Parallel'))
    throw invalid('errorCausedByState can only be specified when an error is mocked for a Map or Parallel state')
  if (findState({ States: { '': raw } }, name) === undefined)
    throw invalid(`errorCausedByState names a state that the ${type} state does not have: '${name}'`)
}

const allowed: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Execution', new Set(['Id', 'Input', 'Name', 'RoleArn', 'StartTime', 'RedriveCount', 'RedriveTime'])],
  ['StateMachine', new Set(['Id', 'Name'])],
  ['State', new Set(['EnteredTime', 'Name', 'RetryCount'])],
  ['Task', new Set(['Token'])],
])

/** @throws TestStateError for a context object that AWS refuses. */
export const checkContext = (raw: Raw, context: Readonly<Record<string, unknown>> | undefined): void => {
  const bad = (why: string) => invalid(`Invalid Context object provided: ${why}`)
  for (const [key, part] of Object.entries(context ?? {})) {
    if (key === 'Map') throw bad("'Map' field is not supported when mocking a Context object")
    const fields = allowed.get(key)
    if (fields === undefined) throw bad(`Field '${key}' is not allowed`)
    for (const name of isRecord(part) ? Object.keys(part) : [])
      if (!fields.has(name)) throw bad(`Field '${name}' is not allowed`)
    const resource = field(raw, 'Resource')
    const parsed = typeof resource === 'string' ? parseResource(resource) : undefined
    const waits = parsed !== undefined && 'pattern' in parsed && parsed.pattern !== 'requestResponse'
    if (key === 'Task' && !waits)
      throw bad(
        "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
      )
  }
}
