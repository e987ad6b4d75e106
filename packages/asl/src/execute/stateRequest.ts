/** What AWS's TestState checks of a request before it runs anything. */
import { parseResource } from '../language/resource.ts'
import { Failure } from './failure/failure.ts'
import { image, isRecord, textOf } from './payload/payload.ts'
import { field, type Raw } from './plan/fields.ts'
import type { Trial } from './thread/thread.ts'

/**
 * Thrown by `executeState` for a request that the TestState API refuses, with the message of AWS.
 *
 * @example await executeState(definition, {}, { stateName: 'Missing' }) // TestStateError
 */
export class TestStateError extends Error {
  override readonly name = 'TestStateError'
  /** `ValidationException` or `InvalidDefinition`. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** What a state comes to without running: a result, or an error. */
export interface StateMock {
  readonly result?: unknown
  readonly errorOutput?: { readonly error?: string; readonly cause?: string }
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
