/** What people write on references as if they were values, and what to write instead. */
import type { Path } from './expression.ts'

const methods: ReadonlyMap<string | number | undefined, string> = new Map([
  ['toUpperCase', 'upper(text)'],
  ['toLowerCase', 'lower(text)'],
  ['toString', 'textOf(value)'],
  ['concat', 'concat(…) for texts'],
  ['join', 'concat(…)'],
  ['includes', 'contains(array, element), or matches(text, "*part*")'],
  ['startsWith', 'matches(text, "start*")'],
  ['endsWith', 'matches(text, "*end")'],
  ['split', 'split(text, separators)'],
  ['slice', 'slice(array, from, to)'],
  ['filter', 'filter(array, (item) => condition)'],
  ['map', 'map(…) for a step per element, each(array, (item) => item.field) for data'],
  ['forEach', 'map(…)'],
  ['at', 'get(array, index)'],
  ['toJSON', 'stringify(value)'],
])

/** What to write for a method call on a reference; the path ends with the method's name. @example notCalled(['name', 'toUpperCase']) */
export const notCalled = (path: Path): string => {
  const method = path.at(-1)
  const instead = methods.get(method)
  return instead === undefined
    ? 'A reference has no methods: use the functions of docs/reference/expressions.md.'
    : `Instead of .${method}() use ${instead}.`
}
