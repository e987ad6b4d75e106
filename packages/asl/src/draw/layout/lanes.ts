/** Lanes: what is joined by arrows is one, and they stand side by side. */
import type { Arrow } from '@orkestra/core'
import { joined, type Layout, movedAll, type Part, type Piece } from './places.ts'

const gap = { lane: 26, row: 30 }
/** Lanes side by side up to this width, then in a further row. */
const widestRow = 1500

/** What is joined by arrows, each set in order; a lane of a parallel state is one. */
export const lanesOf = (pieces: readonly Piece[], arrows: readonly Arrow[]): readonly (readonly Piece[])[] => {
  const leader = new Map(pieces.map(({ id }) => [id, id]))
  const find = (id: string): string => {
    let at = id
    for (let up = leader.get(at) as string; up !== at; up = leader.get(at) as string) at = up
    leader.set(id, at)
    return at
  }
  for (const { from, to } of arrows) leader.set(find(to), find(from))
  const lanes = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const lane = lanes.get(find(piece.id)) ?? []
    lane.push(piece)
    lanes.set(find(piece.id), lane)
  }
  return [...lanes.values()]
}

/** Lanes beside each other, in rows where there are many. */
export const packed = (lanes: readonly Layout[]): Layout => {
  const parts: Part[] = []
  let x = 0
  let y = 0
  let row = 0
  let width = 0
  for (const lane of lanes) {
    if (x > 0 && x + lane.width > widestRow) {
      x = 0
      y += row + gap.row
      row = 0
    }
    parts.push(movedAll(lane, { x, y }))
    x += lane.width + gap.lane
    row = Math.max(row, lane.height)
    width = Math.max(width, x - gap.lane)
  }
  return joined(parts, { width, height: y + row })
}
