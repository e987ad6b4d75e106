/** The text of a definition for a tool that fills placeholders: CloudFormation, SAM, Terraform. */
import type { AnyStep } from '@orkestra/core'
import { emit } from '../emit/emit.ts'
import type { EmitOptions } from '../emit/options.ts'
import { placeholderKey } from '../emit/placeholder.ts'
import { toText } from '../toText.ts'

type Options = Pick<EmitOptions, 'queryLanguage' | 'type' | 'comment' | 'timeout' | 'partition' | 'fragments'>

/**
 * The JSON text of a definition in which nothing but the functions' `${key}` is a placeholder. A `${` or `%{` in names,
 * comments and expressions is written as JSON's `\u0024{` and `\u0025{`: CloudFormation has no escape of its own, and what
 * Terraform's template language would make of the text is settled without knowing its rules.
 *
 * @example definitionTemplate(named('costs ${5}', x), {}) // … "costs \u0024{5}": { … "FunctionName": "${x}" …
 * @throws AslError when the graph makes no valid definition.
 */
export const definitionTemplate = (
  graph: AnyStep,
  { indent = 2, ...options }: Options & { readonly indent?: number } = {},
): string => {
  // Says what is wrong with the placeholders, which it does not where it is told the names.
  emit(graph, options)
  const marked = emit(graph, { ...options, functionArn: ({ name }) => `\0${placeholderKey(name)}\0` })
  return toText(marked, { indent })
    .replace(/([$%])\{/g, (_, sign) => (sign === '$' ? '\\u0024{' : '\\u0025{'))
    .replace(/\\u0000(\w+)\\u0000/g, (_, key) => `\${${key}}`)
}
