import { fromDag } from '@orkestra/core'
import {
  archive,
  cleanOrders,
  type Day,
  extractCustomers,
  extractOrders,
  joinTables,
  publish,
  start,
} from './handlers.ts'

// In Airflow:
//
//   with DAG("sales_report", schedule="@daily"):
//       start >> [extract_orders, extract_customers]
//       extract_orders >> clean_orders
//       [clean_orders, extract_customers] >> join_tables
//       join_tables >> [publish, archive]
const dependencies = [
  ['start', 'extractOrders'],
  ['start', 'extractCustomers'],
  ['extractOrders', 'cleanOrders'],
  ['cleanOrders', 'joinTables'],
  ['extractCustomers', 'joinTables'],
  ['joinTables', 'publish'],
  ['joinTables', 'archive'],
] as const

const found = fromDag<Day, readonly [string, string]>(dependencies, {
  start,
  extractOrders,
  extractCustomers,
  cleanOrders,
  joinTables,
  publish,
  archive,
})

if (found._tag === 'Left') throw new Error(found.left.message)

/** seq(start, par(seq(extractOrders, cleanOrders), extractCustomers), joinTables, par(publish, archive)) */
export const salesReport = found.right.graph
