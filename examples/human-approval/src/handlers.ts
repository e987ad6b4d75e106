import { handlers } from '@orkestra/handler'

export interface Expense {
  readonly id: string
  readonly amount: number
  readonly by: string
}

/** What the manager's page sends back with the token (`SendTaskSuccess`). */
export interface Decision {
  readonly answer: 'approved' | 'rejected' | 'none'
}

export interface Decided extends Expense {
  readonly decision: Decision
}

export const { reimburse, tellRejected, askBoard } = handlers(
  { entry: import.meta.url, timeout: { seconds: 10 } },
  {
    async reimburse({ by, amount }: Expense) {
      return `${by} gets ${amount}`
    },
    async tellRejected({ by, id }: Expense) {
      return `${by}, your expense ${id} is rejected`
    },
    async askBoard({ id }: Expense) {
      return `Expense ${id} is on the board's agenda`
    },
  },
)
