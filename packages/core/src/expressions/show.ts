import type { JsonValue } from '../json.ts'
import type { Expression, Root } from './expression.ts'

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name))

const step = (at: string | number): string =>
  typeof at === 'number' ? `[${at}]` : /^[A-Za-z_$][\w$]*$/.test(at) ? `.${at}` : `[${JSON.stringify(at)}]`

const rootText = (root: Root): string => {
  switch (root._tag) {
    case 'Input':
      return 'i'
    case 'Result':
      return 'r'
    case 'Context':
      return 'context'
    case 'Variable':
      return `v${root.variable.level ?? ''}`
    case 'Item':
      return `item${root.item.level ?? ''}`
    case 'Computed':
      return showExpression(root.expression)
  }
}

const record = (fields: readonly (readonly [name: string, text: string])[]): string =>
  fields.length === 0 ? '{}' : `{ ${fields.map(([name, text]) => `${key(name)}: ${text}`).join(', ')} }`

const data = (value: JsonValue): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(data).join(', ')}]`
  return record(
    Object.entries(value as Readonly<Record<string, JsonValue>>).map(([name, field]) => [name, data(field)]),
  )
}

const list = (expressions: readonly Expression[]): string => expressions.map(showExpression).join(', ')

/**
 * An expression as the user would write it: `i` is the step's input, `r` a task's result, `v1` a variable.
 *
 * @example showExpression(toExpression('pass', gt(i.total, 100))) // 'gt(i.total, 100)'
 */
export const showExpression = (expression: Expression): string => {
  switch (expression._tag) {
    case 'Literal':
      return data(expression.value)
    case 'Object':
      return record(expression.fields.map(([name, value]) => [name, showExpression(value)]))
    case 'Array':
      return `[${list(expression.items)}]`
    case 'Reference':
      return `${rootText(expression.root)}${expression.path.map(step).join('')}`
    case 'Call':
      if (expression.item !== undefined) {
        const [array, body] = expression.arguments as readonly [Expression, Expression]
        return `${expression.name}(${showExpression(array)}, (item${expression.item.level ?? ''}) => ${showExpression(body)})`
      }
      if (expression.name === 'later') {
        const [instant, by] = expression.arguments as readonly [Expression, Expression]
        return `later(${showExpression(instant)}, seconds(${showExpression(by)}))`
      }
      return `${expression.name}(${list(expression.arguments)})`
    case 'Compare': {
      const operand = (side: Expression) =>
        expression.isTimestamp ? `timestamp(${showExpression(side)})` : showExpression(side)
      return `${expression.comparator}(${operand(expression.left)}, ${operand(expression.right)}${expression.kind ? `, '${expression.kind}'` : ''})`
    }
    case 'Ask':
      return `${expression.question}(${showExpression(expression.value)})`
    case 'Matches':
      return `matches(${showExpression(expression.value)}, ${JSON.stringify(expression.pattern)})`
    case 'And':
    case 'Or':
      return `${expression._tag.toLowerCase()}(${list(expression.conditions)})`
    case 'Not':
      return `not(${showExpression(expression.condition)})`
    case 'Source':
      return expression.pieces === undefined
        ? `${expression.language === 'JSONata' ? 'jsonata' : 'jsonPath'}(${JSON.stringify(expression.source)})`
        : `${expression.language === 'JSONata' ? 'jsonata' : 'jsonPath'}\`${expression.source}\``
  }
}
