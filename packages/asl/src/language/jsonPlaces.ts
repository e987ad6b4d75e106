/** Where the values of a JSON text stand, for places that are looked for. */
import { Stop, type Syntax, scan } from './jsonScan.ts'
import { eitherSyntax } from './jsonText.ts'

/** A place that is looked for, and where it was found. */
export interface Mark {
  readonly below: Map<string, Mark>
  keyAt: number | undefined
  valueAt: number | undefined
}

export const createMark = (): Mark => ({ below: new Map(), keyAt: undefined, valueAt: undefined })

/** Fills in where the marked places are. Text that is not JSON is marked up to where it fails. */
export const mark = (text: string, root: Mark): void => {
  try {
    eitherSyntax(text, (syntax) => markAs(text, syntax, root))
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
}

const markAs = (text: string, syntax: Syntax, root: Mark): void => {
  /** The mark of what is open, and in arrays how many items were before. */
  const open: { readonly mark: Mark | undefined; index: number; readonly isArray: boolean }[] = []
  let next: Mark | undefined = root
  const begin = (at: number): Mark | undefined => {
    const top = open.at(-1)
    const here = top?.isArray === true ? top.mark?.below.get(String(top.index)) : next
    if (top?.isArray === true) top.index += 1
    next = undefined
    if (here !== undefined) {
      here.valueAt = at
      if (top?.isArray === true) here.keyAt = at
    }
    return here
  }
  scan(
    text,
    {
      open: (isArray, at) => {
        open.push({ mark: begin(at), index: 0, isArray })
      },
      key: (key, at) => {
        next = open.at(-1)?.mark?.below.get(key)
        if (next !== undefined) next.keyAt = at
      },
      value: (_, at) => {
        begin(at)
      },
      close: () => {
        open.pop()
      },
    },
    syntax,
  )
}

export interface Position {
  readonly line: number
  readonly column: number
}

/** Gives the line and the column, both from 1, of a place in a text. */
export const createPositions = (text: string): ((at: number) => Position) => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (at) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 }
  }
}
