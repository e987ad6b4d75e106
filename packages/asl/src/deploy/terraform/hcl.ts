/** HCL, as far as a module of ours needs it: formatted as `terraform fmt` does. */

/** An expression as it stands, such as `var.name`. */
export interface Expression {
  readonly expression: string
}

export const expression = (text: string): Expression => ({ expression: text })

/** A text without any template in it. */
export const quoted = (text: string): string =>
  // HCL reads JSON's escapes, and looks for templates before it does.
  JSON.stringify(text).replace(/([$%])\{/g, (_, sign) => (sign === '$' ? '\\u0024{' : '\\u0025{'))

export type Value = string | number | boolean | Expression | readonly Value[] | { readonly [key: string]: Value }

const isExpression = (value: Value): value is Expression =>
  typeof value === 'object' && 'expression' in value && typeof value.expression === 'string'

const keyOf = (key: string): string => (/^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key))

/** `key = value` lines, with the `=` of neighbours of one line below one another, as `terraform fmt` has them. */
const aligned = (pairs: readonly (readonly [key: string, value: string])[]): string[] => {
  const lines: string[] = []
  for (let from = 0; from < pairs.length; ) {
    let to = from + 1
    const isOne = ([, value]: readonly [string, string]) => !value.includes('\n')
    if (isOne(pairs[from] as readonly [string, string]))
      while (to < pairs.length && isOne(pairs[to] as readonly [string, string])) to += 1
    const group = pairs.slice(from, to)
    const width = Math.max(...group.map(([key]) => key.length))
    for (const [key, value] of group) lines.push(`${key.padEnd(width)} = ${value}`)
    from = to
  }
  return lines
}

const indented = (text: string): string => text.replace(/\n/g, '\n  ')

/**
 * A value. Nested as deep as a policy or a variable's type is, never as deep as a workflow.
 *
 * @example hcl({ a: 1, list: ['x', expression('var.y')] })
 */
export const hcl = (value: Value): string => {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object') return String(value)
  if (isExpression(value)) return value.expression
  if (Array.isArray(value)) {
    const items: string[] = value.map(hcl)
    if (items.length <= 1 && !items.some((item) => item.includes('\n'))) return `[${items.join('')}]`
    return `[\n${items.map((item) => `  ${indented(item)},\n`).join('')}]`
  }
  const lines = aligned(Object.entries(value).map(([key, inner]) => [keyOf(key), indented(hcl(inner))]))
  return lines.length === 0 ? '{}' : `{\n${lines.map((line) => `  ${line}\n`).join('')}}`
}

/** Attributes of a block, one under the other. */
export const attributes = (fields: Readonly<Record<string, Value>>): string =>
  aligned(Object.entries(fields).map(([key, value]) => [key, hcl(value)])).join('\n')

/** A block: `resource "aws_iam_role" "workflow" { … }`; its parts are parted by a blank line. */
export const block = (head: string, ...parts: readonly string[]): string =>
  parts.length === 0 ? `${head} {}\n` : `${head} {\n  ${parts.map(indented).join('\n\n  ').replace(/^ +$/gm, '')}\n}\n`
