/**
 * Intrinsic calls, `States.Format('{}', $.name)` and the like, as data. Which functions there are and how many arguments each
 * takes is known here; what they compute is not. https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
import type { Either } from 'fp-ts/lib/Either.js'
import { parseWhole, readPath, type SyntaxProblem } from './path.ts'
import type { Path } from './pathTree.ts'
import type { Scanner } from './scanner.ts'

export type IntrinsicName =
  | 'Array'
  | 'ArrayContains'
  | 'ArrayGetItem'
  | 'ArrayLength'
  | 'ArrayPartition'
  | 'ArrayRange'
  | 'ArrayUnique'
  | 'Base64Decode'
  | 'Base64Encode'
  | 'Format'
  | 'Hash'
  | 'JsonMerge'
  | 'JsonToString'
  | 'MathAdd'
  | 'MathRandom'
  | 'StringSplit'
  | 'StringToJson'
  | 'UUID'

/** The functions, without `States.`, and the fewest and the most arguments of each. */
export const intrinsicArity: Readonly<Record<IntrinsicName, readonly [least: number, most: number]>> = {
  Array: [0, Number.POSITIVE_INFINITY],
  ArrayContains: [2, 2],
  ArrayGetItem: [2, 2],
  ArrayLength: [1, 1],
  ArrayPartition: [2, 2],
  ArrayRange: [3, 3],
  ArrayUnique: [1, 1],
  Base64Decode: [1, 1],
  Base64Encode: [1, 1],
  Format: [1, Number.POSITIVE_INFINITY],
  Hash: [2, 2],
  JsonMerge: [3, 3],
  JsonToString: [1, 1],
  MathAdd: [2, 2],
  MathRandom: [2, 3],
  StringSplit: [2, 2],
  StringToJson: [1, 1],
  UUID: [0, 0],
}

/** What a call is given. `at` is where it begins in the text, in UTF-16 units from 0. */
export type Argument =
  | {
      readonly _tag: 'Text'
      /** With the escapes taken for what they stand for. */
      readonly value: string
      /** As written between the quotes: only here `\{` differs from `{`, which the template of `Format` is about. */
      readonly raw: string
      readonly at: number
    }
  | { readonly _tag: 'Number'; readonly value: number; readonly at: number }
  | { readonly _tag: 'Word'; readonly value: true | false | null; readonly at: number }
  | { readonly _tag: 'Path'; readonly path: Path; readonly at: number }
  | { readonly _tag: 'Call'; readonly call: IntrinsicCall; readonly at: number }

export interface IntrinsicCall {
  readonly name: IntrinsicName
  readonly arguments: readonly Argument[]
  /** As it was written. */
  readonly text: string
  readonly at: number
}

/** How deep calls may nest. */
export const maxNesting = 10

const words: Readonly<Record<string, true | false | null>> = { true: true, false: false, null: null }

const text = (scanner: Scanner): Argument => {
  const at = scanner.position()
  scanner.take("'")
  const raw = scanner.match(/[^'\\]*(?:\\[\s\S][^'\\]*)*/y) ?? ''
  if (!scanner.take("'")) throw scanner.fault('the closing quote is missing', at)
  const illegal = /\\(?:\\|'|\{|\})|\\/g
  for (const { 0: escape, index } of raw.matchAll(illegal))
    if (escape === '\\')
      throw scanner.fault("after a backslash comes one of ' { } \\ and nothing else", at + 1 + index, 'escape')
  return { _tag: 'Text', value: raw.replace(/\\([\\'{}])/g, '$1'), raw, at }
}

const argument = (scanner: Scanner, depth: number): Argument => {
  const at = scanner.position()
  const next = scanner.peek()
  if (next === "'") return text(scanner)
  if (next === '$') return { _tag: 'Path', path: readPath(scanner), at }
  const number = scanner.match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y)
  if (number !== undefined) return { _tag: 'Number', value: Number(number), at }
  const word = scanner.match(/(?:true|false|null)(?!\w)/y)
  if (word !== undefined) return { _tag: 'Word', value: words[word] as true | false | null, at }
  if (scanner.text.startsWith('States.', at)) return { _tag: 'Call', call: readCall(scanner, depth + 1), at }
  throw scanner.fault("an argument is a 'text', a number, true, false, null, a path or a call")
}

const readCall = (scanner: Scanner, depth: number): IntrinsicCall => {
  const at = scanner.position()
  if (depth > maxNesting) throw scanner.fault(`calls nest at most ${maxNesting} levels deep`, at, 'nesting')
  if (!scanner.take('States.')) throw scanner.fault("a call starts with 'States.'")
  const name = scanner.match(/\w+/y) ?? ''
  if (!Object.hasOwn(intrinsicArity, name)) throw scanner.fault(`there is no function States.${name}`, at, 'function')
  scanner.blanks()
  if (!scanner.take('(')) throw scanner.fault("'(' is missing")
  const given: Argument[] = []
  scanner.blanks()
  while (!scanner.take(')')) {
    if (given.length > 0 && !scanner.take(',')) throw scanner.fault("',' or ')' is missing")
    scanner.blanks()
    given.push(argument(scanner, depth))
    scanner.blanks()
  }
  return { name: name as IntrinsicName, arguments: given, text: scanner.text.slice(at, scanner.position()), at }
}

/** Whether a text means to be an intrinsic call, right or wrong. */
export const isIntrinsic = (text: string): boolean => text.startsWith('States.')

/**
 * What is wrong with how many arguments a call has; nothing where it has its number. AWS was not seen to refuse a definition for it.
 *
 * @example arityProblem({ name: 'MathAdd', arguments: [] }) // 'States.MathAdd takes 2 arguments, not 0'
 */
export const arityProblem = ({
  name,
  arguments: given,
}: Pick<IntrinsicCall, 'name'> & { readonly arguments: readonly unknown[] }): string | undefined => {
  const [least, most] = intrinsicArity[name]
  if (given.length >= least && given.length <= most) return undefined
  const wanted = least === most ? least : most === Number.POSITIVE_INFINITY ? `${least} or more` : `${least} to ${most}`
  return `States.${name} takes ${wanted} ${least === 1 && most === 1 ? 'argument' : 'arguments'}, not ${given.length}`
}

/**
 * An intrinsic call as data, calls inside it included. Left why it is none: an unknown function, an escape that AWS refuses,
 * more than 10 levels.
 *
 * @example parseIntrinsic("States.Format('{} is {}', $.name, States.MathAdd($.age, 1))") // right: { name: 'Format', arguments: [Text, Path, Call], … }
 * @example parseIntrinsic('States.Add(1)') // left: { message: 'there is no function States.Add', at: 0 }
 */
export const parseIntrinsic = (text: string): Either<SyntaxProblem, IntrinsicCall> =>
  parseWhole(text, (scanner) => {
    const call = readCall(scanner, 1)
    scanner.blanks()
    return call
  })

/** How a `Format` template reads: literal pieces, between which the arguments go. @example formatPieces('a{}b') // ['a', 'b'] */
export const formatPieces = (raw: string): readonly string[] => {
  const pieces: string[] = []
  let piece = ''
  for (const [token] of raw.matchAll(/\\[\s\S]|\{\}|[\s\S]/g))
    if (token === '{}') {
      pieces.push(piece)
      piece = ''
    } else piece += token.length === 2 && token.startsWith('\\') ? token.slice(1) : token
  return [...pieces, piece]
}
