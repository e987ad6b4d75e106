/** Types, ranges, allowed values and required fields: what the compiled JSON Schemas say, in words and with a code. */
import { type CheckShape, type ShapeError, shapes } from '../../generated/shapes.ts'
import type { Code } from '../codes/codes.ts'
import { hasPlaceholder, isObject } from '../outline/fields.ts'
import type { Language } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, didYouMean, listed, quoted, shown } from '../report/wording.ts'
import { homeOf } from './homes.ts'
import { codes, computable, known, owners, what } from './shapeTables.ts'

const article = (type: string): string =>
  type === 'integer' ? 'a whole number' : /^[aeiou]/.test(type) ? `an ${type}` : type === 'null' ? 'null' : `a ${type}`

const typesOf = (error: ShapeError): readonly string[] => [error.params.type].flat().map(String)

/** What is wrong and the way out, for a value of the wrong shape. */
const wording = (field: string, value: unknown, error: ShapeError): readonly [message: string, hint: string] => {
  const { keyword, params } = error
  switch (keyword) {
    case 'type': {
      if (typeof value === 'string' && value.startsWith('$') && computable.has(field))
        return [
          `${field} is the path ${shown(value)}; it must be a whole number.`,
          `Name the field ${quoted(`${field}Path`)}, or write "{% … %}" in JSONata.`,
        ]
      const expected = listed(typesOf(error).map(article), 'or')
      return [`${field} is ${shown(value)}; it must be ${expected}.`, `Make it ${expected}.`]
    }
    case 'enum': {
      const allowed = (params.allowedValues as readonly string[]).map(quoted)
      const guess =
        typeof value === 'string'
          ? closest(
              value,
              allowed.map((word) => JSON.parse(word) as string),
            )
          : undefined
      return [
        `${field} is ${shown(value)}; it must be ${listed(allowed, 'or')}.`,
        guess === undefined ? `Use ${listed(allowed, 'or')}.` : `Did you mean ${quoted(guess)}?`,
      ]
    }
    case 'minimum':
      return [
        `${field} is ${shown(value)}; the minimum is ${String(params.limit)}.`,
        `Use ${String(params.limit)} or more.`,
      ]
    case 'maximum':
      return [
        `${field} is ${shown(value)}; the maximum is ${String(params.limit)}.`,
        `Use ${String(params.limit)} or less.`,
      ]
    default:
      // What is left of the keywords in the schemas: minItems and minProperties.
      return [`${field} is empty.`, `Give it at least one entry, or leave ${field} out if it is optional.`]
  }
}

const requiredCode = (missing: string, owner: string): Code => {
  if (missing === 'Next' || missing === 'ErrorEquals') return missing === 'Next' ? 'ASL120' : 'ASL111'
  return codes.get(missing) ?? owners.get(owner) ?? 'ASL031'
}

/** The keys that a JSON pointer from ajv leads through. */
const keysOf = (pointer: string, root: unknown): readonly (string | number)[] => {
  if (pointer === '') return []
  let value = root
  return pointer
    .slice(1)
    .split('/')
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
      const isIndex = Array.isArray(value)
      value = isIndex ? (value as readonly unknown[])[Number(key)] : isObject(value) ? value[key] : undefined
      return isIndex ? Number(key) : key
    })
}

const at = (value: unknown, keys: readonly (string | number)[]): unknown => {
  let found = value
  for (const key of keys)
    found = typeof found === 'object' && found !== null ? (found as Record<string | number, unknown>)[key] : undefined
  return found
}

/** What a holder in a nested place is called: the last name on the way. */
const lastName = (keys: readonly (string | number)[], fallback: string): string => {
  for (let i = keys.length - 1; i >= 0; i -= 1) {
    const key = keys[i]
    if (typeof key === 'string') return key
  }
  return fallback
}

const moved = (field: string): string => {
  const home = homeOf(field)
  return home === undefined ? 'Remove it.' : `Move it to ${home}.`
}

const unknownField = (key: string, owner: string, place: Place, report: Report): void => {
  const names = known[owner] ?? []
  const holder = what[owner] ?? owner
  report.error(
    owners.get(owner) ?? 'ASL031',
    place,
    `${holder} has no field ${quoted(key)}.`,
    `${didYouMean(key, names).trim() || moved(key)} ${holder[0]?.toUpperCase()}${holder.slice(1)} takes ${listed(names)}.`,
    'key',
  )
}

const missing = (field: string, owner: string, place: Place, code: Code, report: Report): void =>
  report.error(code, place, `${owner} lacks ${field}.`, `Add ${quoted(field)}.`)

/** The code of the innermost field that has one. */
const codeOf = (keys: readonly (string | number)[]): Code => {
  for (let i = keys.length - 1; i >= 0; i -= 1) {
    const code = codes.get(String(keys[i]))
    if (code !== undefined) return code
  }
  return 'ASL031'
}

/** A wrong value, in its place. */
const wrongValue = (
  keys: readonly (string | number)[],
  value: unknown,
  error: ShapeError,
  place: Place,
  report: Report,
  code: Code | undefined,
): void => {
  const name = lastName(keys, 'the value')
  const field = typeof keys.at(-1) === 'number' ? `an entry of ${name}` : name
  const isStatesEmpty = name === 'States' && error.keyword === 'minProperties'
  const [message, hint] = wording(field, value, error)
  report.error(isStatesEmpty ? 'ASL007' : (code ?? codeOf(keys)), place, message, hint)
}

/** Whether an error leaves room for a text: a placeholder in quotes is one, whatever fills it. */
const takesText = ({ keyword, params }: ShapeError): boolean =>
  keyword !== 'type' || [params.type].flat().includes('string')

/**
 * A placeholder where no text may stand. Whoever fills it replaces text in text, so its quotes stay; in a `Definition` of
 * CloudFormation and SAM everything is put into quotes. AWS: "SCHEMA_VALIDATION_FAILED: Expected value of type Integer".
 */
const quotedPlaceholder = (
  keys: readonly (string | number)[],
  value: unknown,
  error: ShapeError,
  place: Place,
  report: Report,
  code: Code | undefined,
): void => {
  const name = lastName(keys, 'the value')
  const expected = listed(typesOf(error).map(article), 'or')
  report.error(
    code ?? codeOf(keys),
    place,
    `${name} is ${shown(value)}, which is a string whatever replaces it; it must be ${expected}.`,
    typeof value === 'string'
      ? `Write ${value} without quotes, in a file whose placeholders are replaced as text; in a template's Definition, write the value itself.`
      : 'Write the value itself, or keep the definition in a file (DefinitionUri, DefinitionS3Location) with a placeholder without quotes.',
  )
}

const lowest: Readonly<Record<string, true>> = { type: true, minimum: true, maximum: true }

export interface ShapeContext {
  /** `undefined` where it is not known. */
  readonly language: Language | undefined
  /** A machine and its branches compute nothing: none of their fields is an expression. */
  readonly computesNothing?: true
  readonly report: Report
  /** The code of a wrong value, where its name alone does not tell. */
  readonly codeFor?: (field: string) => Code | undefined
  /** Unknown fields, where another pass says more about them. */
  readonly onUnknown?: (field: string) => void
  /** What the object is called. */
  readonly name: string
}

/** Checks one object against its schema; everything that the schema finds becomes an issue. */
export const checkShape = (shape: keyof typeof shapes, value: unknown, place: Place, context: ShapeContext): void => {
  const check: CheckShape = shapes[shape]
  if (check(value)) return
  const { report, language } = context
  const holders = new Set<string>()
  for (const error of check.errors ?? []) {
    const keys = keysOf(error.instancePath, value)
    const found = at(value, keys)
    const here = within(place, ...keys)
    const owner = lastName(keys, context.name)
    if (error.keyword === 'required') {
      const field = String(error.params.missingProperty)
      const code = keys.length === 0 ? context.codeFor?.(field) : undefined
      missing(field, what[owner] ?? owner, here, code ?? requiredCode(field, owner), report)
    } else if (error.keyword === 'additionalProperties') {
      const field = String(error.params.additionalProperty)
      if (isObject(found) && found[field] === undefined) continue
      if (keys.length === 0 && context.onUnknown !== undefined) context.onUnknown(field)
      else unknownField(field, owner, within(here, field), report)
    } else {
      const name = String(keys.at(-1))
      const isFilled = hasPlaceholder(found)
      const mayBeExpression = language !== 'JSONPath' && context.computesNothing === undefined && computable.has(name)
      if (isFilled && (!report.knowsQuotes || takesText(error) || mayBeExpression)) continue
      const isExpression = typeof found === 'string' && found.startsWith('{%')
      if (isExpression && lowest[error.keyword] === true && mayBeExpression) continue
      // Several schemas may say the same of one value.
      const once = `${error.instancePath} ${error.keyword}`
      if (holders.has(once)) continue
      holders.add(once)
      if (isExpression && language === 'JSONPath') {
        report.error(
          context.codeFor?.(name) ?? codeOf(keys),
          here,
          `${name} is an expression, but the state's query language is JSONPath.`,
          'Set "QueryLanguage": "JSONata" on the state, or write the value itself.',
        )
        continue
      }
      if (isFilled) quotedPlaceholder(keys, found, error, here, report, context.codeFor?.(name))
      else wrongValue(keys, found, error, here, report, context.codeFor?.(name))
    }
  }
}
