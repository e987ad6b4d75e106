/**
 * HCL as far as a definition can be written in it: blocks, attributes, and expressions that are a value; of any other expression only
 * its text is known. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
import { bracketsOf, commentAt, HclFault, heredocAt } from './brackets.ts'

/** A piece of the text. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type Expression =
  /** Text in quotes or a heredoc, as Terraform's templates have it: with `${…}` in it. */
  | (Span & {
      readonly kind: 'text'
      readonly text: string
      readonly heredoc?: { readonly from: number; readonly indent: number }
    })
  | (Span & { readonly kind: 'literal'; readonly value: number | boolean | null })
  | (Span & { readonly kind: 'list'; readonly items: readonly Expression[] })
  | (Span & { readonly kind: 'object'; readonly members: readonly Member[] })
  | (Span & { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[] })
  /** What only Terraform can tell. */
  | (Span & { readonly kind: 'other'; readonly text: string })

export interface Member {
  readonly key: string
  readonly keyAt: number
  readonly value: Expression
}

export interface Block {
  readonly type: string
  readonly labels: readonly string[]
  readonly attributes: ReadonlyMap<string, Expression>
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** Escapes of a text in quotes; what stands in `${…}` is left as it is. */
const unescaped = (text: string): string =>
  text.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs,
    (whole, four?: string, eight?: string, one?: string) => {
      const code = four ?? eight
      if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff))
      return one !== undefined && Object.hasOwn(escapes, one) ? (escapes[one] as string) : whole
    },
  )

/** Leaves the indentation out that all lines of a `<<-` text have. */
const outdented = (text: string): { readonly text: string; readonly indent: number } => {
  const lines = text.split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const indent = indents.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY)
  if (!Number.isFinite(indent)) return { text, indent: 0 }
  return { text: lines.map((line) => line.slice(indent)).join('\n'), indent }
}

const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
const numberForm = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** The reader of a text whose brackets are known. */
const readerOf = (text: string) => {
  const ends = bracketsOf(text)
  const matched = (form: RegExp, at: number): string | undefined => {
    form.lastIndex = at
    return form.exec(text)?.[0]
  }
  /** Goes over spaces and comments; over line ends too, unless they end something. */
  const skip = (from: number, to: number, isOverLines: boolean): number => {
    let at = from
    while (at < to) {
      const comment = commentAt(text, at)
      if (comment !== undefined) at = comment
      else if (text[at] === ' ' || text[at] === '\t' || text[at] === '\r' || (isOverLines && text[at] === '\n')) at += 1
      else break
    }
    return at
  }
  /** Where an expression ends: before a comma, or a line end where these count. */
  const endOf = (from: number, to: number, endsAtLine: boolean): number => {
    let at = from
    while (at < to && text[at] !== ',' && !(endsAtLine && text[at] === '\n'))
      at = ends.get(at) ?? commentAt(text, at) ?? at + 1
    return Math.min(at, to)
  }
  const trimmed = (from: number, to: number): Span => {
    const start = skip(from, to, true)
    let end = to
    // A comment behind an expression is no part of it.
    for (let at = start, last = start; ; ) {
      const next = skip(at, to, true)
      if (next >= to) {
        end = last
        break
      }
      last = ends.get(next) ?? next + 1
      at = last
    }
    return { from: start, to: Math.max(end, start) }
  }
  /** The parts of what stands in brackets, between commas or, in objects, line ends. */
  const parts = (from: number, to: number, endsAtLine: boolean): readonly Span[] => {
    const found: Span[] = []
    for (let at = from; at < to; ) {
      const end = endOf(at, to, endsAtLine)
      const part = trimmed(at, end)
      if (part.to > part.from) found.push(part)
      at = end + 1
    }
    return found
  }
  const memberOf = ({
    from,
    to,
  }: Span): { readonly key: string; readonly keyAt: number; readonly value: Span } | undefined => {
    const name = matched(identifier, from)
    const quoted = text[from] === '"' ? ends.get(from) : undefined
    if (name === undefined && quoted === undefined) return undefined
    const behind = skip(quoted ?? from + (name as string).length, to, true)
    if (text[behind] !== ':' && (text[behind] !== '=' || text[behind + 1] === '=')) return undefined
    const key = quoted === undefined ? (name as string) : unescaped(text.slice(from + 1, quoted - 1))
    return { key, keyAt: from, value: trimmed(behind + 1, to) }
  }
  const leaf = ({ from, to }: Span): Expression | undefined => {
    const whole = text.slice(from, to)
    if (numberForm.test(whole)) return { kind: 'literal', value: Number(whole), from, to }
    if (whole === 'true' || whole === 'false') return { kind: 'literal', value: whole === 'true', from, to }
    if (whole === 'null') return { kind: 'literal', value: null, from, to }
    if (ends.get(from) !== to) return undefined
    if (text[from] === '"') return { kind: 'text', text: unescaped(text.slice(from + 1, to - 1)), from, to }
    const heredoc = heredocAt(text, from)
    if (heredoc === undefined) return undefined
    const raw = text.slice(heredoc.from, heredoc.to)
    const { text: content, indent } = heredoc.isIndented ? outdented(raw) : { text: raw, indent: 0 }
    return { kind: 'text', text: content, heredoc: { from: heredoc.from, indent }, from, to }
  }
  /** Reads an expression, with a stack of its own: what is nested is put in when it is read. */
  const expression = (root: Span): Expression => {
    let result: Expression | undefined
    const open: { readonly span: Span; readonly put: (made: Expression) => void }[] = [
      {
        span: root,
        put: (made) => {
          result = made
        },
      },
    ]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { span, put } = next
      const { from, to } = span
      const simple = leaf(span)
      const opening = text[from]
      const name = matched(identifier, from)
      const calls = name === undefined ? undefined : from + name.length
      if (simple !== undefined) put(simple)
      else if (opening === '(' && ends.get(from) === to) open.push({ span: trimmed(from + 1, to - 1), put })
      else if (opening === '[' && ends.get(from) === to && matched(/\[\s*for\s/y, from) === undefined) {
        const items: Expression[] = []
        put({ kind: 'list', items, from, to })
        for (const [i, part] of parts(from + 1, to - 1, false).entries())
          open.push({
            span: part,
            put: (made) => {
              items[i] = made
            },
          })
      } else if (opening === '{' && ends.get(from) === to) {
        const read = parts(from + 1, to - 1, true).map(memberOf)
        if (read.some((member) => member === undefined)) {
          put({ kind: 'other', text: text.slice(from, to), from, to })
          continue
        }
        const members: Member[] = []
        put({ kind: 'object', members, from, to })
        read.forEach((member, i) => {
          if (member === undefined) return
          const { key, keyAt, value } = member
          open.push({
            span: value,
            put: (made) => {
              members[i] = { key, keyAt, value: made }
            },
          })
        })
      } else if (calls !== undefined && text[calls] === '(' && ends.get(calls) === to) {
        const given: Expression[] = []
        put({ kind: 'call', name: name as string, given, from, to })
        for (const [i, part] of parts(calls + 1, to - 1, false).entries())
          open.push({
            span: part,
            put: (made) => {
              given[i] = made
            },
          })
      } else put({ kind: 'other', text: text.slice(from, to), from, to })
    }
    return result as Expression
  }
  return { ends, matched, skip, endOf, trimmed, expression }
}

/**
 * The blocks of a file, those within blocks left out.
 *
 * @throws HclFault when the text is no HCL.
 */
export const readHcl = (text: string): readonly Block[] => {
  const { ends, matched, skip, endOf, trimmed, expression } = readerOf(text)
  const blocks: Block[] = []
  /** The attributes of a body; `inner` is called for each block in it. */
  const body = (from: number, to: number, inner: (block: Omit<Block, 'attributes'>, span: Span) => void) => {
    const attributes = new Map<string, Expression>()
    for (let at = skip(from, to, true); at < to; at = skip(at, to, true)) {
      const name = matched(identifier, at)
      if (name === undefined)
        throw new HclFault(`${JSON.stringify(text[at])} starts neither a block nor an attribute`, at)
      let behind = skip(at + name.length, to, false)
      if (text[behind] === '=') {
        const end = endOf(behind + 1, to, true)
        attributes.set(name, expression(trimmed(behind + 1, end)))
        at = end
        continue
      }
      const labels: string[] = []
      for (;;) {
        const label = matched(identifier, behind)
        const quoted = text[behind] === '"' ? ends.get(behind) : undefined
        if (label === undefined && quoted === undefined) break
        labels.push(quoted === undefined ? (label as string) : text.slice(behind + 1, quoted - 1))
        behind = skip(quoted ?? behind + (label as string).length, to, false)
      }
      const end = text[behind] === '{' ? ends.get(behind) : undefined
      if (end === undefined) throw new HclFault(`${name} is neither a block nor an attribute`, at)
      inner({ type: name, labels }, { from: behind + 1, to: end - 1 })
      at = end
    }
    return attributes
  }
  body(0, text.length, (block, span) =>
    blocks.push({ ...block, attributes: body(span.from, span.to, () => undefined) }),
  )
  return blocks
}
