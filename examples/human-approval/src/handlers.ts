import { composeWith } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 10 } })

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

export const reimburse = compose(async function reimburse({ by, amount }: Expense) {
  return `${by} gets ${amount}`
})

export const tellRejected = compose(async function tellRejected({ by, id }: Expense) {
  return `${by}, your expense ${id} is rejected`
})

export const askBoard = compose(async function askBoard({ id }: Expense) {
  return `Expense ${id} is on the board's agenda`
})
