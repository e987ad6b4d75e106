/**
 * Template syntax in a text: `${ … }`, which any templating fills in, and Terraform's directives `%{ … }`. Inside the braces stand
 * expressions with quotes, brackets and calls. https://developer.hashicorp.com/terraform/language/expressions/strings
 */

/** Longer ones are no interpolation: a brace was left open. */
const longest = 4096

const QUOTE = 34
const BACKSLASH = 92
const OPEN = 123
const CLOSE = 125

/**
 * Where the interpolation or directive ends whose `${` or `%{` stands at `start`: behind its brace. `undefined` when none closes it.
 *
 * @example endOfInterpolation('${arns["parse"]}', 0) // 16
 */
export const endOfInterpolation = (text: string, start: number): number | undefined => {
  /** What is open: a brace of an expression, or a quoted text in it. */
  const open: ('brace' | 'quote')[] = []
  const end = Math.min(text.length, start + longest)
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (open.at(-1) === 'quote') {
      if (code === BACKSLASH) at += 1
      else if (code === QUOTE) open.pop()
      else if (code === OPEN && isIntroduced(text, at)) open.push('brace')
    } else if (code === OPEN) open.push('brace')
    else if (code === QUOTE) open.push('quote')
    else if (code === CLOSE) {
      open.pop()
      if (open.length === 0) return at + 1
    }
  }
  return undefined
}

/** Whether the brace at a place belongs to `${` or `%{`, and not to the escapes `$${` and `%%{`. */
const isIntroduced = (text: string, brace: number): boolean => {
  const sign = text[brace - 1]
  return (sign === '$' || sign === '%') && text[brace - 2] !== sign
}

/** Whether the braces of an interpolation close before `end`, quotes left aside. */
export const closesBefore = (text: string, start: number, end: number): boolean => {
  let depth = 0
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === OPEN) depth += 1
    else if (code === CLOSE) {
      depth -= 1
      if (depth === 0) return true
    }
  }
  return false
}

const directiveForm = /%\{~?\s*(if|else|endif|for|endfor)\b/y

/** The first word of the directive at a place, and where it ends. */
const directiveAt = (text: string, at: number): { readonly word: string; readonly end: number } | undefined => {
  directiveForm.lastIndex = at
  const word = directiveForm.exec(text)?.[1]
  const end = word === undefined ? undefined : endOfInterpolation(text, at)
  return word === undefined || end === undefined ? undefined : { word, end }
}

/**
 * Where reading goes on behind the directive at a place; `undefined` when there is none. The body of a loop is read once, and of the
 * ways of an `if` the first one: what follows its `else` is passed over.
 */
export const afterDirective = (text: string, at: number): number | undefined => {
  const first = directiveAt(text, at)
  if (first?.word !== 'else') return first?.end
  let depth = 0
  for (let next = text.indexOf('%{', first.end); next !== -1; next = text.indexOf('%{', next + 2)) {
    const directive = directiveAt(text, next)
    if (directive?.word === 'if') depth += 1
    if (directive?.word !== 'endif') continue
    if (depth === 0) return directive.end
    depth -= 1
  }
  return first.end
}
