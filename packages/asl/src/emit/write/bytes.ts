/** At most how many bytes a definition takes, so that its text is written only where that leaves open whether AWS would take it. */
import { toText } from '../../toText.ts'
import { type Draft, followed } from '../draft/draft.ts'

/** At most how many bytes a text takes in JSON: a character takes up to six, written as \\uXXXX. */
export const bytesOf = (text: string): number => (/^[ !#-[\]-~]*$/.test(text) ? text.length : 6 * text.length)

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
  readonly add: (draft: Draft, state: Readonly<Record<string, unknown>>) => void
  readonly text: (text: string) => void
  readonly atMost: () => number
}

const written = [
  'Parameters',
  'Arguments',
  'ResultSelector',
  'Output',
  'OutputPath',
  'InputPath',
  'ResultPath',
  'Assign',
  'Result',
  'Choices',
  'ItemsPath',
  'Items',
  'ItemSelector',
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'Label',
  'Error',
  'Cause',
  'ErrorPath',
  'CausePath',
  'Seconds',
  'SecondsPath',
  'Timestamp',
  'TimestampPath',
  'Credentials',
] as const

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
  return {
    call: (draft, fn) => {
      sum += bytesOfState.Task + placesOfName * bytesOf(draft.name) + bytesOf(fn)
      if (draft.retries.length > 0 || draft.catchers.length > 0 || draft.comment !== undefined) guards(draft)
    },
    add: (draft, state) => {
      sum += bytesOfState[draft.kind] + placesOfName * bytesOf(draft.name)
      if (draft.kind === 'Task' && typeof state.Resource === 'string') sum += bytesOf(state.Resource)
      guards(draft)
      for (const field of written) {
        const value = state[field]
        if (value !== undefined)
          sum += field.length + 8 + (typeof value === 'string' ? bytesOf(value) : bytesOf(toText(value)))
      }
      if (draft.fragment !== undefined) sum += bytesOf(toText(draft.fragment))
    },
    text: (text) => {
      sum += bytesOf(text) + 16
    },
    atMost: () => sum,
  }
}
