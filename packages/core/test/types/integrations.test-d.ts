/** Which service resources there are, what they are told and what they answer. Checked by tsc; nothing here runs. */
import type {
  Integration,
  IntegrationPattern,
  Integrations,
  OptimizedResource,
  SdkResource,
  ServiceArguments,
  ServiceResource,
  ServiceResult,
  SupportedResource,
} from '@orkestra/core'
import { expectTypeOf } from 'expect-type'

// The table holds nothing but integrations, and every pattern has its place.
expectTypeOf<Integrations>().toExtend<Readonly<Record<string, Readonly<Record<string, Integration>>>>>()
expectTypeOf<Integrations['states']['startExecution']['patterns'][number]>().toEqualTypeOf<IntegrationPattern>()

// A way to call a service, as whoever makes one would write it.
declare const call: <const R extends ServiceResource>(
  resource: SupportedResource<R>,
  given: ServiceArguments<R>,
) => ServiceResult<R>

// What there is.
expectTypeOf<Extract<OptimizedResource, `sqs:${string}`>>().toEqualTypeOf<
  'sqs:sendMessage' | 'sqs:sendMessage.waitForTaskToken'
>()
expectTypeOf<Extract<OptimizedResource, `states:${string}`>>().toEqualTypeOf<
  | 'states:startExecution'
  | 'states:startExecution.sync'
  | 'states:startExecution.sync:2'
  | 'states:startExecution.waitForTaskToken'
>()
expectTypeOf<Extract<OptimizedResource, `dynamodb:${string}`>>().toEqualTypeOf<
  'dynamodb:getItem' | 'dynamodb:putItem' | 'dynamodb:updateItem' | 'dynamodb:deleteItem'
>()
expectTypeOf<Extract<OptimizedResource, `glue:${string}`>>().toEqualTypeOf<
  'glue:startJobRun' | 'glue:startJobRun.sync'
>()
// `.sync:2` is for nested executions alone.
expectTypeOf<Extract<OptimizedResource, `${string}.sync:2`>>().toEqualTypeOf<'states:startExecution.sync:2'>()

// What there is not.
expectTypeOf<'sqs:sendMesage'>().not.toExtend<ServiceResource>()
expectTypeOf<'sqss:sendMessage'>().not.toExtend<ServiceResource>()
expectTypeOf<'sqs:sendMessage.sync'>().not.toExtend<ServiceResource>()
expectTypeOf<'glue:startJobRun.sync:2'>().not.toExtend<ServiceResource>()
expectTypeOf<'glue:startJobRun.waitForTaskToken'>().not.toExtend<ServiceResource>()
expectTypeOf<'dynamodb:query'>().not.toExtend<ServiceResource>()
expectTypeOf<'lambda'>().not.toExtend<ServiceResource>()
expectTypeOf<'sqs:getItem'>().not.toExtend<ServiceResource>()

// Any action of the SDK, in the spelling that it has there.
expectTypeOf<'aws-sdk:dynamodb:query'>().toExtend<SdkResource>()
expectTypeOf<'aws-sdk:s3:getObject.waitForTaskToken'>().toExtend<SdkResource>()
expectTypeOf<'aws-sdk:dynamodb:Query'>().not.toExtend<SdkResource>()
expectTypeOf<'aws-sdk:DynamoDB:query'>().not.toExtend<SdkResource>()
expectTypeOf<'aws-sdk:dynamodb'>().not.toExtend<SdkResource>()

// What they are told.
call('sqs:sendMessage', { QueueUrl: 'u', MessageBody: { a: 1 }, DelaySeconds: 1 })
call('aws-sdk:dynamodb:query', { TableName: 't' })
call('codebuild:retryBuildBatch.sync', {})
// @ts-expect-error MessageBody is missing
call('sqs:sendMessage.waitForTaskToken', { QueueUrl: 'u' })
// @ts-expect-error an action that there is not
call('sqs:sendMesage', { QueueUrl: 'u', MessageBody: 'm' })
// @ts-expect-error a queue is no job
call('sqs:sendMessage.sync', { QueueUrl: 'u', MessageBody: 'm' })
// @ts-expect-error no job is waited for through the SDK
call('aws-sdk:glue:startJobRun.sync', {})
// @ts-expect-error nor in the other way
call('aws-sdk:sfn:startExecution.sync:2', {})

// What they answer.
expectTypeOf(call('sqs:sendMessage', { QueueUrl: 'u', MessageBody: 'm' }).MessageId).toEqualTypeOf<string>()
expectTypeOf<ServiceResult<'sqs:sendMessage.waitForTaskToken'>>().toEqualTypeOf<unknown>()
expectTypeOf<ServiceResult<'aws-sdk:dynamodb:query'>>().toEqualTypeOf<unknown>()
expectTypeOf<ServiceResult<'codebuild:stopBuild'>>().toEqualTypeOf<unknown>()
expectTypeOf<ServiceResult<'states:startExecution.sync'>['Output']>().toEqualTypeOf<string>()
expectTypeOf<ServiceResult<'states:startExecution.sync:2'>['Output']>().toEqualTypeOf<unknown>()
expectTypeOf<ServiceResult<'glue:startJobRun'>>().toEqualTypeOf<{ readonly JobRunId: string }>()
