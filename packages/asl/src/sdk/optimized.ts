/** The fields of the optimized integrations, which are those of the operations of the SDK that they call, and what Step Functions adds. */
import { fieldsIn, type Structure } from './structures.ts'
import { readTable } from './table.ts'

/** The operation of an integration. */
export interface Operation {
  /** The service, by its name in the SDK. */
  readonly service: string
  readonly fields: Structure
}

interface Entry {
  readonly service: string
  readonly fields: string
}

let table: ReadonlyMap<string, Entry> | undefined

/**
 * The operation that an optimized integration calls; `undefined` where Step Functions calls no single one, as for `http:invoke`.
 *
 * @example operationOf('states', 'startExecution')?.service // 'sfn'
 */
export const operationOf = (service: string, action: string): Operation | undefined => {
  table ??= new Map(Object.entries(readTable<Record<string, Entry>>('optimized') ?? {}))
  const entry = table.get(`${service}:${action}`)
  return entry && { service: entry.service, fields: fieldsIn(entry.fields.split(' ')) }
}
