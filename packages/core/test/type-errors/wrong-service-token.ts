import { type Ref, service } from '@orkestra/core'

export const workflow = service('sns:publish', (o: Ref<{ id: string }>, token: Ref<string>) => ({ Message: { id: o.id, token } }))
