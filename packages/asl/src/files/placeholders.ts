/** The placeholders of a definition, and whether what fills them fits. */
import { type Issue, pointer } from '../issue.ts'
import { closest, didYouMean, quoted } from '../validate/report/wording.ts'
import type { Path } from './document.ts'
import type { Declared } from './found.ts'

/** A `${…}` in a definition, which a template or a tool replaces before AWS reads it. */
export interface Placeholder {
  /** What stands between the braces. */
  readonly name: string
  /** JSON pointers of the values and keys that hold it. */
  readonly paths: readonly string[]
  /** Those of them where it stands without quotes, so that whatever fills it may be any value. */
  readonly bare: readonly string[]
}

const placeholderForm = /\$\{([^}]*)\}/g
/** The whole of a value: the name may hold braces, as calls of Terraform do. */
const wholeForm = /^\$\{([\s\S]*)\}$/

const namesIn = (text: string, isBare: boolean): readonly string[] => {
  const whole = isBare ? wholeForm.exec(text)?.[1] : undefined
  return whole === undefined ? Array.from(text.matchAll(placeholderForm), ([, name = '']) => name) : [whole]
}

/**
 * The placeholders in a definition, in no particular order of the text. `bare` are the JSON pointers of those without quotes.
 *
 * @example placeholdersIn({ Seconds: '${wait}' }, new Set(['/Seconds'])) // [{ name: 'wait', paths: ['/Seconds'], bare: ['/Seconds'] }]
 */
export const placeholdersIn = (definition: unknown, bare: ReadonlySet<string>): readonly Placeholder[] => {
  const found = new Map<string, { paths: string[]; bare: string[] }>()
  const add = (text: string, path: Path): void => {
    if (!text.includes('${')) return
    const at = pointer(path)
    for (const name of namesIn(text, bare.has(at))) {
      const entry = found.get(name) ?? { paths: [], bare: [] }
      entry.paths.push(at)
      if (bare.has(at)) entry.bare.push(at)
      found.set(name, entry)
    }
  }
  const open: { readonly value: unknown; readonly path: Path }[] = [{ value: definition, path: [] }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next
    if (typeof value === 'string') add(value, path)
    else if (Array.isArray(value))
      for (let i = value.length - 1; i >= 0; i -= 1) open.push({ value: value[i], path: [...path, i] })
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value).reverse()) {
        const below: Path = [...path, key]
        add(key, below)
        open.push({ value: inner, path: below })
      }
  }
  return Array.from(found, ([name, entry]) => ({ name, ...entry }))
}

/** Names that CloudFormation knows by itself, in every template. */
const isPseudo = (name: string): boolean => name.startsWith('AWS::')

/** What a template's own text fills a placeholder with, when `Fn::Sub` names it. */
const isSub = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'Fn::Sub' in value && typeof value['Fn::Sub'] === 'string'

/** SAM makes resources of its own, whose names begin with that of the resource they belong to. */
const isResource = (name: string, resources: ReadonlySet<string>): boolean => {
  const [first = ''] = name.split('.')
  if (resources.has(first)) return true
  for (const resource of resources) if (first.startsWith(resource)) return true
  return false
}

/** A placeholder that no one declares, where only a filled one makes sense. */
const undeclared = ({ name, paths }: Placeholder, known: ReadonlySet<string>): Issue => {
  const [path = ''] = paths
  const inResource = paths.find((each) => each.endsWith('/Resource'))
  const hint = didYouMean(name, known).trim()
  return {
    code: 'ASL240',
    // AWS takes the text as it stands, which is not an ARN.
    severity: inResource === undefined ? 'warning' : 'error',
    path: inResource ?? path,
    message: `DefinitionSubstitutions does not declare ${quoted(name)}; AWS gets the text \${${name}}.`,
    hint: hint === '' ? `Add ${quoted(name)} to DefinitionSubstitutions.` : hint,
  }
}

const unresolved = ({ name, paths }: Placeholder, resources: ReadonlySet<string>): Issue => ({
  code: 'ASL242',
  severity: 'error',
  path: paths[0] ?? '',
  message: `Fn::Sub names ${quoted(name)}, and the template has no such resource or parameter.`,
  hint:
    didYouMean(name, resources).trim() ||
    `Add it, give Fn::Sub a value for it, or write \${!${name}} for a text that DefinitionSubstitutions fills.`,
})

/** What is wrong between the placeholders of a definition and the template that fills them. `fills` are those that it fills in place. */
export const checkPlaceholders = (
  placeholders: readonly Placeholder[],
  fills: ReadonlyMap<string, unknown>,
  { substitutions, resources }: Declared,
): { readonly inDefinition: readonly Issue[]; readonly unused: readonly string[] } => {
  const inDefinition: Issue[] = []
  const known = new Set(substitutions?.keys())
  for (const placeholder of placeholders) {
    const { name } = placeholder
    if (fills.has(name)) {
      if (isSub(fills.get(name)) && !isPseudo(name) && !isResource(name, resources))
        inDefinition.push(unresolved(placeholder, resources))
    } else if (substitutions !== undefined && !known.has(name)) inDefinition.push(undeclared(placeholder, known))
  }
  const used = new Set(placeholders.map(({ name }) => name))
  // A name that is misspelt in the definition is one mistake, and not one more where it is declared.
  const meant = new Set(placeholders.flatMap(({ name }) => (known.has(name) ? [] : (closest(name, known) ?? []))))
  return { inDefinition, unused: [...known].filter((name) => !used.has(name) && !meant.has(name)) }
}
