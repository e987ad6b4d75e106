/** Loops that carry more with every lap: each puts what the lap before left into what it hands to the next. */
import { parseIntrinsic } from '../../language/intrinsic.ts'
import { isExpression } from '../../language/jsonata.ts'
import { isObject } from '../outline/fields.ts'
import { assignsOf, type Members, type StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { quoted } from '../report/wording.ts'

const hint =
  'Keep the accumulated data in S3 or DynamoDB and pass its key, or pass on only what the next iteration needs.'

/** Whether one of a template's texts, below its root, is such. */
const someInside = (template: unknown, is: (text: string, key: string) => boolean): boolean => {
  const open: unknown[] = [template]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    for (const [key, inner] of Object.entries(next))
      if (typeof inner !== 'string') open.push(inner)
      else if (is(inner, key)) return true
  }
  return false
}

const root = '$'
const isWhole = (path: unknown): boolean => path === undefined || path === root

/** Whether a path of a template gives a value as it is, or a list that holds it. */
const gives = (text: string, path: string): boolean => {
  if (text === path) return true
  if (!text.startsWith('States.Array(')) return false
  const call = parseIntrinsic(text)
  return call._tag === 'Right' && call.right.arguments.some((one) => one._tag === 'Path' && one.path.text === path)
}

/** Whether the payload that goes into a state is in what comes out of it, where it was. */
const handsOn = ({ type, language, value }: StateEntry): boolean => {
  if (language === 'JSONata')
    return (type === 'Pass' || type === 'Wait' || type === 'Choice') && value.Output === undefined
  if (language !== 'JSONPath' || !isWhole(value.InputPath) || !isWhole(value.OutputPath)) return false
  if (type === 'Wait' || type === 'Choice') return true
  const { ResultPath: path } = value
  return (
    path === null ||
    (typeof path === 'string' && path !== root) ||
    (type === 'Pass' && path === undefined && value.Parameters === undefined && value.Result === undefined)
  )
}

/** Of a JSONPath Pass, the field that puts a value into one that takes its place. */
const wrapsInPath = ({ type, value }: StateEntry): readonly [field: string, target: string] | undefined => {
  const { Parameters: parameters, ResultPath: path = root } = value
  if (type !== 'Pass' || typeof path !== 'string' || !isWhole(value.InputPath) || !isWhole(value.OutputPath))
    return undefined
  if (parameters === undefined) return value.Result === undefined && path !== root ? ['ResultPath', root] : undefined
  return someInside(parameters, (text, key) => key.endsWith('.$') && gives(text, path))
    ? ['Parameters', path]
    : undefined
}

/** The place of an expression that does nothing but add to a list: `$append($list, …)`. */
const appendsTo = (text: string, variable: string): boolean => {
  const code = text.slice(2, -2).trim()
  const opening = /^\$append\(\s*\$(\w+)\s*,/.exec(code)
  if (opening?.[1] !== variable) return false
  // Up to the bracket that closes the call; whatever follows it may make the list shorter again.
  let depth = 0
  for (let i = 0; i < code.length; i += 1) {
    const letter = code[i] as string
    if (letter === '"' || letter === "'" || letter === '`') {
      i = code.indexOf(letter, i + 1)
      if (i < 0) return false
    } else if (letter === '(') depth += 1
    else if (letter === ')') {
      depth -= 1
      if (depth === 0) return i === code.length - 1
    }
  }
  return false
}

const isBare = (text: string, code: string): boolean => isExpression(text) && text.slice(2, -2).trim() === code

const growsVariable = (value: unknown, variable: string): boolean =>
  typeof value === 'string'
    ? isExpression(value) && appendsTo(value, variable)
    : someInside(value, (text) => isBare(text, `$${variable}`))

/** What a state assigns, by any of its ways. */
const assignedBy = ({ value, place }: StateEntry): readonly (readonly [name: string, value: unknown, place: Place])[] =>
  assignsOf(value, place).flatMap(({ value: assigned, place: at }) =>
    isObject(assigned) ? Object.entries(assigned).map(([name, one]) => [name, one, within(at, name)] as const) : [],
  )

const growingVariables = (lap: readonly StateEntry[], report: Report): void => {
  const all = lap.filter(({ language }) => language === 'JSONata').flatMap(assignedBy)
  for (const [name, value, place] of all)
    if (growsVariable(value, name) && all.filter(([other]) => other === name).length === 1)
      report.warn(
        'ASL230',
        place,
        `${quoted(`$${name}`)} grows with every iteration of the loop; a variable holds at most 262144 bytes.`,
        hint,
      )
}

const growingField = (state: StateEntry): readonly [field: string, target: string] | undefined => {
  if (state.language === 'JSONPath') return wrapsInPath(state)
  const { Output: output } = state.value as Members
  return state.language === 'JSONata' && isObject(output) && someInside(output, (text) => isBare(text, '$states.input'))
    ? ['Output', root]
    : undefined
}

/** Checks the states of one lap: whether a payload, or a variable, is in its own next value. */
export const checkGrowth = (lap: readonly StateEntry[], report: Report): void => {
  growingVariables(lap, report)
  for (const state of lap) {
    const found = growingField(state)
    if (found === undefined) continue
    const [field, target] = found
    const others = lap.filter((other) => other !== state)
    if (!others.every(handsOn) || (target !== root && others.some(({ value }) => value.ResultPath === target))) continue
    report.warn(
      'ASL230',
      within(state.place, field),
      `${target === root ? 'the payload' : quoted(target)} grows with every iteration of the loop, because ${field} puts it into itself; a payload holds at most 262144 bytes.`,
      hint,
    )
  }
}
