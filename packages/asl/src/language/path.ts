/**
 * The paths of JSONPath states: what they start from and the steps they take, as data. The grammar is the one that AWS reads
 * (Jayway's JSONPath), plus Step Functions' own roots `$$` and `$variable`. Nothing is evaluated here.
 */
import type { Either } from 'fp-ts/lib/Either.js'
import { parseCondition } from './filter.ts'
import { type Path, type PathArgument, pathFunctions, type Root, type Segment } from './pathTree.ts'
import { createScanner, type FaultKind, type Scanner, SyntaxFault } from './scanner.ts'

/** Why a text is not a path or not an intrinsic call, and where: `at` counts UTF-16 units from 0. */
export interface SyntaxProblem {
  readonly message: string
  readonly at: number
  readonly kind: FaultKind
  /**
   * Whether it is inside of a filter. What AWS takes there is known from its library only, so this is no reason to refuse a
   * definition.
   */
  readonly isInFilter: boolean
}

/** Where a path stands, which says where its names end. */
type Setting = 'whole' | 'argument' | 'filter'

/** AWS's library takes nearly any character between dots. */
const names: Readonly<Record<Setting, RegExp>> = {
  whole: /[^\s.[\]()'"]+/y,
  argument: /[^\s.[\]()'",]+/y,
  filter: /[^\s.[\]()'",=!<>~&|]+/y,
}

const integer = (scanner: Scanner): number | undefined => {
  const found = scanner.match(/-?\d+/y)
  return found === undefined ? undefined : Number(found)
}

const quotedNames = (scanner: Scanner): Segment => {
  const names: string[] = []
  do {
    scanner.blanks()
    names.push(scanner.quoted())
    scanner.blanks()
  } while (scanner.take(','))
  return names.length === 1 ? { _tag: 'Field', name: names[0] as string } : { _tag: 'Fields', names }
}

const numbers = (scanner: Scanner): Segment => {
  const start = integer(scanner)
  scanner.blanks()
  if (scanner.take(':')) {
    scanner.blanks()
    const end = integer(scanner)
    return { _tag: 'Slice', start, end }
  }
  if (start === undefined) throw scanner.fault("a bracket holds an index, a slice, a quoted name, '*' or a filter")
  const indices = [start]
  while (scanner.take(',')) {
    scanner.blanks()
    const next = integer(scanner)
    if (next === undefined) throw scanner.fault('an index is a whole number')
    indices.push(next)
    scanner.blanks()
  }
  return indices.length === 1 ? { _tag: 'Index', index: start } : { _tag: 'Indices', indices }
}

const bracket = (scanner: Scanner, depth: number): Segment => {
  scanner.blanks()
  const next = scanner.peek()
  let segment: Segment
  if (next === "'" || next === '"') segment = quotedNames(scanner)
  else if (scanner.take('*')) segment = { _tag: 'Wildcard' }
  else if (scanner.take('?')) {
    scanner.blanks()
    if (!scanner.take('(')) throw scanner.fault("a filter is written '[?( … )]'")
    segment = { _tag: 'Filter', condition: parseCondition(scanner, (s) => readPath(s, depth + 1, 'filter'), depth + 1) }
    if (!scanner.take(')')) throw scanner.fault("the filter's ')' is missing")
  } else segment = numbers(scanner)
  scanner.blanks()
  if (!scanner.take(']')) throw scanner.fault("']' is missing")
  return segment
}

const pathArgument = (scanner: Scanner, depth: number): PathArgument => {
  const next = scanner.peek()
  if (next === '$' || next === '@') return { _tag: 'Path', path: readPath(scanner, depth + 1, 'argument') }
  const at = scanner.position()
  const text = scanner.match(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y)
  if (text === undefined) throw scanner.fault('a path, a number or a text in double quotes is missing')
  try {
    return { _tag: 'Literal', value: JSON.parse(text) }
  } catch {
    throw scanner.fault('it is not JSON', at)
  }
}

const property = (scanner: Scanner, depth: number, setting: Setting): Segment => {
  if (scanner.take('*')) return { _tag: 'Wildcard' }
  const at = scanner.position()
  const name = scanner.match(names[setting])
  if (name === undefined) throw scanner.fault('a name is missing')
  if (!scanner.take('(')) return { _tag: 'Field', name }
  const known = pathFunctions.find((other) => other === name)
  if (known === undefined) throw scanner.fault(`there is no path function ${name}()`, at)
  const given: PathArgument[] = []
  scanner.blanks()
  while (!scanner.take(')')) {
    if (given.length > 0 && !scanner.take(',')) throw scanner.fault("',' or ')' is missing")
    scanner.blanks()
    given.push(pathArgument(scanner, depth))
    scanner.blanks()
  }
  return { _tag: 'Function', name: known, arguments: given, text: scanner.text.slice(at, scanner.position()) }
}

const root = (scanner: Scanner): Root => {
  if (scanner.take('@')) return { _tag: 'Current' }
  if (!scanner.take('$')) throw scanner.fault("a path starts with '$'")
  if (scanner.take('$')) return { _tag: 'Context' }
  const name = scanner.match(/[\p{ID_Start}_][\p{ID_Continue}]*/uy)
  return name === undefined ? { _tag: 'Input' } : { _tag: 'Variable', name }
}

/** Reads a path from where the scanner stands, up to the first character that is no part of it. */
export const readPath = (scanner: Scanner, depth = 0, setting: Setting = 'argument'): Path => {
  const start = scanner.position()
  const from = root(scanner)
  const segments: Segment[] = []
  for (;;) {
    if (scanner.take('[')) segments.push(bracket(scanner, depth))
    else if (scanner.take('..')) {
      segments.push({ _tag: 'Descend' })
      segments.push(scanner.take('[') ? bracket(scanner, depth) : property(scanner, depth, setting))
    } else if (scanner.take('.'))
      segments.push(scanner.take('[') ? bracket(scanner, depth) : property(scanner, depth, setting))
    else break
  }
  return { text: scanner.text.slice(start, scanner.position()), root: from, segments }
}

/**
 * Reads a whole text with `read`: right what it gives, left why the text is not that, and where.
 *
 * @example parseWhole('$.a', readPath)
 */
export const parseWhole = <A>(text: string, read: (scanner: Scanner) => A): Either<SyntaxProblem, A> => {
  const scanner = createScanner(text)
  try {
    const result = read(scanner)
    if (!scanner.isAtEnd()) throw scanner.fault(`${JSON.stringify(scanner.peek())} is not expected here`)
    return { _tag: 'Right', right: result }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    const { message, at, kind } = error
    return { _tag: 'Left', left: { message, at, kind, isInFilter: text.slice(0, at).includes('[?') } }
  }
}

/**
 * A path as data: from `$`, `$$` or `$variable`, with dots, brackets, wildcards, slices, filters and `..`. Left why it is none.
 * Blanks at its end are no part of it.
 *
 * @example parsePath('$.items[0].id') // right: { root: { _tag: 'Input' }, segments: [Field items, Index 0, Field id], … }
 * @example parsePath('$.a[') // left: { message: 'a bracket holds …', at: 4 }
 */
export const parsePath = (text: string): Either<SyntaxProblem, Path> =>
  parseWhole(text.trimEnd(), (scanner) => {
    if (scanner.peek() === '@') throw scanner.fault("a path starts with '$'")
    return readPath(scanner, 0, 'whole')
  })

/**
 * Whether a path is a reference path, one that can name a single node only: fields and single indices.
 * https://states-language.net/#ref-paths
 *
 * @example isReferencePath(path) // false for '$.a[*]', '$..a', '$.a[0:1]' and '$.a[?(@.b)]'
 */
export const isReferencePath = (path: Path): boolean =>
  path.segments.every(({ _tag }) => _tag === 'Field' || _tag === 'Index')
