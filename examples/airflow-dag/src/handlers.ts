import { handlers } from '@orkestra/handler'

export interface Day {
  readonly day: string
}

export interface Table extends Day {
  readonly table: string
  readonly rows: number
}

export const { start, extractOrders, extractCustomers, cleanOrders, joinTables, publish, archive } = handlers(
  { entry: import.meta.url, timeout: { seconds: 60 } },
  {
    async start({ day }: Day): Promise<Day> {
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new RangeError(`${day} is no day`)
      return { day }
    },
    async extractOrders({ day }: Day): Promise<Table> {
      return { day, table: 'orders', rows: 30 }
    },
    async extractCustomers({ day }: Day): Promise<Table> {
      return { day, table: 'customers', rows: 12 }
    },
    async cleanOrders(orders: Table): Promise<Table> {
      return { ...orders, rows: orders.rows - 1 }
    },
    /** What two tasks come before gets the outputs of both, in order. */
    async joinTables([orders, customers]: readonly [Table, Table]): Promise<Table> {
      return { day: orders.day, table: 'sales', rows: orders.rows + customers.rows }
    },
    async publish({ table, rows }: Table) {
      return `${table}: ${rows}`
    },
    async archive({ day, table }: Table) {
      return `s3://archive/${day}/${table}`
    },
  },
)
