/** `orkestra run` of a file that holds a definition. */
import { readFileSync } from 'node:fs'
import { SetupError, type Succeeded, type Unfinished } from '@orkestra/core'
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

interface Given {
  readonly clock: 'virtual' | 'real' | undefined
  readonly type: 'STANDARD' | 'EXPRESS' | undefined
  readonly mocks: string | undefined
  readonly testCase: string | undefined
}

/**
 * Runs the definition in a file, with the mocks of a MockConfigFile of Step Functions Local.
 *
 * @throws UsageError for a file that is no JSON, and for a task that no mock stands in for; AslError for a definition that cannot be run.
 */
export const runDefinition = async (
  path: string,
  input: unknown,
  { clock, type, mocks, testCase }: Given,
): Promise<Succeeded<unknown> | Unfinished> => {
  // Only here: whoever emits does not load JSONata.
  const { execute, mockedStates } = await import('../execute/index.ts')
  const definition = readJson(path)
  if ((mocks === undefined) !== (testCase === undefined))
    throw new UsageError('--mocks and --test-case go together: --mocks file.json --test-case Machine#Case.')
  const [machine = '', name = ''] = (testCase ?? '').split('#')
  const states = mocks === undefined ? undefined : mockedStates(readJson(mocks) as never, machine, name)
  try {
    return await execute(definition, input, {
      ...(clock && { clock }),
      ...(type && { type }),
      ...(states && { states }),
    })
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    throw new UsageError(`${error.message}\nOn the command line: --mocks <file> --test-case <machine>#<case>.`)
  }
}
