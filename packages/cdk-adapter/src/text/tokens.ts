/**
 * What only a deployment knows, in the texts of a definition. A token of CDK is resolved before a query language or JSON escapes
 * anything: its literal parts become text like any other, and what CloudFormation fills in becomes a mark that nothing escapes.
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

/** What stands for a reference while a token is being resolved: an intrinsic, so that CDK's own `toJsonString` works around it. */
const opaque = 'Fn::Opaque'

type Json = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const onlyKey = (value: Json): string | undefined => {
  const keys = Object.keys(value)
  return keys.length === 1 ? keys[0] : undefined
}

/** An intrinsic of CloudFormation, as `{ "Fn::Select": [0, …] }`. */
const isIntrinsic = (value: unknown): value is Json => {
  if (!isRecord(value)) return false
  const key = onlyKey(value)
  return key === 'Ref' || key?.startsWith('Fn::') === true
}

/** `Fn::Join` of texts that are known one by one. */
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

/** As CDK does: the text of an intrinsic ends up between the quotes of JSON. */
const quoted = (value: unknown): unknown => {
  if (typeof value === 'string' && !Token.isUnresolved(value)) return JSON.stringify(value).slice(1, -1)
  if (Array.isArray(value)) return value.map(quoted)
  return isRecord(value) && !Tokenization.isResolvable(value)
    ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, quoted(field)]))
    : value
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()

/** Of what a number is that stands for a token: https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/core/lib/private/encoding.ts */
const encodedNumber = /-1\.88815\d*e\+289/g

export interface Tokens {
  /** A text whose tokens are resolved or marked; and a text of a list that is a token. */
  readonly text: (text: string) => string
  /** JSON of CDK's own, with tokens in it, as JSON with marks. */
  readonly json: (value: unknown) => unknown
  /** The text of a definition with `${key}` for each mark and each number that is a token. */
  readonly filled: (text: string) => string
  /** What `filled` has named, by its key. */
  readonly substitutions: () => Readonly<Record<string, string>>
  /** A text with CDK's tokens for its marks. */
  readonly restored: (text: string) => string
  /** Whether a token was seen that CDK may give another value until it synthesizes. */
  readonly isLate: () => boolean
}

const listInside = (): Error =>
  new Error(
    'a list that is known at deployment only stands inside an expression: give it as plain data, an array that is nothing else',
  )

/** A text of states of CDK, in which a list that is a token is a text by itself. @throws Error where it is part of another. */
export const checkList = (text: string): string => {
  if (/.#\{Token\[|#\{Token\[[^\]]*\]\}./s.test(text)) throw listInside()
  return text
}

export interface TokenOptions {
  /** A character that none of the texts holds. */
  readonly mark: string
  /** Keys that are used for something else. */
  readonly taken: ReadonlySet<string>
  /** Whether tokens that CDK may still give another value, as those of `Lazy`, are resolved now, or left to be. */
  readonly late: 'resolve' | 'leave'
  /** Whether lists that are tokens are filled by one text of their items, or left to CDK. */
  readonly lists: 'fill' | 'leave'
}

/** The tokens of one definition, as the stack of `scope` sees them. */
export const tokensOf = (scope: Construct, { mark, taken, late, lists: listing }: TokenOptions): Tokens => {
  const stack = Stack.of(scope)
  /** What each key stands for: a token of CDK, as text. */
  const values = new Map<string, string>()
  const used = new Set<string>()
  const keys = new Map<unknown, string>()
  const lists = new Set<string>()
  let sawLate = false

  /** Told by what it stands for and not by where, so that a new step renames none of the others. */
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
  /** An intrinsic with CDK's tokens where its references were marked, so that CDK still sees what refers to what. */
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
  /** What a token gave, as a text with marks. */
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
 * @throws Error when a definition still holds what looks like a token of CDK, which would be deployed as it stands.
 */
export const checkNoToken = (text: string, place: string): void => {
  // Without its braces too, as where a text was cut out of it.
  const found = /(?:(?:#|\$|\\u0024)\\*\{)?Token\[[\w.:-]*\.\d+\](?:\\*\})?/.exec(text) ?? text.match(encodedNumber)
  if (found !== null)
    throw new Error(
      `${place}: the definition holds ${found[0]}, an unresolved CDK token, in a place that needs a value known at synthesis`,
    )
}
