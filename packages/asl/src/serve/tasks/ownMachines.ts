/** Machines of this server, started by a task: `arn:aws:states:::states:startExecution` and what AWS's SDK integrations of it do. */
import { setTimeout as delay } from 'node:timers/promises'
import { isRecord } from '../../execute/payload/payload.ts'
import { TaskFailure } from '../../execute/task/taskFailure.ts'
import type { Resource } from '../../language/resource.ts'
import { defaultScope, type Scope } from '../api/arn.ts'
import { ServiceError } from '../api/error.ts'
import type { World } from '../world.ts'
import type { Call } from './call.ts'

type Integration = Extract<Resource, { readonly kind: 'integration' | 'sdk' }>

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const firstLower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** The members of a structure under names of the other kind: Step Functions begins them with a capital, its own API does not. */
const renamed = (value: unknown, name: (key: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((each) => renamed(each, name))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [name(key), renamed(each, name)]))
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? {}))

/** A request of the API: its structures are only as deep as it has them; payloads are texts. */
const requestOf = (parameters: unknown): Record<string, unknown> => {
  const given = isRecord(parameters) ? parameters : {}
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const name = firstLower(key)
      const isPayload = name === 'input' || name === 'output' || name === 'definition' || name === 'cause'
      return [name, isPayload ? (value === null ? undefined : asText(value)) : renamed(value, firstLower)]
    }),
  )
}

const milliseconds = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1000) : value)

/** An answer of the API as a task has it. */
const resultOf = (answer: unknown): Record<string, unknown> => {
  const { NextToken, ...result } = renamed(answer, firstUpper) as Record<string, unknown>
  for (const key of Object.keys(result)) if (/Date$/.test(key)) result[key] = milliseconds(result[key])
  return { ...result, ...(NextToken !== undefined && { NextToken }) }
}

const parsedPayloads = (result: Record<string, unknown>): Record<string, unknown> => {
  for (const key of ['Input', 'Output'])
    if (typeof result[key] === 'string') result[key] = JSON.parse(result[key] as string) as unknown
  return result
}

const failureOf = (error: unknown, prefix: string): unknown =>
  error instanceof ServiceError
    ? new TaskFailure(
        `${prefix}.${error.code.endsWith('Exception') ? error.code : `${error.code}Exception`}`,
        `${error.message} (Service: ${prefix}, Status Code: 400)`,
      )
    : error

/** Waits until another execution has ended. */
const finished = async (
  world: World,
  request: Record<string, unknown>,
  answer: unknown,
  isParsed: boolean,
): Promise<unknown> => {
  const { executionArn } = answer as { readonly executionArn: string }
  await world.executions.get(executionArn)?.running?.settled
  const result = resultOf(await world.call('DescribeExecution', { executionArn }, scopeOf(world, request)))
  if (result.Status !== 'SUCCEEDED') throw new TaskFailure('States.TaskFailed', JSON.stringify(result))
  return isParsed ? parsedPayloads(result) : result
}

const scopeOf = (world: World, request: Record<string, unknown>): Scope => {
  const arn = String(request.stateMachineArn ?? request.executionArn ?? '').split(':')
  const { region, account } = defaultScope(world.options)
  return { partition: arn[1] || 'aws', region: arn[3] || region, account: arn[4] || account }
}

/** The call of a task that is for Step Functions itself; nothing for any other service. */
export const ownStandIn = (world: World, parsed: Integration): Call | undefined => {
  if (parsed.service !== (parsed.kind === 'sdk' ? 'sfn' : 'states')) return undefined
  const name = firstUpper(parsed.action)
  const prefix = parsed.kind === 'sdk' ? 'Sfn' : 'StepFunctions'
  return async (parameters) => {
    const request = requestOf(parameters)
    try {
      const answer = await world.call(name, request, scopeOf(world, request))
      if (parsed.pattern === 'waitForTaskToken') return undefined
      if (parsed.pattern === 'sync' || parsed.pattern === 'sync:2')
        return await finished(world, request, answer, parsed.pattern === 'sync:2')
      return resultOf(answer)
    } catch (error) {
      // The event loop turns once, so that a loop of failing calls can be stopped.
      await delay(0)
      throw failureOf(error, prefix)
    }
  }
}
