/** What a deployment fills in: the functions of a workflow and its placeholders, in the definition and in the role. */
import { type AnyStep, nodeOf } from '@orkestra/core'
import type { RolePolicy, Underived } from '../policy/permissions/document.ts'
import { type PolicyOptions, policy } from '../policy/policy.ts'
import { definitionTemplate, freeCharacter, placeholderName } from './definition.ts'
import { DeployError, type FunctionManifest, manifest } from './functions/manifest.ts'
import { mapTexts } from './mapTexts.ts'
import type { DeployOptions } from './options.ts'

/** The names of the placeholders in a workflow, sorted. */
const placeholdersOf = (graph: AnyStep): readonly string[] => {
  const names = new Set<string>()
  mapTexts(
    nodeOf(graph, 'deploy'),
    (text) => text,
    (value) => {
      const name = placeholderName(value)
      if (name !== undefined) names.add(name)
      return undefined
    },
  )
  return [...names].sort()
}

/** A part of a role's text: a key's value, or a value derived from it. */
export type Told = 'itself' | 'executions' | 'queue'

/** The parts of a role's text: what is written, and what the deployment fills in. */
export type Piece = string | { readonly key: string; readonly told: Told }

const reference = /\$\{([A-Za-z0-9]+)(?:\/(executions|queue))?\}/g

/** @example piecesOf('arn:aws:dynamodb:…:table/${Orders}') // ['arn:aws:dynamodb:…:table/', { key: 'Orders', told: 'itself' }] */
export const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(reference)) {
    if (found.index > from) pieces.push(text.slice(from, found.index))
    pieces.push({ key: found[1] as string, told: (found[2] as Told | undefined) ?? 'itself' })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

const told =
  (kind: Told) =>
  (text: string): string | undefined => {
    const [piece, ...more] = piecesOf(text)
    return typeof piece === 'object' && piece.told === 'itself' && more.length === 0
      ? `\${${piece.key}/${kind}}`
      : undefined
  }

export interface References {
  readonly functions: readonly FunctionManifest[]
  /** The names of `placeholder`s. */
  readonly placeholders: readonly string[]
  /** The key of the placeholder for the partition; `undefined` where the partition is given. */
  readonly partition: string | undefined
}

/** @throws DeployError when a placeholder is called as a function's is. */
export const referencesOf = (
  graph: AnyStep,
  functions: readonly FunctionManifest[],
  options: Pick<DeployOptions, 'partition'>,
): References => {
  const placeholders = placeholdersOf(graph)
  const keys = new Map(functions.map(({ key, name }) => [key, name]))
  const clashing = placeholders.filter((name) => keys.has(name))
  if (clashing.length > 0)
    throw new DeployError(
      clashing
        .map(
          (name) =>
            `the placeholder ${JSON.stringify(name)} and the function ${JSON.stringify(keys.get(name))} are both \${${name}}: rename one`,
        )
        .join('\n'),
    )
  let partition = 'partition'
  while (keys.has(partition) || placeholders.includes(partition)) partition += 'x'
  return { functions, placeholders, partition: options.partition === undefined ? partition : undefined }
}

/** The text of a definition for a deployment, in whichever partition that is. */
export const deployedText = (
  graph: AnyStep,
  { partition }: References,
  options: Parameters<typeof definitionTemplate>[1],
): string => definitionTemplate(graph, { ...options, ...(partition !== undefined && { partitionKey: partition }) })

/**
 * The policy of the role that a deployment makes; the pieces of its texts are for `piecesOf`. Only a `placeholder` stands for
 * something there.
 *
 * @throws DeployError when the text of a name looks like a placeholder and is none.
 */
export const deployedPolicy = (graph: AnyStep, options: PolicyOptions): RolePolicy => {
  const node = nodeOf(graph, 'deploy')
  const mark = freeCharacter(node)
  const plain = mapTexts(
    node,
    (text) => text.replaceAll('${', `\${${mark}`),
    (value) => (placeholderName(value) === undefined ? undefined : value),
  )
  const { document, underived } = policy({ graph: plain } as AnyStep, {
    ...options,
    // A placeholder is a name where a name may stand, as the docstring of `placeholder` says.
    assume: 'name',
    executionsOf: told('executions'),
    queueOf: told('queue'),
  })
  const texts = document.Statement.flatMap(({ Resource }) => Resource).filter((text) => text.includes(mark))
  if (texts.length > 0)
    throw new DeployError(
      texts
        .map((text) => {
          const shown = text.replaceAll(mark, '')
          return `${JSON.stringify(shown)} is a resource of the role, and "\${" in it is text: write placeholder('…') for what the deployment fills in`
        })
        .join('\n'),
    )
  const readable = ({ state, why, ...rest }: Underived): Underived => ({
    ...rest,
    state: state.replaceAll(mark, ''),
    why: why.replaceAll(mark, ''),
  })
  return { document, underived: underived.map(readable) }
}

/**
 * The definition as a template of CloudFormation or SAM reads it from a file: what `DefinitionUri` names, or what is uploaded where
 * `DefinitionKey` says.
 *
 * @example writeFileSync('orders.asl.json', definitionFile(orders))
 * @throws AslError when the graph makes no valid definition; DeployError when a placeholder is called as a function is.
 */
export const definitionFile = (graph: AnyStep, options: DeployOptions = {}): string =>
  deployedText(graph, referencesOf(graph, manifest(graph, { readModules: false }), options), options)
