/** Whether the mocked result of a task is what its service could answer, by the model of the service's API. */
import { parseResource } from '../language/resource.ts'
import { type AnswerShape, type Bounded, sdkAnswer } from '../sdk/answers.ts'
import { sdkNameOf } from '../sdk/services.ts'
import { isRecord } from './payload/payload.ts'
import { TestStateError } from './testStateError.ts'

const problem = (what: string): TestStateError =>
  new TestStateError('ValidationException', `Mock result schema validation error: ${what}`)

/** Integrations whose answer Step Functions makes itself. */
const own: ReadonlySet<string> = new Set([
  'lambda:invoke',
  'apigateway:invoke',
  'http:invoke',
  'eks:call',
  'bedrock:invokeModel',
])

/** The shape of the answer of a request; nothing where any answer will do. */
const shapeFor = (resource: string): AnswerShape | undefined => {
  const parsed = parseResource(resource)
  if ((parsed?.kind !== 'integration' && parsed?.kind !== 'sdk') || parsed.pattern !== 'requestResponse')
    return undefined
  const { kind, service, action } = parsed
  if (kind === 'sdk') return sdkAnswer(service, action)
  return own.has(`${service}:${action}`) ? undefined : sdkAnswer(sdkNameOf(service, action), action)
}

const kinds = {
  structure: 'an object',
  map: 'an object',
  list: 'an array',
  text: 'a string',
  blob: 'a string',
  timestamp: 'a string',
  number: 'a number',
  boolean: 'a boolean',
} as const

const isOf = (kind: keyof typeof kinds, value: unknown): boolean => {
  if (kind === 'structure' || kind === 'map') return isRecord(value)
  if (kind === 'list') return Array.isArray(value)
  if (kind === 'number' || kind === 'boolean') return typeof value === kind
  return typeof value === 'string'
}

const checkBounds = (
  name: string,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, words }: Bounded,
  value: unknown,
): void => {
  if (words !== undefined && !words.includes(String(value))) throw problem(`Field '${name}' is not an expected value`)
  if (typeof value === 'number') {
    if (value < min) throw problem(`Field '${name}' is less than the minimum value`)
    if (value > max) throw problem(`Field '${name}' exceeds the maximum value`)
  } else if (typeof value === 'string') {
    if (value.length < min) throw problem(`Field '${name}' is smaller than the minimum length`)
    if (value.length > max) throw problem(`Field '${name}' exceeds the maximum length`)
  }
}

/**
 * Compares a mocked result with what the API of its service answers. Fields that the model does not know are let through.
 *
 * @throws TestStateError in AWS's words, at the first field that does not fit.
 */
export const checkAnswer = (resource: string, result: unknown, mode: 'STRICT' | 'PRESENT' | 'NONE'): void => {
  const shape = mode === 'NONE' ? undefined : shapeFor(resource)
  if (shape === undefined) return
  const open: { readonly name: string; readonly shape: AnswerShape; readonly value: unknown }[] = [
    { name: '', shape, value: result },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name, shape: of, value } = next
    if (of.kind === 'any') continue
    if (!isOf(of.kind, value))
      throw name === ''
        ? new TestStateError('ValidationException', 'Mocked result must be a JSON object.')
        : problem(`Field '${name}' must be ${kinds[of.kind]}`)
    if (of.kind === 'structure') {
      const record = value as Readonly<Record<string, unknown>>
      if (mode === 'STRICT')
        for (const [key, { isRequired }] of of.members)
          if (isRequired && !Object.hasOwn(record, key)) throw problem(`Required field '${key}' is missing`)
      for (const [key, inner] of Object.entries(record).reverse()) {
        const member = of.members.get(key)
        if (member !== undefined) open.push({ name: key, shape: member.shape(), value: inner })
      }
    } else if (of.kind === 'list' || of.kind === 'map') {
      const inner = of.of()
      for (const each of Object.values(value as object).reverse()) open.push({ name, shape: inner, value: each })
    } else if (of.kind === 'text' || of.kind === 'number' || of.kind === 'blob') checkBounds(name, of, value)
  }
}
