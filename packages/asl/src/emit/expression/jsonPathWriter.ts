import { type Expression, fieldNames, showExpression, type Variable } from '@orkestra/core'
import { choiceRule } from './choiceRule.ts'
import { intrinsicOf } from './intrinsics.ts'
import { pathOf } from './paths.ts'
import { jsonPathTemplate } from './payloadTemplate.ts'
import type { Problem } from './problem.ts'
import type { Fields, Writer } from './writer.ts'

export const jsonPathWriter = (
  nameOf: (variable: Variable) => string | undefined,
  problems: Problem[],
  partition: string,
): Writer => {
  const template = (value: Expression) => jsonPathTemplate(value, nameOf, problems)
  const cannot: Writer['cannot'] = (value, what, wayOut) =>
    problems.push({ expression: showExpression(value), what, wayOut })
  /** A path where nothing but a path may stand. */
  const path = (value: Expression, field: string): string => {
    const found = pathOf(value, nameOf)
    if (found !== undefined) return found
    cannot(
      value,
      `in JSONPath ${field} takes a path, nothing that is computed`,
      'Compute it in a pass(…) before, or emit with queryLanguage: "JSONata".',
    )
    return '$'
  }
  const pass = (value: Expression): Fields => {
    if (value._tag === 'Literal') return { Result: value.value }
    if (fieldNames(value) !== undefined) return { Parameters: template(value) }
    const found = pathOf(value, nameOf)
    if (found !== undefined) return { InputPath: found }
    // A template is an object, so the value is put into one and taken out again.
    return { Parameters: { 'value.$': intrinsicOf(value, nameOf, problems) }, OutputPath: '$.value' }
  }
  return {
    language: 'JSONPath',
    partition,
    template,
    cannot,
    pass,
    rule: (condition) => choiceRule(condition, nameOf, problems) ?? {},
    seconds: (value) =>
      value._tag === 'Literal' && typeof value.value === 'number'
        ? { Seconds: value.value }
        : { SecondsPath: path(value, 'SecondsPath') },
    until: (value) =>
      value._tag === 'Literal' && typeof value.value === 'string'
        ? { Timestamp: value.value }
        : { TimestampPath: path(value, 'TimestampPath') },
  }
}
