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
  const { result, errorOutput, fieldValidationMode } = given as {
    readonly result?: string
    readonly errorOutput?: { readonly error?: string; readonly cause?: string }
    readonly fieldValidationMode?: 'STRICT' | 'PRESENT' | 'NONE'
  }
  if (errorOutput !== undefined && result !== undefined)
    throw validation('A test mock should have only one of the following fields: [result, errorOutput].')
  if (errorOutput !== undefined) return { errorOutput }
  if (result === undefined) return undefined
  const parsed = parsedJson(result)
  if ('problem' in parsed) throw validation('Mocked result must be valid JSON')
  return { result: parsed.value, ...(fieldValidationMode && { fieldValidationMode }) }
}

/** As texts of JSON, where AWS has them so. */
const inspected = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      name === 'errorDetails' || typeof value === 'number' ? value : JSON.stringify(value),
    ]),
  )

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The request that an HTTP Task makes of its parameters. No connection adds anything to it here, so that nothing of it is secret. */
const requestOf = (parameters: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { ApiEndpoint, Method, Headers, QueryParameters, RequestBody } = parameters
  const query = isRecord(QueryParameters)
    ? Object.entries(QueryParameters).flatMap(([name, values]) =>
        (Array.isArray(values) ? values : [values]).map((value): [string, string] => [name, String(value)]),
      )
    : []
  return {
    protocol: 'https',
    method: textOf(Method),
    url: `${textOf(ApiEndpoint)}${query.length === 0 ? '' : `?${new URLSearchParams(query)}`}`,
    ...(Headers !== undefined && { headers: JSON.stringify(Headers) }),
    ...(RequestBody !== undefined && { body: textOf(RequestBody) }),
  }
}

const responseOf = ({ StatusCode, StatusText, Headers, ResponseBody }: Readonly<Record<string, unknown>>) => ({
  protocol: 'https',
  ...(StatusCode !== undefined && { statusCode: String(StatusCode) }),
  ...(StatusText !== undefined && { statusMessage: textOf(StatusText) }),
  ...(Headers !== undefined && { headers: JSON.stringify(Headers) }),
  ...(ResponseBody !== undefined && { body: textOf(ResponseBody) }),
})

/** What TRACE shows besides, of an HTTP Task that was not mocked. */
const traced = (data: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const parameters = data.afterArguments ?? data.afterParameters
  return {
    ...(isRecord(parameters) && { request: requestOf(parameters) }),
    ...(isRecord(data.result) && { response: responseOf(data.result) }),
  }
}

const isHttpTask = (definition: unknown, name: string | undefined): boolean => {
  if (!isRecord(definition)) return false
  const states = isRecord(definition.States) ? definition.States : {}
  const state = name === undefined ? definition : states[name]
  return isRecord(state) && /:states:::http:invoke$/.test(String(state.Resource))
}

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
  const { retrierRetryCount, mapIterationFailureCount, errorCausedByState } = configuration
  try {
    const { status, output, error, cause, nextState, inspectionData } = await executeState(definition, input ?? {}, {
      ...standInsFor(world, launchless(world, scope, textIn(request, 'definition'))),
      ...(stateName !== undefined && { stateName }),
      ...(mock && { mock }),
      ...(variables && { variables }),
      ...(context && { context }),
      ...(typeof retrierRetryCount === 'number' && { retrierRetryCount }),
      ...(typeof errorCausedByState === 'string' && { errorCausedByState }),
      ...(typeof mapIterationFailureCount === 'number' && { mapIterationFailureCount }),
      ...(readerData !== undefined && { mapItemReaderData: readerData }),
    })
    return {
      status,
      ...(output !== undefined && { output: JSON.stringify(output) }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
      ...(nextState !== undefined && { nextState }),
      ...(level !== 'INFO' && {
        inspectionData: {
          ...inspected(inspectionData),
          ...(level === 'TRACE' && mock === undefined && isHttpTask(definition, stateName) && traced(inspectionData)),
        },
      }),
    }
  } catch (error) {
    if (error instanceof TestStateError) throw new ServiceError(error.code, error.message)
    throw error
  }
}

export const testStateActions: Readonly<Record<'TestState', Action>> = { TestState: testState }
