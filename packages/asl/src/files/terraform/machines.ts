/** Definitions in configurations of Terraform and OpenTofu: those of `aws_sfn_state_machine`, and of modules for Step Functions. */
import { dirname, join } from 'node:path'
import { type Issue, pointer } from '../../issue.ts'
import { createPositions } from '../../language/jsonPlaces.ts'
import { issueOf } from '../../validate/report/locate.ts'
import { type Document, type Path, pathOf } from '../document.ts'
import type { Body, Found } from '../found.ts'
import { HclFault } from './brackets.ts'
import { type Block, type Expression, readHcl } from './hcl.ts'

/** An expression as the value that `jsonencode` is given; what only Terraform knows is a placeholder. */
interface Made {
  readonly value: unknown
  /** JSON pointers of the placeholders that may become any value: those that are all of an expression. */
  readonly bare: ReadonlySet<string>
  /** Where values and keys stand in the text, by their JSON pointers. */
  readonly places: ReadonlyMap<string, { readonly keyAt: number; readonly at: number }>
}

const wholeForm = /^\$\{[^{}]*\}$/

/** Text of a template outside of JSON: `$${` and `%%{` are `${` and `%{`. */
const plain = (text: string): string => text.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{')

const made = (root: Expression): Made => {
  const bare = new Set<string>()
  const places = new Map<string, { readonly keyAt: number; readonly at: number }>()
  let value: unknown
  const open: {
    readonly of: Expression
    readonly path: Path
    readonly keyAt: number
    readonly put: (made: unknown) => void
  }[] = [
    {
      of: root,
      path: [],
      keyAt: root.from,
      put: (all) => {
        value = all
      },
    },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { of, path, keyAt, put } = next
    const here = pointer(path)
    places.set(here, { keyAt, at: of.from })
    if (of.kind === 'literal') put(of.value)
    else if (of.kind === 'text') {
      if (wholeForm.test(of.text)) bare.add(here)
      put(plain(of.text))
    } else if (of.kind === 'list') {
      const list: unknown[] = []
      put(list)
      for (const [i, item] of of.items.entries())
        open.push({
          of: item,
          path: [...path, i],
          keyAt: item.from,
          put: (one) => {
            list[i] = one
          },
        })
    } else if (of.kind === 'object') {
      const object: Record<string, unknown> = {}
      put(object)
      for (const member of of.members) {
        const define = (one: unknown): void => {
          Object.defineProperty(object, member.key, {
            value: one,
            writable: true,
            enumerable: true,
            configurable: true,
          })
        }
        define(null)
        open.push({ of: member.value, path: [...path, member.key], keyAt: member.keyAt, put: define })
      }
    } else {
      bare.add(here)
      put(`\${${of.kind === 'other' ? of.text : `${of.name}(…)`}}`)
    }
  }
  return { value, bare, places }
}

/** A document of a configuration: its value is the definition of one machine. */
const documentOf = (file: string, text: string, expression: Expression): Document => {
  const { value, bare, places } = made(expression)
  const positions = createPositions(text)
  const place = (path: Path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = places.get(pointer(path.slice(0, length)))
      if (found !== undefined) return found
    }
    return { keyAt: expression.from, at: expression.from }
  }
  return {
    file,
    text,
    format: 'yaml',
    value,
    bare,
    located: (findings, prefix) =>
      findings.map((finding) => {
        const { keyAt, at } = place([...prefix, ...pathOf(finding.place)])
        return issueOf(finding, positions(finding.isKey ? keyAt : at))
      }),
    block: (path) => {
      const heredoc = path.length === 0 && expression.kind === 'text' ? expression.heredoc : undefined
      return heredoc === undefined ? undefined : { line: positions(heredoc.from).line - 1, indent: heredoc.indent }
    },
  }
}

/** `local.name`, followed as far as this file has it. */
const followed = (expression: Expression, locals: ReadonlyMap<string, Expression>): Expression => {
  let at = expression
  for (let seen = 0; seen <= locals.size; seen += 1) {
    const name = at.kind === 'other' ? /^local\.([\w-]+)$/.exec(at.text)?.[1] : undefined
    const target = name === undefined ? undefined : locals.get(name)
    if (target === undefined) return at
    at = target
  }
  return at
}

/** A path that Terraform gives to `file` and `templatefile`, as far as it is known here. */
const fileIn = (given: Expression | undefined, file: string): string | undefined => {
  if (given?.kind !== 'text') return undefined
  const path = given.text.replace(/^\$\{path\.(?:module|root|cwd)\}\//, '')
  return path.includes('${') ? undefined : join(dirname(file), path)
}

const bodyOf = (expression: Expression, file: string): Body => {
  if (expression.kind === 'text') {
    if (!expression.text.trimStart().startsWith('{'))
      return { _tag: 'Elsewhere', why: `${expression.text.trim() || 'an empty text'} gives its definition` }
    return { _tag: 'Text', text: expression.text, fills: new Map() }
  }
  if (expression.kind === 'call') {
    const path =
      expression.name === 'file' || expression.name === 'templatefile' ? fileIn(expression.given[0], file) : undefined
    if (path !== undefined) return { _tag: 'File', file: path, path: [] }
    return { _tag: 'Elsewhere', why: `${expression.name}(…) gives its definition` }
  }
  const text = expression.kind === 'other' ? expression.text.replace(/\s+/g, ' ') : `a ${expression.kind}`
  return { _tag: 'Elsewhere', why: `${text} gives its definition` }
}

/** What fills the placeholders of a `templatefile`: its second argument. */
const substitutionsOf = (expression: Expression): ReadonlyMap<string, unknown> => {
  const given = expression.kind === 'call' && expression.name === 'templatefile' ? expression.given[1] : undefined
  if (given?.kind !== 'object') return new Map()
  const { value, bare } = made(given)
  return new Map(
    Object.entries(value as object).map(([name, by]) => [name, bare.has(pointer([name])) ? { Terraform: by } : by]),
  )
}

const textOf = (expression: Expression | undefined): string | undefined =>
  expression?.kind === 'text' && !expression.text.includes('${') ? expression.text : undefined

const isMachine = ({ type, labels, attributes }: Block): boolean =>
  attributes.has('definition') &&
  ((type === 'resource' && labels[0] === 'aws_sfn_state_machine') ||
    (type === 'module' && /step-?functions/i.test(textOf(attributes.get('source')) ?? '')))

/** The machines of a configuration, or why it cannot be read. */
export const machinesInTerraform = (
  file: string,
  text: string,
): { readonly found: readonly Found[] } | { readonly issues: readonly Issue[] } => {
  let blocks: readonly Block[]
  try {
    blocks = readHcl(text)
  } catch (error) {
    if (!(error instanceof HclFault)) throw error
    const hint = 'Fix the syntax; everything else is checked once the text parses.'
    const message = `the text is no configuration of Terraform: ${error.message}.`
    return {
      issues: [{ code: 'ASL001', severity: 'error', path: '', message, hint, ...createPositions(text)(error.at) }],
    }
  }
  const locals = new Map(blocks.filter(({ type }) => type === 'locals').flatMap(({ attributes }) => [...attributes]))
  const found = blocks.filter(isMachine).map((block): Found => {
    const given = followed(block.attributes.get('definition') as Expression, locals)
    const isJson = given.kind === 'call' && given.name === 'jsonencode' && given.given.length === 1
    const expression = isJson ? followed(given.given[0] as Expression, locals) : given
    const document = documentOf(file, text, expression)
    const type = textOf(block.attributes.get('type'))
    return {
      name: block.labels.at(-1) ?? '',
      type: type === 'EXPRESS' || type === 'STANDARD' ? type : undefined,
      document,
      path: [],
      body:
        isJson && expression.kind === 'object'
          ? { _tag: 'Value', value: document.value, isText: false, bare: document.bare }
          : isJson
            ? { _tag: 'Elsewhere', why: `jsonencode(…) of what only Terraform knows gives its definition` }
            : bodyOf(expression, file),
      substitutions: substitutionsOf(expression),
    }
  })
  return { found }
}
