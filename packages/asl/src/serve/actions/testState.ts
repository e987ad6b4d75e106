/** TestState: one state by itself. https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html */

import { type ExecuteStateOptions, executeState, TestStateError } from '../../execute/index.ts'
import { isRecord } from '../../execute/payload/payload.ts'
import { type Action, type Call, optionalTextIn, textIn } from '../api/action.ts'
import { ServiceError, validation } from '../api/error.ts'
import { launchless } from '../launch.ts'
import { standInsFor } from '../tasks/standIns.ts'
import { parsedJson } from '../wire.ts'

/** A member that holds JSON. */
const jsonIn = (request: Call['request'], name: string, problem: (why: string) => ServiceError): unknown => {
  const text = optionalTextIn(request, name)
  if (text === undefined) return undefined
  const parsed = parsedJson(text)
  if ('problem' in parsed) throw problem(parsed.problem)
  return parsed.value
}

const recordIn = (request: Call['request'], name: string, label: string): Record<string, unknown> | undefined => {
  const value = jsonIn(request, name, () => validation(`${label} must be a valid JSON object`))
  if (value !== undefined && !isRecord(value)) throw validation(`${label} must be a valid JSON object`)
  return value
}

const mockOf = (given: unknown): ExecuteStateOptions['mock'] => {
  if (!isRecord(given)) return undefined
  const { result, errorOutput } = given as {
    readonly result?: string
    readonly errorOutput?: { readonly error?: string; readonly cause?: string }
  }
  if (errorOutput !== undefined && result !== undefined)
    throw validation('A test mock should have only one of the following fields: [result, errorOutput].')
  if (errorOutput !== undefined) return { errorOutput }
  if (result === undefined) return undefined
  const parsed = parsedJson(result)
  if ('problem' in parsed) throw validation('Mocked result must be valid JSON')
  return { result: parsed.value }
}

/** As texts of JSON, where AWS has them so. */
const inspected = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      name === 'errorDetails' || typeof value === 'number' ? value : JSON.stringify(value),
    ]),
  )

const testState: Action = async ({ world, request, scope }: Call) => {
  const definition = jsonIn(
    request,
    'definition',
    (why) =>
      new ServiceError('InvalidDefinition', `Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: ${why}'`),
  )
  const input = jsonIn(
    request,
    'input',
    (why) => new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`),
  )
  const level = optionalTextIn(request, 'inspectionLevel') ?? 'INFO'
  const configuration = isRecord(request.stateConfiguration) ? request.stateConfiguration : {}
  const variables = recordIn(request, 'variables', 'Variables')
  const context = recordIn(request, 'context', 'Context object')
  const mock = mockOf(request.mock)
  const readerData = jsonIn(configuration, 'mapItemReaderData', () =>
    validation('mapItemReaderData must be valid JSON'),
  )
  const stateName = optionalTextIn(request, 'stateName')
  const { retrierRetryCount, mapIterationFailureCount } = configuration
  try {
    const { status, output, error, cause, nextState, inspectionData } = await executeState(definition, input ?? {}, {
      ...standInsFor(world, launchless(world, scope, textIn(request, 'definition'))),
      ...(stateName !== undefined && { stateName }),
      ...(mock && { mock }),
      ...(variables && { variables }),
      ...(context && { context }),
      ...(typeof retrierRetryCount === 'number' && { retrierRetryCount }),
      ...(typeof mapIterationFailureCount === 'number' && { mapIterationFailureCount }),
      ...(readerData !== undefined && { mapItemReaderData: readerData }),
    })
    return {
      status,
      ...(output !== undefined && { output: JSON.stringify(output) }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
      ...(nextState !== undefined && { nextState }),
      ...(level !== 'INFO' && { inspectionData: inspected(inspectionData) }),
    }
  } catch (error) {
    if (error instanceof TestStateError) throw new ServiceError(error.code, error.message)
    throw error
  }
}

export const testStateActions: Readonly<Record<'TestState', Action>> = { TestState: testState }
