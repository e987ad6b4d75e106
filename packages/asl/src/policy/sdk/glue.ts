/**
 * What the Data Catalog of Glue needs: an action on a table is one on its database and on the catalog as well.
 * https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
 */
import type { Call } from '../call.ts'
import type { Named } from './named.ts'

/** The argument that names the table, `*` for all of a database, nothing for the database itself. */
const tables: ReadonlyMap<string, string | undefined> = new Map([
  ...[
    'batchCreatePartition',
    'batchDeletePartition',
    'batchGetPartition',
    'batchUpdatePartition',
    'createPartition',
    'deletePartition',
    'getPartition',
    'getPartitions',
    'getTableVersions',
    'updatePartition',
  ].map((action) => [action, 'TableName'] as const),
  ['createTable', 'TableInput.Name'],
  ['deleteTable', 'Name'],
  ['getTable', 'Name'],
  ['getTables', '*'],
  ['updateTable', 'TableInput.Name'],
  ['getDatabase', undefined],
])

/** The table that an action is about, with its database and the catalog. */
export const onCatalog = (_: Call, action: string): Named | undefined => {
  if (!tables.has(action)) return undefined
  const field = tables.get(action)
  return ({ said, on, allow, cannotDerive, arns }, actions) => {
    if (said('CatalogId') !== 'nothing')
      return cannotDerive(actions, 'CatalogId may name the catalog of another account')
    const database = said(field === undefined ? 'Name' : 'DatabaseName')
    if (typeof database !== 'object' || !arns.isName(database.text))
      return cannotDerive(actions, 'the name of the database cannot be told from the arguments')
    const around = [arns.of('glue', 'catalog'), arns.of('glue', `database/${database.text}`)]
    const table = (name: string): string => arns.of('glue', `table/${database.text}/${name}`)
    if (field === undefined) return allow(actions, around)
    if (field === '*') return allow(actions, [...around, table('*')])
    on(field, actions, (name) => (arns.isName(name) ? [...around, table(name)] : undefined))
  }
}
