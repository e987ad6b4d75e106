/**
 * CloudFormation's intrinsic functions inside a definition, as the placeholders that they become: its resource provider and SAM write
 * the definition as JSON text, with `${…}` in quotes where a function stood.
 */
import { isObject } from '../validate/outline/fields.ts'

/** A text, and the placeholders in it that the template fills itself. */
export interface Filled {
  readonly text: string
  readonly fills: ReadonlyMap<string, unknown>
}

const one = (name: string, value: unknown): Filled => ({ text: `\${${name}}`, fills: new Map([[name, value]]) })

const together = (texts: readonly Filled[], separator: string): Filled => ({
  text: texts.map(({ text }) => text).join(separator),
  fills: new Map(texts.flatMap(({ fills }) => [...fills])),
})

const placeholderForm = /\$\{([^}]*)\}/g

/** The placeholders of `Fn::Sub`: `${!x}` is a literal, which `DefinitionSubstitutions` may fill later. */
const ofSub = (text: string, names: Readonly<Record<string, unknown>>): Filled => {
  const fills = new Map<string, unknown>()
  for (const [, name = ''] of text.matchAll(placeholderForm))
    if (!name.startsWith('!')) fills.set(name, Object.hasOwn(names, name) ? names[name] : { 'Fn::Sub': `\${${name}}` })
  return { text: text.replace(/\$\{!([^}]*)\}/g, '${$1}'), fills }
}

/** The only key of an intrinsic function, as an object has it. */
export const intrinsicIn = (value: unknown): string | undefined => {
  if (!isObject(value)) return undefined
  const [key, ...more] = Object.keys(value)
  return more.length === 0 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::')) ? key : undefined
}

/**
 * An intrinsic function as text; `undefined` for any other value.
 *
 * @example filledBy({ 'Fn::GetAtt': ['Price', 'Arn'] }) // { text: '${Price.Arn}', fills: Map { 'Price.Arn' => … } }
 */
export const filledBy = (value: unknown): Filled | undefined => {
  const key = intrinsicIn(value)
  if (key === undefined) return undefined
  const argument = (value as Readonly<Record<string, unknown>>)[key]
  switch (key) {
    case 'Ref':
      return one(String(argument), value)
    case 'Fn::GetAtt':
      return one(Array.isArray(argument) ? argument.join('.') : String(argument), value)
    case 'Fn::Sub': {
      if (typeof argument === 'string') return ofSub(argument, {})
      if (Array.isArray(argument) && typeof argument[0] === 'string')
        return ofSub(argument[0], isObject(argument[1]) ? argument[1] : {})
      break
    }
    case 'Fn::Join': {
      const [separator, parts] = Array.isArray(argument) ? argument : []
      if (typeof separator === 'string' && Array.isArray(parts))
        return together(
          parts.map((part) => (typeof part === 'string' ? { text: part, fills: new Map() } : opaque(part))),
          separator,
        )
      break
    }
  }
  return opaque(value)
}

/** What only the deployment knows, under the name of its function; a simple argument tells two of them apart. */
const opaque = (value: unknown): Filled => {
  const key = intrinsicIn(value)
  if (key === undefined) return one('unknown', value)
  if (key === 'Ref' || key === 'Fn::GetAtt') return filledBy(value) as Filled
  const argument = (value as Readonly<Record<string, unknown>>)[key]
  return one(typeof argument === 'string' ? `${key} ${argument.replace(/[{}]/g, '')}` : key, value)
}

/**
 * A definition whose intrinsic functions are placeholders, and what fills these. Objects that are used twice stay one object.
 */
export const withPlaceholders = (
  definition: unknown,
): { readonly value: unknown; readonly fills: ReadonlyMap<string, unknown> } => {
  const fills = new Map<string, unknown>()
  const made = new Map<object, unknown>()
  let root: unknown
  const open: { readonly from: unknown; readonly put: (value: unknown) => void }[] = [
    {
      from: definition,
      put: (value) => {
        root = value
      },
    },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { from, put } = next
    if (typeof from !== 'object' || from === null) {
      put(from)
      continue
    }
    const filled = filledBy(from)
    if (filled !== undefined) {
      for (const [name, by] of filled.fills) fills.set(name, by)
      put(filled.text)
    } else if (made.has(from)) put(made.get(from))
    else {
      const copy: object = Array.isArray(from) ? [] : {}
      made.set(from, copy)
      put(copy)
      for (const [key, value] of Object.entries(from)) {
        const define = (inner: unknown): void => {
          Object.defineProperty(copy, key, { value: inner, writable: true, enumerable: true, configurable: true })
        }
        define(null)
        open.push({ from: value, put: define })
      }
    }
  }
  return { value: root, fills }
}
