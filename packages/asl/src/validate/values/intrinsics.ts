/** Intrinsic calls: that they can be read, and that their literal arguments fit. */
import {
  type Argument,
  arityProblem,
  formatPieces,
  type IntrinsicCall,
  intrinsicArity,
  parseIntrinsic,
} from '../../language/intrinsic.ts'
import type { Path } from '../../language/pathTree.ts'
import type { Code } from '../codes/codes.ts'
import { hasPlaceholder } from '../outline/fields.ts'
import type { Place } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, listed, quoted } from '../report/wording.ts'

/** Whether a text means to be a call. */
export const looksIntrinsic = (text: string): boolean => /^States\.\w*\s*\(/.test(text) || /^States\.\w+$/.test(text)

const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']

type Wanted = 'text' | 'number' | 'array' | 'object' | 'any'

/** What each argument must be, as far as a literal can tell. The last one goes for those after it. */
const wanted: Readonly<Record<string, readonly Wanted[]>> = {
  Format: ['text', 'any'],
  StringToJson: ['text'],
  ArrayPartition: ['array', 'number'],
  ArrayContains: ['array', 'any'],
  ArrayRange: ['number', 'number', 'number'],
  ArrayGetItem: ['array', 'number'],
  ArrayLength: ['array'],
  ArrayUnique: ['array'],
  Base64Encode: ['text'],
  Base64Decode: ['text'],
  Hash: ['any', 'text'],
  JsonMerge: ['object', 'object', 'any'],
  MathRandom: ['number', 'number', 'number'],
  MathAdd: ['number', 'number'],
  StringSplit: ['text', 'text'],
}

const fits = (argument: Argument, kind: Wanted): boolean => {
  switch (argument._tag) {
    case 'Path':
    case 'Call':
      return true
    case 'Text':
      return kind === 'text' || kind === 'any'
    case 'Number':
      return kind === 'number' || kind === 'any'
    case 'Word':
      return kind === 'any'
  }
}

const withArticle: Readonly<Record<Wanted, string>> = {
  text: "a 'text'",
  number: 'a number',
  array: 'an array',
  object: 'an object',
  any: 'anything',
}

const checkCall = (call: IntrinsicCall, place: Place, report: Report): void => {
  const { name, arguments: given } = call
  const miscounted = arityProblem(call)
  if (miscounted !== undefined)
    return report.warn(
      'ASL171',
      place,
      `${miscounted}; as it is, the call fails when it runs.`,
      'Check how many arguments the function takes: the number is fixed.',
    )
  const kinds = wanted[name]
  if (kinds !== undefined)
    for (const [i, argument] of given.entries()) {
      const kind = kinds[i] ?? kinds.at(-1) ?? 'any'
      if (!fits(argument, kind))
        report.warn(
          'ASL171',
          place,
          `argument ${i + 1} of States.${name} must be ${withArticle[kind]}; otherwise the call fails at run time.`,
          kind === 'text' ? 'Put it in single quotes.' : 'Use a literal of that type, a path or a call.',
        )
    }
  const [first, second, third] = given
  if (name === 'Format' && first?._tag === 'Text') {
    const holes = formatPieces(first.raw).length - 1
    if (holes !== given.length - 1)
      report.warn(
        'ASL173',
        place,
        `the template has ${holes} {} and ${given.length - 1} values.`,
        'Pass one value per {}; write \\{ and \\} for literal braces.',
      )
  }
  if (name === 'JsonMerge' && third?._tag === 'Word' && third.value !== false)
    report.warn(
      'ASL175',
      place,
      'the third argument of States.JsonMerge must be false: there is no deep merge.',
      'Write false.',
    )
  if (name === 'Hash' && second?._tag === 'Text' && !algorithms.includes(second.value)) {
    const guess = closest(second.value, algorithms)
    report.warn(
      'ASL176',
      place,
      `States.Hash has no algorithm ${quoted(second.value)}.`,
      guess === undefined ? `Use ${listed(algorithms, 'or')}.` : `Did you mean ${quoted(guess)}?`,
    )
  }
}

const codes: Readonly<Record<string, Code>> = {
  function: 'ASL170',
  escape: 'ASL172',
  nesting: 'ASL174',
}

const hintOf = (kind: string, text: string, at: number): string => {
  if (kind === 'function') {
    const name = /^States\.(\w*)/.exec(text.slice(at))?.[1] ?? ''
    const guess = closest(name, Object.keys(intrinsicArity))
    return guess === undefined
      ? 'See the list of intrinsic functions, or use JSONata.'
      : `Did you mean States.${guess}?`
  }
  if (kind === 'escape') return "Within '…' only \\', \\{, \\} and \\\\ are escapes; a double quote needs none."
  if (kind === 'nesting') return 'Compute the inner part in an earlier state, or use JSONata.'
  return 'Write States.Name(argument, …), with strings in single quotes.'
}

/** Checks a call and the calls in it; gives it when it can be read. `onPath` sees each path among the arguments. */
export const checkIntrinsic = (
  text: string,
  place: Place,
  report: Report,
  onPath: (path: Path) => void,
): IntrinsicCall | undefined => {
  if (hasPlaceholder(text)) return undefined
  const parsed = parseIntrinsic(text)
  if (parsed._tag === 'Left') {
    const { kind, at, message } = parsed.left
    const isQuote = kind === 'syntax' && text[at] === '"'
    report.error(
      isQuote ? 'ASL172' : (codes[kind] ?? 'ASL163'),
      place,
      `${quoted(text)} cannot be parsed: at character ${at + 1}, ${message}.`,
      hintOf(isQuote ? 'escape' : kind, text, at),
    )
    return undefined
  }
  const open: IntrinsicCall[] = [parsed.right]
  for (let call = open.pop(); call !== undefined; call = open.pop()) {
    checkCall(call, place, report)
    for (const argument of call.arguments)
      if (argument._tag === 'Call') open.push(argument.call)
      else if (argument._tag === 'Path') onPath(argument.path)
  }
  return parsed.right
}
