/** Expressions as paths of JSONPath: references, and what selects of an array. https://github.com/json-path/JsonPath */
import {
  type Comparator,
  type Expression,
  type Item,
  type JsonValue,
  type Path,
  type Root,
  showExpression,
  type Variable,
} from '@orkestra/core'
import { isReferencePath, parsePath } from '../../language/path.ts'
import type { Path as Parsed } from '../../language/pathTree.ts'
import { type Problem, report, toJsonata } from './problem.ts'

/** What a variable is called where the expression stands; `undefined` where it is not in scope. */
export type Names = (variable: Variable) => string | undefined

export const segment = (step: string | number): string => {
  if (typeof step === 'number') return `[${step}]`
  return /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `['${step.replace(/[\\']/g, '\\$&')}']`
}

const rootText = (root: Root, names: Names): string | undefined => {
  switch (root._tag) {
    case 'Input':
    case 'Result':
      return '$'
    case 'Context':
      return '$$'
    case 'Variable': {
      const name = names(root.variable)
      return name === undefined ? undefined : `$${name}`
    }
    case 'Item':
    case 'Computed':
      return undefined
  }
}

const pathText = (root: Root, path: Path, names: Names): string | undefined => {
  const start = rootText(root, names)
  return start === undefined ? undefined : start + path.map(segment).join('')
}

const read = (text: string): Parsed | undefined => {
  const parsed = parsePath(text)
  return parsed._tag === 'Right' ? parsed.right : undefined
}

/** Text of a user's with the paths of the references in it; `undefined` where one of them is not a path. */
export const sourceText = (
  expression: Expression & { readonly _tag: 'Source' },
  write: (part: Expression, at: number) => string | undefined,
): string | undefined => {
  const { source, pieces, arguments: given = [] } = expression
  if (pieces === undefined) return source
  const texts = given.map(write)
  return texts.includes(undefined) ? undefined : pieces.reduce((all, piece, i) => `${all}${texts[i - 1]}${piece}`)
}

/** The reference that stands between quotes, where JSONPath takes it for text. */
export const quotedReference = ({
  pieces = [],
  arguments: given = [],
}: Expression & { readonly _tag: 'Source' }): Expression | undefined => {
  let quote: string | undefined
  for (const [i, part] of given.entries()) {
    for (const [mark] of (pieces[i] as string).matchAll(/\\.|['"]/gs))
      if (quote === undefined) quote = mark.length === 1 ? mark : undefined
      else if (mark === quote) quote = undefined
    if (quote !== undefined) return part
  }
  return undefined
}

/** When the state was entered, in UTC: `2026-01-31T12:00:00.000Z`. JSONPath tells no other time. */
export const enteredTime = '$$.State.EnteredTime'

/**
 * A reference as a path to one node: `$`, `$.a[0]`, `$$.Execution.Id`, `$name.b`, `$['a b']`. `undefined` for any other expression, and
 * for text of the user's that may lead to several nodes.
 *
 * @example pathOf(toExpression('', i.order.id), () => undefined) // '$.order.id'
 */
export const pathOf = (expression: Expression, names: Names): string | undefined => {
  if (expression._tag === 'Reference') return pathText(expression.root, expression.path, names)
  if (expression._tag === 'Call' && expression.name === 'now') return enteredTime
  if (expression._tag !== 'Source' || expression.language !== 'JSONPath') return undefined
  if (quotedReference(expression) !== undefined) return undefined
  const text = sourceText(expression, (part) => pathOf(part, names))
  const parsed = text === undefined ? undefined : read(text)
  return parsed !== undefined && isReferencePath(parsed) ? text : undefined
}

const operators: Readonly<Record<Comparator, string>> = { eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' }

/** The comparator that says the same with the sides exchanged. */
export const mirrored: Readonly<Record<Comparator, Comparator>> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  le: 'ge',
  gt: 'lt',
  ge: 'le',
}

const scalar = (value: JsonValue): string | undefined => {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`
  return typeof value === 'object' ? undefined : String(value)
}

/** A field of the element of a filter: `@.price`. */
const currentOf = (expression: Expression, item: Item | undefined): string | undefined =>
  expression._tag === 'Reference' && expression.root._tag === 'Item' && expression.root.item === item
    ? `@${expression.path.map(segment).join('')}`
    : undefined

/**
 * The same, of an element that is an object: on AWS `@` by itself matches nothing.
 * https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 */
const fieldOfCurrent = (expression: Expression, item: Item | undefined): string | undefined =>
  expression._tag === 'Reference' && expression.path.length > 0 ? currentOf(expression, item) : undefined

/** A condition inside of `[?( … )]`; `undefined` where there is none. */
const filterText = (condition: Expression, item: Item | undefined): string | undefined => {
  switch (condition._tag) {
    case 'Compare': {
      if (condition.isTimestamp) return undefined
      const isTurned = condition.left._tag === 'Literal'
      const [left, right] = isTurned ? [condition.right, condition.left] : [condition.left, condition.right]
      const comparator = isTurned ? mirrored[condition.comparator] : condition.comparator
      const [path, value] = [fieldOfCurrent(left, item), right._tag === 'Literal' ? scalar(right.value) : undefined]
      // What is not there is unequal to anything in a filter, and equal to nothing in a comparison.
      if (path === undefined || value === undefined || comparator === 'ne') return undefined
      return `${path} ${operators[comparator]} ${value}`
    }
    case 'Ask':
      return condition.question === 'isPresent' ? fieldOfCurrent(condition.value, item) : undefined
    case 'Reference': {
      const path = fieldOfCurrent(condition, item)
      return path === undefined ? undefined : `${path} == true`
    }
    case 'And':
    case 'Or': {
      const texts = condition.conditions.map((one) => filterText(one, item))
      if (texts.includes(undefined)) return undefined
      const [only] = texts
      return texts.length === 1
        ? only
        : texts
            .map((text) => (/ (?:&&|\|\|) /.test(text ?? '') ? `(${text})` : text))
            .join(condition._tag === 'And' ? ' && ' : ' || ')
    }
    case 'Literal':
    case 'Object':
    case 'Array':
    case 'Call':
    case 'Matches':
    case 'Not':
    case 'Source':
      return undefined
  }
}

const isIndex = (expression: Expression | undefined): boolean =>
  expression === undefined || (expression._tag === 'Literal' && typeof expression.value === 'number')

/**
 * What selects of an array, as a path to any number of nodes: `$.items[?(@.n > 1)]`, `$.items[0:2]`, `$.items[*].sku`. `undefined` where
 * there is none, and then there is a problem more.
 */
export const selectionOf = (
  expression: Expression & { readonly _tag: 'Call' },
  names: Names,
  problems: Problem[],
): string | undefined => {
  const [array, second, third] = expression.arguments as readonly [Expression, Expression, Expression | undefined]
  const from =
    array._tag === 'Call' && array.name === 'filter' ? selectionOf(array, names, problems) : pathOf(array, names)
  const cannot = (what: string, wayOut?: string): undefined => report(problems, expression, what, wayOut)
  if (from === undefined)
    return cannot(
      `JSONPath selects of an array in the payload, not of ${showExpression(array)}`,
      `${toJsonata}, or make the array in a pass before.`,
    )
  if (expression.name === 'slice') {
    if (!isIndex(second) || !isIndex(third)) return cannot('JSONPath slices by numbers that are written here')
    // A slice of what was selected would be one of each of its elements.
    return array._tag === 'Call'
      ? cannot('JSONPath has no slice of what a filter gives', `${toJsonata}, or filter in a pass before.`)
      : `${from}[${showExpression(second)}:${third === undefined ? '' : showExpression(third)}]`
  }
  if (expression.name === 'filter') {
    const text = filterText(second, expression.item)
    return text === undefined
      ? cannot(
          'a filter in JSONPath compares fields of the element with values that are written here, by and(…) and or(…)',
        )
      : `${from}[?(${text})]`
  }
  const path = currentOf(second, expression.item)
  return path === undefined
    ? cannot(
        'JSONPath takes a field of each element, and makes nothing of it',
        `${toJsonata}, or use map(…) with a pass.`,
      )
    : `${from}${array._tag === 'Call' ? '' : '[*]'}${path.slice(1)}`
}
