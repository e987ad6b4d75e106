// What the AWS APIs answer, from botocore's data folder: the shapes of their outputs, with the bounds that the models give them.
import { actionName, fieldName } from './sdkNames.mjs'

const scalars = {
  string: 's',
  blob: 'x',
  timestamp: 't',
  boolean: 'b',
  integer: 'n',
  long: 'n',
  float: 'n',
  double: 'n',
}

/** What a text or a number may be: one of some words, or between two bounds. */
const boundsOf = ({ enum: words, min, max }) => {
  if (words !== undefined) return `|${words.join('|')}`
  return min === undefined && max === undefined ? '' : `${min ?? ''}..${max ?? ''}`
}

/** The API's name of a member; before it that of Step Functions, where that is not the same with a capital. */
const nameOf = (member) => {
  const name = fieldName(member)
  return name === member[0].toUpperCase() + member.slice(1) ? member : `${name}=${member}`
}

/**
 * The answers of the actions of a service: a line per action, with the number of its shape, and a line per shape. A shape is `{` and
 * its members with the numbers of theirs (`!` marks one that is always there), `[` or `<` and the number of what a list or a map
 * holds, `*` for any value, or a scalar: `s`tring, `n`umber, `b`oolean, `t`imestamp, a blob `x`, with its words or bounds.
 */
export const answersOf = ({ operations, shapes }, isWanted) => {
  const numbers = new Map()
  const lines = []
  const open = []
  /** Scalars that are the same are one, whatever they are called. */
  const keyOf = (name) => (Object.hasOwn(scalars, shapes[name].type) ? lineOf(shapes[name]) : `.${name}`)
  const number = (name) => {
    const key = keyOf(name)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, lines.length)
    lines.push('')
    open.push(name)
    return numbers.get(key)
  }
  const lineOf = (shape) => {
    if (shape.document || shape.eventstream) return '*'
    if (shape.type === 'structure') {
      const required = new Set(shape.required)
      const members = Object.entries(shape.members).map(
        ([name, member]) => `${nameOf(name)}${required.has(name) ? '!' : ''}:${number(member.shape)}`,
      )
      return `{${members.join(' ')}`
    }
    if (shape.type === 'list') return `[${number(shape.member.shape)}`
    if (shape.type === 'map') return `<${number(shape.value.shape)}`
    return `${scalars[shape.type]}${boundsOf(shape)}`
  }
  const actions = []
  for (const name of Object.keys(operations).sort()) {
    const { output } = operations[name]
    if (output === undefined || !isWanted(name)) continue
    actions.push(`${actionName(name)} ${number(output.shape)}`)
    for (let next = open.pop(); next !== undefined; next = open.pop())
      lines[numbers.get(keyOf(next))] = lineOf(shapes[next])
  }
  return { actions: actions.join('\n'), shapes: lines.join('\n') }
}
