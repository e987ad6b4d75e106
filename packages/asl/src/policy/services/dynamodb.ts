/** What DynamoDB needs, of the tables that a call names in any of its ways. */

import { isExpression } from '../../language/jsonata.ts'
import type { Call } from '../call.ts'
import { isArn } from '../permissions/arns.ts'
import { keyUse, useKeyOf } from '../permissions/encryption.ts'

const tableArn = ({ arns }: Call, table: string): string | undefined => arns.named('dynamodb', 'table/', table)

const readers = new Set(['getItem', 'query', 'scan', 'batchGetItem', 'transactGetItems'])
const writers = new Set(['putItem', 'updateItem', 'deleteItem', 'batchWriteItem', 'transactWriteItems'])

/** A call of one table, or of an index of it. */
export const onTable = (call: Call, action: string, actions: readonly string[]): void => {
  const { said, on } = call
  const index = said('IndexName')
  const isOfIndex = index !== 'nothing' && (action === 'query' || action === 'scan')
  on('TableName', actions, (table) => {
    const arn = tableArn(call, table)
    return arn === undefined || !isOfIndex ? arn : `${arn}/index/${index === 'dynamic' ? '*' : index.text}`
  })
  if (readers.has(action)) useKeyOf(call, 'TableName', keyUse.read)
  if (writers.has(action)) useKeyOf(call, 'TableName', keyUse.write)
}

/** Each table once; what cannot be told of one is said of it. */
const onTables = (call: Call, actions: readonly string[], tables: Iterable<unknown>): void => {
  for (const table of new Set(tables)) {
    const arn = typeof table === 'string' && !isExpression(table) ? tableArn(call, table) : undefined
    if (arn !== undefined) call.allow(actions, [arn])
    else call.cannotDerive(actions, 'a table cannot be told from what the call holds')
  }
}

/** `batchGetItem`, `batchWriteItem`: the tables are the keys of `RequestItems`. */
export const onRequestItems = (call: Call, actions: readonly string[]): void => {
  const items = call.value('RequestItems')
  if (typeof items !== 'object' || items === null)
    return call.cannotDerive(actions, 'RequestItems is known only to the running execution')
  onTables(
    call,
    actions,
    Object.keys(items).map((table) => (table.endsWith('.$') ? table.slice(0, -2) : table)),
  )
}

const transacted: ReadonlyMap<string, string> = new Map([
  ['ConditionCheck', 'dynamodb:ConditionCheckItem'],
  ['Delete', 'dynamodb:DeleteItem'],
  ['Get', 'dynamodb:GetItem'],
  ['Put', 'dynamodb:PutItem'],
  ['Update', 'dynamodb:UpdateItem'],
])

/** `transactGetItems`, `transactWriteItems`: each item names its action and its table. */
export const onTransactItems = (call: Call, actions: readonly string[]): void => {
  const items = call.value('TransactItems')
  if (!Array.isArray(items)) return call.cannotDerive(actions, 'TransactItems is known only to the running execution')
  const tables = new Map<string, unknown[]>()
  for (const item of items)
    for (const [kind, inner] of Object.entries((item ?? {}) as Record<string, unknown>)) {
      const action = transacted.get(kind)
      if (action === undefined) return call.cannotDerive(actions, 'an item is known only to the running execution')
      const known = tables.get(action) ?? []
      known.push((inner as { readonly TableName?: unknown } | null)?.TableName)
      tables.set(action, known)
    }
  for (const [action, names] of tables) onTables(call, [action], names)
}

const verbs: ReadonlyMap<string, string> = new Map([
  ['DELETE', 'dynamodb:PartiQLDelete'],
  ['INSERT', 'dynamodb:PartiQLInsert'],
  ['SELECT', 'dynamodb:PartiQLSelect'],
  ['UPDATE', 'dynamodb:PartiQLUpdate'],
])

/** `executeStatement`: the statement's first word is the action; its table, a name in quotes or none, is the first after the next one. */
export const onStatement = (call: Call, actions: readonly string[]): void => {
  const statement = call.said('Statement')
  const [, verb = ''] = typeof statement === 'object' ? (/^\s*(\w+)/.exec(statement.text) ?? []) : []
  const action = verbs.get(verb.toUpperCase())
  if (typeof statement !== 'object' || action === undefined)
    return call.cannotDerive(actions, 'which of them, and on which table, stands in the statement')
  const [, quoted, bare, , index] =
    /(?:\bFROM|\bINTO|^\s*UPDATE)\s+(?:"([^"]+)"|([\w-]+))(\."([^"]+)")?/i.exec(statement.text) ?? []
  const table = quoted ?? bare
  const arn = table === undefined || isArn(table) ? table : tableArn(call, table)
  if (arn === undefined) return call.cannotDerive([action], 'the table cannot be told from the statement')
  call.allow([action], [index === undefined ? arn : `${arn}/index/${index}`])
}
