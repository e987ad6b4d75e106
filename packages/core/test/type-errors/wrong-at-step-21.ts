import { seq, task } from '@orkestra/core'

const n = task<number, number>('n')
const s = task<string, string>('s')

export const workflow = seq(
  n, n, n, n, n, n, n, n, n, n,
  n, n, n, n, n, n, n, n, n, n,
  s,
  n,
)
