/**
 * What the actions of the AWS SDK answer, by the models of their APIs. The table is a file of 4 MB that is read when the first answer
 * is looked at.
 */
import { readTable } from './table.ts'

/** What a value of an answer is. */
export type AnswerShape =
  | { readonly kind: 'structure'; readonly members: ReadonlyMap<string, AnswerMember> }
  | { readonly kind: 'list' | 'map'; readonly of: () => AnswerShape }
  | Bounded
  | { readonly kind: 'timestamp' | 'boolean' | 'any' }

/** A text or a number. The bounds of a text are those of its length. */
export interface Bounded {
  readonly kind: 'text' | 'blob' | 'number'
  readonly min?: number
  readonly max?: number
  readonly words?: readonly string[]
}

/** A member, under the name that Step Functions gives it. */
export interface AnswerMember {
  /** The name in the API itself. */
  readonly apiName: string
  readonly isRequired: boolean
  readonly shape: () => AnswerShape
}

interface Entry {
  /** A line per action: its name, and the number of its shape. */
  readonly actions: string
  /** A line per shape, as `scripts/services/answers.mjs` writes them. */
  readonly shapes: string
}

type ShapeAt = (number: number) => AnswerShape

let table: ReadonlyMap<string, Entry> | undefined
const read = new Map<string, { readonly actions: ReadonlyMap<string, number>; readonly shapeAt: ShapeAt }>()

const scalars = { s: 'text', x: 'blob', n: 'number' } as const

const scalarOf = (line: string): AnswerShape => {
  const letter = line[0] ?? '*'
  if (letter === 't') return { kind: 'timestamp' }
  if (letter === 'b') return { kind: 'boolean' }
  if (!Object.hasOwn(scalars, letter)) return { kind: 'any' }
  const kind = scalars[letter as keyof typeof scalars]
  const rest = line.slice(1)
  if (rest.startsWith('|')) return { kind, words: rest.slice(1).split('|') }
  const [min = '', max = ''] = rest.split('..')
  return { kind, ...(min !== '' && { min: Number(min) }), ...(max !== '' && { max: Number(max) }) }
}

const memberOf = (text: string, shapeAt: ShapeAt): readonly [string, AnswerMember] => {
  const colon = text.lastIndexOf(':')
  const head = text.slice(0, colon)
  const isRequired = head.endsWith('!')
  const names = (isRequired ? head.slice(0, -1) : head).split('=')
  const apiName = names.at(-1) as string
  const name = names.length === 2 ? (names[0] as string) : apiName.charAt(0).toUpperCase() + apiName.slice(1)
  const number = Number(text.slice(colon + 1))
  return [name, { apiName, isRequired, shape: () => shapeAt(number) }]
}

const shapeOf = (line: string, shapeAt: ShapeAt): AnswerShape => {
  if (line.startsWith('{')) {
    const members = line.length === 1 ? [] : line.slice(1).split(' ')
    return { kind: 'structure', members: new Map(members.map((member) => memberOf(member, shapeAt))) }
  }
  if (line.startsWith('[') || line.startsWith('<')) {
    const number = Number(line.slice(1))
    return { kind: line.startsWith('[') ? 'list' : 'map', of: () => shapeAt(number) }
  }
  return scalarOf(line)
}

const serviceAnswers = (name: string) => {
  const known = read.get(name)
  if (known !== undefined) return known
  table ??= new Map(Object.entries(readTable<Record<string, Entry>>('answers') ?? {}))
  const entry = table.get(name)
  if (entry === undefined) return undefined
  const lines = entry.shapes.split('\n')
  const shapes = new Map<number, AnswerShape>()
  const shapeAt: ShapeAt = (number) => {
    const there = shapes.get(number)
    if (there !== undefined) return there
    const shape = shapeOf(lines[number] ?? '*', shapeAt)
    shapes.set(number, shape)
    return shape
  }
  const actions = new Map(
    entry.actions.split('\n').map((line): [string, number] => {
      const [action = '', number] = line.split(' ')
      return [action, Number(number)]
    }),
  )
  const made = { actions, shapeAt }
  read.set(name, made)
  return made
}

/**
 * What an action answers; `undefined` for one that answers nothing, or is not known.
 *
 * @example sdkAnswer('sfn', 'startExecution') // { kind: 'structure', members: Map { 'ExecutionArn' => …, 'StartDate' => … } }
 */
export const sdkAnswer = (service: string, action: string): AnswerShape | undefined => {
  const answers = serviceAnswers(service)
  const number = answers?.actions.get(action)
  return number === undefined ? undefined : answers?.shapeAt(number)
}
