/** What the fields of the AWS SDK hold: fields within fields. A table of 1 MB that is read when such a call gives an object. */
import { readTable } from './table.ts'

/** What a field holds: no fields that are known; fields; or a map of these, in a map as often as `maps` says. */
export type Held = { readonly maps: number; readonly structure: number } | undefined

/** Fields, and what each holds. */
export type Structure = ReadonlyMap<string, Held>

export interface SdkStructures {
  /** What an action's fields hold, of those that hold more. */
  readonly input: (action: string) => Structure
  /** The fields of a structure, by its number. */
  readonly structure: (held: number) => Structure
}

interface Entry {
  readonly inputs: string
  readonly structures: string
}

let table: ReadonlyMap<string, Entry> | undefined
const read = new Map<string, SdkStructures>()

const fieldIn = (marked: string): readonly [string, Held] => {
  const [field = '', what] = marked.split(':')
  if (what === undefined) return [field, undefined]
  const maps = what.lastIndexOf('*') + 1
  return [field, { maps, structure: Number(what.slice(maps)) }]
}

/** Fields as the tables have them: `Name`, or with what it holds, `KeySchema:5`, `Item:*7`. */
export const fieldsIn = (marked: readonly string[]): Structure => new Map(marked.map(fieldIn))

/** Of a service by its name in a resource; `undefined` where none of its fields hold more, or the table is not there. */
export const sdkStructures = (service: string): SdkStructures | undefined => {
  const known = read.get(service)
  if (known !== undefined) return known
  table ??= new Map(Object.entries(readTable<Record<string, Entry>>('structures') ?? {}))
  const entry = table.get(service)
  if (entry === undefined) return undefined
  const inputs = new Map(
    entry.inputs.split('\n').map((line) => {
      const [action = '', ...fields] = line.split(' ')
      return [action, fields] as const
    }),
  )
  const lines = entry.structures.split('\n')
  const structures = new Map<number, Structure>()
  const found: SdkStructures = {
    input: (action) => fieldsIn(inputs.get(action) ?? []),
    structure: (held) => {
      const structure = structures.get(held) ?? fieldsIn((lines[held] ?? '').split(' '))
      structures.set(held, structure)
      return structure
    },
  }
  read.set(service, found)
  return found
}
