import type { Expression } from './expression.ts'

/** The names of an object's fields, where they are written out; `undefined` of anything else, a reference to an object too. */
export const fieldNames = (expression: Expression): readonly string[] | undefined => {
  if (expression._tag === 'Object') return expression.fields.map(([key]) => key)
  if (expression._tag !== 'Literal') return undefined
  const { value } = expression
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : undefined
}
