/** An expression as its user wrote it, or nearly: for the texts of errors. */
import type { JsonValue } from '../json.ts'
import type { Expression, Path, Root } from './expression.ts'

const identifier = /^[A-Za-z_$][\w$]*$/

const pathText = (path: Path): string =>
  path
    .map((step) => (typeof step === 'string' && identifier.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join('')

const keyText = (key: string): string => (identifier.test(key) ? key : JSON.stringify(key))

const objectText = (fields: readonly (readonly [string, string])[]): string =>
  fields.length === 0 ? '{}' : `{ ${fields.map(([key, value]) => `${keyText(key)}: ${value}`).join(', ')} }`

const literalText = (value: JsonValue): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return Array.isArray(value)
    ? `[${value.map(literalText).join(', ')}]`
    : objectText(Object.entries(value).map(([key, item]) => [key, literalText(item as JsonValue)] as const))
}

const rootText = (root: Root): string => {
  switch (root._tag) {
    case 'Input':
      return 'i'
    case 'Result':
      return 'result'
    case 'Variable':
      return `variable${root.variable.level ?? ''}`
    case 'Context':
      return 'context'
    case 'Computed':
      return showExpression(root.expression)
  }
}

const called = (name: string, given: readonly Expression[]): string =>
  `${name}(${given.map(showExpression).join(', ')})`

/**
 * An expression as the user wrote it. What a callback calls its parameter is not known: the input is `i`.
 *
 * @example showExpression(toExpression('', add(i.a, 1))) // 'add(i.a, 1)'
 */
export const showExpression = (expression: Expression): string => {
  switch (expression._tag) {
    case 'Literal':
      return literalText(expression.value)
    case 'Object':
      return objectText(expression.fields.map(([key, value]) => [key, showExpression(value)] as const))
    case 'Array':
      return `[${expression.items.map(showExpression).join(', ')}]`
    case 'Reference':
      return rootText(expression.root) + pathText(expression.path)
    case 'Call':
      return called(expression.name, expression.arguments)
    case 'Compare': {
      const { comparator, left, right } = expression
      return expression.isTimestamp
        ? `${comparator}(${called('timestamp', [left])}, ${called('timestamp', [right])})`
        : called(comparator, [left, right])
    }
    case 'Ask':
      return called(expression.question, [expression.value])
    case 'Matches':
      return `matches(${showExpression(expression.value)}, ${JSON.stringify(expression.pattern)})`
    case 'And':
    case 'Or':
      return called(expression._tag.toLowerCase(), expression.conditions)
    case 'Not':
      return called('not', [expression.condition])
    case 'Source':
      return `${expression.language === 'JSONata' ? 'jsonata' : 'jsonPath'}(${JSON.stringify(expression.source)})`
  }
}
