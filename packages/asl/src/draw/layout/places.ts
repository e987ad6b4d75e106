/** Where shapes, arrows and labels stand, and how a drawing is put together from parts. */
import type { Arrow, Group } from '@orkestra/core'
import type { Box, GroupTitle, Size } from '../shapes.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Placed extends Point, Size {}

export interface PlacedBox extends Placed {
  readonly shape: Box
  /** What stands under its name. */
  readonly note?: string
}

export interface PlacedGroup extends Placed {
  readonly id: string
  readonly name: string
  readonly group: Group
  readonly title: GroupTitle
  /** Whether it has an outline of its own; else the one around it is also its. */
  readonly isFramed: boolean
}

export interface PlacedArrow {
  readonly kind: Arrow['kind']
  /** The ids of the shapes that it joins. */
  readonly from: string
  readonly to: string
  /** From where it starts to its head; between two points it leaves and arrives vertically. */
  readonly points: readonly Point[]
  /** An arrow back to the shape that it leaves. */
  readonly isLoop: boolean
}

export interface PlacedLabel extends Placed {
  readonly kind: Arrow['kind']
  readonly lines: readonly string[]
  /** At the side of a loop, and not on an arrow. */
  readonly isBeside: boolean
}

/** All of it from the upper left corner; groups before what is in them. */
export interface Layout extends Size {
  readonly groups: readonly PlacedGroup[]
  readonly boxes: readonly PlacedBox[]
  readonly arrows: readonly PlacedArrow[]
  readonly labels: readonly PlacedLabel[]
}

/** All but the size of it. */
export type Part = Omit<Layout, keyof Size>

/** A box or a laid out group, not yet at its place. */
export interface Piece extends Layout {
  readonly id: string
  /** Room on either side of its outline, of which the right is for the loop of its retries. */
  readonly aside: number
}

/** A part with nothing in it. */
export const none: Part = { groups: [], boxes: [], arrows: [], labels: [] }

const moved = <T extends Point>(things: readonly T[], by: Point): T[] =>
  things.map((thing) => ({ ...thing, x: thing.x + by.x, y: thing.y + by.y }))

/** A part at another place. */
export const movedAll = ({ groups, boxes, arrows, labels }: Layout, by: Point): Part => ({
  groups: moved(groups, by),
  boxes: moved(boxes, by),
  arrows: arrows.map((arrow) => ({ ...arrow, points: moved(arrow.points, by) })),
  labels: moved(labels, by),
})

/** Parts in one drawing. */
export const joined = (parts: readonly Part[], size: Size): Layout => ({
  ...size,
  groups: parts.flatMap(({ groups }) => groups),
  boxes: parts.flatMap(({ boxes }) => boxes),
  arrows: parts.flatMap(({ arrows }) => arrows),
  labels: parts.flatMap(({ labels }) => labels),
})
