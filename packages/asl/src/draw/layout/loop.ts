/** The loop beside what is retried, or goes on with itself. */
import type { Arrow } from '@orkestra/core'
import { arrowLabel } from '../shapes.ts'
import { joined, movedAll, none, type Piece } from './places.ts'
import { wordsOf } from './words.ts'

const loopWidth = 26

/** A piece with a loop at its right for the arrows that come back to it. */
export const withLoop = (piece: Piece, loops: readonly Arrow[]): Piece => {
  if (loops.length === 0) return piece
  const kind = loops.every((loop) => loop.kind === 'retry') ? 'retry' : 'next'
  const words = loops.flatMap((loop) => wordsOf(loop) ?? []).join('\n')
  const text = arrowLabel(words)
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
              kind,
              from: piece.id,
              to: piece.id,
              isLoop: true,
              points: [
                { x: right, y: middle - reach },
                { x: right + loopWidth, y: middle },
                { x: right, y: middle + reach },
              ],
            },
          ],
          labels:
            words === ''
              ? []
              : [{ kind, ...text, isBeside: true, x: right + loopWidth, y: Math.max(0, middle - text.height / 2) }],
        },
      ],
      { width: piece.width + 2 * aside, height },
    ),
    id: piece.id,
    aside,
  }
}
