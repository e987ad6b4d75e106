import { seq, task } from '@orkestra/core'

const now = task<void, { at: Date }>('now')
const later = task<{ at: Date }, Date>('later')

export const workflow = seq(now, later)
