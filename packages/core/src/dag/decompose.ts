/**
 * A partial order as a series-parallel term. A set of vertices is split where everything before comes before everything after
 * (series), or into parts that have nothing to do with one another (parallel), down to single vertices. A set that is neither
 * holds an N: four vertices a < c, b < c, b < d and nothing else between them, and no series-parallel term is that order.
 */
import { countBefore, type Dependents, reachable } from './order.ts'

/** A term over vertices. Parts of a series are in order. */
export type Term = number | { readonly kind: 'series' | 'parallel'; readonly parts: Term[] }

/** What makes an order no series-parallel one: a < c, b < c, b < d, and no more. */
export type Witness = readonly [a: number, b: number, c: number, d: number]

export interface Decomposition {
  readonly term: Term
  /** Pairs that the order did not ask for: the second waits for the first all the same. */
  readonly added: readonly (readonly [from: number, to: number])[]
}

/** A set still to be split: its vertices by how many of the set come before each, and these numbers. */
interface Piece {
  readonly members: readonly number[]
  readonly before: readonly number[]
  /** Where its term goes. */
  readonly into: Term[]
}

/** Finds the parts of sets that no dependency connects. Made once, so that a deep order does not clear memory at each level. */
const createComponents = ({ size, successors }: Dependents) => {
  const part = new Int32Array(size).fill(-1)
  const group = new Int32Array(size)
  const find = (v: number): number => {
    let root = v
    while (part[root] !== root) root = part[root] as number
    for (let at = v; part[at] !== root; ) {
      const next = part[at] as number
      part[at] = root
      at = next
    }
    return root
  }
  /** The places in `members` of each part, in order. */
  return (members: readonly number[]): number[][] => {
    for (const v of members) {
      part[v] = v
      group[v] = -1
    }
    for (const v of members) for (const to of successors[v] as number[]) if (part[to] !== -1) part[find(v)] = find(to)
    const groups: number[][] = []
    for (let i = 0; i < members.length; i++) {
      const root = find(members[i] as number)
      if (group[root] === -1) group[root] = groups.push([]) - 1
      ;(groups[group[root] as number] as number[]).push(i)
    }
    for (const v of members) part[v] = -1
    return groups
  }
}

/** Sorted by the number before: then the set is cut at k exactly where the k-th has all k of the others before it. */
const seriesCuts = (before: readonly number[]): number[] =>
  before.flatMap((count, k) => (k > 0 && count === k ? [k] : []))

/** Four vertices that show that a set is not series-parallel. There is one in every set that can be split neither way. */
const witnessIn = (members: readonly number[], dependents: Dependents): Witness => {
  const among = new Set(members)
  const after = new Map(members.map((v) => [v, reachable(v, (u) => among.has(u), dependents)]))
  const isBefore = (u: number, v: number): boolean => (after.get(u) as Set<number>).has(v)
  const areApart = (u: number, v: number): boolean => u !== v && !isBefore(u, v) && !isBefore(v, u)
  for (const b of members)
    for (const c of after.get(b) as Set<number>) {
      const beforeC = members.filter((a) => isBefore(a, c) && areApart(a, b))
      if (beforeC.length === 0) continue
      for (const d of after.get(b) as Set<number>) {
        if (!areApart(c, d)) continue
        const a = beforeC.find((v) => areApart(v, d))
        if (a !== undefined) return [a, b, c, d]
      }
    }
  throw new Error('a set that cannot be split holds an N: this is a defect of the decomposition')
}

/** Where a cut asks for the fewest dependencies that are not there, for its size: the better balanced, the more it may ask for. */
const cheapestCut = (before: readonly number[], after: readonly number[]): number => {
  const n = before.length
  let crossing = 0
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let k = 1; k < n; k++) {
    crossing += (after[k - 1] as number) - (before[k - 1] as number)
    const cost = (k * (n - k) - crossing) / (k * (n - k))
    if (cost < least) {
      least = cost
      best = k
    }
  }
  return best
}

const sorted = (members: readonly number[], dependents: Dependents): Omit<Piece, 'into'> => {
  const counts = countBefore(members, dependents)
  const by = members.map((v, i) => [v, counts[i] as number] as const).sort((x, y) => x[1] - y[1] || x[0] - y[0])
  return { members: by.map(([v]) => v), before: by.map(([, count]) => count) }
}

/** How many come after each, which is how many come before in the order turned round. */
const countAfter = (members: readonly number[], { size, successors }: Dependents): number[] => {
  const among = new Set(members)
  const predecessors: number[][] = Array.from({ length: size }, () => [])
  for (const v of members)
    for (const to of successors[v] as number[]) if (among.has(to)) (predecessors[to] as number[]).push(v)
  const counts = countBefore([...members].reverse(), { size, successors: predecessors })
  return [...counts].reverse()
}

/** The pairs that a cut between two sets asks for beyond what is there: from the last of the one to the first of the other. */
const addedBy = (first: readonly number[], second: readonly number[], dependents: Dependents): [number, number][] => {
  const inFirst = new Set(first)
  const inSecond = new Set(second)
  const followers = (v: number) => dependents.successors[v] as readonly number[]
  const last = first.filter((v) => !followers(v).some((to) => inFirst.has(to)))
  const notFirst = new Set(second.flatMap((v) => followers(v).filter((to) => inSecond.has(to))))
  const heads = second.filter((v) => !notFirst.has(v))
  return last.flatMap((from) => {
    const reached = reachable(from, (v) => inFirst.has(v) || inSecond.has(v), dependents)
    return heads.filter((to) => !reached.has(to)).map((to): [number, number] => [from, to])
  })
}

/**
 * The term of an order over `members`, which are in topological order; or, when there is none and `approximate` is not set, a
 * witness. With `approximate`, sets that cannot be split are cut in two by a barrier, where it costs least.
 */
export const decompose = (
  members: readonly number[],
  dependents: Dependents,
  approximate: boolean,
): Decomposition | Witness => {
  const components = createComponents(dependents)
  const top: Term[] = []
  const added: [number, number][] = []
  const stack: Piece[] = [{ ...sorted(members, dependents), into: top }]
  const split = (kind: 'series' | 'parallel', into: Term[], pieces: readonly Omit<Piece, 'into'>[]): void => {
    const parts: Term[] = []
    into.push({ kind, parts })
    // What is pushed last is split first, and its term goes in first.
    for (const piece of [...pieces].reverse()) stack.push({ ...piece, into: parts })
  }
  for (let piece = stack.pop(); piece !== undefined; piece = stack.pop()) {
    const { members: set, before, into } = piece
    if (set.length === 1) {
      into.push(set[0] as number)
      continue
    }
    const cuts = seriesCuts(before)
    if (cuts.length > 0) {
      const ends = [...cuts, set.length]
      split(
        'series',
        into,
        [0, ...cuts].map((from, i) => ({
          members: set.slice(from, ends[i]),
          before: before.slice(from, ends[i]).map((count) => count - from),
        })),
      )
      continue
    }
    const groups = components(set)
    if (groups.length > 1) {
      split(
        'parallel',
        into,
        groups.map((group) => ({
          members: group.map((i) => set[i] as number),
          before: group.map((i) => before[i] as number),
        })),
      )
      continue
    }
    if (!approximate) return witnessIn(set, dependents)
    const k = cheapestCut(before, countAfter(set, dependents))
    const halves = [set.slice(0, k), set.slice(k)] as const
    added.push(...addedBy(...halves, dependents))
    split(
      'series',
      into,
      halves.map((half) => sorted(half, dependents)),
    )
  }
  return { term: top[0] as Term, added }
}
