/** Reads YAML as the value that JSON would have, with positions. CloudFormation's tags become the keys that they have in JSON. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
  parseDocument,
  type Scalar,
} from 'yaml'
import { type Issue, pointer } from '../issue.ts'
import { afterDirective } from '../language/interpolation.ts'
import type { Position } from '../language/jsonPlaces.ts'

/** CloudFormation and SAM read templates as YAML 1.1, where `yes` is true; ASL and Serverless are YAML 1.2. */
export type YamlVersion = '1.1' | '1.2'

export interface YamlText {
  readonly value: unknown
  /** JSON pointers of the placeholders without quotes. */
  readonly bare: ReadonlySet<string>
  /** The position of the value at a path, or of its key. */
  readonly locate: (path: readonly (string | number)[], isKey: boolean) => Position | undefined
  /** The line where a block of text begins and its indentation, for a value that is written as a block. */
  readonly block: (path: readonly (string | number)[]) => { readonly line: number; readonly indent: number } | undefined
}

type Node = ParsedNode | Alias | null | undefined

/**
 * More values than this cannot stand in a definition of 1 MiB. Aliases are counted as often as they are used: nine lines can stand for
 * a billion values.
 */
const mostValues = 500_000

/** `!Ref` is the key `Ref`, `!GetAtt` is `Fn::GetAtt`; `undefined` for YAML's own tags. */
const tagKey = (tag: string | undefined): string | undefined => {
  if (tag === undefined || !tag.startsWith('!') || tag.startsWith('!!')) return undefined
  const name = tag.slice(1)
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`
}

const tagged = (tag: string | undefined, value: unknown): unknown => {
  const key = tagKey(tag)
  return key === undefined ? value : { [key]: value }
}

const isTagged = (node: unknown): node is { readonly tag: string } =>
  typeof node === 'object' && node !== null && 'tag' in node && typeof node.tag === 'string'

const anchorOf = (node: Node): string | undefined =>
  typeof node === 'object' && node !== null && 'anchor' in node ? node.anchor : undefined

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key))

/** YAML 1.1 reads `2010-09-09` as a date. JSON has none, and CloudFormation keeps the text. */
const scalarOf = ({ value, source }: Scalar): unknown => (value instanceof Date ? source : value)

/** The nodes inside a node, in the order of the text. */
const inside = (node: Node): readonly Node[] =>
  isMap(node)
    ? node.items.flatMap(({ key, value }) => [key as Node, value as Node])
    : isSeq(node)
      ? (node.items as readonly Node[])
      : []

interface Aliases {
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>
  /** An alias inside of what it stands for. */
  readonly cyclic: Alias | undefined
  /** How many values the document stands for. */
  readonly size: number
}

const aliasesIn = (document: Document.Parsed): Aliases => {
  let cyclic: Alias | undefined
  const targets = new Map<Alias, Node>()
  const anchors = new Map<string, Node>()
  const sizes = new Map<Node, number>()
  const open: { readonly node: Node; readonly isDone: boolean }[] = [{ node: document.contents, isDone: false }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, isDone } = next
    if (isAlias(node)) {
      const target = anchors.get(node.source)
      targets.set(node, target)
      if (target !== undefined && !sizes.has(target)) cyclic ??= node
      sizes.set(node, sizes.get(target) ?? 1)
      continue
    }
    if (isDone) {
      sizes.set(
        node,
        inside(node).reduce((sum, each) => sum + (sizes.get(each) ?? 1), 1),
      )
      continue
    }
    const anchor = anchorOf(node)
    if (anchor !== undefined) anchors.set(anchor, node)
    open.push({ node, isDone: true })
    for (const each of [...inside(node)].reverse()) open.push({ node: each, isDone: false })
  }
  return { targets, cyclic, size: sizes.get(document.contents) ?? 1 }
}

interface Waiting {
  readonly node: Node
  readonly put: (value: unknown) => void
}

const define = (members: object, key: string, value: unknown): void => {
  Object.defineProperty(members, key, { value, writable: true, enumerable: true, configurable: true })
}

const isMergeKey = (key: unknown): boolean => isScalar(key) && key.source === '<<' && key.type === 'PLAIN'

/** The pairs of a map, with those that `<<` merges into it; its own ones win. */
const pairsOf = (node: Node, resolve: (node: Node) => Node, merges: boolean): readonly (readonly [string, Node])[] => {
  if (!isMap(node)) return []
  const own = node.items.map(({ key, value }) => [key, value as Node] as const)
  if (!merges || !own.some(([key]) => isMergeKey(key))) return own.map(([key, value]) => [keyOf(key), value])
  const found = new Map<string, Node>()
  for (const [key, value] of own) {
    if (!isMergeKey(key)) continue
    const source = resolve(value)
    for (const each of isSeq(source) ? (source.items as readonly Node[]) : [source]) {
      const map = resolve(each)
      if (isMap(map))
        for (const pair of map.items) if (!found.has(keyOf(pair.key))) found.set(keyOf(pair.key), pair.value as Node)
    }
  }
  for (const [key, value] of own) if (!isMergeKey(key)) found.set(keyOf(key), value)
  return [...found]
}

/** The value of a document, made with a stack of its own. An anchor that is used twice is one object, used twice. */
const valueOf = (document: Document.Parsed, resolve: (node: Node) => Node, merges: boolean): unknown => {
  let root: unknown
  const made = new Map<unknown, unknown>()
  const open: Waiting[] = [
    {
      node: document.contents,
      put: (value) => {
        root = value
      },
    },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { put } = next
    const node = resolve(next.node)
    if (node === null || node === undefined) put(null)
    else if (made.has(node)) put(made.get(node))
    else if (isScalar(node)) put(tagged(node.tag, scalarOf(node)))
    else if (isSeq(node)) {
      const list: unknown[] = []
      const value = tagged(node.tag, list)
      made.set(node, value)
      put(value)
      for (const [i, item] of node.items.entries())
        open.push({
          node: item as Node,
          put: (inner) => {
            list[i] = inner
          },
        })
    } else if (isMap(node)) {
      const members: Record<string, unknown> = {}
      const value = tagged(node.tag, members)
      made.set(node, value)
      put(value)
      for (const [key, inner] of pairsOf(node, resolve, merges)) {
        // In its place at once: members keep the order of the text.
        define(members, key, null)
        open.push({ node: inner, put: (value) => define(members, key, value) })
      }
    }
  }
  return root
}

const isPlaceholder = (node: Node): boolean =>
  isScalar(node) && node.type === 'PLAIN' && typeof node.value === 'string' && /^\$\{.*\}$/s.test(node.value)

/** Where placeholders stand without quotes. An anchor counts where it is written, and where it is used. */
const barePlaces = (document: Document.Parsed, text: string, resolve: (node: Node) => Node): ReadonlySet<string> => {
  const bare = new Set<string>()
  if (!text.includes('${')) return bare
  const open: { readonly node: Node; readonly path: readonly (string | number)[] }[] = [
    { node: document.contents, path: [] },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const node = resolve(next.node)
    if (isPlaceholder(node)) bare.add(pointer(next.path))
    else if (isMap(node))
      for (const { key, value } of node.items) open.push({ node: value as Node, path: [...next.path, keyOf(key)] })
    else if (isSeq(node))
      for (const [i, item] of node.items.entries()) open.push({ node: item as Node, path: [...next.path, i] })
  }
  return bare
}

const startOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? (node.range[0] as number)
    : undefined

/** Terraform's directives become blanks, so that the rest of the text keeps its place. */
const withoutDirectives = (text: string): string => {
  const parts: string[] = []
  let from = 0
  for (let at = text.indexOf('%{'); at !== -1; at = text.indexOf('%{', Math.max(at + 2, from))) {
    const end = text[at - 1] === '%' ? undefined : afterDirective(text, at)
    if (end === undefined) continue
    parts.push(text.slice(from, at), text.slice(at, end).replace(/[^\n]/g, ' '))
    from = end
  }
  return parts.join('') + text.slice(from)
}

const unreadable = (message: string, hint: string, position?: Position): { readonly issues: readonly Issue[] } => ({
  issues: [{ code: 'ASL001', severity: 'error', path: '', message, hint, ...position }],
})

const parsed = (text: string, version: YamlVersion, lines: LineCounter): Document.Parsed => {
  const options = { lineCounter: lines, logLevel: 'silent', prettyErrors: false, version } as const
  const document = parseDocument(text, options)
  // Of a file with several documents, the first is read up to where it ends, and the rest becomes an error.
  if (!document.errors.some(({ code }) => code === 'MULTIPLE_DOCS')) return document
  const [first] = parseAllDocuments(text, options)
  return first !== undefined && 'contents' in first ? (first as Document.Parsed) : document
}

/**
 * Reads YAML: its value with positions, or the issues that explain why it cannot be read. A text that is no YAML is read once more
 * without Terraform's directives: what is YAML as it is may hold texts that look like them.
 */
export const readYaml = (
  text: string,
  version: YamlVersion = '1.2',
): YamlText | { readonly issues: readonly Issue[] } => {
  const read = readAs(text, version)
  if (!('issues' in read) || !text.includes('%{')) return read
  const again = readAs(withoutDirectives(text), version)
  return 'issues' in again ? read : again
}

const readAs = (text: string, version: YamlVersion): YamlText | { readonly issues: readonly Issue[] } => {
  const lines = new LineCounter()
  const position = (at: number): Position => {
    const { line, col } = lines.linePos(at)
    return { line, column: col }
  }
  let document: Document.Parsed
  try {
    document = parsed(text, version, lines)
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deeply' : String(error)
    return unreadable(`the text cannot be read as YAML: ${reason}.`, 'Nest less deeply, or write JSON.')
  }
  if (document.errors.length > 0)
    return {
      issues: document.errors.map(({ code, message, pos }) => ({
        code: code === 'DUPLICATE_KEY' ? 'ASL010' : 'ASL001',
        severity: 'error',
        path: '',
        message: `the text is not YAML: ${message.replace(/\.$/, '')}.`,
        hint: code === 'DUPLICATE_KEY' ? 'Rename one of them, or remove it.' : 'Fix the syntax.',
        ...position(pos[0]),
      })),
    }
  const { targets, cyclic, size } = aliasesIn(document)
  if (cyclic !== undefined)
    return unreadable(
      `the alias *${cyclic.source} stands inside of what it stands for.`,
      'Write out what it stands for.',
      position(startOf(cyclic) ?? 0),
    )
  if (targets.size > 0 && size > mostValues)
    return unreadable(
      `its aliases stand for more than ${mostValues} values; a definition has at most 1 MiB.`,
      'Use fewer aliases of aliases.',
    )
  const resolve = (node: Node): Node => (isAlias(node) ? targets.get(node) : node)
  /** The node at a path; for a member, its pair. */
  const find = (path: readonly (string | number)[]): unknown => {
    let node: unknown = document.contents
    for (const key of path) {
      if (isPair(node)) node = node.value
      node = resolve(node as Node)
      // The key that a tag stands for has no node of its own.
      if (isTagged(node) && typeof key === 'string' && key === tagKey(node.tag)) continue
      if (isMap(node)) node = node.items.find((pair) => keyOf(pair.key) === String(key))
      else if (isSeq(node)) node = node.items[Number(key)]
      else return undefined
    }
    return node
  }
  return {
    value: valueOf(document, resolve, version === '1.1'),
    bare: barePlaces(document, text, resolve),
    locate: (path, isKey) => {
      const node = find(path)
      const value: unknown = isPair(node) ? (node.value ?? node.key) : node
      const start = startOf(isKey && isPair(node) ? node.key : value)
      return start === undefined ? undefined : position(start)
    },
    block: (path) => {
      const node = find(path)
      const value: unknown = isPair(node) ? node.value : node
      const start = startOf(value)
      if (!isScalar(value) || value.type !== 'BLOCK_LITERAL' || start === undefined) return undefined
      const { line } = lines.linePos(start)
      const first = text.split('\n')[line] ?? ''
      return { line, indent: /^ */.exec(first)?.[0].length ?? 0 }
    },
  }
}
