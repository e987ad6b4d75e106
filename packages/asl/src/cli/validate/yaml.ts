/** YAML as JSON has it, with positions; CloudFormation's tags become what they are in JSON. */
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
} from 'yaml'
import type { Issue } from '../../issue.ts'
import type { Position } from '../../language/jsonText.ts'

export interface YamlText {
  readonly value: unknown
  /** Where the value at a path stands, or its key. */
  readonly locate: (path: readonly (string | number)[], isKey: boolean) => Position | undefined
  /** The line on which a block of text begins and how far it is indented, when a value is written as one. */
  readonly block: (path: readonly (string | number)[]) => { readonly line: number; readonly indent: number } | undefined
}

type Node = ParsedNode | Alias | null | undefined

/** `!Ref` is the key `Ref`, `!GetAtt` is `Fn::GetAtt`; `undefined` for the tags of YAML itself. */
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

interface Waiting {
  readonly node: Node
  readonly put: (value: unknown) => void
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key))

/** The value of a document, made with a stack of its own. An anchor that is used twice is one object, used twice. */
const valueOf = (document: Document.Parsed): unknown => {
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
    const node: Node = isAlias(next.node) ? (next.node.resolve(document) as Node) : next.node
    if (node === null || node === undefined) put(null)
    else if (made.has(node)) put(made.get(node))
    else if (isScalar(node)) put(tagged(node.tag, node.value))
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
      for (const pair of node.items) {
        const key = keyOf(pair.key)
        // In its place at once: members keep the order of the text.
        const define = (inner: unknown): void => {
          Object.defineProperty(members, key, { value: inner, writable: true, enumerable: true, configurable: true })
        }
        define(null)
        open.push({ node: pair.value as Node, put: define })
      }
    }
  }
  return root
}

/** The node at a path; of a member, its pair. */
const find = (document: Document.Parsed, path: readonly (string | number)[]): unknown => {
  let node: unknown = document.contents
  for (const key of path) {
    if (isPair(node)) node = node.value
    if (isAlias(node)) node = node.resolve(document)
    // What a tag stands for has no node of its own.
    if (isTagged(node) && typeof key === 'string' && key === tagKey(node.tag)) continue
    if (isMap(node)) node = node.items.find((pair) => keyOf(pair.key) === String(key))
    else if (isSeq(node)) node = node.items[Number(key)]
    else return undefined
  }
  return node
}

const startOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? (node.range[0] as number)
    : undefined

/** Reads YAML text: its value with positions, or why it is none. */
export const readYaml = (text: string): YamlText | { readonly issues: readonly Issue[] } => {
  const lines = new LineCounter()
  const position = (at: number): Position => {
    const { line, col } = lines.linePos(at)
    return { line, column: col }
  }
  let document: Document.Parsed
  try {
    document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', prettyErrors: false })
    // A file of several documents is read up to the first end only, and says so.
    if (document.errors.some(({ code }) => code === 'MULTIPLE_DOCS')) {
      const [first] = parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent', prettyErrors: false })
      if (first !== undefined && 'contents' in first) document = first as Document.Parsed
    }
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deeply' : String(error)
    return {
      issues: [
        {
          code: 'ASL001',
          severity: 'error',
          path: '',
          message: `the text cannot be read as YAML: ${reason}.`,
          hint: 'Nest less deeply, or write JSON.',
        },
      ],
    }
  }
  if (document.errors.length > 0)
    return {
      issues: document.errors.map(({ code, message, pos }) => ({
        code: code === 'DUPLICATE_KEY' ? 'ASL010' : 'ASL001',
        severity: 'error',
        path: '',
        message: `the text is no YAML: ${message.replace(/\.$/, '')}.`,
        hint: code === 'DUPLICATE_KEY' ? 'Rename one of them, or remove it.' : 'Correct the text.',
        ...position(pos[0]),
      })),
    }
  return {
    value: valueOf(document),
    locate: (path, isKey) => {
      const node = find(document, path)
      const value: unknown = isPair(node) ? (node.value ?? node.key) : node
      const start = startOf(isKey && isPair(node) ? node.key : value)
      return start === undefined ? undefined : position(start)
    },
    block: (path) => {
      const node = find(document, path)
      const value: unknown = isPair(node) ? node.value : node
      const start = startOf(value)
      if (!isScalar(value) || value.type !== 'BLOCK_LITERAL' || start === undefined) return undefined
      const { line } = lines.linePos(start)
      const first = text.split('\n')[line] ?? ''
      return { line, indent: /^ */.exec(first)?.[0].length ?? 0 }
    },
  }
}
