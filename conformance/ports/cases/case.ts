/** How a port and its original are compared: the same input, and the same stand-ins under the names that each has for them. */
import type { EmitOptions } from '@orkestra/asl'
import type { ExecuteOptions } from '@orkestra/asl/execute'
import type { AnyStep } from '@orkestra/core'

/** Stand-ins of one execution: made anew for each, as some answer in turn. */
export type StandIns = Pick<ExecuteOptions, 'lambdas' | 'states' | 'services'>

export interface Case {
  readonly name: string
  readonly input: unknown
  /** Whether most executions go this way. The first case of a port does. */
  readonly standIns: () => { readonly original: StandIns; readonly ours: StandIns }
}

export interface Port {
  /** The folder with the original. */
  readonly folder: string
  readonly workflow: AnyStep
  readonly options: EmitOptions
  readonly cases: readonly Case[]
}

/** A stand-in that fails as a function does. */
export const boom = (): never => {
  throw Object.assign(new Error('boom'), { name: 'Boom' })
}

export type Act = (event: never) => unknown

/** Answers in turn, or what a function gives. */
export const answering = (of: Act | readonly unknown[]): Act => {
  if (typeof of === 'function') return of
  const left = [...of]
  return () => left.shift()
}

/** Each of a record, made anew. */
export const each = (of: Readonly<Record<string, Act | readonly unknown[]>>): Record<string, Act> =>
  Object.fromEntries(Object.entries(of).map(([name, one]) => [name, answering(one)]))
