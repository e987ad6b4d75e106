/** Expressions with something else in the place of what they refer to, and what the result comes to. */

import { type Expression, forEachRoot, type JsonValue, type Path, parts, type Root } from '@orkestra/core'
import { isObject } from '../../language/isObject.ts'
import { type Held, reference } from './draft.ts'

/** What stands for a root; `undefined` leaves it as it is. */
export type Replacement = (root: Root) => Expression | undefined

/** Whether an object is known to have a field, or not to; `undefined` where that shows at run time only. */
const hasField = (expression: Expression, key: string): boolean | undefined => {
  if (expression._tag === 'Object') return expression.fields.some(([name]) => name === key)
  if (expression._tag === 'Literal' && isObject(expression.value)) return Object.hasOwn(expression.value, key)
  return undefined
}

const fieldsOf = (expression: Expression): readonly (readonly [string, Expression])[] | undefined => {
  if (expression._tag === 'Object') return expression.fields
  if (expression._tag !== 'Literal' || !isObject(expression.value)) return undefined
  return Object.entries(expression.value).map(([key, value]) => [key, { _tag: 'Literal', value }])
}

/** A constant, or the whole of something: what can neither fail nor be missing. */
const isThere = (expression: Expression): boolean =>
  expression._tag === 'Literal' ||
  (expression._tag === 'Reference' && expression.path.length === 0 && expression.root._tag !== 'Computed')

/**
 * What a `merge` comes to where all of its objects are written out. What may be missing stays in the `merge`: JSONata leaves such a
 * field out of an object inside of an expression, and fails for it in a template.
 */
const merged = (objects: readonly Expression[]): Expression | undefined => {
  const fields = new Map<string, Expression>()
  for (const object of objects) {
    const own = fieldsOf(object)
    if (own === undefined || !own.every(([, value]) => isThere(value))) return undefined
    for (const [key, value] of own) fields.set(key, value)
  }
  return { _tag: 'Object', fields: [...fields] }
}

const computed = (expression: Expression, path: Path): Expression => reference({ _tag: 'Computed', expression }, path)

/**
 * What stands at a path below an expression, with no detour over the whole where it can be told.
 *
 * @example project({ a: $.x, b: 1 }, ['a', 'y']) // $.x.y
 */
export const project = (expression: Expression, path: Path): Expression => {
  const [step, ...rest] = path
  if (step === undefined) return expression
  switch (expression._tag) {
    case 'Reference':
      return reference(expression.root, [...expression.path, ...path])
    case 'Object': {
      const field = expression.fields.find(([name]) => name === step)
      return field === undefined ? computed(expression, path) : project(field[1], rest)
    }
    case 'Array': {
      const item = typeof step === 'number' ? expression.items[step] : undefined
      return item === undefined ? computed(expression, path) : project(item, rest)
    }
    case 'Literal': {
      const { value } = expression
      const inner: JsonValue | undefined =
        typeof step === 'number'
          ? Array.isArray(value)
            ? (value as readonly JsonValue[])[step]
            : undefined
          : isObject(value) && Object.hasOwn(value, step)
            ? value[step]
            : undefined
      return inner === undefined ? computed(expression, path) : project({ _tag: 'Literal', value: inner }, rest)
    }
    case 'Call':
      if (expression.name === 'merge' && typeof step === 'string')
        for (let i = expression.arguments.length - 1; i >= 0; i--) {
          const part = expression.arguments[i] as Expression
          const has = hasField(part, step)
          if (has === true || (i === 0 && has === undefined)) return project(part, path)
          if (has === undefined) break
        }
      return computed(expression, path)
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
    case 'Source':
      return computed(expression, path)
  }
}

const each = (expressions: readonly Expression[], replace: Replacement): readonly Expression[] => {
  let isSame = true
  const all = expressions.map((one) => {
    const other = substitute(one, replace)
    if (other !== one) isSame = false
    return other
  })
  return isSame ? expressions : all
}

/** An expression with other things in the place of the roots of its references; itself, where nothing is replaced. */
export const substitute = (expression: Expression, replace: Replacement): Expression => {
  switch (expression._tag) {
    case 'Literal':
      return expression
    case 'Source': {
      const given = expression.arguments ?? []
      const others = each(given, replace)
      return others === given ? expression : { ...expression, arguments: others }
    }
    case 'Reference': {
      if (expression.root._tag === 'Computed') {
        const inner = substitute(expression.root.expression, replace)
        return inner === expression.root.expression ? expression : project(inner, expression.path)
      }
      const other = replace(expression.root)
      return other === undefined ? expression : project(other, expression.path)
    }
    case 'Object': {
      const values = expression.fields.map(([, value]) => value)
      const others = each(values, replace)
      return others === values
        ? expression
        : { _tag: 'Object', fields: expression.fields.map(([key], i) => [key, others[i] as Expression]) }
    }
    case 'Array': {
      const items = each(expression.items, replace)
      return items === expression.items ? expression : { ...expression, items }
    }
    case 'Call': {
      const given = each(expression.arguments, replace)
      if (given === expression.arguments) return expression
      return (expression.name === 'merge' && merged(given)) || { ...expression, arguments: given }
    }
    case 'Compare': {
      const [left, right] = [substitute(expression.left, replace), substitute(expression.right, replace)]
      return left === expression.left && right === expression.right ? expression : { ...expression, left, right }
    }
    case 'Ask':
    case 'Matches': {
      const value = substitute(expression.value, replace)
      return value === expression.value ? expression : { ...expression, value }
    }
    case 'And':
    case 'Or': {
      const conditions = each(expression.conditions, replace)
      return conditions === expression.conditions ? expression : { ...expression, conditions }
    }
    case 'Not': {
      const condition = substitute(expression.condition, replace)
      return condition === expression.condition ? expression : { ...expression, condition }
    }
  }
}

/** With another expression in the place of the input. */
export const withInput = (expression: Expression, input: Expression): Expression =>
  substitute(expression, (root) => (root._tag === 'Input' ? input : undefined))

/** With what variables hold in their place. */
export const withVariables = (expression: Expression, values: ReadonlyMap<Held, Expression>): Expression =>
  values.size === 0
    ? expression
    : substitute(expression, (root) => (root._tag === 'Variable' ? values.get(root.variable as Held) : undefined))

/** Whether an expression is a whole root, with no path below it. */
export const isRoot = (expression: Expression | undefined, tag: Root['_tag']): boolean =>
  expression?._tag === 'Reference' && expression.path.length === 0 && expression.root._tag === tag

/** Whether an expression reads a root of a kind. */
export const readsRoot = (expression: Expression | undefined, tag: Root['_tag']): boolean => {
  if (expression === undefined) return false
  let found = false
  forEachRoot(expression, (root) => {
    if (root._tag === tag) found = true
  })
  return found
}

/** A string that is equal for equal expressions. Variables are identified by their numbers. */
export const keyOf = (expression: Expression): string =>
  JSON.stringify(expression, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'words' in value ? (value as Held).level : value,
  )

export const isSame = (one: Expression, other: Expression): boolean => one === other || keyOf(one) === keyOf(other)

/** Whether an expression holds text of a query language, which reads the input in ways that cannot be seen. */
export const hasText = (expression: Expression | undefined): boolean => {
  switch (expression?._tag) {
    case undefined:
    case 'Literal':
      return false
    case 'Source':
      return true
    case 'Reference':
      return expression.root._tag === 'Computed' && hasText(expression.root.expression)
    case 'Object':
      return expression.fields.some(([, value]) => hasText(value))
    case 'Array':
      return expression.items.some(hasText)
    case 'Call':
      return expression.arguments.some(hasText)
    case 'Compare':
      return hasText(expression.left) || hasText(expression.right)
    case 'Ask':
    case 'Matches':
      return hasText(expression.value)
    case 'And':
    case 'Or':
      return expression.conditions.some(hasText)
    case 'Not':
      return hasText(expression.condition)
  }
}

/** Whether an expression is one value or another, as a condition or what is there decides. */
export const isConditional = (expression: Expression): boolean =>
  expression._tag === 'Call' && (expression.name === 'orElse' || expression.name === 'cond')

/** Whether there is such a value in an expression. */
export const hasConditional = (expression: Expression | undefined): boolean =>
  expression !== undefined && (isConditional(expression) || parts(expression).some(hasConditional))
