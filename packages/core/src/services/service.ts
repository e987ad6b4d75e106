/** A task that calls a service of AWS, with no function between. */

import type { Duration } from '../duration.ts'
import type { Of, Ref, Reference, Template, Value } from '../expressions/reference.ts'
import type { Graph } from '../graph/step.ts'
import type { CheckedFields, IsKnown, SdkArguments } from '../sdk/calls.ts'
import {
  type Integration,
  integrations,
  type ServiceArguments,
  type ServiceResource,
  type SupportedResource,
} from './integrations.ts'
import type { ServiceResult } from './serviceResult.ts'
import { type Resource, refuseResource, resourcePattern, serviceTask } from './serviceTask.ts'

/** The arguments of a resource whose fields are unknown: any. */
export type ServiceFields<R extends ServiceResource> = ServiceArguments<R> & { readonly [field: string]: Template }

/**
 * A resource's arguments, as a template. An optimized integration takes the fields that it has, with the types of the client in
 * `SdkClients` where that is named; an action of the SDK any fields, or those of its client.
 */
export type ServiceTemplate<R extends ServiceResource> = IsKnown<R> extends true ? SdkArguments<R> : ServiceFields<R>

/** What may be given at all, so that whatever is wrong with it can be said of the field that it is about. */
type Given<R extends ServiceResource> =
  IsKnown<R> extends true ? Partial<SdkArguments<R>> & { readonly [field: string]: unknown } : ServiceFields<R>
type Checked<R extends ServiceResource, G> = IsKnown<R> extends true ? CheckedFields<R, G> : G

/** The token to be passed on, for those resources that wait for it. */
type TokenOf<R> = R extends `${string}.waitForTaskToken` ? [token: Ref<string>] : []

/** A heartbeat, of a resource that is waited for. */
type HeartbeatOf<R> = R extends `${string}.${'waitForTaskToken' | 'sync' | 'sync:2'}` ? Duration : never

/** Options of a service call, apart from its arguments. */
export interface ServiceOptions<R extends ServiceResource, I, T, X> {
  /** The task's name, used for its state and its stand-in. Default: the action's name, such as `putItem`. */
  readonly name?: string
  /** Computes the output from the service's response. You can annotate the parameter: `(r: Ref<{ Items: … }>) => r.Items`. */
  readonly result?: (result: Ref<T>) => X
  /** Default: no time-out. At least 1 s. */
  readonly taskTimeout?: Duration
  /** The maximum time between heartbeats, for `.waitForTaskToken` and `.sync`. At least 1 s, shorter than `taskTimeout`. */
  readonly heartbeat?: HeartbeatOf<R>
  /** The ARN of a role to assume for the call, in this or another account. */
  readonly credentials?: string | ((input: Ref<I>) => Of<string>)
}

const tableOf = (): ReadonlyMap<string, Integration> =>
  new Map(
    Object.entries(integrations).flatMap(([service, actions]) =>
      Object.entries<Integration>(actions).map(([action, entry]) => [`${service}:${action}`, entry] as const),
    ),
  )
const table = /* @__PURE__ */ tableOf()

const written = (resource: string): Resource => {
  const say = refuseResource(resource)
  const match = resourcePattern.exec(String(resource))
  if (match === null)
    return say(
      'expected what stands after arn:aws:states:::, as "sqs:sendMessage", "glue:startJobRun.sync" or "aws-sdk:dynamodb:query".',
    )
  const [, action = '', suffix] = match
  const pattern = suffix ?? 'requestResponse'
  if (resource.startsWith('aws-sdk:')) {
    if (suffix !== undefined && suffix !== 'waitForTaskToken')
      return say('The AWS SDK has no .sync: only optimized integrations wait for a job.')
    if (!/^aws-sdk:[a-z0-9]+:[a-z]/.test(resource))
      return say('services of the AWS SDK are in lower case, and actions start in lower case: aws-sdk:dynamodb:query.')
    return { action, pattern, required: [] }
  }
  const name = suffix === undefined ? resource : resource.slice(0, -suffix.length - 1)
  const entry = table.get(name)
  if (entry === undefined)
    return say(
      'there is no such optimized integration that is known here. Any action of the AWS SDK is there as aws-sdk:service:action; an integration that is newer than this package is called by unlistedService.',
    )
  if (!(entry.patterns as readonly string[]).includes(pattern))
    return say(`${name} has only ${entry.patterns.join(', ')}.`)
  return { action, pattern, required: entry.required }
}

/**
 * Calls an AWS service without a Lambda function: an optimized integration, or any action of the AWS SDK (`aws-sdk:service:action`).
 * The arguments are plain data, or a callback that gets a typed reference to the input. A resource that ends in `.sync` waits for the
 * job it started; for one that ends in `.waitForTaskToken`, the callback gets the token as its second parameter, and the task waits until
 * it is returned. The output is the service's response, typed where known, or what `result` computes from it.
 *
 * Fields are named as in Step Functions: the service's API fields in PascalCase.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 *
 * @example service('dynamodb:putItem', (o) => ({ TableName: 'orders', Item: { id: { S: o.id } } }))
 * @example service('sqs:sendMessage.waitForTaskToken', (o, token) => ({ QueueUrl: 'url', MessageBody: { order: o.id, token } }))
 * @example service('states:startExecution.sync:2', (o) => ({ StateMachineArn: 'arn', Input: o }), { result: (r) => r.Output })
 * @throws TypeError when there is no such resource or pattern, when a required field is missing, when something in the arguments is
 *   neither JSON nor a reference, when a token is never passed on, or when there is a heartbeat but nothing to wait for;
 *   RangeError when a time is under one second, or the heartbeat not shorter than the time-out.
 */
export const service = <
  const R extends ServiceResource,
  I = unknown,
  T = ServiceResult<R>,
  const X extends Template = Reference<T>,
  const G extends Given<R> = Given<R>,
>(
  resource: SupportedResource<R>,
  given: Checked<R, G> | ((input: Ref<I>, ...token: TokenOf<R>) => Checked<R, G>),
  options: ServiceOptions<R, I, T, X> = {},
): Graph<I, Value<X>> => {
  return serviceTask(resource, written(resource), given, options as never)
}
