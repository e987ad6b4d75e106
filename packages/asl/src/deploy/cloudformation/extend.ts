/** What a person adds to a template that is written again and again. */
import { isObject } from '../../language/isObject.ts'
import type { Extension, Json, Template } from './template.ts'

const isIntrinsic = (value: Json): boolean => {
  const [key = '', ...more] = Object.keys(value)
  return more.length === 0 && (key === 'Ref' || key === 'Condition' || key.startsWith('Fn::'))
}

/** Fields of both; where both have one, objects are merged and anything else is replaced. */
const merged = (base: unknown, more: unknown): unknown => {
  if (!isObject(base) || !isObject(more) || isIntrinsic(base) || isIntrinsic(more)) return more
  const fields = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(more))
    fields.set(key, fields.has(key) ? merged(fields.get(key), value) : value)
  return Object.fromEntries(fields)
}

/**
 * A template with more in it: a table beside the machine, the policies and variables of a function. A resource takes the place of the
 * parameter of its name, so `placeholder('Orders')` is the table `Orders` of the same stack.
 *
 * @example extended(template, { Resources: { Orders: { Type: 'AWS::DynamoDB::Table', Properties: { … } } } })
 */
export const extended = (template: Template, extension: Extension = {}): Template => {
  const all = merged(template, extension) as Template
  if (all.Parameters === undefined) return all
  const left = Object.entries(all.Parameters).filter(([id]) => !Object.hasOwn(extension.Resources ?? {}, id))
  const { Parameters: _, ...rest } = all
  if (left.length === 0) return rest
  return { ...all, Parameters: Object.fromEntries(left) }
}
