/** Where everything of a diagram stands. */
import dagre from '@dagrejs/dagre'
import type { Arrow, Diagram, Group } from '@orkestra/core'
import { arrowLabel, type Box, boxSize, type Label, type Size, titleLabel } from './shapes.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

interface Placed extends Point, Size {}

export interface PlacedBox extends Placed {
  readonly shape: Box
}

export interface PlacedGroup extends Placed {
  readonly id: string
  readonly name: string
  readonly group: Group
  readonly title: Label
}

export interface PlacedArrow {
  readonly kind: Arrow['kind']
  /** From where it starts to its head; between two points it leaves and arrives vertically. */
  readonly points: readonly Point[]
  /** An arrow back to the shape that it leaves. */
  readonly isLoop: boolean
}

export interface PlacedLabel extends Placed {
  readonly kind: Arrow['kind']
  readonly lines: readonly string[]
}

/** All of it from the upper left corner; groups before what is in them. */
export interface Layout extends Size {
  readonly groups: readonly PlacedGroup[]
  readonly boxes: readonly PlacedBox[]
  readonly arrows: readonly PlacedArrow[]
  readonly labels: readonly PlacedLabel[]
}

/** A box or a laid out group, not yet at its place. */
interface Piece extends Layout {
  readonly id: string
  /** Room on either side of its outline, of which the right is for the loop of its retries. */
  readonly aside: number
}

interface Frame {
  readonly id: string
  readonly name: string
  readonly group: Group | undefined
  readonly pieces: Piece[]
}

/** Beyond this a drawing is no help, and the layout takes minutes. */
const mostShapes = 1500

const gap = { rank: 40, node: 28, edge: 14, lane: 26, row: 30 }
const padding = 18
/** Lanes side by side up to this width, then in a further row. */
const widestRow = 1500
const loopWidth = 26
const arrowHead = 7

const wordsOf = ({ kind, label }: Arrow): string | undefined => {
  switch (kind) {
    case 'next':
      return label
    case 'error':
      return label ?? 'any error'
    case 'retry':
      return label === undefined ? 'retry' : `retry ${label}`
  }
}

const none = { groups: [], boxes: [], arrows: [], labels: [] }

const moved = <T extends Point>(things: readonly T[], by: Point): T[] =>
  things.map((thing) => ({ ...thing, x: thing.x + by.x, y: thing.y + by.y }))

const movedAll = ({ groups, boxes, arrows, labels }: Layout, by: Point): Omit<Layout, keyof Size> => ({
  groups: moved(groups, by),
  boxes: moved(boxes, by),
  arrows: arrows.map((arrow) => ({ ...arrow, points: moved(arrow.points, by) })),
  labels: moved(labels, by),
})

const joined = (parts: readonly Omit<Layout, keyof Size>[], size: Size): Layout => ({
  ...size,
  groups: parts.flatMap(({ groups }) => groups),
  boxes: parts.flatMap(({ boxes }) => boxes),
  arrows: parts.flatMap(({ arrows }) => arrows),
  labels: parts.flatMap(({ labels }) => labels),
})

/** The arrows of each group: both ends are what stands in it directly, for an arrow into a group ends at its border. */
const arrowsByGroup = ({ shapes, arrows }: Diagram): ReadonlyMap<string, readonly Arrow[]> => {
  const around = new Map<string, readonly string[]>()
  const open: string[] = ['']
  for (const shape of shapes) {
    if (shape.kind === 'close') open.pop()
    else around.set(shape.id, [...open, shape.id])
    if (shape.kind === 'open') open.push(shape.id)
  }
  const found = new Map<string, Arrow[]>()
  for (const arrow of arrows) {
    const from = around.get(arrow.from) as readonly string[]
    const to = around.get(arrow.to) as readonly string[]
    let shared = 0
    while (shared < from.length - 1 && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
    const place = from[shared - 1] as string
    const list = found.get(place) ?? []
    list.push({ ...arrow, from: from[shared] as string, to: to[shared] as string })
    found.set(place, list)
  }
  return found
}

/** A piece with the loop of what is retried at its right. */
const withLoop = (piece: Piece, retries: readonly Arrow[]): Piece => {
  if (retries.length === 0) return piece
  const text = arrowLabel(retries.map(wordsOf).join('\n'))
  // A box is at least as high as the words beside it, so that arrows above and below it reach it; a group is higher anyway.
  const height = Math.max(piece.height, text.height)
  const boxes = piece.groups.length > 0 ? piece.boxes : piece.boxes.map((box) => ({ ...box, height }))
  const aside = loopWidth + text.width + 6
  const right = aside + piece.width
  const middle = height / 2
  const reach = Math.min(12, height / 4)
  return {
    ...joined(
      [
        movedAll({ ...piece, boxes }, { x: aside, y: 0 }),
        {
          ...none,
          arrows: [
            {
              kind: 'retry',
              isLoop: true,
              points: [
                { x: right, y: middle - reach },
                { x: right + loopWidth, y: middle },
                { x: right, y: middle + reach },
              ],
            },
          ],
          labels: [{ kind: 'retry', ...text, x: right + loopWidth, y: Math.max(0, middle - text.height / 2) }],
        },
      ],
      { width: piece.width + 2 * aside, height },
    ),
    id: piece.id,
    aside,
  }
}

/** What is joined by arrows, each set in order; a lane of a parallel state is one. */
const lanesOf = (pieces: readonly Piece[], arrows: readonly Arrow[]): readonly (readonly Piece[])[] => {
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

interface Band {
  top: number
  bottom: number
}

/** The way of an arrow: straight through each row of shapes, so that it bends only where none can stand. */
const routed = (from: Point, to: Point, via: readonly Point[], bands: readonly Band[]): readonly Point[] => {
  const leaving = bands.find(({ top, bottom }) => top <= from.y && from.y <= bottom)
  const arriving = bands.find(({ top, bottom }) => top <= to.y && to.y <= bottom)
  const down = from.y <= to.y
  const edge = (band: Band | undefined, isFirst: boolean): number | undefined =>
    band === undefined ? undefined : isFirst === down ? band.bottom : band.top
  const points: Point[] = [from]
  const out = edge(leaving, true)
  if (out !== undefined && out !== from.y) points.push({ x: from.x, y: out })
  for (const { x, y } of via) {
    const band = bands.find(({ top, bottom }) => top < y && y < bottom)
    if (band === undefined) points.push({ x, y })
    else points.push(...(down ? [band.top, band.bottom] : [band.bottom, band.top]).map((at) => ({ x, y: at })))
  }
  const last = edge(arriving, false)
  if (last !== undefined && last !== to.y) points.push({ x: to.x, y: last })
  points.push(to)
  return points
}

/** Where arrows leave or reach a piece: spread around its middle, in the order of where they come from or go to. */
const ports = (count: number, width: number): readonly number[] => {
  const step = Math.min(22, width / (count + 1))
  return Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * step)
}

/** Lays out what is joined by arrows, from top to bottom. */
const laneLayout = (pieces: readonly Piece[], arrows: readonly Arrow[]): Layout => {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', ranksep: gap.rank, nodesep: gap.node, edgesep: gap.edge })
  for (const { id, width, height } of pieces) graph.setNode(id, { width, height })
  const texts = arrows.map((arrow) => {
    const words = wordsOf(arrow)
    return words === undefined ? undefined : arrowLabel(words)
  })
  arrows.forEach(({ kind, from, to }, i) => {
    const text = texts[i]
    graph.setEdge(
      from,
      to,
      {
        weight: kind === 'next' ? 4 : 1,
        labelpos: 'c',
        ...(text && { width: text.width + 8, height: text.height + 4 }),
      },
      String(i),
    )
  })
  dagre.layout(graph)

  const at = (id: string): Placed => {
    const { x, y, width, height } = graph.node(id) as Placed
    return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }
  }
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
  /** The offset of each arrow at one of its ends. */
  const spread = (end: 'from' | 'to'): ReadonlyMap<Arrow, number> => {
    const offsets = new Map<Arrow, number>()
    for (const { id, width, aside } of pieces) {
      const here = edges
        .filter(({ arrow }) => arrow[end] === id)
        .map(({ arrow, via }) => ({ arrow, x: (end === 'from' ? via[0]?.x : via.at(-1)?.x) ?? 0 }))
        .sort((a, b) => a.x - b.x)
      const offset = ports(here.length, width - 2 * aside)
      here.forEach(({ arrow }, i) => {
        offsets.set(arrow, offset[i] as number)
      })
    }
    return offsets
  }
  const leaving = spread('from')
  const reaching = spread('to')
  const port = (id: string, isBelow: boolean, offset: number, back: number): Point => {
    const { x, y, width, height } = places.get(id) as Placed
    return { x: x + width / 2 + offset, y: isBelow ? y + height + back : y - back }
  }
  const parts: Omit<Layout, keyof Size>[] = pieces.map((piece) => movedAll(piece, places.get(piece.id) as Placed))
  for (const [i, { arrow, via, label }] of edges.entries()) {
    const down = (places.get(arrow.from) as Placed).y <= (places.get(arrow.to) as Placed).y
    const from = port(arrow.from, down, leaving.get(arrow) as number, 0)
    const to = port(arrow.to, !down, reaching.get(arrow) as number, arrowHead)
    const text = texts[i]
    const lines = text?.lines
    parts.push({
      ...none,
      arrows: [{ kind: arrow.kind, isLoop: false, points: routed(from, to, via, bands) }],
      labels:
        text === undefined || lines === undefined || label === undefined
          ? []
          : [{ kind: arrow.kind, ...text, x: label.x - text.width / 2, y: label.y - text.height / 2 }],
    })
  }
  const { width = 0, height = 0 } = graph.graph()
  return joined(parts, { width: Math.ceil(width), height: Math.ceil(height) })
}

/** Lanes beside each other, in rows where there are many. */
const packed = (lanes: readonly Layout[]): Layout => {
  const parts: Omit<Layout, keyof Size>[] = []
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

const frameLayout = ({ pieces }: Frame, arrows: readonly Arrow[]): Layout => {
  const looped = pieces.map((piece) =>
    withLoop(
      piece,
      arrows.filter(({ from, to }) => from === to && from === piece.id),
    ),
  )
  const others = arrows.filter(({ from, to }) => from !== to)
  const placeOf = new Map<string, number>()
  const lanes = lanesOf(looped, others)
  for (const [i, lane] of lanes.entries()) for (const { id } of lane) placeOf.set(id, i)
  const byLane: Arrow[][] = lanes.map(() => [])
  for (const arrow of others) byLane[placeOf.get(arrow.from) as number]?.push(arrow)
  return packed(lanes.map((lane, i) => laneLayout(lane, byLane[i] as Arrow[])))
}

const groupPiece = (frame: Frame, inside: Layout): Piece => {
  const title = titleLabel(frame.name, inside.width)
  const width = Math.max(inside.width, title.width) + 2 * padding
  const top = title.height + padding
  const height = top + inside.height + padding
  return {
    ...joined(
      [
        {
          ...none,
          groups: [{ id: frame.id, name: frame.name, group: frame.group as Group, title, x: 0, y: 0, width, height }],
        },
        movedAll(inside, { x: (width - inside.width) / 2, y: top }),
      ],
      { width, height },
    ),
    id: frame.id,
    aside: 0,
  }
}

/**
 * Lays a diagram out. Each group is laid out for itself, from the inside out, and stands in the one around it as a box does: so
 * no arrow crosses a border, and lanes stay beside each other.
 *
 * @throws RangeError for a diagram of more than 1,500 shapes.
 */
export const laidOut = (diagram: Diagram): Layout => {
  if (diagram.shapes.length > mostShapes)
    throw new RangeError(
      `a drawing of ${diagram.shapes.length} shapes cannot be read, and more than ${mostShapes} are not laid out: draw parts of the workflow, or take toDot.`,
    )
  const arrows = arrowsByGroup(diagram)
  const frames: Frame[] = [{ id: '', name: '', group: undefined, pieces: [] }]
  const finished = (frame: Frame): Layout => frameLayout(frame, arrows.get(frame.id) ?? [])
  for (const shape of diagram.shapes) {
    if (shape.kind === 'open') frames.push({ id: shape.id, name: shape.name, group: shape.group, pieces: [] })
    else if (shape.kind === 'close') {
      const frame = frames.pop() as Frame
      frames.at(-1)?.pieces.push(groupPiece(frame, finished(frame)))
    } else {
      const size = boxSize(shape)
      frames.at(-1)?.pieces.push({
        ...none,
        ...size,
        boxes: [{ shape, x: 0, y: 0, ...size }],
        id: shape.id,
        aside: 0,
      })
    }
  }
  return finished(frames[0] as Frame)
}
