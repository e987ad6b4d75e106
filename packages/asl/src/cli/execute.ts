/** What `orkestra run` runs: a definition in a file, or a workflow. */
import { readFileSync } from 'node:fs'
import type { AnyStep } from '@orkestra/core'
import { SetupError } from '../execute/calls/answers.ts'
import type { Execution } from '../execute/execution.ts'
import { AslError } from '../issue.ts'
import { oneMachine, valid } from './load/definitions.ts'
import { UsageError } from './load/module.ts'
import { noted, type Session } from './session.ts'

const readMocks = (path: string, around: Session): unknown => {
  try {
    return JSON.parse(readFileSync(noted(path, around), 'utf8'))
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What the command line says of a run. */
export interface Given {
  readonly clock: 'virtual' | 'real' | undefined
  readonly type: 'STANDARD' | 'EXPRESS' | undefined
  readonly mocks: string | undefined
  readonly testCase: string | undefined
  /** What tasks answer, by the names of tasks or functions, and in definitions by resources of services too. */
  readonly tasks: Readonly<Record<string, unknown>>
}

/** What it says besides, of a file with definitions. */
export interface GivenDefinition extends Given {
  readonly machine: string | undefined
  /** What fills placeholders, by name. */
  readonly substitutions: Readonly<Record<string, unknown>>
}

// Only here: whoever emits does not load JSONata.
const engine = () => import('../execute/index.ts')

const answersOf = (tasks: Given['tasks']): Readonly<Record<string, () => unknown>> =>
  Object.fromEntries(Object.entries(tasks).map(([name, answer]) => [name, () => answer]))

/** The same, as the engine takes it. @throws UsageError */
const optionsOf = async ({ clock, type, mocks, testCase }: Omit<Given, 'tasks'>, around: Session) => {
  const { mockedStates } = await engine()
  if ((mocks === undefined) !== (testCase === undefined))
    throw new UsageError('--mocks and --test-case go together: --mocks file.json --test-case Machine#Case.')
  const [machine = '', name = ''] = (testCase ?? '').split('#')
  return {
    ...(clock && { clock }),
    ...(type && { type }),
    ...(mocks !== undefined && { states: mockedStates(readMocks(mocks, around) as never, machine, name) }),
  }
}

/**
 * Runs the definition in a file, with the mocks of a MockConfigFile of Step Functions Local.
 *
 * @throws UsageError for a file that cannot be read, and for a task that nothing stands in for; AslError for a definition with an error.
 */
export const runDefinition = async (
  path: string,
  input: unknown,
  given: GivenDefinition,
  around: Session,
): Promise<Execution> => {
  const { machine, type, substitutions } = given
  const read = valid(await oneMachine(path, { machine, type }, around))
  const [{ execute }, { fillPlaceholders }] = await Promise.all([engine(), import('../files/index.ts')])
  const options = await optionsOf({ ...given, type: read.type }, around)
  const answers = answersOf(given.tasks)
  const isFilled = (name: string): boolean => Object.hasOwn(substitutions, name) || read.substitutions.has(name)
  const empty = [...new Set(read.placeholders.flatMap(({ name }) => (isFilled(name) ? [] : [name])))]
  try {
    return await execute(fillPlaceholders(read, substitutions), input, {
      ...options,
      lambdas: answers,
      services: answers,
    })
  } catch (error) {
    if (error instanceof AslError && empty.length > 0) {
      const example = JSON.stringify(Object.fromEntries(empty.map((name) => [name, '…'])))
      throw new UsageError(`${error.message}\nSet the placeholders of the file: --substitutions '${example}'.`)
    }
    if (!(error instanceof SetupError)) throw error
    throw new UsageError(`${error.message}\nOr give a MockConfigFile: --mocks <file> --test-case <machine>#<case>.`)
  }
}

/** Runs a workflow with its own handlers, but for the tasks that are answered and the states that are mocked. @throws as `run` */
export const runWorkflow = async (
  workflow: AnyStep,
  input: unknown,
  given: Given,
  around: Session,
): Promise<Execution> => {
  const { run } = await engine()
  return run(workflow, input as never, { ...(await optionsOf(given, around)), tasks: answersOf(given.tasks) })
}
