/** What the `Resource` of a Task names, and which service integrations there are. Not a check: that is the validator's. */

import { type Integration, type IntegrationPattern, integrations as table } from '@orkestra/core/integrations'

export type Pattern = IntegrationPattern

export type Resource =
  /** An optimized integration, `arn:aws:states:::lambda:invoke.waitForTaskToken`. */
  | {
      readonly kind: 'integration'
      readonly partition: string
      readonly service: string
      readonly action: string
      readonly pattern: Pattern
    }
  /** Any API action, `arn:aws:states:::aws-sdk:dynamodb:query`. */
  | {
      readonly kind: 'sdk'
      readonly partition: string
      readonly service: string
      readonly action: string
      readonly pattern: Pattern
    }
  /** A Lambda function by its own ARN. */
  | { readonly kind: 'function'; readonly partition: string; readonly name: string; readonly qualifier?: string }
  /** A worker that polls. */
  | { readonly kind: 'activity'; readonly partition: string; readonly name: string }
  /** An ARN of something else. */
  | { readonly kind: 'other'; readonly partition: string; readonly service: string }
  /** The part that decides is a `${…}` placeholder: it is known at deployment only. */
  | { readonly kind: 'placeholder' }

const patterns: readonly (readonly [suffix: string, pattern: Pattern])[] = [
  ['.sync:2', 'sync:2'],
  ['.sync', 'sync'],
  ['.waitForTaskToken', 'waitForTaskToken'],
]

/** Splits at colons, except those within `${AWS::Region}`. */
const split = (text: string): readonly string[] => {
  const parts: string[] = []
  const last = text.lastIndexOf('}')
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    // Without a closing brace it is text like any other.
    if (at < last && text.startsWith('${', at)) at = text.indexOf('}', at)
    else if (text[at] === ':') {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

const isPlaceholder = (text: string): boolean => {
  const open = text.indexOf('${')
  return open !== -1 && text.lastIndexOf('}') > open
}

/** `invoke.waitForTaskToken` in its two parts. */
const withoutPattern = (text: string): readonly [action: string, pattern: Pattern] => {
  for (const [suffix, pattern] of patterns) if (text.endsWith(suffix)) return [text.slice(0, -suffix.length), pattern]
  return [text, 'requestResponse']
}

/** The resources of Step Functions itself: activities and integrations. */
const ofStates = (partition: string, rest: readonly string[]): Resource => {
  const [first = '', second = ''] = rest
  if (first === 'activity') return { kind: 'activity', partition, name: rest.slice(1).join(':') }
  const isSdk = first === 'aws-sdk'
  const service = isSdk ? second : first
  const [action, pattern] = withoutPattern(rest.slice(isSdk ? 2 : 1).join(':'))
  if (isPlaceholder(service) || isPlaceholder(action)) return { kind: 'placeholder' }
  return { kind: isSdk ? 'sdk' : 'integration', partition, service, action, pattern }
}

/**
 * What a Task's `Resource` names; `undefined` when it is not an ARN. Any partition; `${…}` may stand for any part.
 *
 * @example parseResource('arn:aws:states:::sqs:sendMessage.waitForTaskToken')
 * // { kind: 'integration', partition: 'aws', service: 'sqs', action: 'sendMessage', pattern: 'waitForTaskToken' }
 */
export const parseResource = (text: string): Resource | undefined => {
  const [head, partition = '', service = '', , , ...rest] = split(text)
  if (head !== 'arn') return isPlaceholder(text) ? { kind: 'placeholder' } : undefined
  if (rest.length === 0) return isPlaceholder(text) ? { kind: 'placeholder' } : undefined
  if (partition === '' || service === '') return undefined
  if (isPlaceholder(service)) return { kind: 'placeholder' }
  if (service === 'states') return ofStates(partition, rest)
  if (service === 'lambda' && rest[0] === 'function') {
    const [, name = '', qualifier] = rest
    if (name === '') return undefined
    return { kind: 'function', partition, name, ...(qualifier !== undefined && { qualifier }) }
  }
  return { kind: 'other', partition, service }
}

/** By service, then by action. A map, as the names come from texts of users. */
export const integrations: ReadonlyMap<string, ReadonlyMap<string, Integration>> = new Map(
  Object.entries(table).map(([service, actions]) => [service, new Map<string, Integration>(Object.entries(actions))]),
)

/** The entry of an optimized integration. @example integrationOf('lambda', 'invoke')?.required // ['FunctionName'] */
export const integrationOf = (service: string, action: string): Integration | undefined =>
  integrations.get(service)?.get(action)
