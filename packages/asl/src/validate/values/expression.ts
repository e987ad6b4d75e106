/** What one JSONata expression refers to, found in its tree: variables, fields of `$states`, and what AWS does not allow. */
import { type JsonataNode, parseJsonata } from '../../language/jsonata.ts'

/** One thing that an expression refers to. */
export type Reference =
  | { readonly _tag: 'Variable'; readonly name: string }
  /** `$states.input` and the like. */
  | { readonly _tag: 'States'; readonly field: string }
  /** A name at the outermost level, where there is nothing to take it from. */
  | { readonly _tag: 'Bare'; readonly name: string }
  /** `$` at the outermost level, or `$$` anywhere. */
  | { readonly _tag: 'Root'; readonly name: '$' | '$$' }
  | { readonly _tag: 'Eval' }

export type ResultType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null'

export interface Expression {
  readonly problem?: { readonly message: string; readonly at: number | undefined }
  readonly references: readonly Reference[]
  /** Too long or too deep for the parser: nobody knows what it refers to. */
  readonly isUnread?: true
  /** The type of what it gives, when the expression is a literal. */
  readonly result: ResultType | undefined
}

/** The functions of JSONata 2.0.6, and those that Step Functions adds. */
const functions: ReadonlySet<string> = new Set(
  `sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad match
contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power random
boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse each error assert type sort
shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl eval toMillis fromMillis
clone now millis
partition range hash uuid parse`.split(/\s+/),
)

const isNode = (value: unknown): value is JsonataNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Names that the expression itself gives a value to, anywhere in it. */
const localsOf = (nodes: readonly JsonataNode[]): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const node of nodes) {
    if (node.type === 'bind' && isNode(node.lhs)) names.add(String(node.lhs.value))
    if (node.type === 'lambda' && Array.isArray(node.arguments))
      for (const parameter of node.arguments) if (isNode(parameter)) names.add(String(parameter.value))
    for (const mark of ['focus', 'index'] as const) {
      const name = node[mark]
      if (typeof name === 'string') names.add(name)
      else if (isNode(name)) names.add(String(name.value))
    }
  }
  return names
}

interface Visit {
  readonly node: JsonataNode
  /** Whether the context here is still that of the whole expression, which Step Functions leaves empty. */
  readonly isOutermost: boolean
}

const literalType = ({ type, value }: JsonataNode): ResultType | undefined => {
  if (type === 'string') return 'string'
  if (type === 'number') return 'number'
  if (type === 'value') return value === null ? 'null' : typeof value === 'boolean' ? 'boolean' : undefined
  if (type === 'unary' && value === '[') return 'array'
  if (type === 'unary' && value === '{') return 'object'
  return undefined
}

/** Where a step of a path is looked at: the first in the context of the path, the others in what came before. */
const pathSteps = (node: JsonataNode): readonly JsonataNode[] =>
  node.type === 'path' && Array.isArray(node.steps) ? node.steps.filter(isNode) : []

/** Visits every node of a tree once, with a stack of its own. */
const visits = (root: JsonataNode): readonly Visit[] => {
  const found: Visit[] = []
  const open: Visit[] = [{ node: root, isOutermost: true }]
  const seen = new Set<unknown>()
  const push = (value: unknown, isOutermost: boolean): void => {
    const values: unknown[] = [value]
    while (values.length > 0) {
      const next = values.pop()
      if (Array.isArray(next)) for (let i = next.length - 1; i >= 0; i -= 1) values.push(next[i])
      else if (isNode(next)) open.push({ node: next, isOutermost })
      else if (typeof next === 'object' && next !== null && !(next instanceof RegExp)) {
        // Sort terms, and the pairs of a grouping, are objects without a type.
        if (seen.has(next)) continue
        seen.add(next)
        for (const inner of Object.values(next)) values.push(inner)
      }
    }
  }
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { node, isOutermost } = visit
    if (seen.has(node)) continue
    seen.add(node)
    found.push(visit)
    const steps = pathSteps(node)
    for (const [field, value] of Object.entries(node)) {
      if (typeof value !== 'object' || value === null || value instanceof RegExp) continue
      if (field === 'steps' && steps.length > 0) {
        for (let i = steps.length - 1; i >= 0; i -= 1) push(steps[i], isOutermost && i === 0)
        continue
      }
      const isInner =
        field === 'stages' ||
        field === 'predicate' ||
        field === 'group' ||
        node.type === 'transform' ||
        node.type === 'sort' ||
        node.type === 'lambda'
      push(value, isOutermost && !isInner)
    }
  }
  return found
}

const variableReference = (name: string, isOutermost: boolean): Reference | undefined => {
  if (name === '$') return { _tag: 'Root', name: '$$' }
  if (name === '') return isOutermost ? { _tag: 'Root', name: '$' } : undefined
  if (name === 'eval') return { _tag: 'Eval' }
  return name === 'states' || functions.has(name) ? undefined : { _tag: 'Variable', name }
}

const referencesIn = (root: JsonataNode): readonly Reference[] => {
  const all = visits(root)
  const locals = localsOf(all.map(({ node }) => node))
  const found = new Map<string, Reference>()
  const add = (reference: Reference): void => {
    const name = 'name' in reference ? reference.name : 'field' in reference ? reference.field : ''
    found.set(`${reference._tag} ${name}`, reference)
  }
  for (const { node, isOutermost } of all) {
    const [first, second] = pathSteps(node)
    if (first?.type === 'variable' && first.value === 'states' && second?.type === 'name')
      add({ _tag: 'States', field: String(second.value) })
    if (node.type === 'variable' && !locals.has(String(node.value))) {
      const reference = variableReference(String(node.value), isOutermost)
      if (reference !== undefined) add(reference)
    }
    if (!isOutermost) continue
    if (node.type === 'name') add({ _tag: 'Bare', name: String(node.value) })
    if (node.type === 'wildcard' || node.type === 'descendant') add({ _tag: 'Bare', name: String(node.value) })
  }
  return [...found.values()]
}

/** `$states.input.a.b`, the most frequent expression by far: read without the library. */
const simple = /^\s*\$states\.([A-Za-z]\w*)(?:\.[A-Za-z_]\w*)*\s*$/

const longestSimple = 1_000

const nothing: readonly Reference[] = []

/**
 * Reads an expression, without its `{%` and `%}`.
 *
 * @example readExpression('$states.input.x + $y').references
 * // [{ _tag: 'States', field: 'input' }, { _tag: 'Variable', name: 'y' }]
 */
export const readExpression = (text: string): Expression => {
  const field = text.length <= longestSimple ? simple.exec(text)?.[1] : undefined
  if (field !== undefined) return { references: [{ _tag: 'States', field }], result: undefined }
  const parsed = parseJsonata(text)
  if (parsed === undefined) return { references: nothing, isUnread: true, result: undefined }
  if ('problem' in parsed) return { problem: parsed.problem, references: nothing, result: undefined }
  return { references: referencesIn(parsed.node), result: literalType(parsed.node) }
}
