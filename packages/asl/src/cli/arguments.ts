/** What the commands make of their arguments, and what they give back. */
import { UsageError } from './module.ts'

/** What is printed, and whether it is a success. */
export interface Printed {
  readonly text: string
  readonly ok: boolean
  /** For whoever watches: goes to standard error. */
  readonly note?: string
}

export interface Command {
  readonly usage: string
  readonly help: string
  readonly act: (args: string[]) => Promise<Printed>
}

/** One of a few words. */
export const oneOf = <T extends string>(
  option: string,
  allowed: readonly T[],
  value: string | undefined,
): T | undefined => {
  if (value === undefined) return undefined
  const found = allowed.find((word) => word.toLowerCase() === value.toLowerCase())
  if (found === undefined) throw new UsageError(`--${option} ${value}: it is one of ${allowed.join(', ')}.`)
  return found
}

/** The only argument of a command. */
export const only = (positionals: readonly string[], usage: string): string => {
  const [reference, ...more] = positionals
  if (reference === undefined || more.length > 0) throw new UsageError(`usage: ${usage}`)
  return reference
}
