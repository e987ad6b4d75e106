/** Reads the fields of a definition's states: what can be run with, or an error about it. */
import type { AslError } from '../../issue.ts'
import { isRecord } from '../payload/payload.ts'
import { refusal, type Where } from './refuse.ts'

/** A state as it stands in the definition, before anybody has looked at it. */
export type Raw = Readonly<Record<string, unknown>>

export const wrong = (at: Where, field: string, expected: string): AslError =>
  refusal(
    'ASL031',
    [...at, field],
    `the field '${field}' must be ${expected}.`,
    'See the states language: https://states-language.net.',
  )

/** A field of the state itself; `constructor` and the like are not there unless somebody wrote them. */
export const field = (raw: Raw, name: string): unknown => (Object.hasOwn(raw, name) ? raw[name] : undefined)

export const recordField = (raw: Raw, name: string, at: Where): Raw => {
  const value = field(raw, name)
  if (!isRecord(value)) throw wrong(at, name, 'an object')
  return value
}

export const listField = (raw: Raw, name: string, at: Where): readonly unknown[] => {
  const value = field(raw, name)
  if (value === undefined) return []
  if (!Array.isArray(value)) throw wrong(at, name, 'an array')
  // A hole would be skipped by whoever goes through it.
  return Array.from(value)
}

export const textField = (raw: Raw, name: string, at: Where): string => {
  const value = field(raw, name)
  if (typeof value !== 'string') throw wrong(at, name, 'a text')
  return value
}

export const optionalText = (raw: Raw, name: string, at: Where): string | undefined =>
  field(raw, name) === undefined ? undefined : textField(raw, name, at)

/** A number from `least` on. */
export const optionalNumber = (raw: Raw, name: string, at: Where, least = 0): number | undefined => {
  const value = field(raw, name)
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !(value >= least)) throw wrong(at, name, `a number of at least ${least}`)
  return value
}

/** The names of errors that a retrier or a catcher is for. */
const errorNames = (raw: Raw, at: Where): string[] => {
  const names = listField(raw, 'ErrorEquals', at)
  if (names.length === 0 || !names.every((name) => typeof name === 'string'))
    throw wrong(at, 'ErrorEquals', 'an array of names')
  return names as string[]
}

/** The objects of `Retry` or `Catch`, whose error names are checked. */
export const handlersField = <H extends { ErrorEquals: string[] }>(
  raw: Raw,
  name: 'Retry' | 'Catch',
  at: Where,
): readonly H[] =>
  listField(raw, name, at).map((handler, i) => {
    const here = [...at, name, i]
    if (!isRecord(handler)) throw wrong([...at, name], String(i), 'an object')
    for (const number of ['IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds'])
      optionalNumber(handler, number, here)
    return { ...handler, ErrorEquals: errorNames(handler, here) } as H
  })
