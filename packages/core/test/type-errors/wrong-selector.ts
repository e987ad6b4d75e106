import { map, type Ref, task } from '@orkestra/core'

const ship = task<{ sku: string }, boolean>('ship')

export const workflow = map((o: Ref<{ ids: string[] }>) => o.ids, ship, { selector: (id) => ({ ske: id }) })
