/** The MockConfigFile of Step Functions Local as stand-ins. https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-test-sm-exec.html */

import { isRecord } from '../payload/payload.ts'
import { field } from '../plan/fields.ts'
import { TaskFailure } from '../task/taskFailure.ts'
import { type Answer, SetupError, type StandIn } from './answers.ts'

/** As the file has it. */
export interface MockConfig {
  readonly StateMachines: Readonly<
    Record<string, { readonly TestCases: Readonly<Record<string, Readonly<Record<string, string>>>> }>
  >
  readonly MockedResponses: Readonly<Record<string, Readonly<Record<string, MockedResponse>>>>
}

/** What one attempt comes to. */
export type MockedResponse =
  | { readonly Return: unknown }
  | { readonly Throw: { readonly Error: string; readonly Cause?: string } }

const attempts = /^(\d+)(?:-(\d+))?$/

/** An array in which more attempts would not fit is nobody's intention. */
const mostAttempts = 10_000

const answerOf = (response: unknown, where: string): Answer => {
  if (isRecord(response) && Object.hasOwn(response, 'Return')) return () => response.Return
  const thrown = isRecord(response) ? response.Throw : undefined
  if (isRecord(thrown) && typeof thrown.Error === 'string')
    return new TaskFailure(thrown.Error, typeof thrown.Cause === 'string' ? thrown.Cause : '')
  throw new SetupError(`the mock configuration has neither Return nor Throw at ${where}`)
}

const answersOf = (name: string, responses: unknown): readonly Answer[] => {
  if (!isRecord(responses))
    throw new SetupError(`the mock configuration has no MockedResponses ${JSON.stringify(name)}`)
  const answers: Answer[] = []
  for (const [key, response] of Object.entries(responses)) {
    const where = `MockedResponses, ${JSON.stringify(name)}, ${JSON.stringify(key)}`
    const range = attempts.exec(key)
    const from = Number(range?.[1])
    const to = Number(range?.[2] ?? range?.[1])
    if (range === null || to < from || to > mostAttempts)
      throw new SetupError(
        `the mock configuration has no attempts ${JSON.stringify(key)}: write "0" or "1-3" (${where})`,
      )
    for (let i = from; i <= to; i += 1) answers[i] = answerOf(response, where)
  }
  const gap = Array.from(answers).indexOf(undefined)
  if (gap !== -1)
    throw new SetupError(`the mock configuration has no answer for attempt ${gap} of ${JSON.stringify(name)}`)
  return answers
}

const named = (all: unknown, kind: string, name: string): unknown => {
  if (isRecord(all) && Object.hasOwn(all, name)) return field(all, name)
  const known = isRecord(all) ? Object.keys(all).map((key) => JSON.stringify(key)) : []
  throw new SetupError(
    `the mock configuration has no ${kind} ${JSON.stringify(name)}, but ${known.join(', ') || 'none'}`,
  )
}

/**
 * The stand-ins of one test case of a MockConfigFile, for `execute`'s `states`.
 *
 * @example await execute(definition, input, { states: mockedStates(config, 'Orders', 'HappyPath') })
 * @throws SetupError when there is no such machine, case or response.
 */
export const mockedStates = (config: MockConfig, machine: string, testCase: string): Record<string, StandIn> => {
  const { TestCases } = named(config.StateMachines, 'state machine', machine) as { readonly TestCases: unknown }
  const cases = named(TestCases, 'test case', testCase) as Readonly<Record<string, string>>
  return Object.fromEntries(
    Object.entries(cases).map(([state, response]) => [
      state,
      answersOf(response, isRecord(config.MockedResponses) ? field(config.MockedResponses, response) : undefined),
    ]),
  )
}
