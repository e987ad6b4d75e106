/** One lane: what is joined by arrows, from top to bottom, by dagre. */
import dagre from '@dagrejs/dagre'
import type { Arrow } from '@orkestra/core'
import { arrowLabel } from '../shapes.ts'
import { chooseOrder } from './order.ts'
import { joined, type Layout, movedAll, none, type Part, type Piece, type Placed, type Point } from './places.ts'
import { type Band, ports, routed } from './route.ts'
import { wordsOf } from './words.ts'

const gap = { rank: 40, node: 28, edge: 14 }
const arrowHead = 7

/** How far inside the bounds of a piece its outline is, at an offset from the middle: a diamond has corners. */
const inset = ({ boxes, groups, width, aside, height }: Piece, offset: number): number => {
  if (groups.length > 0 || boxes[0]?.shape.kind !== 'choice') return 0
  return (Math.abs(offset) / (width / 2 - aside)) * (height / 2)
}

/** Lays out what is joined by arrows, from top to bottom. */
export const laneLayout = (pieces: readonly Piece[], arrows: readonly Arrow[]): Layout => {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', ranksep: gap.rank, nodesep: gap.node, edgesep: gap.edge })
  for (const { id, width, height } of pieces) graph.setNode(id, { width, height })
  const texts = arrows.map((arrow) => {
    const words = wordsOf(arrow)
    return words === undefined ? undefined : arrowLabel(words)
  })
  const ways = new Map<string, number>()
  for (const { kind, from } of arrows) if (kind === 'next') ways.set(from, (ways.get(from) ?? 0) + 1)
  arrows.forEach(({ kind, from, to }, i) => {
    const text = texts[i]
    // The ways of a choice are short where they begin, so that they begin in one row, and long where they meet again.
    const isWay = kind === 'next' && (ways.get(from) ?? 0) > 1
    graph.setEdge(
      from,
      to,
      {
        weight: isWay ? 6 : kind === 'next' ? 4 : 1,
        labelpos: 'c',
        ...(text && { width: text.width + 8, height: text.height + 4 }),
      },
      String(i),
    )
  })
  dagre.layout(graph, { customOrder: chooseOrder })

  const at = (id: string): Placed => {
    const { x, y, width, height } = graph.node(id) as Placed
    return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }
  }
  const pieceOf = new Map(pieces.map((piece) => [piece.id, piece]))
  const places = new Map(pieces.map(({ id }) => [id, at(id)]))
  const rows = new Map<number, Band>()
  for (const { id } of pieces) {
    const place = places.get(id) as Placed
    const { rank } = graph.node(id) as unknown as { readonly rank: number }
    const band = rows.get(rank) ?? { top: place.y, bottom: place.y + place.height }
    band.top = Math.min(band.top, place.y)
    band.bottom = Math.max(band.bottom, place.y + place.height)
    rows.set(rank, band)
  }
  const bands = [...rows.values()]

  const edges = arrows.map((arrow, i) => {
    const { points, x, y } = graph.edge({ v: arrow.from, w: arrow.to, name: String(i) }) as {
      readonly points: readonly Point[]
      readonly x?: number
      readonly y?: number
    }
    return { arrow, via: points.slice(1, -1), label: x === undefined || y === undefined ? undefined : { x, y } }
  })
  const isDown = ({ from, to }: Arrow): boolean => (places.get(from) as Placed).y <= (places.get(to) as Placed).y
  // Arrows that leave a side of a piece and those that reach it share its width, in the order of where they come from or go to.
  const sides = new Map<string, { readonly key: string; readonly id: string; readonly x: number }[]>()
  for (const [i, { arrow, via }] of edges.entries())
    for (const end of ['from', 'to'] as const) {
      const isBelow = isDown(arrow) === (end === 'from')
      const id = arrow[end]
      const side = `${isBelow ? 'below' : 'above'} ${id}`
      const here = sides.get(side) ?? []
      here.push({ key: `${end} ${i}`, id, x: (end === 'from' ? via[0]?.x : via.at(-1)?.x) ?? 0 })
      sides.set(side, here)
    }
  const offsets = new Map<string, number>()
  for (const here of sides.values()) {
    const { width, aside } = pieceOf.get(here[0]?.id as string) as Piece
    const offset = ports(here.length, width - 2 * aside)
    here
      .sort((a, b) => a.x - b.x)
      .forEach(({ key }, i) => {
        offsets.set(key, offset[i] as number)
      })
  }
  const port = (id: string, isBelow: boolean, offset: number, back: number): Point => {
    const { x, y, width, height } = places.get(id) as Placed
    const inner = inset(pieceOf.get(id) as Piece, offset)
    return { x: x + width / 2 + offset, y: isBelow ? y + height - inner + back : y + inner - back }
  }
  const parts: Part[] = pieces.map((piece) => movedAll(piece, places.get(piece.id) as Placed))
  for (const [i, { arrow, via, label }] of edges.entries()) {
    const down = isDown(arrow)
    const from = port(arrow.from, down, offsets.get(`from ${i}`) as number, 0)
    const to = port(arrow.to, !down, offsets.get(`to ${i}`) as number, arrowHead)
    const text = texts[i]
    const lines = text?.lines
    parts.push({
      ...none,
      arrows: [
        { kind: arrow.kind, from: arrow.from, to: arrow.to, isLoop: false, points: routed(from, to, via, bands) },
      ],
      labels:
        text === undefined || lines === undefined || label === undefined
          ? []
          : [{ kind: arrow.kind, ...text, isBeside: false, x: label.x - text.width / 2, y: label.y - text.height / 2 }],
    })
  }
  const { width = 0, height = 0 } = graph.graph()
  return joined(parts, { width: Math.ceil(width), height: Math.ceil(height) })
}
