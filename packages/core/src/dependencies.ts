/** Which step waits for which. Steps are leaves here: what a map does with each item is its own affair. */
import type { AnyStep } from './graph.ts'
import { foldOccurrences, type Occurrence, occurrences } from './occurrence.ts'

/** The steps of a graph and their dependencies. */
export interface Dependencies {
  /** Tasks, maps, and identities that fill a branch. */
  readonly steps: readonly Occurrence[]
  /** Pairs of state names: the second waits for the first. */
  readonly edges: readonly (readonly [from: string, to: string])[]
}

/** The steps of a piece that nothing in it comes before, and those that nothing in it comes after. */
interface Ends {
  readonly first: readonly Occurrence[]
  readonly last: readonly Occurrence[]
}

/** Reads the dependencies off the named places of a graph. */
export const dependencies = (graph: AnyStep): Dependencies => {
  const steps: Occurrence[] = []
  const edges: [string, string][] = []

  const ends = (at: Occurrence, parts: readonly Ends[]): Ends => {
    switch (at.node._tag) {
      case 'Task':
      case 'Identity':
      case 'Map':
        steps.push(at)
        return { first: [at], last: [at] }
      case 'Capture':
        return parts[0] as Ends
      case 'Par':
        return parts.length === 1
          ? (parts[0] as Ends)
          : { first: parts.flatMap((p) => p.first), last: parts.flatMap((p) => p.last) }
      case 'Seq':
        for (let i = 1; i < parts.length; i++)
          for (const from of (parts[i - 1] as Ends).last)
            for (const to of (parts[i] as Ends).first) edges.push([from.name, to.name])
        return { first: (parts[0] as Ends).first, last: (parts.at(-1) as Ends).last }
    }
  }

  foldOccurrences(occurrences(graph), ends, (at) => at.node._tag !== 'Map')
  return { steps, edges }
}
