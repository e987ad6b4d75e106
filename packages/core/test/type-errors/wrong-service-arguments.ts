import { service } from '@orkestra/core'

export const workflow = service('sqs:sendMessage', { QueueUrl: 'u' })
