/** Which step waits for which. Steps are leaves here: what a map does with each item is its own affair. */

import { foldOccurrences, type Occurrence, occurrences } from '../graph/occurrence.ts'
import type { AnyStep } from '../graph/step.ts'

/** The steps of a graph and their dependencies. */
export interface Dependencies {
  /** Tasks, maps, and identities that fill a branch. */
  readonly steps: readonly Occurrence[]
  /** Pairs of state names: the second waits for the first. */
  readonly edges: readonly (readonly [from: string, to: string])[]
}

/** Steps, in the nesting in which they were found: to copy them at each level would take a deep graph quadratic time. */
type Steps = Occurrence | readonly Steps[]

const isList = (steps: Steps): steps is readonly Steps[] => Array.isArray(steps)

const listed = (steps: Steps): readonly Occurrence[] => {
  const found: Occurrence[] = []
  const stack = [steps]
  for (let top = stack.pop(); top !== undefined; top = stack.pop())
    if (isList(top)) for (let i = top.length - 1; i >= 0; i--) stack.push(top[i] as Steps)
    else found.push(top)
  return found
}

/** The steps of a piece that nothing in it comes before, and those that nothing in it comes after. */
interface Ends {
  readonly first: Steps
  readonly last: Steps
}

/** Reads the dependencies off the named places of a graph. */
export const dependencies = (graph: AnyStep): Dependencies => {
  const steps: Occurrence[] = []
  const edges: [string, string][] = []

  const link = (before: Ends, after: Ends): void => {
    const to = listed(after.first)
    for (const from of listed(before.last)) for (const step of to) edges.push([from.name, step.name])
  }
  const ends = (at: Occurrence, parts: readonly Ends[]): Ends => {
    switch (at.node._tag) {
      case 'Task':
      case 'Identity':
      case 'Map':
      case 'Pass':
      case 'Wait':
      case 'Succeed':
      case 'Fail':
        steps.push(at)
        return { first: at, last: at }
      case 'Capture':
      case 'Retry':
      case 'Repeat':
      case 'Keep':
        return parts[0] as Ends
      case 'Choice':
        return { first: parts.map((p) => p.first), last: parts.map((p) => p.last) }
      case 'Bind': {
        const [first, last = first] = parts as readonly [Ends, Ends?]
        if (last !== first) link(first, last)
        return { first: first.first, last: last.last }
      }
      case 'Catch': {
        const [body, ...handlers] = parts as readonly [Ends, ...Ends[]]
        for (const handler of handlers) link(body, handler)
        return { first: body.first, last: parts.map((p) => p.last) }
      }
      case 'Par':
        return parts.length === 1
          ? (parts[0] as Ends)
          : { first: parts.map((p) => p.first), last: parts.map((p) => p.last) }
      case 'Seq':
        for (let i = 1; i < parts.length; i++) link(parts[i - 1] as Ends, parts[i] as Ends)
        return { first: (parts[0] as Ends).first, last: (parts.at(-1) as Ends).last }
    }
  }

  foldOccurrences(occurrences(graph), ends, (at) => at.node._tag !== 'Map')
  return { steps, edges }
}
