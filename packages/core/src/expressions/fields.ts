import type { Expression } from './expression.ts'

/**
 * The names of an object's fields if they are written out; `undefined` for anything else, including a reference to an object.
 *
 * @example pass((i) => ({ id: i.id })) // the fields of its expression: ['id']
 */
export const fieldNames = (expression: Expression): readonly string[] | undefined => {
  if (expression._tag === 'Object') return expression.fields.map(([key]) => key)
  if (expression._tag !== 'Literal') return undefined
  const { value } = expression
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : undefined
}
