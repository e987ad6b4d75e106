/** `orkestra run` of a definition. */
import { readFileSync } from 'node:fs'
import { SetupError, type Succeeded, type Unfinished } from '@orkestra/core'
import { type DefinitionOptions, oneMachine, valid } from './definitions.ts'
import { UsageError } from './module.ts'
import { noted, type Session } from './session.ts'

const readMocks = (path: string, around: Session): unknown => {
  try {
    return JSON.parse(readFileSync(noted(path, around), 'utf8'))
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

interface Given extends DefinitionOptions {
  readonly machine: string | undefined
  readonly clock: 'virtual' | 'real' | undefined
  readonly mocks: string | undefined
  readonly testCase: string | undefined
}

/**
 * Runs the definition in a file, with the mocks of a MockConfigFile of Step Functions Local.
 *
 * @throws UsageError for a file that cannot be read, and for a task that nothing stands in for; AslError for a definition with an error.
 */
export const runDefinition = async (
  path: string,
  input: unknown,
  { clock, mocks, testCase, ...which }: Given,
  around: Session,
): Promise<Succeeded<unknown> | Unfinished> => {
  const { definition, type } = valid(await oneMachine(path, which, around))
  // Only here: commands that run nothing load no JSONata.
  const { execute, mockedStates } = await import('../execute/index.ts')
  if ((mocks === undefined) !== (testCase === undefined))
    throw new UsageError('--mocks and --test-case go together: --mocks file.json --test-case Machine#Case.')
  const [machine = '', name = ''] = (testCase ?? '').split('#')
  const states = mocks === undefined ? undefined : mockedStates(readMocks(mocks, around) as never, machine, name)
  try {
    return await execute(definition, input, { type, ...(clock && { clock }), ...(states && { states }) })
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    throw new UsageError(`${error.message}\nOn the command line: --mocks <file> --test-case <machine>#<case>.`)
  }
}
