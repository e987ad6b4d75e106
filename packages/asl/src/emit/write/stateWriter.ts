/** What a query language says for the slots of a draft. One for JSONPath, one for JSONata. */
import type { Expression, Variable } from '@orkestra/core'
import type { Catcher, TaskState, Template } from '../../states.ts'
import type { Draft, DraftCatcher, Held } from '../draft/draft.ts'
import type { Problem } from '../expression/problem.ts'
import type { EmitOptions } from '../options.ts'

/** Fields of a state, by name. */
export type Fields = Record<string, Template>

/** A Task of a function, to which more fields can be added. */
export interface Called extends TaskState {
  [field: string]: unknown
}

/** Writes states in a query language. */
export interface StateWriter {
  /** What a Task says that calls a function with its whole input and hands on what that gives. */
  readonly call: (fn: string) => Called

  /**
   * All that a state says but for its type, name, comment, retries, catches and successors. What the language has no words for in this
   * one state is added to `problems`.
   */
  readonly fields: (draft: Draft, problems: Problem[]) => Fields
  /** The ways out of a Choice, without where they lead. */
  readonly rules: (draft: Draft, problems: Problem[]) => readonly Fields[]
  /** What a catch makes of the error. */
  readonly caught: (catcher: DraftCatcher) => Partial<Catcher>
}

/** What is the same for all states of a machine. */
export interface Writing {
  readonly options: EmitOptions
}

/**
 * What stands behind the `$` of a variable: its name, or before it has one something that stands for it. A variable that is not ours is
 * out of its scope. What the execution was started with stands in the context.
 */
export const namesWith =
  (executionInput: string) =>
  (variable: Variable): string | undefined => {
    if (!('words' in variable)) return undefined
    const { isExecutionInput, name } = variable as Held
    return isExecutionInput ? executionInput : (name ?? `v${variable.level}`)
  }

/** `merge(object, { key: value })` by its parts, where the second has one field. */
export const fieldAdded = (
  expression: Expression,
): { readonly object: Expression; readonly key: string; readonly value: Expression } | undefined => {
  if (expression._tag !== 'Call' || expression.name !== 'merge' || expression.arguments.length !== 2) return undefined
  const [object, added] = expression.arguments as readonly [Expression, Expression]
  if (added._tag === 'Object') {
    const [field, ...more] = added.fields
    return field === undefined || more.length > 0 ? undefined : { object, key: field[0], value: field[1] }
  }
  if (added._tag !== 'Literal') return undefined
  const { value } = added
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const [key, ...more] = Object.keys(value)
  if (key === undefined || more.length > 0) return undefined
  return { object, key, value: { _tag: 'Literal', value: (value as Readonly<Record<string, never>>)[key] as never } }
}
