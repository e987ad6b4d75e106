/** The definitions in the files that commands take. */
import { resolve } from 'node:path'
import type { ReadDefinition } from '../../files/readDefinitions.ts'
import { AslError } from '../../issue.ts'
import type { StateMachine } from '../../states.ts'
import { didYouMean } from '../../validate/report/wording.ts'
import type { Session } from '../session.ts'
import { moduleEnding, UsageError } from './module.ts'

/** Standard input. */
export const standardInput = '-'

/** Whether a reference names a file with definitions, and not a module with workflows. */
export const isDefinition = (reference: string): boolean => {
  const hash = reference.lastIndexOf('#')
  return reference !== '' && !moduleEnding.test(hash === -1 ? reference : reference.slice(0, hash))
}

export interface DefinitionOptions {
  readonly type?: 'STANDARD' | 'EXPRESS' | undefined
}

/**
 * Every definition in a file, or in standard input.
 *
 * @throws UsageError when the file cannot be read.
 */
export const definitionsIn = async (
  file: string,
  { type }: DefinitionOptions,
  { reads }: Pick<Session, 'reads'>,
): Promise<readonly ReadDefinition[]> => {
  // Only here: commands that read no definition load no YAML.
  const { FileError, readDefinitions, readDefinitionsIn } = await import('../../files/index.ts')
  const { readStandardInput } = await import('../../files/readText.ts')
  const options = type === undefined ? {} : { type }
  try {
    if (file === standardInput) {
      const { text, issues } = await readStandardInput()
      const [first, ...rest] = await readDefinitionsIn('<stdin>', text, options)
      return first === undefined ? [] : [{ ...first, issues: [...issues, ...first.issues] }, ...rest]
    }
    reads.add(resolve(file))
    const found = await readDefinitions(file, options)
    for (const { place } of found) reads.add(resolve(place.file))
    return found
  } catch (error) {
    throw error instanceof FileError ? new UsageError(error.message) : error
  }
}

/** The definitions of a file that have no error. */
export interface ValidDefinition extends ReadDefinition {
  readonly definition: StateMachine
}

/** @throws AslError for a definition with an error; UsageError for one that was not looked at. */
export const valid = (read: ReadDefinition): ValidDefinition => {
  if (read.unread !== undefined)
    throw new UsageError(`the definition of ${read.name} is known at deployment only: ${read.unread}.`)
  if (read.definition === undefined || read.issues.some(({ severity }) => severity === 'error'))
    throw new AslError(read.issues)
  return read as ValidDefinition
}

/**
 * The definitions that are meant: the one called `machine`, or all of the file.
 *
 * @throws UsageError when there is none, or none of that name.
 */
export const machinesIn = async (
  file: string,
  { machine, ...options }: DefinitionOptions & { readonly machine?: string | undefined },
  around: Pick<Session, 'reads'>,
): Promise<readonly ReadDefinition[]> => {
  const found = await definitionsIn(file, options, around)
  if (found.length === 0) throw new UsageError(`${file} has no state machine definition.`)
  if (machine === undefined) return found
  const names = found.map(({ name }) => name)
  const chosen = found.filter(({ name }) => name === machine)
  if (chosen.length === 0)
    throw new UsageError(
      `${file} has no machine ${JSON.stringify(machine)}.${didYouMean(machine, names)} It has ${names.join(', ')}.`,
    )
  return chosen
}

/**
 * The only machine that is meant.
 *
 * @throws UsageError when there are several.
 */
export const oneMachine = async (
  file: string,
  options: DefinitionOptions & { readonly machine?: string | undefined },
  around: Pick<Session, 'reads'>,
): Promise<ReadDefinition> => {
  return only(file, await machinesIn(file, options, around))
}

/** The only one of those that are in a file. @throws UsageError when there are several. */
export const only = (file: string, [first, ...more]: readonly ReadDefinition[]): ReadDefinition => {
  if (first !== undefined && more.length === 0) return first
  const names = [first, ...more].map((each) => `--machine ${each?.name}`)
  throw new UsageError(`${file} has several machines; choose one: ${names.join(', ')}.`)
}
