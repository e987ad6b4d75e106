/** What `orkestra run` runs: a file that holds a definition, or a workflow. */
import { readFileSync } from 'node:fs'
import type { AnyStep } from '@orkestra/core'
import { SetupError } from '../execute/answers.ts'
import type { Execution } from '../execute/execution.ts'
import { UsageError } from './module.ts'

/** Whether a reference means a file with a definition, and not a module. */
export const isDefinition = (reference: string): boolean => /\.(?:json|asl)$/i.test(reference)

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
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
}

// Only here: whoever emits does not load JSONata.
const engine = () => import('../execute/index.ts')

/** The same, as the engine takes it. @throws UsageError */
const optionsOf = async ({ clock, type, mocks, testCase }: Given) => {
  const { mockedStates } = await engine()
  if ((mocks === undefined) !== (testCase === undefined))
    throw new UsageError('--mocks and --test-case go together: --mocks file.json --test-case Machine#Case.')
  const [machine = '', name = ''] = (testCase ?? '').split('#')
  return {
    ...(clock && { clock }),
    ...(type && { type }),
    ...(mocks !== undefined && { states: mockedStates(readJson(mocks) as never, machine, name) }),
  }
}

/**
 * Runs the definition in a file, with the mocks of a MockConfigFile of Step Functions Local.
 *
 * @throws UsageError for a file that is no JSON, and for a task that no mock stands in for; AslError for a definition that cannot be run.
 */
export const runDefinition = async (path: string, input: unknown, given: Given): Promise<Execution> => {
  const { execute } = await engine()
  const definition = readJson(path)
  const options = await optionsOf(given)
  try {
    return await execute(definition, input, options)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    throw new UsageError(`${error.message}\nOn the command line: --mocks <file> --test-case <machine>#<case>.`)
  }
}

/** Runs a workflow with its own handlers, but for the states that are mocked. @throws as `run` */
export const runWorkflow = async (workflow: AnyStep, input: unknown, given: Given): Promise<Execution> => {
  const { run } = await engine()
  return run(workflow, input as never, await optionsOf(given))
}
