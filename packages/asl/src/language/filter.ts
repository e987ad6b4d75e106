/** The conditions of `[?( … )]`, as data. https://github.com/json-path/JsonPath#filter-operators */
import { type Comparison, type Condition, type Operand, type Path, symbols, words } from './pathTree.ts'
import type { Scanner } from './scanner.ts'

/** Nobody writes deeper by hand, and a reader that recurses needs an end. */
const maxDepth = 100

type ReadPath = (scanner: Scanner) => Path

const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** A value as it stands: a word is true, false, null, a number, or, as AWS reads it, a text. */
const valueOf = (word: string): unknown => {
  if (word === 'true' || word === 'false' || word === 'null') return JSON.parse(word)
  return number.test(word) ? Number(word) : word
}

const literal = (scanner: Scanner, isInList: boolean): Operand | undefined => {
  const quote = scanner.peek()
  if (quote === "'" || quote === '"') return { _tag: 'Literal', value: scanner.quoted() }
  const word = scanner.match(isInList ? /[^\s,:()[\]{}'"]+/y : /[^\s()[\]{}'"=!<>~&|@$/,]+/y)
  return word === undefined ? undefined : { _tag: 'Literal', value: valueOf(word) }
}

/** Lists and objects, as the permissive reader of Jayway's takes them: quotes may be single, and texts may go without. */
const json = (scanner: Scanner, depth: number): unknown => {
  if (depth > maxDepth) throw scanner.fault(`filters nest at most ${maxDepth} levels deep`)
  scanner.blanks()
  const isObject = scanner.take('{')
  if (!isObject && !scanner.take('[')) {
    const value = literal(scanner, true)
    if (value?._tag !== 'Literal') throw scanner.fault('a list holds values')
    return value.value
  }
  const items: [key: string, value: unknown][] = []
  const end = isObject ? '}' : ']'
  scanner.blanks()
  while (!scanner.take(end)) {
    if (items.length > 0 && !scanner.take(',')) throw scanner.fault(`',' or '${end}' is missing`)
    scanner.blanks()
    let key = ''
    if (isObject) {
      const name = literal(scanner, true)
      scanner.blanks()
      if (name?._tag !== 'Literal' || !scanner.take(':')) throw scanner.fault("a key and ':' are missing")
      key = String(name.value)
    }
    items.push([key, json(scanner, depth + 1)])
    scanner.blanks()
  }
  return isObject ? Object.fromEntries(items) : items.map(([, value]) => value)
}

const operand = (scanner: Scanner, path: ReadPath): Operand => {
  const next = scanner.peek()
  if (next === '@' || next === '$') return { _tag: 'Path', path: path(scanner) }
  if (next === '/') {
    const pattern = scanner.match(/\/(?:[^/\\]|\\.)*\/[a-zA-Z]*/y)
    if (pattern === undefined) throw scanner.fault("the pattern's closing '/' is missing")
    const end = pattern.lastIndexOf('/')
    return { _tag: 'Pattern', source: pattern.slice(1, end), flags: pattern.slice(end + 1) }
  }
  if (next === '[' || next === '{') return { _tag: 'Literal', value: json(scanner, 0) }
  const value = literal(scanner, false)
  if (value !== undefined) return value
  throw scanner.fault('a filter compares paths, texts, numbers, true, false, null, lists and patterns')
}

const comparison = (scanner: Scanner): Comparison | undefined => {
  const symbol = symbols.find((operator) => scanner.take(operator))
  if (symbol !== undefined) return symbol
  const at = scanner.position()
  const word = scanner.match(/[A-Za-z]+(?![\w-])/y)?.toLowerCase()
  if (word === undefined) return undefined
  const known = words.find((operator) => operator === word)
  if (known === undefined) throw scanner.fault(`there is no operator ${word}`, at)
  return known
}

const single = (scanner: Scanner, path: ReadPath, depth: number): Condition => {
  scanner.blanks()
  if (depth > maxDepth) throw scanner.fault(`filters nest at most ${maxDepth} levels deep`)
  if (scanner.peek() === '!' && scanner.text[scanner.position() + 1] !== '=') {
    scanner.take('!')
    return { _tag: 'Not', condition: single(scanner, path, depth + 1) }
  }
  if (scanner.take('(')) {
    const inner = parseCondition(scanner, path, depth + 1)
    if (!scanner.take(')')) throw scanner.fault("')' is missing")
    return inner
  }
  const left = operand(scanner, path)
  scanner.blanks()
  const operator = comparison(scanner)
  if (operator === undefined) return { _tag: 'Exists', operand: left }
  scanner.blanks()
  const right = operand(scanner, path)
  return { _tag: 'Compare', operator, left, right }
}

const all = (scanner: Scanner, separator: string, tag: 'And' | 'Or', one: () => Condition): Condition => {
  const conditions = [one()]
  scanner.blanks()
  while (scanner.take(separator)) {
    conditions.push(one())
    scanner.blanks()
  }
  return conditions.length === 1 ? (conditions[0] as Condition) : { _tag: tag, conditions }
}

/** Reads a condition up to the `)` that ends it. `path` reads a path where the scanner stands. */
export const parseCondition = (scanner: Scanner, path: ReadPath, depth: number): Condition =>
  all(scanner, '||', 'Or', () => all(scanner, '&&', 'And', () => single(scanner, path, depth)))
