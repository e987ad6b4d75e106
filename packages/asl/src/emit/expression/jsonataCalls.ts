/** What each function of references is in JSONata. https://docs.jsonata.org/string-functions and on, https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
import { type Expression, type FunctionFacts, type FunctionName, functionTable, type Item } from '@orkestra/core'
import { binary, compared, enclosed, escaped, strength, type Written, whole } from './jsonataTerm.ts'

/** A call, its arguments written. */
interface Called {
  readonly given: readonly Expression[]
  readonly written: readonly Written[]
  /** Of a function of each element: what stands for it. */
  readonly item: Item
  /** An expression as an element of an array. */
  readonly element: (expression: Expression) => string
}

/** Of the elements of arrays inside of arrays, each has a name of its own. */
export const itemName = ({ level = 0 }: Item): string => `$item_${level}`

const mayGive = (name: FunctionName, kind: FunctionFacts['gives']): boolean => {
  const { gives } = functionTable[name]
  return gives === kind || gives === 'any'
}

/** Whether a value is never an array, whatever the payload. */
export const isNoArray = (expression: Expression): boolean => {
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
      return !mayGive(expression.name, 'array')
    case 'Array':
    case 'Reference':
    case 'Source':
      return false
  }
}

/** Whether a value is never a text. */
const isNoText = (expression: Expression): boolean => {
  switch (expression._tag) {
    case 'Literal':
      return typeof expression.value !== 'string'
    case 'Reference':
    case 'Source':
      return false
    case 'Call':
      return !mayGive(expression.name, 'text')
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

/** `concat` of one value makes a text of it, unless it is one. */
const isNotKnownText = (expression: Expression): boolean =>
  !(expression._tag === 'Literal' && typeof expression.value === 'string') &&
  !(expression._tag === 'Call' && (expression.name === 'concat' || expression.name === 'uuid'))

/** `merge` of whatever is an object in both. */
const deepMerge =
  "($deep := function($a, $b) { $merge([$a, $each($b, function($v, $k) { {$k: $type($v) = 'object' and $type($lookup($a, $k)) = 'object' ? $deep($lookup($a, $k), $v) : $v} })]) }; "

/** An instant in milliseconds. */
export const millisOf = (instant: Expression, { text }: Written): Written =>
  whole(instant._tag === 'Call' && instant.name === 'now' ? '$millis()' : `$toMillis(${text})`)

type Call = (call: Called) => Written

/** A function of the library, with the same arguments. */
const library =
  (name: string): Call =>
  ({ written }) =>
    whole(`${name}(${texts(written)})`)

/** A function of the library that gives a sequence, in the brackets that make an array of it. */
const listing =
  (name: string): Call =>
  ({ written }) =>
    whole(`[${name}(${texts(written)})]`)

const texts = (written: readonly Written[]): string => written.map(({ text }) => text).join(', ')

const operator =
  (sign: string, of: number): Call =>
  ({ written: [a, b] }) =>
    binary(sign, of, a as Written, b as Written)

const two = ({ written }: Called): readonly [Written, Written] => written as [Written, Written]

export const jsonataCalls: Readonly<Record<FunctionName, Call>> = {
  concat: ({ given, written }) => {
    const [first] = given as readonly [Expression]
    const parts = written.length === 1 && isNotKnownText(first) ? [whole("''"), ...written] : written
    const [only] = parts as readonly [Written]
    return parts.length === 1
      ? only
      : { text: parts.map((part) => enclosed(part, strength.product)).join(' & '), strength: strength.sum }
  },
  add: operator('+', strength.sum),
  subtract: operator('-', strength.sum),
  multiply: operator('*', strength.product),
  divide: operator('/', strength.product),
  modulo: operator('%', strength.product),
  length: library('$count'),
  contains: (call) => {
    const [array, element] = two(call)
    return compared('in', element, array)
  },
  get: (call) => {
    const [array, index] = two(call)
    return whole(`${call.given[0]?._tag === 'Reference' ? array.text : `(${array.text})`}[${index.text}]`)
  },
  range: listing('$range'),
  partition: listing('$partition'),
  unique: listing('$distinct'),
  split: ({ given, written }) => {
    const separators = Array.from(String((given[1] as { readonly value?: unknown }).value))
    const pattern = separators.length === 0 ? '(?!)' : separators.map(escaped).join('|')
    return whole(`[$split(${(written[0] as Written).text}, /${pattern}/)[$ != '']]`)
  },
  parseJson: library('$parse'),
  stringify: ({ given, written }) => {
    const [first, { text }] = [given[0] as Expression, written[0] as Written]
    // `$string` gives a text as it is; inside of an array it gets its quotes.
    if (isNoText(first)) return whole(`$string(${text})`)
    const inQuotes = `$replace($string([${text}]), /^\\[|\\]$/, '')`
    return { text: `$type(${text}) = 'string' ? ${inQuotes} : $string(${text})`, strength: strength.choice }
  },
  base64Encode: library('$base64encode'),
  base64Decode: library('$base64decode'),
  hash: library('$hash'),
  merge: ({ written }) =>
    whole(`$merge([${written.map(({ text }) => (text.startsWith('[') ? `(${text})` : text)).join(', ')}])`),
  orElse: (call) => {
    const [value, other] = two(call)
    // What is absent is not unequal to null, either.
    return {
      text: `${enclosed(value, strength.sum)} != null ? ${value.text} : ${other.text}`,
      strength: strength.choice,
    }
  },
  cond: ({ written }) => {
    const [condition, one, other] = written as readonly [Written, Written, Written]
    return { text: `${enclosed(condition, strength.or)} ? ${one.text} : ${other.text}`, strength: strength.choice }
  },
  filter: (call) => {
    const [array, condition] = two(call)
    return whole(`[$filter(${array.text}, function(${itemName(call.item)}) { ${condition.text} })]`)
  },
  each: (call) => {
    const [array, made] = two(call)
    const name = itemName(call.item)
    const body = call.given[1] as Expression
    // An array that is made of the only element would be taken for the whole.
    return isNoArray(body)
      ? whole(`[$map(${array.text}, function(${name}) { ${made.text} })]`)
      : whole(`$reduce([${array.text}], function($all, ${name}) { $append($all, [${call.element(body)}]) }, [])`)
  },
  slice: ({ written }) => {
    const [array, from, to] = written as readonly [Written, Written, Written | undefined]
    const least = `$index_ >= ${enclosed(from, strength.sum)}`
    const end = to === undefined ? '' : ` and $index_ < ${enclosed(to, strength.sum)}`
    return whole(`[$filter(${array.text}, function($item_, $index_) { ${least}${end} })]`)
  },
  numberOf: library('$number'),
  textOf: library('$string'),
  lower: library('$lowercase'),
  upper: library('$uppercase'),
  mergeDeep: ({ written }) => whole(`${deepMerge}$deep(${texts(written)}))`),
  now: library('$now'),
  later: ({ given, written }) => {
    const [instant, by] = given as readonly [Expression, Expression]
    const millis = millisOf(instant, written[0] as Written).text
    return whole(`$fromMillis(${millis} + ${Number((by as { readonly value?: unknown }).value) * 1000})`)
  },
  uuid: library('$uuid'),
  random: (call) => {
    const [least, end] = two(call)
    const from = enclosed(least, strength.product)
    return {
      text: `$floor($random() * (${enclosed(end, strength.sum)} - ${from})) + ${from}`,
      strength: strength.sum,
    }
  },
}
