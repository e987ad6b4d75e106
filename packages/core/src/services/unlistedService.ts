/** A call of an optimized integration that this package does not know yet. */
import type { Duration } from '../duration.ts'
import type { Of, Ref, Reference, Template, Value } from '../expressions/reference.ts'
import type { Graph } from '../graph/step.ts'
import { type Integrations, integrations } from './integrations.ts'
import { refuseResource, resourcePattern, serviceTask } from './serviceTask.ts'

/** Options of such a call, apart from its arguments. */
export interface UnlistedOptions<I, T, X> {
  /** The task's own name: the action's name without it. */
  readonly name?: string
  /** Makes the output of what the service answered. */
  readonly result?: (result: Ref<T>) => X
  /** Without it there is none. From 1 s. */
  readonly taskTimeout?: Duration
  /** For `.waitForTaskToken` and `.sync`. From 1 s, shorter than `taskTimeout`. */
  readonly heartbeat?: Duration
  /** The ARN of a role to make the call as, of this account or another. */
  readonly credentials?: string | ((input: Ref<I>) => Of<string>)
}

/** Fields of any name. */
interface Fields {
  readonly [field: string]: Template
}

const isListed = (service: string, action: string): boolean =>
  Object.hasOwn(integrations, service) && Object.hasOwn(integrations[service as keyof Integrations], action)

/**
 * Calls an optimized integration that AWS has and this package does not know: newer than it. You say what it takes and answers; nothing
 * of it is checked, `diagnose` warns of it, and `policy` grants nothing for it. What `service` knows is called by that.
 *
 * @example
 * unlistedService('bedrockagentcore:invokeNext', (i: Ref<{ prompt: string }>) => ({ Prompt: i.prompt }), {
 *   result: (r: Ref<{ Output: string }>) => r.Output,
 * })
 * @throws TypeError when the resource is none, or one that `service` knows; else as `service` does.
 */
export const unlistedService = <I = unknown, T = unknown, const X extends Template = Reference<T>>(
  resource: `${string}:${string}`,
  given: Fields | ((input: Ref<I>, token: Ref<string>) => Fields),
  options: UnlistedOptions<I, T, X> = {},
): Graph<I, Value<X>> => {
  const say = refuseResource(resource)
  const [, action = '', suffix = 'requestResponse'] = resourcePattern.exec(String(resource)) ?? []
  const [service = ''] = String(resource).split(':')
  if (action === '')
    return say(
      'expected what stands after arn:aws:states:::, as "bedrockagentcore:invokeAgent" or "service:action.sync".',
    )
  if (service === 'aws-sdk' || isListed(service, action))
    return say('it is known: call it by service(…), which checks it.')
  return serviceTask(resource, { action, pattern: suffix, required: [] }, given, options as never)
}
