/** What the fields of states need of whoever writes expressions down in a query language. */
import type { Expression } from '@orkestra/core'
import type { QueryLanguage } from '../../states.ts'

export interface TemplateWriter {
  readonly language: QueryLanguage
  /** Of ARNs: `aws` where it is not said. */
  readonly partition?: string
  /**
   * An expression as it stands in a payload template. In JSONPath a value that is computed is named `key.$`, so only an object with
   * fields can hold one: see `templateOf`.
   */
  readonly template: (expression: Expression) => unknown
}

/** A record of expressions as a template, in which JSONPath writes computed fields as `key.$`. */
export const templateOf = (
  writer: TemplateWriter,
  fields: Readonly<Record<string, Expression>>,
): Readonly<Record<string, unknown>> =>
  writer.template({ _tag: 'Object', fields: Object.entries(fields) }) as Readonly<Record<string, unknown>>

/** The ARN of what Step Functions calls: `arn:aws:states:::` before it. */
export const resourceArn = ({ partition = 'aws' }: TemplateWriter, resource: string): string =>
  `arn:${partition}:states:::${resource}`

/** `Parameters` in JSONPath, `Arguments` in JSONata. */
export const payloadField = (
  writer: TemplateWriter,
  payload: Expression,
): { readonly Parameters: unknown } | { readonly Arguments: unknown } =>
  writer.language === 'JSONata' ? { Arguments: writer.template(payload) } : { Parameters: writer.template(payload) }
