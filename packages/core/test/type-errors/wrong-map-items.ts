import { map, type Ref, task } from '@orkestra/core'

const ship = task<{ sku: number }, boolean>('ship')

export const workflow = map((o: Ref<{ lines: { sku: string }[] }>) => o.lines, ship)
