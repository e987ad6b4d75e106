/** The text of a definition for `DefinitionSubstitutions`: what only deployment knows stands in it as a placeholder. */
import { definitionTemplate, type EmitOptions, placeholderKey } from '@orkestra/asl'
import type { AnyStep } from '@orkestra/core'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'

export interface DefinitionText {
  readonly text: string
  readonly substitutions: Readonly<Record<string, string>>
}

/**
 * A definition and what fills its placeholders: the functions, and every token of CDK, such as the name of a table of this stack.
 * So the text holds no token, and can stand in the template or in a file of its own; any other `${` is written in escaped form.
 *
 * @throws AslError when the graph makes no valid definition.
 */
export const definitionText = (
  graph: AnyStep,
  options: EmitOptions,
  arns: ReadonlyMap<string, string>,
): DefinitionText => {
  const substitutions: Record<string, string> = {}
  for (const [name, arn] of arns) substitutions[placeholderKey(name)] = arn
  const keys = new Map<string, string>()
  const keyOf = (token: string): string => {
    const known = keys.get(token)
    if (known !== undefined) return known
    let n = keys.size + 1
    while (Object.hasOwn(substitutions, `Token${n}`)) n += 1
    const key = `Token${n}`
    keys.set(token, key)
    substitutions[key] = token
    return key
  }
  const text = definitionTemplate(graph, { ...options, indent: 0 }).replace(
    /\\u0024\{(Token\[[^\]]*\])\}/g,
    (_, token) => `\${${keyOf(`\${${token}}`)}}`,
  )
  return { text, substitutions }
}
