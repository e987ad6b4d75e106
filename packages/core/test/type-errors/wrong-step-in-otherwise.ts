import { choice, gt, otherwise, seq, task, when } from '@orkestra/core'

const order = task<void, { id: string; price: number; lines: { sku: string }[] }>('order')
const charge = task<{ id: string }, number>('charge')
const ship = task<{ sku: string }, boolean>('ship')

export const workflow = seq(order, choice(when((o) => gt(o.price, 3), charge), otherwise(ship)))
