/** The conditions of `[?( … )]`, as data. https://github.com/json-path/JsonPath#filter-operators */
import type { Path } from './path.ts'
import type { Scanner } from './scanner.ts'

/** One side of a comparison. */
export type Operand =
  | { readonly _tag: 'Literal'; readonly value: unknown }
  | { readonly _tag: 'Pattern'; readonly source: string; readonly flags: string }
  | { readonly _tag: 'Path'; readonly path: Path }

export type Comparison = (typeof comparisons)[number]

/** Longest first: `<=` is not `<` and then something. */
const comparisons = ['==', '!=', '<=', '>=', '=~', '<', '>', 'in', 'nin', 'contains', 'size', 'empty'] as const

export type Condition =
  | { readonly _tag: 'Or'; readonly conditions: readonly Condition[] }
  | { readonly _tag: 'And'; readonly conditions: readonly Condition[] }
  | { readonly _tag: 'Not'; readonly condition: Condition }
  | { readonly _tag: 'Compare'; readonly operator: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly _tag: 'Exists'; readonly operand: Operand }

/** Nobody writes deeper by hand, and a reader that recurses needs an end. */
const maxDepth = 100

type ReadPath = (scanner: Scanner) => Path

const literal = (scanner: Scanner): Operand | undefined => {
  const word = scanner.match(/(?:true|false|null)(?![\w-])/y)
  if (word !== undefined) return { _tag: 'Literal', value: JSON.parse(word) }
  const number = scanner.match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y)
  if (number !== undefined) return { _tag: 'Literal', value: Number(number) }
  const quote = scanner.peek()
  return quote === "'" || quote === '"' ? { _tag: 'Literal', value: scanner.quoted() } : undefined
}

const list = (scanner: Scanner): Operand => {
  const values: unknown[] = []
  scanner.blanks()
  while (!scanner.take(']')) {
    if (values.length > 0 && !scanner.take(',')) throw scanner.fault("the list's ']' is missing")
    scanner.blanks()
    const value = literal(scanner)
    if (value === undefined || value._tag !== 'Literal') throw scanner.fault('a list holds texts, numbers and words')
    values.push(value.value)
    scanner.blanks()
  }
  return { _tag: 'Literal', value: values }
}

const operand = (scanner: Scanner, path: ReadPath): Operand => {
  const next = scanner.peek()
  if (next === '@' || next === '$') return { _tag: 'Path', path: path(scanner) }
  if (next === '/') {
    const pattern = scanner.match(/\/(?:[^/\\]|\\.)*\/[a-z]*/y)
    if (pattern === undefined) throw scanner.fault("the pattern's closing '/' is missing")
    const end = pattern.lastIndexOf('/')
    return { _tag: 'Pattern', source: pattern.slice(1, end), flags: pattern.slice(end + 1) }
  }
  const value = literal(scanner)
  if (value !== undefined) return value
  if (scanner.take('[')) return list(scanner)
  throw scanner.fault('a filter compares paths, quoted texts, numbers, true, false and null')
}

const comparison = (scanner: Scanner): Comparison | undefined =>
  comparisons.find((operator) =>
    /^\w/.test(operator) ? scanner.match(new RegExp(`${operator}(?!\\w)`, 'y')) !== undefined : scanner.take(operator),
  )

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
