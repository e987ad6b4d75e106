/** The ways of arrows between rows of shapes. */
import type { Point } from './places.ts'

/** A row of shapes, from its upper to its lower end. */
export interface Band {
  top: number
  bottom: number
}

/** The way of an arrow: straight through each row of shapes, so that it bends only where none can stand. */
export const routed = (from: Point, to: Point, via: readonly Point[], bands: readonly Band[]): readonly Point[] => {
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
export const ports = (count: number, width: number): readonly number[] => {
  const step = Math.min(22, width / (count + 1))
  return Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * step)
}
