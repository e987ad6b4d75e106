/** What a command is: what it takes, as data from which parsing, help and completion are made, and what it does. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { didYouMean } from '../validate/report/wording.ts'
import { UsageError } from './load/module.ts'
import type { Session } from './session.ts'

/** What is printed, and whether it is a success. */
export interface Printed {
  readonly text: string
  readonly ok: boolean
  /** For whoever watches: goes to standard error. */
  readonly note?: string
}

/** An option. Node's `parseArgs` reads `type` and `default`, the help and the completion of shells all of it. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly default?: string | boolean
  readonly meaning: string
  /** What stands for its value in a line of usage: `<file>`. */
  readonly value?: string
  /** The words that it takes, and no others. */
  readonly words?: readonly string[]
}

/** One that can be given more than once. */
export interface RepeatedOption extends Option {
  readonly multiple: true
}

export type Options = Readonly<Record<string, Option | RepeatedOption>>

/** A call that the tests run, as they run the snippets of the documentation. */
export interface Example {
  readonly call: string
  readonly says: string
}

export interface Command {
  readonly name: string
  /** What follows the name: `<module>[#export]`. */
  readonly takes: string
  /** What a shell completes there. */
  readonly completes: 'modules' | 'definitions' | 'both' | 'folders' | readonly string[]
  /** In half a sentence. */
  readonly purpose: string
  /** What else there is to know, in full sentences. */
  readonly more?: string
  readonly options: Options
  readonly examples: readonly Example[]
  /** It goes on until Ctrl-C. */
  readonly isEndless?: true
  readonly act: (args: string[], session?: Session) => Promise<Printed>
}

/** `--check` and `--out`, of all that writes files. */
export const writing: {
  readonly out: Option & { readonly type: 'string' }
  readonly check: Option & { readonly type: 'boolean'; readonly default: false }
} = {
  out: {
    type: 'string',
    value: '<path>',
    meaning: 'write there, all files or none; end a new folder with /',
  },
  check: {
    type: 'boolean',
    default: false,
    meaning: 'write nothing; exit with 1 if the files at --out are stale',
  },
}

/** `--machine`, of all that takes files in which several definitions may be. */
export const naming: Option & { readonly type: 'string' } = {
  type: 'string',
  value: '<name>',
  meaning: 'the machine, if the file has several definitions',
}

/** `--watch`, which the program itself sees to, see `watch.ts`. */
export const watching: { readonly watch: Option & { readonly type: 'boolean'; readonly default: false } } = {
  watch: {
    type: 'boolean',
    default: false,
    meaning: 'run again whenever an input file changes, until Ctrl-C',
  },
}

const placeholder = ({ value = '<value>', words }: Option): string => words?.join('|') ?? value

/** The line that says how a command is called. */
export const usageOf = ({ name, takes, options }: Pick<Command, 'name' | 'takes' | 'options'>): string => {
  const parts = Object.entries(options).map(([option, described]) => {
    const more = 'multiple' in described ? ' …' : ''
    return described.type === 'boolean' ? `[--${option}]` : `[--${option} ${placeholder(described)}${more}]`
  })
  return ['orkestra', name, takes, ...parts].filter((part) => part !== '').join(' ')
}

/** How an option is written in a list of them. */
export const optionText = (name: string, option: Option): string =>
  option.type === 'boolean' ? `--${name}` : `--${name} ${placeholder(option)}`

const isParseError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

/**
 * The arguments of a command, read by its options.
 *
 * @throws UsageError for an option that there is none of, with the one that was probably meant, and for one without its value.
 */
export const read = <T extends Options>(
  { name, options }: { readonly name: string; readonly options: T },
  args: string[],
): ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; options: T & ParseArgsConfig['options'] }>
> => {
  try {
    return parseArgs({ args, allowPositionals: true, options: options as T & ParseArgsConfig['options'] })
  } catch (error) {
    if (!isParseError(error)) throw error
    const [, dashes = '', unknown = ''] = /^Unknown option '(--?)([^']*)'/.exec(error.message) ?? []
    if (unknown === '') throw new UsageError(error.message)
    throw new UsageError(
      `there is no option ${dashes}${unknown}.${didYouMean(
        `${dashes}${unknown}`,
        Object.keys(options).map((option) => `--${option}`),
      )} orkestra ${name} --help shows all.`,
    )
  }
}

/** One of a few words. */
export const oneOf = <T extends string>(
  option: string,
  allowed: readonly T[],
  value: string | undefined,
): T | undefined => {
  if (value === undefined) return undefined
  const found = allowed.find((word) => word.toLowerCase() === value.toLowerCase())
  if (found === undefined)
    throw new UsageError(`--${option} ${value}: expected one of ${allowed.join(', ')}.${didYouMean(value, allowed)}`)
  return found
}

/** The only argument of a command. */
export const only = (positionals: readonly string[], command: Pick<Command, 'name' | 'takes' | 'options'>): string => {
  const [reference, ...more] = positionals
  if (reference === undefined || more.length > 0) throw new UsageError(`usage: ${usageOf(command)}`)
  return reference
}
