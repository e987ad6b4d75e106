/** A task that calls a service of AWS, with no function between. */

import { checkedName } from '../combinators/task.ts'
import { type Duration, wholeSeconds } from '../duration.ts'
import { type Expression, parts } from '../expressions/expression.ts'
import { fieldNames } from '../expressions/fields.ts'
import {
  dataOf,
  isReference,
  type Of,
  type Ref,
  type Reference,
  referenceTo,
  type Template,
  toExpression,
  type Value,
} from '../expressions/reference.ts'
import { frozenCopy, type Graph, graphOf, type Task } from '../graph/graph.ts'
import {
  type Integration,
  integrations,
  type ServiceArguments,
  type ServiceResource,
  type SupportedResource,
} from './integrations.ts'
import type { ServiceResult } from './serviceResult.ts'

/** What a resource is told, as a template: its required fields, and any others. */
export type ServiceTemplate<R extends ServiceResource> = ServiceArguments<R> & { readonly [field: string]: Template }

/** The token to be passed on, for those resources that wait for it. */
type TokenOf<R> = R extends `${string}.waitForTaskToken` ? [token: Ref<string>] : []

/** A heartbeat, of a resource that is waited for. */
type HeartbeatOf<R> = R extends `${string}.${'waitForTaskToken' | 'sync' | 'sync:2'}` ? Duration : never

/** What may be said of a service call besides what the service is told. */
export interface ServiceOptions<R extends ServiceResource, I, T, X> {
  /** The task's own name, which names its state and its stand-in: the action's name without it, as `putItem`. */
  readonly name?: string
  /** Makes the output of what the service answered. The parameter may be annotated: `(r: Ref<{ Items: … }>) => r.Items`. */
  readonly result?: (result: Ref<T>) => X
  /** Without it there is none. From 1 s. */
  readonly taskTimeout?: Duration
  /** How long whoever does the work may be silent: for `.waitForTaskToken` and `.sync`. From 1 s, shorter than `taskTimeout`. */
  readonly heartbeat?: HeartbeatOf<R>
  /** The ARN of a role to make the call as, of this account or another. */
  readonly credentials?: string | ((input: Ref<I>) => Of<string>)
}

interface Resource {
  readonly action: string
  readonly pattern: string
  /** Fields that the arguments must hold. */
  readonly required: readonly string[]
}

const table: ReadonlyMap<string, Integration> = new Map(
  Object.entries(integrations).flatMap(([service, actions]) =>
    Object.entries<Integration>(actions).map(([action, entry]) => [`${service}:${action}`, entry] as const),
  ),
)

const written = (resource: string): Resource => {
  const say = (why: string): never => {
    throw new TypeError(`service ${JSON.stringify(resource)}: ${why}`)
  }
  const match = /^(?:aws-sdk:)?[^:.]+:([^:.]+)(?:\.(sync|sync:2|waitForTaskToken))?$/.exec(String(resource))
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
    return say('there is no such optimized integration. Any action of the AWS SDK is there as aws-sdk:service:action.')
  if (!(entry.patterns as readonly string[]).includes(pattern))
    return say(`${name} has only ${entry.patterns.join(', ')}.`)
  return { action, pattern, required: entry.required }
}

const tokenPath = ['Task', 'Token']

/** Whether an expression holds the task token, or something of the context that holds it. */
const passesToken = (expression: Expression): boolean => {
  if (expression._tag === 'Source') return /\bTask\b\W+Token\b/.test(expression.source)
  if (expression._tag === 'Reference' && expression.root._tag === 'Context')
    return expression.path.every((key, i) => key === tokenPath[i])
  return parts(expression).some(passesToken)
}

/** From one second, whole. */
const checkedSeconds = (place: string, field: string, value: Duration | undefined): void => {
  if (value !== undefined && (!Number.isFinite(value.seconds) || wholeSeconds(value) < 1))
    throw new RangeError(`${place}: ${field} must be at least one second, got ${value.seconds} s`)
}

/**
 * Checks how long a task may take and be silent.
 *
 * @throws RangeError when one is under a second, or the heartbeat is not shorter than the time-out (a rule of ASL).
 */
export const checkTimes = (place: string, taskTimeout: Duration | undefined, heartbeat: Duration | undefined): void => {
  checkedSeconds(place, 'taskTimeout', taskTimeout)
  checkedSeconds(place, 'heartbeat', heartbeat)
  if (taskTimeout && heartbeat && wholeSeconds(heartbeat) >= wholeSeconds(taskTimeout))
    throw new RangeError(
      `${place}: heartbeat (${heartbeat.seconds} s) must be shorter than taskTimeout (${taskTimeout.seconds} s)`,
    )
}

/** What is selected of the raw result; nothing where all of it is. */
const selected = (place: string, select: ((result: never) => unknown) | undefined): Expression | undefined => {
  if (select === undefined) return undefined
  const expression = toExpression(
    place,
    dataOf(place, () => select(referenceTo({ _tag: 'Result' }) as never)),
  )
  return expression._tag === 'Reference' && expression.root._tag === 'Result' && expression.path.length === 0
    ? undefined
    : expression
}

/**
 * Calls a service of AWS with no function between: an optimized integration, or any action of the AWS SDK (`aws-sdk:service:action`).
 * The arguments are plain data, or a callback that gets a typed reference to the input. A resource that ends in `.sync` waits for the
 * job it started; for one that ends in `.waitForTaskToken` the callback gets the token as its second parameter, which somebody must
 * return. The output is what the service answers, typed where that is known, or what `result` makes of it.
 *
 * Fields have the names that Step Functions gives them: those of the service's API in PascalCase.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 *
 * @example service('dynamodb:putItem', (o) => ({ TableName: 'orders', Item: { id: { S: o.id } } }))
 * @example service('sqs:sendMessage.waitForTaskToken', (o, token) => ({ QueueUrl: 'url', MessageBody: { order: o.id, token } }))
 * @example service('states:startExecution.sync:2', (o) => ({ StateMachineArn: 'arn', Input: o }), { result: (r) => r.Output })
 * @throws TypeError when there is no such resource or pattern, when a required field is missing, when something in the arguments is
 *   neither JSON nor a reference, when a token is never passed on, or when a heartbeat is given where nothing is waited for;
 *   RangeError when a time is under one second, or the heartbeat not shorter than the time-out.
 */
export const service = <
  const R extends ServiceResource,
  I = unknown,
  T = ServiceResult<R>,
  const X extends Template = Reference<T>,
>(
  resource: SupportedResource<R>,
  given: ServiceTemplate<R> | ((input: Ref<I>, ...token: TokenOf<R>) => ServiceTemplate<R>),
  options: ServiceOptions<R, I, T, X> = {},
): Graph<I, Value<X>> => {
  const place = `service ${JSON.stringify(resource)}`
  const { action, pattern, required } = written(resource)
  const { name = action, result, taskTimeout, heartbeat, credentials } = options
  checkedName(name, place)
  checkTimes(place, taskTimeout, heartbeat)
  if (heartbeat !== undefined && pattern === 'requestResponse')
    throw new TypeError(
      `${place}: heartbeat is for .sync and .waitForTaskToken: this call waits for nobody. Use taskTimeout.`,
    )
  const input = referenceTo<I>({ _tag: 'Input' })
  const token = referenceTo<string>({ _tag: 'Context' }, tokenPath)
  const make = given as (input: Ref<I>, token: Ref<string>) => unknown
  const told = toExpression(
    `${place}, arguments`,
    typeof given === 'function' && !isReference(given)
      ? dataOf(`${place}, arguments`, () => make(input, token))
      : given,
  )
  const keys = fieldNames(told)
  if (keys === undefined)
    throw new TypeError(
      `${place}: the arguments must be an object with its fields written out, not a reference or a list.`,
    )
  const missing = required.filter((field) => !keys.includes(field))
  if (missing.length > 0) throw new TypeError(`${place}: the arguments lack ${missing.join(', ')}.`)
  if (pattern === 'waitForTaskToken' && !passesToken(told))
    throw new TypeError(
      `${place}: the token is never passed on, so nobody could return it and the task would wait for ever. Take it as the second parameter: (input, token) => ({ … token … }).`,
    )
  const selection = selected(`${place}, result`, result)
  const role =
    credentials === undefined
      ? undefined
      : toExpression(
          `${place}, credentials`,
          typeof credentials === 'function' && !isReference(credentials)
            ? dataOf(`${place}, credentials`, () => credentials(input))
            : credentials,
        )
  const node: Task = {
    _tag: 'Task',
    name,
    target: Object.freeze({ kind: 'service', resource, arguments: told }),
    ...(taskTimeout !== undefined && { taskTimeout: frozenCopy(taskTimeout) }),
    ...(heartbeat !== undefined && { heartbeat: frozenCopy<Duration>(heartbeat) }),
    ...(selection !== undefined && { result: selection }),
    ...(role !== undefined && { credentials: role }),
  }
  return graphOf(node)
}
