/** What is said of a definition that cannot be run. Whether it is valid in every way is for `validate` to say. */
import { AslError, pointer } from '../../issue.ts'
import { image, maxDepth } from '../payload/payload.ts'

/** A place as a whole, as the beginning of longer ones: so that they need not repeat it. */
export interface Outer {
  readonly outer: Where
}

/** Keys and indices from the root of the definition. */
export type Where = readonly (string | number | Outer)[]

const keysOf = (at: Where): readonly (string | number)[] => {
  const parts: (string | number)[][] = []
  for (let next: Where | undefined = at; next !== undefined; ) {
    const first: string | number | Outer | undefined = next[0]
    const isNested: boolean = typeof first === 'object'
    parts.push((isNested ? next.slice(1) : next) as (string | number)[])
    next = typeof first === 'object' ? first.outer : undefined
  }
  return parts.reverse().flat()
}

/** An error for what cannot be run, at its place in the definition. */
export const refusal = (code: `ASL${string}`, at: Where, message: string, hint: string): AslError =>
  new AslError([{ code, severity: 'error', path: pointer(keysOf(at)), message, hint }])

/** A part of a definition that stands for itself, as a copy: the definition is its owner's to change. */
export const literal = (value: unknown, at: Where): unknown => {
  try {
    return image(value)
  } catch (error) {
    throw refusal(
      'ASL165',
      at.slice(0, 8),
      `it is not JSON: ${error instanceof Error ? error.message : ''}.`,
      'Write a value that JSON can write.',
    )
  }
}

/** For a template or a rule that nests too deeply to be read. */
export const checkDepth = (depth: number, at: Where): void => {
  if (depth > maxDepth)
    throw refusal('ASL165', at.slice(0, 8), `it nests more than ${maxDepth} levels deep.`, 'Flatten it.')
}
