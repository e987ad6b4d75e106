/** The text of a definition for a tool that fills placeholders: CloudFormation, SAM, Terraform. */
import { type AnyStep, nodeOf } from '@orkestra/core'
import { emit } from '../emit/emit.ts'
import type { EmitOptions } from '../emit/options.ts'
import { isFunctionArn, placeholderKey } from '../emit/placeholder.ts'
import { toText } from '../toText.ts'
import { mapTexts } from './mapTexts.ts'

export interface DefinitionTemplateOptions
  extends Pick<EmitOptions, 'queryLanguage' | 'type' | 'comment' | 'timeout' | 'partition' | 'fragments'> {
  /** Blanks per level. Default 2. */
  readonly indent?: number
  /** The key of a placeholder for the partition in ARNs, instead of `partition`. */
  readonly partitionKey?: string
}

/**
 * The name of a placeholder that the deployment fills in, as `placeholder` of core makes it; `undefined` for any other value.
 *
 * @example placeholderName(placeholder('Orders')) // 'Orders'
 */
export const placeholderName = (value: object): string | undefined =>
  '_tag' in value &&
  value._tag === 'Literal' &&
  'isPlaceholder' in value &&
  value.isPlaceholder === true &&
  'value' in value
    ? String(value.value).slice(2, -1)
    : undefined

/**
 * A character that occurs in none of the texts: no query language and no JSON escapes one of the private use area, so what stands
 * between two of it is found again in any text that is made of these.
 *
 * @example freeCharacter({ text: 'a' }) // '\uE000'
 * @throws RangeError when the texts hold all 6,400 of them.
 */
export const freeCharacter = (...data: readonly object[]): string => {
  const taken = new Set<string>()
  for (const each of data)
    mapTexts(each, (text) => {
      for (const [character] of text.matchAll(/[\uE000-\uF8FF]/g)) taken.add(character)
      return text
    })
  for (let code = 0xe000; code <= 0xf8ff; code++) {
    const character = String.fromCharCode(code)
    if (!taken.has(character)) return character
  }
  throw new RangeError('the strings in the workflow use every character of the private use area')
}

/**
 * The JSON text of a definition in which nothing but the functions' `${key}` and those of `placeholder` are placeholders. A `${` or
 * `%{` in names, comments and expressions is written as JSON's `\u0024{` and `\u0025{`: CloudFormation has no escape of its own, and
 * what Terraform's template language would make of the text is settled without knowing its rules.
 *
 * @example definitionTemplate(named('costs ${5}', x), {}) // … "costs \u0024{5}": { … "FunctionName": "${x}" …
 * @throws AslError when the graph makes no valid definition.
 */
export const definitionTemplate = (
  graph: AnyStep,
  { indent = 2, partitionKey, ...options }: DefinitionTemplateOptions = {},
): string => {
  // Checks placeholder clashes, which the second emit, given `functionArn`, does not.
  emit(graph, options)
  const node = nodeOf(graph, 'definitionTemplate')
  const mark = freeCharacter(node, options)
  const marked = (key: string): string => `${mark}${key}${mark}`
  const settled = mapTexts(
    node,
    (text) => text,
    (value) => {
      const name = placeholderName(value)
      return name === undefined ? undefined : Object.freeze({ _tag: 'Literal', value: marked(name) })
    },
  )
  const definition = emit({ graph: settled } as AnyStep, {
    ...options,
    ...(partitionKey !== undefined && { partition: marked(partitionKey) }),
    functionArn: ({ name }) => (isFunctionArn(name) ? name : marked(placeholderKey(name))),
  })
  return toText(definition, { indent })
    .replace(/([$%])\{/g, (_, sign) => (sign === '$' ? '\\u0024{' : '\\u0025{'))
    .replace(new RegExp(`${mark}(\\w+)${mark}`, 'g'), (_, key) => `\${${key}}`)
}
