import { run, task } from '@orkestra/core'

const order = task<{ name: string }, { id: string }>('order')

export const execution = run(order, { nam: 'guitar' })
