/** The order of shapes within their rows: as few crossings as dagre finds, and as it reads. */
import type dagre from '@dagrejs/dagre'

type Graph = InstanceType<typeof dagre.graphlib.Graph>

interface Ranked {
  readonly rank: number
  order: number
}

const idsOf = (graph: Graph): readonly string[] => graph.nodes()

const labelOf = (graph: Graph, id: string): Ranked => graph.node(id) as unknown as Ranked

/** The place of an arrow among all; dagre calls those that it turns around otherwise, and they come last. */
const turn = ({ name }: { readonly name?: string }): number =>
  name !== undefined && /^\d+$/.test(name) ? Number(name) : Number.POSITIVE_INFINITY

const rowsOf = (graph: Graph): readonly (readonly string[])[] => {
  const rows: string[][] = []
  for (const id of idsOf(graph)) {
    const { rank } = labelOf(graph, id)
    const row = rows[rank] ?? []
    row.push(id)
    rows[rank] = row
  }
  return rows.map((row) => row.sort((a, b) => labelOf(graph, a).order - labelOf(graph, b).order))
}

/** Gives each shape the place in its row in which a reader meets it, going down the first ways first. */
const inReadingOrder = (graph: Graph): void => {
  const taken = new Map<number, number>()
  const met = new Set<string>()
  const byRank = [...idsOf(graph)].sort((a, b) => labelOf(graph, a).rank - labelOf(graph, b).rank)
  for (const first of byRank) {
    const open = [first]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (met.has(id)) continue
      met.add(id)
      const label = labelOf(graph, id)
      label.order = taken.get(label.rank) ?? 0
      taken.set(label.rank, label.order + 1)
      const out = [...((graph.outEdges(id) ?? []) as { readonly w: string; readonly name?: string }[])]
      for (const { w } of out.sort((a, b) => turn(b) - turn(a) || 0)) open.push(w)
    }
  }
}

/** How many pairs of arrows cross between two rows: inversions, counted with a tree of sums. */
const crossingsBetween = (graph: Graph, upper: readonly string[], width: number): number => {
  const sums = new Array<number>(width + 1).fill(0)
  let crossings = 0
  let before = 0
  for (const id of upper) {
    const ends = ((graph.outEdges(id) ?? []) as { readonly w: string }[]).map(({ w }) => labelOf(graph, w).order)
    for (const end of ends) {
      let smaller = 0
      for (let at = end + 1; at > 0; at -= at & -at) smaller += sums[at] ?? 0
      crossings += before - smaller
    }
    for (const end of ends) {
      for (let at = end + 1; at <= width; at += at & -at) sums[at] = (sums[at] ?? 0) + 1
      before += 1
    }
  }
  return crossings
}

const crossings = (graph: Graph): number => {
  const rows = rowsOf(graph)
  return rows.reduce((sum, row, i) => sum + crossingsBetween(graph, row, rows[i + 1]?.length ?? 0), 0)
}

/** How often a way stands left of the one that is read before it. */
const inversions = (graph: Graph): number => {
  let count = 0
  for (const id of idsOf(graph)) {
    const ways = ((graph.outEdges(id) ?? []) as { readonly w: string; readonly name?: string }[])
      .filter((way) => Number.isFinite(turn(way)))
      .sort((a, b) => turn(a) - turn(b))
    for (const [i, { w }] of ways.entries())
      if (i > 0 && labelOf(graph, w).order < labelOf(graph, ways[i - 1]?.w as string).order) count += 1
  }
  return count
}

const mirror = (graph: Graph): void => {
  for (const row of rowsOf(graph)) for (const [i, id] of row.entries()) labelOf(graph, id).order = row.length - 1 - i
}

/** For dagre: of its own order, the same mirrored, and that in which a reader meets the shapes, the one that is read most easily. */
export const chooseOrder = (graph: Graph, itsOwn: (graph: Graph) => void): void => {
  let best:
    | { readonly crossings: number; readonly inversions: number; readonly orders: ReadonlyMap<string, number> }
    | undefined
  for (const arrange of [itsOwn, mirror, inReadingOrder]) {
    arrange(graph)
    const found = { crossings: crossings(graph), inversions: inversions(graph) }
    const isBetter =
      best === undefined ||
      found.crossings < best.crossings ||
      (found.crossings === best.crossings && found.inversions < best.inversions)
    if (isBetter) best = { ...found, orders: new Map(idsOf(graph).map((id) => [id, labelOf(graph, id).order])) }
  }
  for (const [id, order] of best?.orders ?? []) labelOf(graph, id).order = order
}
