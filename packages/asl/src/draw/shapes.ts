/** How each kind of shape is drawn: how much room its text needs, and its outline. */
import type { Group, Shape } from '@orkestra/core'
import { textWidth, wrapped } from './text.ts'

/** A shape that stands alone: all but the brackets of groups. */
export type Box = Exclude<Shape, { readonly kind: 'open' | 'close' }>

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Label extends Size {
  readonly lines: readonly string[]
}

export const fontSize = 13
export const lineHeight = 17
/** Labels of arrows, and what is said of groups. */
export const smallSize = 11
export const smallLine = 14

const widestName = 190
const widestLabel = 150

/** A text in lines, and the room that they need. */
export const label = (text: string, { size, line, width }: { size: number; line: number; width: number }): Label => {
  const lines = text.split(/\r?\n/).flatMap((each) => wrapped(each, size, width))
  return {
    lines,
    width: Math.ceil(Math.max(...lines.map((each) => textWidth(each, size)))),
    height: lines.length * line,
  }
}

/** The name of a box. */
export const nameLabel = (name: string): Label => label(name, { size: fontSize, line: lineHeight, width: widestName })

/** What stands beside an arrow. */
export const arrowLabel = (text: string): Label => label(text, { size: smallSize, line: smallLine, width: widestLabel })

/** What stands under the name of a box or of a group. */
export const noteLabel = (note: string): Label => label(note, { size: smallSize, line: smallLine, width: widestName })

export interface GroupTitle extends Label {
  readonly note?: Label
}

/** The title of a group, in the width that it has, with what stands under it. */
export const titleLabel = (name: string, width: number, note?: string): GroupTitle => {
  const title = label(name, { size: fontSize, line: lineHeight, width: Math.max(width, widestName) })
  if (note === undefined) return title
  const small = noteLabel(note)
  return { ...title, width: Math.max(title.width, small.width), height: title.height + small.height, note: small }
}

/** The name of a box over its note, as one block. */
const namedLabel = (name: string, note: string | undefined): Size => {
  const title = nameLabel(name)
  if (note === undefined) return title
  const small = noteLabel(note)
  return { width: Math.max(title.width, small.width), height: title.height + small.height }
}

const dot = 20
const least = { width: 96, height: 40 }
const padding = { x: 14, y: 11 }

/** The room that a box needs: its text, and what its outline takes away on both sides. */
export const boxSize = (shape: Box, note?: string): Size => {
  switch (shape.kind) {
    case 'start':
    case 'end':
      return { width: dot, height: dot }
    case 'choice': {
      // A diamond has half of its room in its corners.
      const { width, height } = namedLabel(shape.name, note)
      return { width: Math.max(least.width, 2 * width + 24), height: Math.max(56, 2 * height + 22) }
    }
    case 'task':
    case 'pass':
    case 'wait':
    case 'succeed':
    case 'fail':
    case 'failed': {
      const { width, height } = namedLabel(shape.name, note)
      const slant = shape.kind === 'task' ? 0 : 10
      return {
        width: Math.max(least.width, width + 2 * (padding.x + slant)),
        height: Math.max(least.height, height + 2 * padding.y),
      }
    }
  }
}

const points = (pairs: readonly (readonly [number, number])[]): string =>
  `<polygon class="outline" points="${pairs.map(([x, y]) => `${x},${y}`).join(' ')}"/>`

const rectangle = ({ width, height }: Size, radius: number): string =>
  `<rect class="outline" width="${width}" height="${height}" rx="${radius}"/>`

/** The outline of a box, from its upper left corner. */
export const outline = (kind: Box['kind'], size: Size): string => {
  const { width, height } = size
  const slant = 12
  switch (kind) {
    case 'start':
      return `<circle class="outline" cx="${width / 2}" cy="${height / 2}" r="${width / 2 - 1}"/>`
    case 'end':
      return `<circle class="outline" cx="${width / 2}" cy="${height / 2}" r="${width / 2 - 1}"/><circle class="core" cx="${width / 2}" cy="${height / 2}" r="${width / 2 - 5}"/>`
    case 'task':
      return rectangle(size, 6)
    case 'choice':
      return points([
        [width / 2, 0],
        [width, height / 2],
        [width / 2, height],
        [0, height / 2],
      ])
    case 'pass':
    case 'succeed':
    case 'failed':
      return rectangle(size, Math.min(20, height / 2))
    case 'wait':
      return points([
        [slant, 0],
        [width - slant, 0],
        [width, height / 2],
        [width - slant, height],
        [slant, height],
        [0, height / 2],
      ])
    case 'fail': {
      const cut = 9
      return points([
        [cut, 0],
        [width - cut, 0],
        [width, cut],
        [width, height - cut],
        [width - cut, height],
        [cut, height],
        [0, height - cut],
        [0, cut],
      ])
    }
  }
}

/** What a kind of box or group is called when a drawing is read aloud. */
export const spoken = (kind: Box['kind'] | Group): string => {
  switch (kind) {
    case 'start':
      return 'start'
    case 'end':
      return 'end'
    case 'task':
      return 'task'
    case 'pass':
      return 'pass'
    case 'choice':
      return 'choice'
    case 'succeed':
      return 'success'
    case 'keep':
      return 'beside its input'
    case 'wait':
      return 'wait'
    case 'fail':
      return 'failure'
    case 'failed':
      return 'captured error'
    case 'parallel':
      return 'in parallel'
    case 'map':
      return 'for each element'
    case 'sequence':
      return 'in sequence'
    case 'capture':
      return 'errors captured'
    case 'retry':
      return 'retried as a whole'
    case 'catch':
      return 'errors caught'
  }
}
