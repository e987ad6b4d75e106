/** Expressions as JSONata. https://docs.jsonata.org, https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
import { type Expression, type JsonValue, type Path, type Root, showExpression } from '@orkestra/core'
import { wildcardPieces } from '../../language/wildcard.ts'
import { readExpression } from '../../validate/values/expression.ts'
import { isNoArray, itemName, jsonataCalls, millisOf } from './jsonataCalls.ts'
import { compared, enclosed, escaped, literal, quoted, strength, type Written, whole } from './jsonataTerm.ts'
import { type Names, sourceText } from './paths.ts'
import { Inexpressible } from './problem.ts'

export type { Names }

const identifier = /^[A-Za-z_]\w*$/
const words: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function'])

const field = (from: string, key: string): string => {
  if (identifier.test(key) && !words.has(key)) return `${from}.${key}`
  return key.includes('`') || key === '' ? `$lookup(${from}, ${quoted(key)})` : `${from}.\`${key}\``
}

const along = (from: string, path: Path): string =>
  path.reduce<string>((at, step) => (typeof step === 'number' ? `${at}[${step}]` : field(at, step)), from)

/** RFC 3339 with an upper-case T and a zone, and only days that there are. */
const timestampPattern = (() => {
  const leapYear = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)'
  const day =
    `(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))` +
    `|${leapYear}-02-29)`
  const time = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?'
  return `/^${day}T${time}(?:Z|[+-](?:0\\d|1[0-8]):[0-5]\\d)$/`
})()

const comparators = { eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' } as const

const root = (from: Root, names: Names, path: Path): string => {
  switch (from._tag) {
    case 'Input':
      return '$states.input'
    case 'Result':
      return '$states.result'
    case 'Context':
      return '$states.context'
    case 'Variable': {
      const name = names(from.variable)
      if (name === undefined)
        throw new Inexpressible('a variable is read outside its bind: use it inside the callback that receives it')
      return `$${name}`
    }
    case 'Item':
      return itemName(from.item)
    case 'Computed': {
      const { text, strength: of } = write(from.expression, names)
      const isCall =
        from.expression._tag === 'Call' && of === strength.whole && text.startsWith('$') && text.endsWith(')')
      // An index after an index would go into each of the things that the first one is asked of.
      const isElement = from.expression._tag === 'Call' && from.expression.name === 'get' && typeof path[0] === 'string'
      return isCall || isElement ? text : `(${text})`
    }
  }
}

/** An expression as an element of an array. */
const element = (expression: Expression, names: Names): string => {
  const { text } = write(expression, names)
  // An array inside of an array would be flattened into it, unless it is written in brackets of its own.
  if (isNoArray(expression) || expression._tag === 'Array' || (expression._tag === 'Literal' && text.startsWith('[')))
    return text
  if (expression._tag === 'Call' && text.startsWith('[')) return text
  return `$type(${text}) = 'array' ? [[${text}]] : ${text}`
}

const matching = (value: Written, pattern: string): Written => {
  const pieces = wildcardPieces(pattern)
  // JSONata refuses a regular expression that matches an empty text.
  if (pieces.every((piece) => piece === ''))
    return pieces.length === 1
      ? { text: `${enclosed(value, strength.sum)} = ''`, strength: strength.comparison }
      : { text: `$type(${value.text}) = 'string'`, strength: strength.comparison }
  return whole(`$contains(${value.text}, /^${pieces.map(escaped).join('[\\s\\S]*')}$/)`)
}

/** Text of the user's, with what is written for the references in it, read as AWS reads it. */
const sourceOf = (expression: Expression & { readonly _tag: 'Source' }, names: Names): string => {
  const text = sourceText(expression, (part) => enclosed(write(part, names), strength.whole)) as string
  const say = (why: string): never => {
    throw new Inexpressible(`${showExpression(expression)}: ${why}`)
  }
  // What is checked is what the user wrote: references are good by themselves, if JSONata reads them as such.
  const marks = new Map((expression.arguments ?? []).map((part, i) => [`reference_${i}_`, part]))
  const { problem, references, isUnread } = readExpression(
    sourceText(expression, (_, i) => `$reference_${i}_`) as string,
  )
  const wrong = problem ?? readExpression(text).problem
  if (wrong !== undefined) return say(`it is not JSONata: ${wrong.message}`)
  const read = new Set(references.map((reference) => reference._tag === 'Variable' && reference.name))
  for (const [mark, part] of marks)
    if (!isUnread && !read.has(mark))
      return say(
        `${showExpression(part)} is inside a string, a regular expression or a comment, where JSONata reads it as text: write jsonata\`"Hello " & \${order.name}\``,
      )
  for (const reference of references)
    switch (reference._tag) {
      case 'Variable':
        if (marks.has(reference.name)) break
        return say(
          `there is no variable $${reference.name}: put the reference itself into the text, jsonata\`$sum(\${order.prices})\``,
        )
      case 'Bare':
        return say(
          `the name ${reference.name} refers to nothing: write $states.input.${reference.name}, or put a reference into the text`,
        )
      case 'Root':
        return say(`${reference.name} stands for nothing at the outermost level: write $states.input`)
      case 'States':
        if (reference.field === 'result')
          return say(
            'what a task gave is not there in text: put the reference to it into the text, (r) => jsonata`$sum(${r.prices})`',
          )
        if (reference.field !== 'input' && reference.field !== 'context')
          return say(`$states has no field ${reference.field} here`)
        break
      case 'Eval':
    }
  return text
}

const write = (expression: Expression, names: Names): Written => {
  switch (expression._tag) {
    case 'Literal':
      return whole(literal(expression.value))
    case 'Object':
      return whole(
        `{${expression.fields.map(([key, value]) => `${quoted(key)}: ${write(value, names).text}`).join(', ')}}`,
      )
    case 'Array':
      return whole(`[${expression.items.map((one) => element(one, names)).join(', ')}]`)
    case 'Reference':
      return whole(along(root(expression.root, names, expression.path), expression.path))
    case 'Call':
      return jsonataCalls[expression.name]({
        given: expression.arguments,
        written: expression.arguments.map((argument) => write(argument, names)),
        item: expression.item ?? {},
        element: (one) => element(one, names),
      })
    case 'Compare': {
      const [left, right] = [write(expression.left, names), write(expression.right, names)]
      const operator = comparators[expression.comparator]
      return expression.isTimestamp
        ? compared(operator, millisOf(expression.left, left), millisOf(expression.right, right))
        : compared(operator, left, right)
    }
    case 'Ask': {
      const value = write(expression.value, names)
      return asked(expression.question, value)
    }
    case 'Matches':
      return matching(write(expression.value, names), expression.pattern)
    case 'And':
    case 'Or': {
      const of = expression._tag === 'And' ? strength.and : strength.or
      const parts = expression.conditions.map((condition) => write(condition, names))
      const [only] = parts
      return parts.length === 1 && only
        ? only
        : {
            text: parts.map((part) => enclosed(part, of + 1)).join(expression._tag === 'And' ? ' and ' : ' or '),
            strength: of,
          }
    }
    case 'Not':
      return whole(`$not(${write(expression.condition, names).text})`)
    case 'Source':
      if (expression.language !== 'JSONata')
        throw new Inexpressible(`${showExpression(expression)} is not JSONata: use jsonata(…), or emit for JSONPath`)
      return { text: sourceOf(expression, names), strength: strength.choice }
  }
}

type Asked = Extract<Expression, { readonly _tag: 'Ask' }>['question']

const asked = (question: Asked, value: Written): Written => {
  const isOf = (type: string): Written => ({ text: `$type(${value.text}) = '${type}'`, strength: strength.comparison })
  switch (question) {
    case 'isPresent':
      return whole(`$exists(${value.text})`)
    case 'isNull':
      return { text: `${enclosed(value, strength.sum)} = null`, strength: strength.comparison }
    case 'isString':
      return isOf('string')
    case 'isNumber':
      return isOf('number')
    case 'isBoolean':
      return isOf('boolean')
    case 'isTimestamp':
      return {
        text: `${isOf('string').text} and $contains(${value.text}, ${timestampPattern})`,
        strength: strength.and,
      }
  }
}

/**
 * An expression as it stands between `{%` and `%}`.
 *
 * @example jsonataText(toExpression('', add(i.a, 1)), () => undefined) // '$states.input.a + 1'
 * @throws Inexpressible for a variable that is not in scope, and for an expression written in JSONPath.
 */
export const jsonataText = (expression: Expression, names: Names): string => write(expression, names).text

/** An expression as a field's whole value, evaluated also where it is a literal. */
const query = (expression: Expression, names: Names): string => `{% ${jsonataText(expression, names)} %}`

const literalTemplate = (value: JsonValue): unknown => {
  if (typeof value === 'string') return value.startsWith('{%') ? `{% ${quoted(value)} %}` : value
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value)
    ? value.map(literalTemplate)
    : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, literalTemplate(one as JsonValue)]))
}

/**
 * An expression as a template: JSON, whose texts between `{%` and `%}` AWS evaluates. Objects and arrays stay JSON, so that no array
 * is flattened.
 *
 * @example jsonataTemplate(toExpression('', { id: i.id, n: 1 }), () => undefined) // { id: '{% $states.input.id %}', n: 1 }
 * @throws Inexpressible as `jsonataText`.
 */
export const jsonataTemplate = (expression: Expression, names: Names): unknown => {
  switch (expression._tag) {
    case 'Literal':
      return literalTemplate(expression.value)
    case 'Object':
      return Object.fromEntries(expression.fields.map(([key, value]) => [key, jsonataTemplate(value, names)]))
    case 'Array':
      return expression.items.map((one) => jsonataTemplate(one, names))
    case 'Reference':
    case 'Call':
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
    case 'Source':
      return query(expression, names)
  }
}

/**
 * A condition as the `Condition` of a choice.
 *
 * @example jsonataCondition(toCondition('', gt(i.total, 100)), () => undefined) // '{% $states.input.total > 100 %}'
 * @throws Inexpressible as `jsonataText`.
 */
export const jsonataCondition = (condition: Expression, names: Names): string => query(condition, names)
