/** The text of a definition for `DefinitionSubstitutions`: placeholders replace the values that only a deployment knows. */
import {
  definitionTemplate,
  type EmitOptions,
  freeCharacter,
  mapTexts,
  placeholderKey,
  placeholderName,
} from '@orkestra/asl'
import { type AnyStep, nodeOf } from '@orkestra/core'
import { Token } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { checkNoToken, type TokenOptions, type Tokens, tokensOf } from './tokens.ts'

/** The values of a workflow's placeholders, by the name passed to `placeholder`. */
export type PlaceholderValues = Readonly<Record<string, string>>

export interface DefinitionText {
  readonly text: string
  readonly substitutions: Readonly<Record<string, string>>
  /** Whether it can change until synthesis, because it contains `Lazy` values. */
  readonly isLate: boolean
}

/**
 * Fills the values of its placeholders into a workflow.
 *
 * @throws Error that lists every placeholder without a value and every value without a placeholder.
 */
export const withPlaceholders = (graph: AnyStep, values: PlaceholderValues): AnyStep => {
  const missing = new Set<string>()
  const used = new Set<string>()
  const node = mapTexts(
    nodeOf(graph, 'stateMachine'),
    (text) => text,
    (value) => {
      const name = placeholderName(value)
      if (name === undefined) return undefined
      used.add(name)
      if (Object.hasOwn(values, name)) return Object.freeze({ _tag: 'Literal', value: values[name] })
      missing.add(name)
      return undefined
    },
  )
  const list = (names: Iterable<string>) => [...names].map((name) => JSON.stringify(name)).join(', ')
  if (missing.size > 0) throw new Error(`no value for the placeholders ${list(missing)}: pass { placeholders: { … } }`)
  const unknown = Object.keys(values).filter((name) => !used.has(name))
  if (unknown.length > 0)
    throw new Error(
      `placeholders for ${list(unknown)}, but the workflow's are ${used.size === 0 ? 'none' : list(used)}`,
    )
  return { graph: node } as AnyStep
}

/** @throws Error for a pattern with a value from the deployment, which a regular expression could misread. */
const checkPattern = (value: object): void => {
  const { _tag, pattern } = value as { readonly _tag?: unknown; readonly pattern?: unknown }
  if (_tag === 'Matches' && Token.isUnresolved(pattern))
    throw new Error(
      'matches: in JSONata a pattern is a regular expression, which cannot hold a value that is known at deployment only: use eq, or JSONPath',
    )
}

/** A workflow and the states of its fragments, with marks for the values that only a deployment knows. */
export const settled = (
  scope: Construct,
  graph: AnyStep,
  options: EmitOptions,
  how: Omit<TokenOptions, 'mark'>,
): { readonly graph: AnyStep; readonly options: EmitOptions; readonly tokens: Tokens } => {
  const node = nodeOf(graph, 'stateMachine')
  const tokens = tokensOf(scope, { mark: freeCharacter(node, { comment: options.comment }), ...how })
  const { comment, fragments, ...rest } = options
  const isJsonata = options.queryLanguage === 'JSONata'
  return {
    graph: { graph: mapTexts(node, tokens.text, (value) => (isJsonata ? checkPattern(value) : undefined)) } as AnyStep,
    options: {
      ...rest,
      ...(comment !== undefined && { comment: tokens.text(comment) }),
      ...(fragments && { fragments: tokens.json(fragments) as NonNullable<EmitOptions['fragments']> }),
    },
    tokens,
  }
}

/**
 * A definition and the values of its placeholders: the functions, and every CDK token, such as the name of a table in this stack.
 * The text contains no token, so it can be in the template or in a file; any other `${` is escaped.
 *
 * @throws AslError when the graph has no valid definition; Error when a token is in a place that cannot have one.
 */
export const definitionText = (
  scope: Construct,
  graph: AnyStep,
  options: EmitOptions,
  arns: ReadonlyMap<string, string>,
  late: 'resolve' | 'leave' = 'resolve',
): DefinitionText => {
  const functions = new Map([...arns].map(([name, arn]) => [placeholderKey(name), arn]))
  const plain = settled(scope, graph, options, { taken: new Set(functions.keys()), late, lists: 'fill' })
  const text = plain.tokens.filled(definitionTemplate(plain.graph, { ...plain.options, indent: 0 }))
  checkNoToken(text, 'stateMachine')
  return {
    text,
    substitutions: { ...Object.fromEntries(functions), ...plain.tokens.substitutions() },
    isLate: plain.tokens.isLate(),
  }
}
