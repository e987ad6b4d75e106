import { catchError, onAny, task } from '@orkestra/core'

const order = task<void, { id: string; price: number; lines: { sku: string }[] }>('order')
const charge = task<{ id: string }, number>('charge')
const ship = task<{ sku: string }, boolean>('ship')

export const workflow = catchError(charge, onAny(ship))
