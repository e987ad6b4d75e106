/** Where everything of a diagram stands. */
import type { Arrow, Diagram, Group } from '@orkestra/core'
import { boxSize, type Label, titleLabel } from '../shapes.ts'
import { laneLayout } from './lane.ts'
import { lanesOf, packed } from './lanes.ts'
import { withLoop } from './loop.ts'
import { joined, type Layout, movedAll, none, type Piece, type PlacedGroup } from './places.ts'

interface Frame {
  readonly id: string
  readonly name: string
  readonly group: Group | undefined
  readonly pieces: Piece[]
}

/** Beyond this a drawing is no help, and the layout takes minutes. */
const mostShapes = 1500

const padding = 18

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

/** Arrows by the piece that they leave and come back to, and all others. */
const loopsAmong = (
  arrows: readonly Arrow[],
): { readonly loops: ReadonlyMap<string, readonly Arrow[]>; readonly others: readonly Arrow[] } => {
  const loops = new Map<string, Arrow[]>()
  const others: Arrow[] = []
  for (const arrow of arrows) {
    if (arrow.from !== arrow.to) others.push(arrow)
    else loops.set(arrow.from, [...(loops.get(arrow.from) ?? []), arrow])
  }
  return { loops, others }
}

const frameLayout = ({ pieces }: Frame, arrows: readonly Arrow[]): Layout => {
  const { loops, others } = loopsAmong(arrows)
  const lanes = lanesOf(
    pieces.map((piece) => withLoop(piece, loops.get(piece.id) ?? [])),
    others,
  )
  const placeOf = new Map<string, number>()
  for (const [i, lane] of lanes.entries()) for (const { id } of lane) placeOf.set(id, i)
  const byLane: Arrow[][] = lanes.map(() => [])
  for (const arrow of others) byLane[placeOf.get(arrow.from) as number]?.push(arrow)
  return packed(lanes.map((lane, i) => laneLayout(lane, byLane[i] as Arrow[])))
}

/**
 * A group as a piece. One that holds nothing but another group, as a map of a parallel state, shares its frame with it: two outlines
 * around the same would read as one that is doubled.
 */
const groupPiece = (frame: Frame, inside: Layout, note: string | undefined): Piece => {
  const title = titleLabel(frame.name, inside.width, note)
  const [only, ...more] = frame.pieces
  if (only !== undefined && more.length === 0 && only.groups.length > 0 && only.aside === 0)
    return sharing(frame, inside, title)
  const width = Math.max(inside.width, title.width) + 2 * padding
  const top = title.height + padding
  const height = top + inside.height + padding
  return {
    ...joined(
      [
        {
          ...none,
          groups: [
            {
              id: frame.id,
              name: frame.name,
              group: frame.group as Group,
              isFramed: true,
              title,
              x: 0,
              y: 0,
              width,
              height,
            },
          ],
        },
        movedAll(inside, { x: (width - inside.width) / 2, y: top }),
      ],
      { width, height },
    ),
    id: frame.id,
    aside: 0,
  }
}

const sharing = (frame: Frame, inside: Layout, title: Label): Piece => {
  const [inner, ...groups] = inside.groups as readonly [PlacedGroup, ...PlacedGroup[]]
  const width = Math.max(inside.width, title.width + 2 * padding)
  const height = title.height + inside.height
  const moved = movedAll(
    { ...inside, groups: [{ ...inner, isFramed: false }, ...groups] },
    { x: (width - inside.width) / 2, y: title.height },
  )
  const outer = {
    id: frame.id,
    name: frame.name,
    group: frame.group as Group,
    isFramed: true,
    title,
    x: 0,
    y: 0,
    width,
    height,
  }
  return {
    ...joined([{ ...none, groups: [outer] }, moved], { width, height }),
    id: frame.id,
    aside: 0,
  }
}

const noNotes: ReadonlyMap<string, string> = new Map()

/**
 * Lays a diagram out. Each group is laid out for itself, from the inside out, and stands in the one around it as a box does: so
 * no arrow crosses a border, and lanes stay beside each other.
 *
 * `notes` stand under the names of shapes, by their ids.
 *
 * @throws RangeError for a diagram of more than 1,500 shapes.
 */
export const laidOut = (diagram: Diagram, notes: ReadonlyMap<string, string> = noNotes): Layout => {
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
      frames.at(-1)?.pieces.push(groupPiece(frame, finished(frame), notes.get(frame.id)))
    } else {
      const note = notes.get(shape.id)
      const size = boxSize(shape, note)
      frames.at(-1)?.pieces.push({
        ...none,
        ...size,
        boxes: [{ shape, ...(note !== undefined && { note }), x: 0, y: 0, ...size }],
        id: shape.id,
        aside: 0,
      })
    }
  }
  return finished(frames[0] as Frame)
}
