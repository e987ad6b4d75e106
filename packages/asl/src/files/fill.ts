/** Placeholders replaced by what fills them, as CloudFormation and Terraform do: in the text, before it is read. */
import { pointer } from '../issue.ts'
import type { Path } from './document.ts'
import type { Placeholder } from './placeholders.ts'
import type { ReadDefinition } from './readDefinitions.ts'

/** What a template writes into a text. */
type Literal = string | number | boolean

const isLiteral = (value: unknown): value is Literal =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A placeholder without quotes becomes whatever its text is in JSON. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

const bareIn = (placeholders: readonly Placeholder[]): ReadonlySet<string> =>
  new Set(placeholders.flatMap(({ bare }) => bare))

/**
 * The definition with its placeholders filled: by what its template says, as far as that is a text, a number or a boolean, and by
 * `values`, which win. Others stay as they are.
 *
 * @example fillPlaceholders(read, { wait: 5 }) // { StartAt: 'A', States: { A: { Type: 'Wait', Seconds: 5, End: true } } }
 */
export const fillPlaceholders = (
  { definition, placeholders, substitutions }: ReadDefinition,
  values: Readonly<Record<string, unknown>> = {},
): unknown => {
  const known = new Map<string, unknown>([...substitutions].filter(([, value]) => isLiteral(value)))
  for (const [name, value] of Object.entries(values)) known.set(name, value)
  if (!placeholders.some(({ name }) => known.has(name))) return definition
  const bare = bareIn(placeholders)
  const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
  const filled = (text: string, path: Path): unknown => {
    const name = /^\$\{([\s\S]*)\}$/.exec(text)?.[1]
    if (name !== undefined && known.has(name) && bare.has(pointer(path))) {
      const value = known.get(name)
      return typeof value === 'string' ? parsed(value) : value
    }
    return text.replace(/\$\{([^}]*)\}/g, (whole, each: string) => (known.has(each) ? textOf(known.get(each)) : whole))
  }
  let root: unknown
  const open: { readonly from: unknown; readonly path: Path; readonly put: (value: unknown) => void }[] = [
    {
      from: definition,
      path: [],
      put: (value) => {
        root = value
      },
    },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { from, path, put } = next
    if (typeof from === 'string') put(from.includes('${') ? filled(from, path) : from)
    else if (typeof from !== 'object' || from === null) put(from)
    else {
      const copy: object = Array.isArray(from) ? [] : {}
      put(copy)
      for (const [key, value] of Object.entries(from)) {
        const name = key.includes('${') && !Array.isArray(from) ? String(filled(key, [])) : key
        const define = (inner: unknown): void => {
          Object.defineProperty(copy, name, { value: inner, writable: true, enumerable: true, configurable: true })
        }
        define(null)
        open.push({ from: value, path: [...path, Array.isArray(from) ? Number(key) : key], put: define })
      }
    }
  }
  return root
}
