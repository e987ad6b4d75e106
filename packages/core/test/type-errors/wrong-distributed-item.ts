import { distributedMap, s3Objects, task } from '@orkestra/core'

const ship = task<{ sku: string }, boolean>('ship')

export const workflow = distributedMap(ship, { reader: s3Objects({ bucket: 'photos' }) })
