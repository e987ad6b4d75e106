/** Templates of the few expressions that the tests of fields use: what writes all of them down is tested by itself. */
import type { Expression } from '@orkestra/core'
import type { TemplateWriter } from '../../src/emit/expression/template.ts'

const roots: Readonly<Record<string, readonly [path: string, query: string]>> = {
  Input: ['$', '$states.input'],
  Result: ['$', '$states.result'],
  Context: ['$$', '$states.context'],
}

const reference = (expression: Expression, isJsonata: boolean): string => {
  if (expression._tag !== 'Reference') throw new Error(`no template of ${expression._tag} here`)
  const root = roots[expression.root._tag] as readonly [string, string]
  return [root[isJsonata ? 1 : 0], ...expression.path].join('.')
}

const jsonPath = (expression: Expression): unknown => {
  if (expression._tag === 'Literal') return expression.value
  if (expression._tag === 'Array') return expression.items.map(jsonPath)
  if (expression._tag === 'Object')
    return Object.fromEntries(
      expression.fields.map(([key, value]) =>
        value._tag === 'Reference' ? [`${key}.$`, reference(value, false)] : [key, jsonPath(value)],
      ),
    )
  throw new Error(`no template of a bare ${expression._tag} in JSONPath`)
}

const jsonata = (expression: Expression): unknown => {
  if (expression._tag === 'Literal') return expression.value
  if (expression._tag === 'Array') return expression.items.map(jsonata)
  if (expression._tag === 'Object')
    return Object.fromEntries(expression.fields.map(([key, value]) => [key, jsonata(value)]))
  return `{% ${reference(expression, true)} %}`
}

export const inJsonPath: TemplateWriter = { language: 'JSONPath', template: jsonPath }
export const inJsonata: TemplateWriter = { language: 'JSONata', template: jsonata }
