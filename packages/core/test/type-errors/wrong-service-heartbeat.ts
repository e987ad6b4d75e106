import { seconds, service } from '@orkestra/core'

export const workflow = service('sns:publish', { Message: 'm' }, { heartbeat: seconds(3) })
