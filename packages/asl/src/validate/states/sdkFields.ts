/**
 * The fields that a call is given, those within fields as well: whether the operation has them. Field names begin with a capital at any
 * depth (https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html); the keys of a map are the user's.
 */
import type { Fields } from '../../sdk/optimized.ts'
import type { Held } from '../../sdk/structures.ts'
import { hasPlaceholder, isObject } from '../outline/fields.ts'
import type { StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, listed, quoted } from '../report/wording.ts'

/** A call whose fields are known. */
export interface Operation extends Fields {
  /** What it is called in a message: `dynamodb:getItem`. */
  readonly label: string
}

/** As many names as a hint lists. */
const few = 8

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** What stands for a text in a template of CloudFormation: a reference, a function. */
const isIntrinsic = (value: Readonly<Record<string, unknown>>): boolean => {
  const [key = '', ...more] = Object.keys(value)
  return more.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))
}

/** Checks the fields of a call, as deep as they are known. `payload`: what it is given, with both spellings of a dynamic field. */
export const checkFields = (
  { label, fields, structure: structureOf }: Operation,
  payload: Readonly<Record<string, unknown>>,
  state: StateEntry,
  report: Report,
): void => {
  const isJsonPath = state.language !== 'JSONata'
  const fieldOf = (key: string): string => (isJsonPath && key.endsWith('.$') ? key.slice(0, -2) : key)
  const unknown = (key: string, all: ReadonlyMap<string, Held>, at: Place, of: string): void => {
    const known = new Set(all.keys())
    const field = fieldOf(key)
    const written = capitalised(field)
    const [meant, isRefused] =
      written !== field && known.has(written) ? [written, true] : [closest(field, known), false]
    const end = key.slice(field.length)
    if (isRefused)
      report.error(
        'ASL103',
        within(at, key),
        `${of} has no field ${quoted(field)}.`,
        `Write ${quoted(`${meant}${end}`)}: fields start with a capital letter.`,
        'key',
      )
    else
      report.warn(
        'ASL103',
        within(at, key),
        `this version knows no field ${quoted(field)} of ${of}.`,
        meant === undefined
          ? known.size > few
            ? 'Fields are named as in the SDK for Java, starting with a capital letter: DbInstanceIdentifier.'
            : `It has ${listed([...known])}.`
          : `Did you mean ${quoted(`${meant}${end}`)}?`,
        'key',
      )
  }
  const at = within(state.place, isJsonPath ? 'Parameters' : 'Arguments')
  const waiting: { readonly value: unknown; readonly held: Held; readonly place: Place; readonly of: string }[] = []
  for (const [key, value] of Object.entries(payload)) {
    const field = fieldOf(key)
    if (fields.has(field)) waiting.push({ value, held: fields.get(field), place: within(at, key), of: field })
    else if (!hasPlaceholder(key)) unknown(key, fields, at, label)
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, held, place, of } = next
    if (held === undefined || typeof value !== 'object') continue
    if (Array.isArray(value))
      for (const [i, item] of value.entries()) waiting.push({ value: item, held, place: within(place, `${i}`), of })
    else if (isObject(value) && !isIntrinsic(value)) {
      if (held.maps > 0) {
        const inside = { ...held, maps: held.maps - 1 }
        for (const [key, item] of Object.entries(value))
          waiting.push({ value: item, held: inside, place: within(place, key), of })
        continue
      }
      const structure = structureOf(held.structure)
      if (structure === undefined) return
      for (const [key, item] of Object.entries(value)) {
        const field = fieldOf(key)
        if (structure.has(field))
          waiting.push({ value: item, held: structure.get(field), place: within(place, key), of: field })
        else if (!hasPlaceholder(key)) unknown(key, structure, place, `${of} of ${label}`)
      }
    }
  }
}
