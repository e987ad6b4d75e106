import { composeWith } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 60 } })

export interface Day {
  readonly day: string
}

export interface Table extends Day {
  readonly table: string
  readonly rows: number
}

export const start = compose(async function start({ day }: Day): Promise<Day> {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new RangeError(`${day} is no day`)
  return { day }
})

export const extractOrders = compose(async function extractOrders({ day }: Day): Promise<Table> {
  return { day, table: 'orders', rows: 30 }
})

export const extractCustomers = compose(async function extractCustomers({ day }: Day): Promise<Table> {
  return { day, table: 'customers', rows: 12 }
})

export const cleanOrders = compose(async function cleanOrders(orders: Table): Promise<Table> {
  return { ...orders, rows: orders.rows - 1 }
})

/** What two tasks come before gets the outputs of both, in order. */
export const joinTables = compose(async function joinTables([orders, customers]: readonly [
  Table,
  Table,
]): Promise<Table> {
  return { day: orders.day, table: 'sales', rows: orders.rows + customers.rows }
})

export const publish = compose(async function publish({ table, rows }: Table) {
  return `${table}: ${rows}`
})

export const archive = compose(async function archive({ day, table }: Table) {
  return `s3://archive/${day}/${table}`
})
