/** Expressions as payload templates of JSONPath. https://states-language.net/#payload-template */
import type { Expression, JsonValue } from '@orkestra/core'
import { intrinsicOf } from './intrinsics.ts'
import type { Names } from './paths.ts'
import { type Problem, report, toJsonata } from './problem.ts'

/** Whether a value can only be written as the text of a field whose name ends in `.$`. */
const isText = (expression: Expression): boolean => {
  switch (expression._tag) {
    case 'Literal':
    case 'Object':
      return false
    case 'Array':
      return expression.items.some(isText)
    case 'Reference':
    case 'Call':
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
    case 'Source':
      return true
  }
}

const badKeys = (value: JsonValue): readonly string[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(Array.isArray(value) ? [] : Object.keys(value).filter((key) => key.endsWith('.$'))),
        ...Object.values(value).flatMap((inner) => badKeys(inner as JsonValue)),
      ]
    : []

const reportKeys = (keys: readonly string[], expression: Expression, problems: Problem[]): void => {
  for (const key of keys)
    report(
      problems,
      expression,
      `JSONPath would take the field ${JSON.stringify(key)} for a path`,
      `${toJsonata}, or give it another name.`,
    )
}

/**
 * An object or an array as a payload template. What is not an object, and what a template has no words for otherwise, is
 * `intrinsicOf`'s or `pathOf`'s: this one gives a problem for it.
 *
 * @example jsonPathTemplate(toExpression('', { id: i.id, n: 1 }), () => undefined, problems) // { 'id.$': '$.id', n: 1 }
 */
export const jsonPathTemplate = (expression: Expression, names: Names, problems: Problem[]): unknown => {
  switch (expression._tag) {
    case 'Literal':
      reportKeys(badKeys(expression.value), expression, problems)
      return expression.value
    case 'Object':
      return Object.fromEntries(
        expression.fields.map(([key, value]) => {
          if (key.endsWith('.$')) reportKeys([key], expression, problems)
          return isText(value)
            ? [`${key}.$`, intrinsicOf(value, names, problems)]
            : [key, jsonPathTemplate(value, names, problems)]
        }),
      )
    case 'Array':
      if (!isText(expression)) return expression.items.map((item) => jsonPathTemplate(item, names, problems))
      return report(
        problems,
        expression,
        'JSONPath has no template for an array of references by itself',
        `${toJsonata}, or put it into a field of an object.`,
      )
    case 'Reference':
    case 'Call':
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
    case 'Source':
      return report(
        problems,
        expression,
        'a template of JSONPath is an object',
        `${toJsonata}, or put it into a field of an object.`,
      )
  }
}
