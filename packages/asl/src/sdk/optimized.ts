/** The fields of the optimized integrations: of the operation of the SDK that one calls, or as Step Functions documents them. */
import { fieldsIn, type Structure, sdkStructures } from './structures.ts'
import { readTable } from './table.ts'

/** A call whose fields are known, and what they hold. */
export interface Fields {
  readonly fields: Structure
  /** The fields of a structure, by its number. */
  readonly structure: (held: number) => Structure | undefined
}

interface Entry {
  /** The service, by its name in the SDK; without it the structures are the entry's own. */
  readonly service?: string
  readonly fields: string
  readonly structures?: string
}

let table: ReadonlyMap<string, Entry> | undefined
// A definition asks for the same few integrations in state after state.
const read = new Map<string, Fields>()

const fieldsFrom = ({ service, fields, structures = '' }: Entry): Fields => {
  const own = structures.split('\n')
  return {
    fields: fieldsIn(fields.split(' ')),
    structure: (held) =>
      service === undefined ? fieldsIn((own[held] ?? '').split(' ')) : sdkStructures(service)?.structure(held),
  }
}

/**
 * The fields of an optimized integration; `undefined` for one that is not known.
 *
 * @example fieldsOf('states', 'startExecution')?.fields.has('StateMachineArn') // true
 * @example fieldsOf('http', 'invoke')?.fields.get('Authentication') // { maps: 0, structure: 0 }
 */
export const fieldsOf = (service: string, action: string): Fields | undefined => {
  table ??= new Map(Object.entries(readTable<Record<string, Entry>>('optimized') ?? {}))
  const name = `${service}:${action}`
  const known = read.get(name)
  if (known !== undefined) return known
  const entry = table.get(name)
  if (entry === undefined) return undefined
  const fields = fieldsFrom(entry)
  read.set(name, fields)
  return fields
}
