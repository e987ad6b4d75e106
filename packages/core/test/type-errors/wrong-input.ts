import { task } from '@orkestra/core'
import { run } from '@orkestra/asl/execute'

const order = task<{ name: string }, { id: string }>('order')

export const execution = run(order, { nam: 'guitar' })
