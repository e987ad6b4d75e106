import type { ServiceArguments, ServiceResource, SupportedResource } from '@orkestra/core'

declare const call: <const R extends ServiceResource>(resource: SupportedResource<R>, given: ServiceArguments<R>) => void

call('sqs:sendMessage', { QueueUrl: 'u' })
