/** Expressions as JSONata. https://docs.jsonata.org, https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
import {
  type Expression,
  type FunctionName,
  type Item,
  type JsonValue,
  type Path,
  type Root,
  showExpression,
} from '@orkestra/core'
import { wildcardPieces } from '../../language/wildcard.ts'
import { readExpression } from '../../validate/values/expression.ts'
import { type Names, sourceText } from './paths.ts'
import { Inexpressible } from './problem.ts'

export type { Names }

/** How tightly a text holds together: an operand needs parentheses around what is looser than its operator. */
const strength = { choice: 0, or: 1, and: 2, comparison: 3, sum: 4, product: 5, whole: 6 } as const

interface Written {
  readonly text: string
  readonly strength: number
}

const whole = (text: string): Written => ({ text, strength: strength.whole })

const enclosed = (written: Written, least: number): string =>
  written.strength < least ? `(${written.text})` : written.text

/** A text in quotes. Single ones, which JSON need not escape, unless there is one inside: JSONata cannot escape it. */
const quoted = (text: string): string => {
  const json = JSON.stringify(text)
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`
}

const identifier = /^[A-Za-z_]\w*$/
const words: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function'])

const field = (from: string, key: string): string => {
  if (identifier.test(key) && !words.has(key)) return `${from}.${key}`
  return key.includes('`') || key === '' ? `$lookup(${from}, ${quoted(key)})` : `${from}.\`${key}\``
}

const along = (from: string, path: Path): string =>
  path.reduce<string>((at, step) => (typeof step === 'number' ? `${at}[${step}]` : field(at, step)), from)

const hasPrototypeKey = (value: JsonValue): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototypeKey))

const literal = (value: JsonValue): string => {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return String(value)
  // The library would take this key for the object's prototype.
  if (hasPrototypeKey(value)) return `$parse(${quoted(JSON.stringify(value))})`
  return Array.isArray(value)
    ? `[${value.map(literal).join(', ')}]`
    : `{${Object.entries(value)
        .map(([key, item]) => `${quoted(key)}: ${literal(item as JsonValue)}`)
        .join(', ')}}`
}

/** Whether a value is never an array, whatever the payload. */
const isNoArray = (expression: Expression): boolean => {
  switch (expression._tag) {
    case 'Literal':
      return !Array.isArray(expression.value)
    case 'Object':
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
      return true
    case 'Call':
      return !arrays.has(expression.name)
    case 'Array':
    case 'Reference':
    case 'Source':
      return false
  }
}
/** The functions that may give an array. */
const arrays: ReadonlySet<FunctionName> = new Set([
  'get',
  'range',
  'partition',
  'unique',
  'split',
  'parseJson',
  'orElse',
  'cond',
  'filter',
  'each',
  'slice',
])

/** Whether a value is never a text. */
const isNoText = (expression: Expression): boolean => {
  switch (expression._tag) {
    case 'Literal':
      return typeof expression.value !== 'string'
    case 'Reference':
    case 'Source':
      return false
    case 'Call':
      return !texts.has(expression.name)
    case 'Object':
    case 'Array':
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
      return true
  }
}
/** The functions that may give a text. */
const texts: ReadonlySet<FunctionName> = new Set([
  'concat',
  'get',
  'parseJson',
  'stringify',
  'orElse',
  'cond',
  'textOf',
  'lower',
  'upper',
  'now',
  'base64Encode',
  'base64Decode',
  'hash',
  'uuid',
])

/** A text inside of a regular expression, which JSONata ends at the first `/`. */
const escaped = (text: string): string =>
  text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be written otherwise
    .replace(/[\u0000-\u001f\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)

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
        throw new Inexpressible('a variable is read outside of its bind: use it inside the callback that is given it')
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

const binary = (operator: string, of: number, left: Written, right: Written): Written => ({
  // What stands on the right is computed first only in parentheses.
  text: `${enclosed(left, of)} ${operator} ${enclosed(right, of + 1)}`,
  strength: of,
})

/** Neither side of a comparison is one without parentheses. */
const compared = (operator: string, left: Written, right: Written): Written => ({
  text: `${enclosed(left, strength.sum)} ${operator} ${enclosed(right, strength.sum)}`,
  strength: strength.comparison,
})

/** Of the elements of arrays inside of arrays, each has a name of its own. */
const itemName = ({ level = 0 }: Item): string => `$item_${level}`

/** `merge` of whatever is an object in both. */
const deepMerge =
  "($deep := function($a, $b) { $merge([$a, $each($b, function($v, $k) { {$k: $type($v) = 'object' and $type($lookup($a, $k)) = 'object' ? $deep($lookup($a, $k), $v) : $v} })]) }; "

const call = (expression: Expression & { readonly _tag: 'Call' }, names: Names): Written => {
  const { name, arguments: given } = expression
  const written = given.map((argument) => write(argument, names))
  const [a, b, c] = written as [Written, Written, Written]
  const [first, second] = given as [Expression, Expression]
  switch (name) {
    case 'concat': {
      const parts = written.length === 1 && isNotKnownText(first) ? [whole("''"), a] : written
      return parts.length === 1
        ? a
        : { text: parts.map((part) => enclosed(part, strength.product)).join(' & '), strength: strength.sum }
    }
    case 'add':
      return binary('+', strength.sum, a, b)
    case 'subtract':
      return binary('-', strength.sum, a, b)
    case 'multiply':
      return binary('*', strength.product, a, b)
    case 'divide':
      return binary('/', strength.product, a, b)
    case 'modulo':
      return binary('%', strength.product, a, b)
    case 'length':
      return whole(`$count(${a.text})`)
    case 'contains':
      return compared('in', b, a)
    case 'get':
      return whole(`${first._tag === 'Reference' ? a.text : `(${a.text})`}[${b.text}]`)
    case 'range':
      return whole(`[$range(${a.text}, ${b.text}, ${c.text})]`)
    case 'partition':
      return whole(`[$partition(${a.text}, ${b.text})]`)
    case 'unique':
      return whole(`[$distinct(${a.text})]`)
    case 'split': {
      const separators = Array.from(String((second as { readonly value?: unknown }).value))
      const pattern = separators.length === 0 ? '(?!)' : separators.map(escaped).join('|')
      return whole(`[$split(${a.text}, /${pattern}/)[$ != '']]`)
    }
    case 'parseJson':
      return whole(`$parse(${a.text})`)
    case 'stringify': {
      // `$string` gives a text as it is; inside of an array it gets its quotes.
      if (isNoText(first)) return whole(`$string(${a.text})`)
      const text = `$replace($string([${a.text}]), /^\\[|\\]$/, '')`
      return { text: `$type(${a.text}) = 'string' ? ${text} : $string(${a.text})`, strength: strength.choice }
    }
    case 'base64Encode':
      return whole(`$base64encode(${a.text})`)
    case 'base64Decode':
      return whole(`$base64decode(${a.text})`)
    case 'hash':
      return whole(`$hash(${a.text}, ${b.text})`)
    case 'merge':
      return whole(`$merge([${written.map(({ text }) => (text.startsWith('[') ? `(${text})` : text)).join(', ')}])`)
    case 'orElse':
      // What is absent is not unequal to null, either.
      return { text: `${enclosed(a, strength.sum)} != null ? ${a.text} : ${b.text}`, strength: strength.choice }
    case 'cond':
      return { text: `${enclosed(a, strength.or)} ? ${b.text} : ${c.text}`, strength: strength.choice }
    case 'filter':
      return whole(`[$filter(${a.text}, function(${itemName(expression.item ?? {})}) { ${b.text} })]`)
    case 'each': {
      const item_ = itemName(expression.item ?? {})
      // An array that is made of the only element would be taken for the whole.
      return isNoArray(second)
        ? whole(`[$map(${a.text}, function(${item_}) { ${b.text} })]`)
        : whole(`$reduce([${a.text}], function($all, ${item_}) { $append($all, [${item(second, names)}]) }, [])`)
    }
    case 'slice':
      return whole(
        `[$filter(${a.text}, function($item_, $index_) { $index_ >= ${enclosed(b, strength.sum)}${
          c === undefined ? '' : ` and $index_ < ${enclosed(c, strength.sum)}`
        } })]`,
      )
    case 'numberOf':
      return whole(`$number(${a.text})`)
    case 'textOf':
      return whole(`$string(${a.text})`)
    case 'lower':
      return whole(`$lowercase(${a.text})`)
    case 'upper':
      return whole(`$uppercase(${a.text})`)
    case 'mergeDeep':
      return whole(`${deepMerge}$deep(${a.text}, ${b.text}))`)
    case 'now':
      return whole('$now()')
    case 'uuid':
      return whole('$uuid()')
    case 'random': {
      const least = enclosed(a, strength.product)
      return {
        text: `$floor($random() * (${enclosed(b, strength.sum)} - ${least})) + ${least}`,
        strength: strength.sum,
      }
    }
  }
}

/** `concat` of one value makes a text of it, unless it is one. */
const isNotKnownText = (expression: Expression): boolean =>
  !(expression._tag === 'Literal' && typeof expression.value === 'string') &&
  !(expression._tag === 'Call' && (expression.name === 'concat' || expression.name === 'uuid'))

const item = (expression: Expression, names: Names): string => {
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
  // What is checked is what the user wrote: references are good by themselves.
  const checked = sourceText(expression, () => '0') as string
  const { problem, references } = readExpression(checked)
  if (problem !== undefined) return say(`it is no JSONata: ${problem.message}`)
  for (const reference of references)
    switch (reference._tag) {
      case 'Variable':
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
      return whole(`[${expression.items.map((one) => item(one, names)).join(', ')}]`)
    case 'Reference':
      return whole(along(root(expression.root, names, expression.path), expression.path))
    case 'Call':
      return call(expression, names)
    case 'Compare': {
      const [left, right] = [write(expression.left, names), write(expression.right, names)]
      const instant = ({ text }: Written): Written => whole(`$toMillis(${text})`)
      const operator = comparators[expression.comparator]
      return expression.isTimestamp
        ? compared(operator, instant(left), instant(right))
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
        throw new Inexpressible(`${showExpression(expression)} is no JSONata: use jsonata(…), or emit for JSONPath`)
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
