/** What a query language writes for what a graph computes. One for JSONPath, one for JSONata; nothing else in `emit` asks which. */
import type { Expression, Variable } from '@orkestra/core'
import type { Template } from '../states.ts'
import type { TemplateWriter } from './template.ts'

/** Fields of a state, by name. */
export type Fields = Readonly<Record<string, Template>>

/** The variables that a place of the graph sees, the nearest first. */
export interface Names {
  readonly level: number
  readonly name: string
  readonly outer: Names | undefined
}

/** The name of a variable in scope. */
export const nameIn =
  (names: Names | undefined) =>
  ({ level }: Variable): string | undefined => {
    let at = names
    while (at !== undefined && at.level !== level) at = at.outer
    return at?.name
  }

export interface Writer extends TemplateWriter {
  /** Notes that an expression cannot be written. */
  readonly cannot: (value: Expression, what: string, wayOut: string) => void
  /** Of a Pass: the output. */
  readonly pass: (value: Expression) => Fields
  /** Of a Choice: a rule, but for its `Next`. */
  readonly rule: (condition: Expression) => Fields
  /** Of a Wait. */
  readonly seconds: (value: Expression) => Fields
  readonly until: (value: Expression) => Fields
  /** Of any state that has one: a variable that is its input; 0; one more than it was. */
  readonly assignInput: (name: string) => Fields
  readonly assignZero: (name: string) => Fields
  readonly assignNext: (name: string) => Fields
  /** Of a Wait: a variable as the output. */
  readonly outputVariable: (name: string) => Fields
  /** Of a Choice: whether a variable is as high as a number. */
  readonly atLeast: (name: string, least: number) => Fields
  /** Of the Parallel around a body: the input, with the body's output in a field; and of the Pass after it, where one is needed. */
  readonly keep: (key: string) => { readonly state: Fields; readonly after?: Fields }
}
