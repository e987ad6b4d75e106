/** At most how many bytes a definition takes, so that its text is written only where that leaves open whether AWS would take it. */
import { toText } from '../../toText.ts'
import { type Draft, followed } from '../draft/draft.ts'

/** At most how many bytes a text takes in JSON: a character takes up to six, written as \\uXXXX. */
export const bytesOf = (text: string): number => {
  const { length } = text
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    // Neither a control character, nor a quote or a backslash, nor outside of ASCII.
    if (code < 32 || code > 126 || code === 34 || code === 92) return 6 * length
  }
  return length
}

/** What a state takes with the retry of the service's errors, but for names, guards and what users wrote. */
const bytesOfState: Readonly<Record<Draft['kind'], number>> = {
  Task: 620,
  Pass: 60,
  Parallel: 100,
  Fragment: 100,
  Map: 200,
  Choice: 60,
  Wait: 80,
  Succeed: 60,
  Fail: 60,
  Link: 0,
}
/** Of a retry or a catch, but for the names of its errors and its target. */
const bytesOfGuard = 180
/** A name is a key, and stands in a `StartAt` and the `Next` of a state. Where more lead to it, those count it. */
const placesOfName = 3

/** Keeps count. */
export interface Bytes {
  /** Of a Task that only calls a function. */
  readonly call: (draft: Draft, fn: string) => void
  readonly add: (draft: Draft, state: Readonly<Record<string, unknown>>, fields: object | undefined) => void
  readonly text: (text: string) => void
  readonly atMost: () => number
}

export const bytesCounted = (): Bytes => {
  // The machine's own fields.
  let sum = 200
  const guards = ({ retries, catchers, comment }: Draft): void => {
    for (const { errors } of [...retries, ...catchers])
      sum += errors.reduce((bytes, error) => bytes + 8 + bytesOf(error), bytesOfGuard)
    for (const { next, keep } of catchers)
      sum += bytesOf(followed(next).name) + (typeof keep === 'string' ? 60 + bytesOf(keep) : 40)
    if (comment !== undefined) sum += 16 + bytesOf(comment)
  }
  const count = (field: string, value: unknown): void => {
    if (value !== undefined) sum += field.length + 8 + bytesOf(typeof value === 'string' ? value : toText(value))
  }
  // Most tasks of a machine have few functions between them.
  let last = ''
  let bytesOfLast = 0
  return {
    call: (draft, fn) => {
      if (fn !== last) {
        last = fn
        bytesOfLast = bytesOf(fn)
      }
      sum += bytesOfState.Task + placesOfName * bytesOf(draft.name) + bytesOfLast
      if (draft.retries.length > 0 || draft.catchers.length > 0 || draft.comment !== undefined) guards(draft)
    },
    add: (draft, { Choices }, fields) => {
      sum += bytesOfState[draft.kind] + placesOfName * bytesOf(draft.name)
      guards(draft)
      if (fields !== undefined) for (const [field, value] of Object.entries(fields)) count(field, value)
      if (Choices !== undefined) count('Choices', Choices)
      if (draft.fragment !== undefined) sum += bytesOf(toText(draft.fragment))
    },
    text: (text) => {
      sum += bytesOf(text) + 16
    },
    atMost: () => sum,
  }
}
