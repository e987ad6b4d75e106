/** What a query language writes for what a graph computes. One for JSONPath, one for JSONata; nothing else in `emit` asks which. */
import type { Expression } from '@orkestra/core'
import type { Template } from '../../states.ts'
import type { TemplateWriter } from './template.ts'

/** Fields of a state, by name. */
export type Fields = Readonly<Record<string, Template>>

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
}
