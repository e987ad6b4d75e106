/** A partial order given by dependencies, on vertices 0 … n-1. */

/** `successors[v]`: the vertices that wait for v. */
export interface Dependents {
  readonly size: number
  readonly successors: readonly (readonly number[])[]
}

/**
 * The vertices in an order in which every dependency points forward, or, if there is none, a cycle as the vertices on it.
 * Kahn's algorithm, since graphlib's topsort recurses and overflows below 4,000 vertices.
 */
export const topologicalOrder = ({
  size,
  successors,
}: Dependents): { readonly order: number[] } | { readonly cycle: number[] } => {
  const waiting = new Int32Array(size)
  for (const targets of successors) for (const to of targets) waiting[to] = (waiting[to] as number) + 1
  const order: number[] = []
  for (let v = 0; v < size; v++) if (waiting[v] === 0) order.push(v)
  for (let i = 0; i < order.length; i++)
    for (const to of successors[order[i] as number] as number[]) {
      waiting[to] = (waiting[to] as number) - 1
      if (waiting[to] === 0) order.push(to)
    }
  return order.length === size ? { order } : { cycle: cycleAmong(successors, waiting) }
}

/** Every vertex that still waits has a predecessor that still waits: going backwards must meet itself. */
const cycleAmong = (successors: Dependents['successors'], waiting: Int32Array): number[] => {
  const before = new Int32Array(waiting.length).fill(-1)
  for (const [from, targets] of successors.entries())
    if ((waiting[from] as number) > 0) for (const to of targets) if ((waiting[to] as number) > 0) before[to] = from
  const seenAt = new Map<number, number>()
  const path: number[] = []
  for (let v = waiting.findIndex((count) => count > 0); ; v = before[v] as number) {
    const start = seenAt.get(v)
    if (start !== undefined) return path.slice(start).reverse()
    seenAt.set(v, path.length)
    path.push(v)
  }
}

const bitsPerWord = 32
/** How many words of each vertex's set of predecessors are held at once: memory stays linear, whatever the number of vertices. */
const block = 64

const countBits = (word: number): number => {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * How many vertices come before each of the given ones, directly or not, among the given ones alone. `members` are in
 * topological order. Counts in bits, a block of vertices at a time: n · m / 32 steps.
 */
export const countBefore = (members: readonly number[], { size, successors }: Dependents): Int32Array => {
  const place = new Int32Array(size).fill(-1)
  members.forEach((v, i) => {
    place[v] = i
  })
  const counts = new Int32Array(members.length)
  for (let first = 0; first < members.length; first += block * bitsPerWord) {
    const words = Math.min(block, Math.ceil((members.length - first) / bitsPerWord))
    const sets = new Int32Array(members.length * words)
    for (let i = first; i < members.length; i++) {
      const own = i - first
      if (own < words * bitsPerWord) {
        const at = i * words + (own >> 5)
        sets[at] = (sets[at] as number) | (1 << (own & 31))
      }
      for (const to of successors[members[i] as number] as number[]) {
        const j = place[to] as number
        if (j === -1) continue
        for (let w = 0; w < words; w++)
          sets[j * words + w] = (sets[j * words + w] as number) | (sets[i * words + w] as number)
      }
    }
    for (let i = first; i < members.length; i++) {
      let count = 0
      for (let w = 0; w < words; w++) count += countBits(sets[i * words + w] as number)
      // Each vertex is in its own set.
      counts[i] = (counts[i] as number) + count - (i - first < words * bitsPerWord ? 1 : 0)
    }
  }
  return counts
}

/** The members that come after a vertex, directly or not, the vertex itself left out. */
export const reachable = (from: number, isMember: (v: number) => boolean, { successors }: Dependents): Set<number> => {
  const found = new Set<number>()
  const stack = [from]
  for (let v = stack.pop(); v !== undefined; v = stack.pop())
    for (const to of successors[v] as number[])
      if (isMember(to) && !found.has(to)) {
        found.add(to)
        stack.push(to)
      }
  return found
}
