/** What the functions compute that may end a path. https://github.com/json-path/JsonPath#functions */
import type { Path, PathArgument, Segment } from '../../language/pathTree.ts'
import { isRecord } from '../payload/payload.ts'

type Call = Segment & { readonly _tag: 'Function' }

const statistics: Readonly<Record<'min' | 'max' | 'avg' | 'sum' | 'stddev', (of: readonly number[]) => number>> = {
  min: (of) => of.reduce((a, b) => Math.min(a, b)),
  max: (of) => of.reduce((a, b) => Math.max(a, b)),
  sum: (of) => of.reduce((a, b) => a + b),
  avg: (of) => of.reduce((a, b) => a + b) / of.length,
  stddev: (of) => {
    const mean = of.reduce((a, b) => a + b) / of.length
    return Math.sqrt(of.reduce((sum, n) => sum + (n - mean) ** 2, 0) / of.length)
  },
}

const isNumber = (value: unknown): value is number => typeof value === 'number'
const isText = (value: unknown): value is string => typeof value === 'string'
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** The result of a function on what its path finds; `undefined` where the library fails, `null` where it has nothing to say. */
export const applied = (call: Call, value: unknown, find: (path: Path) => unknown): unknown => {
  const given = (): readonly unknown[] =>
    call.arguments.flatMap((argument: PathArgument) =>
      listOf(argument._tag === 'Path' ? find(argument.path) : argument.value),
    )
  const at = (index: unknown): unknown => (Array.isArray(value) && isNumber(index) ? value.at(index) : undefined)
  switch (call.name) {
    case 'length':
    case 'size': {
      const first = call.arguments[0]
      const measured = first?._tag === 'Path' ? find(first.path) : value
      return Array.isArray(measured) ? measured.length : isRecord(measured) ? Object.keys(measured).length : null
    }
    case 'keys':
      return isRecord(value) ? Object.keys(value) : null
    case 'first':
      return at(0)
    case 'last':
      return at(-1)
    case 'index':
      return at(given()[0])
    case 'append':
      return Array.isArray(value) ? [...value, ...given()] : value
    case 'concat':
      return [...(Array.isArray(value) ? value : []), ...given()].filter(isText).join('')
    case 'min':
    case 'max':
    case 'avg':
    case 'sum':
    case 'stddev': {
      const numbers = [...(Array.isArray(value) ? value : []), ...given()].filter(isNumber)
      return numbers.length === 0 ? undefined : statistics[call.name](numbers)
    }
  }
}
