import type { World } from '../world.ts'
import type { Scope } from './arn.ts'

/** What an action is asked with: a request whose shape was checked, on behalf of whom, and until when the client waits. */
export interface Call {
  readonly world: World
  readonly request: Readonly<Record<string, unknown>>
  readonly scope: Scope
  readonly signal: AbortSignal
}

/** An action of the API. @throws ServiceError */
export type Action = (call: Call) => unknown

/** A member that the request's shape says is text. */
export const textIn = (request: Call['request'], name: string): string => request[name] as string

export const optionalTextIn = (request: Call['request'], name: string): string | undefined =>
  request[name] as string | undefined
