/**
 * CDK tokens in the strings of a definition. A token is resolved before a query language or JSON escapes
 * anything: its literal parts become ordinary text, and the parts that CloudFormation fills in become marks that are never escaped.
 */
import { createHash } from 'node:crypto'
import {
  DefaultTokenResolver,
  Intrinsic,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  Reference,
  Stack,
  Token,
  Tokenization,
} from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** Replaces a reference while a token is being resolved. It is an intrinsic, so that CDK's `toJsonString` handles it. */
const opaque = 'Fn::Opaque'

type Json = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const onlyKey = (value: Json): string | undefined => {
  const keys = Object.keys(value)
  return keys.length === 1 ? keys[0] : undefined
}

/** A CloudFormation intrinsic, such as `{ "Fn::Select": [0, …] }`. */
const isIntrinsic = (value: unknown): value is Json => {
  if (!isRecord(value)) return false
  const key = onlyKey(value)
  return key === 'Ref' || key?.startsWith('Fn::') === true
}

/** An `Fn::Join` whose parts are known individually. */
const joined = (value: Json): readonly [delimiter: string, parts: readonly unknown[]] | undefined => {
  const given = value['Fn::Join']
  return Array.isArray(given) && Array.isArray(given[1]) ? [String(given[0]), given[1]] : undefined
}

const mapped = (value: unknown, change: (value: Json) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change))
  if (!isRecord(value)) return value
  const other = change(value)
  return other === undefined
    ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, mapped(field, change)]))
    : other
}

/** As in CDK, the text of an intrinsic is placed between JSON quotes. */
const quoted = (value: unknown): unknown => {
  if (typeof value === 'string' && !Token.isUnresolved(value)) return JSON.stringify(value).slice(1, -1)
  if (Array.isArray(value)) return value.map(quoted)
  return isRecord(value) && !Tokenization.isResolvable(value)
    ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, quoted(field)]))
    : value
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()

/** The form of a number that represents a token: https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/core/lib/private/encoding.ts */
const encodedNumber = /-1\.88815\d*e\+289/g

export interface Tokens {
  /** Resolves or marks the tokens in a string, or in a string from a list that is a token. */
  readonly text: (text: string) => string
  /** Converts CDK's JSON, with tokens, to JSON with marks. */
  readonly json: (value: unknown) => unknown
  /** Replaces each mark, and each number that is a token, with `${key}` in the text of a definition. */
  readonly filled: (text: string) => string
  /** The values for the keys that `filled` has written. */
  readonly substitutions: () => Readonly<Record<string, string>>
  /** Replaces the marks in a string with CDK tokens. */
  readonly restored: (text: string) => string
  /** Whether any token can still change its value until synthesis. */
  readonly isLate: () => boolean
}

const listInside = (): Error =>
  new Error(
    'a list that is known at deployment only stands inside an expression: give it as plain data, an array that is nothing else',
  )

/** Checks that a list token in CDK states is a complete string. @throws Error when it is part of a longer string. */
export const checkList = (text: string): string => {
  if (/.#\{Token\[|#\{Token\[[^\]]*\]\}./s.test(text)) throw listInside()
  return text
}

export interface TokenOptions {
  /** A character that no string of the definition contains. */
  readonly mark: string
  /** Keys that are already used. */
  readonly taken: ReadonlySet<string>
  /** Whether to resolve tokens that can still change, such as those of `Lazy`, now, or leave them unresolved. */
  readonly late: 'resolve' | 'leave'
  /** Whether to fill list tokens with one string of their items, or leave them to CDK. */
  readonly lists: 'fill' | 'leave'
}

/** The tokens of one definition, as the stack of `scope` sees them. */
export const tokensOf = (scope: Construct, { mark, taken, late, lists: listing }: TokenOptions): Tokens => {
  const stack = Stack.of(scope)
  /** The CDK token for each key, as a string. */
  const values = new Map<string, string>()
  const used = new Set<string>()
  const keys = new Map<unknown, string>()
  const lists = new Set<string>()
  let sawLate = false

  /** Derived from the value and not from its position, so that a new step does not rename other keys. */
  const newKey = (label: string, identity: string, value: string): string => {
    const readable = label.replace(/[^A-Za-z0-9]/g, '').slice(0, 60)
    let key = `${/^[A-Za-z]/.test(readable) ? readable : `Value${readable}`}${short(identity)}`
    while (taken.has(key) || (values.has(key) && values.get(key) !== value)) key += 'x'
    values.set(key, value)
    return key
  }
  const keyOfReference = (reference: Reference): string => {
    const known = keys.get(reference)
    if (known !== undefined) return known
    const { target, displayName } = reference
    const own = Stack.of(target) === stack
    const path = own ? target.node.path.slice(stack.node.path.length) : target.node.path
    const ids = path.split('/').filter((id) => id !== '' && id !== 'Resource' && id !== 'Default')
    const key = newKey(`${ids.join('')}${displayName}`, `${path} ${displayName}`, Token.asString(reference))
    keys.set(reference, key)
    return key
  }
  const markedKey = (key: string): string => `${mark}${key}${mark}`
  const keyIn = (value: unknown): string | undefined => {
    const key = isRecord(value) ? value[opaque] : undefined
    return typeof key === 'string' ? key : undefined
  }
  /** Puts CDK tokens back where an intrinsic's references were marked, so that CDK still sees the references. */
  const withTokens = (value: unknown): unknown =>
    mapped(value, (inner) => {
      const key = keyIn(inner)
      return key === undefined ? undefined : Token.asAny(Tokenization.reverseCompleteString(values.get(key) as string))
    })
  const keyOfIntrinsic = (value: Json): string => {
    const identity = JSON.stringify(value)
    const known = keys.get(identity)
    if (known !== undefined) return known
    const label = typeof value.Ref === 'string' ? value.Ref : (onlyKey(value) ?? '')
    const key = newKey(label, identity, Token.asString(quoted(withTokens(value))))
    keys.set(identity, key)
    return key
  }
  /** Converts a resolved token to a string with marks. */
  const flat = (value: unknown): string => {
    if (isIntrinsic(value)) {
      const key = keyIn(value)
      if (key !== undefined) return markedKey(key)
      const join = joined(value)
      return join === undefined ? markedKey(keyOfIntrinsic(value)) : join[1].map(flat).join(join[0])
    }
    if (typeof value === 'string') return value
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    throw new Error(`a CDK token inside a string does not resolve to a string: ${JSON.stringify(value)}`)
  }

  const keyOfList = (list: unknown): string => {
    const identity = JSON.stringify({ list })
    const known = keys.get(identity)
    if (known !== undefined) return known
    // Between the quotes of its one text, with quotes between the items.
    const value = Token.asString({ 'Fn::Join': ['","', quoted(withTokens(list))] })
    const key = newKey('List', identity, value)
    keys.set(identity, key)
    lists.add(key)
    return key
  }

  class Resolver extends DefaultTokenResolver {
    override resolveToken(token: IResolvable, context: IResolveContext, post: IPostProcessor): unknown {
      if (Reference.isReference(token)) return { [opaque]: keyOfReference(token) }
      if (!(token instanceof Intrinsic)) {
        sawLate = true
        if (late === 'leave') return { [opaque]: newKey('Late', String(values.size), Token.asString(token)) }
      }
      return super.resolveToken(token, context, post)
    }
  }
  const resolver = new Resolver({ join: (left, right) => ({ 'Fn::Join': ['', [left ?? '', right ?? '']] }) })
  const resolved = (value: unknown): unknown => Tokenization.resolve(value, { scope, resolver, preparing: false })

  const text: Tokens['text'] = (given) => {
    if (given.startsWith('#{Token[')) return listing === 'leave' ? given : markedKey(keyOfList(resolved([given])))
    return Token.isUnresolved(given) ? flat(resolved(given)) : given
  }

  const json: Tokens['json'] = (value) => {
    if (typeof value === 'string') {
      // A token that is all of a text may be anything, as `JsonPath.DISCARD` is null.
      const whole = Token.isUnresolved(value) && Tokenization.reverseString(value).length === 1
      const given = whole && !value.startsWith('#{') ? resolved(value) : undefined
      return given === undefined || isIntrinsic(given) ? text(value) : json(given)
    }
    if (Array.isArray(value)) return value.map(json)
    if (!isRecord(value)) return value
    if (Tokenization.isResolvable(value)) return json(resolved(value))
    if (isIntrinsic(value)) return flat(resolved(value))
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, field]) => (field === undefined ? [] : [[text(key), json(field)]])),
    )
  }

  const filled: Tokens['filled'] = (definition) => {
    const use = (key: string): string => {
      used.add(key)
      return `\${${key}}`
    }
    return definition
      .replace(
        new RegExp(`(.?)${mark}(\\w+)${mark}(?=(.?))`, 'gs'),
        (_, before: string, key: string, after: string) => {
          if (lists.has(key) && (before !== '"' || after !== '"')) throw listInside()
          return `${before}${use(key)}`
        },
      )
      .replace(encodedNumber, (written) => {
        const token = Tokenization.reverseNumber(Number(written))
        if (token === undefined) return written
        const number = resolved(token)
        return typeof number === 'number' ? String(number) : flatNumber(number, use)
      })
  }
  const flatNumber = (value: unknown, use: (key: string) => string): string => {
    const key = keyIn(value) ?? (isIntrinsic(value) ? keyOfIntrinsic(value) : undefined)
    if (key === undefined) throw new Error(`a number of CDK is no number: ${JSON.stringify(value)}`)
    return use(key)
  }

  return {
    text,
    json,
    filled,
    substitutions: () =>
      Object.fromEntries([...values].filter(([key]) => used.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))),
    restored: (given) => given.replace(new RegExp(`${mark}(\\w+)${mark}`, 'g'), (_, key) => values.get(key) ?? ''),
    isLate: () => sawLate,
  }
}

/**
 * @throws Error when a definition still contains something that looks like a CDK token, which would be deployed literally.
 */
export const checkNoToken = (text: string, place: string): void => {
  // Without its braces too, as where a text was cut out of it.
  const found = /(?:(?:#|\$|\\u0024)\\*\{)?Token\[[\w.:-]*\.\d+\](?:\\*\})?/.exec(text) ?? text.match(encodedNumber)
  if (found !== null)
    throw new Error(
      `${place}: the definition holds ${found[0]}, an unresolved CDK token, in a place that needs a value known at synthesis`,
    )
}
