/** A workflow or a definition as a drawing. */
import type { Arrow, Diagram } from '@orkestra/core'
import type { HistoryEvent } from '../execute/history/events.ts'
import { type Executed, executed, wayKey } from './executed.ts'
import { laidOut } from './layout/layout.ts'
import type { PlacedArrow, PlacedBox, PlacedGroup, PlacedLabel, Point } from './layout/places.ts'
import {
  fontSize,
  type Label,
  lineHeight,
  nameLabel,
  noteLabel,
  outline,
  smallLine,
  smallSize,
  spoken,
} from './shapes.ts'
import { type Drawable, toDiagram } from './source.ts'
import { style } from './style.ts'

export interface DrawOptions {
  /** What it is a drawing of. Default `'Workflow'`. */
  readonly title?: string
  /**
   * The history of an execution, of `execute`, `run` or AWS (`historyIn`). The states that it entered show their attempts, errors and
   * times, the ways that it took are strong, and what it left aside is faint.
   */
  readonly execution?: readonly HistoryEvent[]
}

/** How an execution marks a drawing: a class for each shape and arrow. */
interface Marks {
  readonly ofState: (name: string) => string
  readonly ofArrow: (arrow: PlacedArrow) => string
  readonly notes: ReadonlyMap<string, string>
}

const unmarked: Marks = { ofState: () => '', ofArrow: () => '', notes: new Map() }

const marksOf = ({ shapes }: Diagram, { states, ways }: Executed): Marks => {
  const names = new Map(shapes.flatMap((shape) => ('name' in shape ? [[shape.id, shape.name] as const] : [])))
  const isTaken = ({ kind, from, to }: PlacedArrow): boolean => {
    if (kind === 'retry') return (states.get(names.get(from) ?? '')?.visits ?? []).some(({ attempts }) => attempts > 1)
    return ways.has(wayKey(kind, names.get(from), names.get(to)))
  }
  return {
    ofState: (name) => ` ${states.get(name)?.status ?? 'left'}`,
    ofArrow: (arrow) => (isTaken(arrow) ? ' taken' : ' left'),
    notes: new Map(
      [...names].flatMap(([id, name]) => {
        const note = states.get(name)?.note ?? ''
        return note === '' ? [] : [[id, note] as const]
      }),
    ),
  }
}

const margin = 16

const codes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold, not even as a reference: control characters but tab and line ends, and halves of characters. */
const unwritable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/gu

/** Text for XML and HTML, in elements and in attributes. What XML cannot hold is left out. */
export const escaped = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"]/g, (character) => codes[character] as string)

const round = (value: number): number => Math.round(value * 10) / 10

/** Lines of text around a middle, or under a top. */
const textLines = (
  { lines }: Pick<Label, 'lines'>,
  { x, top, size, line, className }: { x: number; top: number; size: number; line: number; className?: string },
): string =>
  lines
    .map(
      (each, i) =>
        `<text${className === undefined ? '' : ` class="${className}"`} x="${round(x)}" y="${round(top + i * line + line / 2 + size * 0.36)}">${escaped(each)}</text>`,
    )
    .join('')

/** The lines of a note, under a name. */
const noteLines = (note: Label, x: number, top: number): string =>
  textLines(note, { x, top, size: smallSize, line: smallLine, className: 'note' })

const drawnBox = ({ shape, note, x, y, width, height }: PlacedBox, { ofState }: Marks): string => {
  const at = `transform="translate(${round(x)} ${round(y)})"`
  const shaped = outline(shape.kind, { width, height })
  if (!('name' in shape)) return `<g class="box ${shape.kind}" ${at}><title>${spoken(shape.kind)}</title>${shaped}</g>`
  const name = nameLabel(shape.name)
  const under = note === undefined ? undefined : noteLabel(note)
  const top = (height - name.height - (under?.height ?? 0)) / 2
  const text = textLines(name, { x: width / 2, top, size: fontSize, line: lineHeight })
  const noted = under === undefined ? '' : noteLines(under, width / 2, top + name.height)
  const said = note === undefined ? '' : `: ${note}`
  return `<g class="box ${shape.kind}${ofState(shape.name)}" data-state="${escaped(shape.name)}" ${at}><title>${escaped(`${shape.name} (${spoken(shape.kind)})${said}`)}</title>${shaped}${text}${noted}</g>`
}

const drawnGroup = ({ name, group, title, isFramed, x, y, width, height }: PlacedGroup, { ofState }: Marks): string => {
  // A second sheet behind it: there is one of these for each element.
  const behind =
    group === 'map' && isFramed
      ? `<rect class="outline" x="4" y="4" width="${round(width)}" height="${round(height)}" rx="8"/>`
      : ''
  const { note } = title
  const text = textLines(title, { x: 12, top: 8, size: fontSize, line: lineHeight })
  const noted = note === undefined ? '' : noteLines(note, 12, 8 + title.height - note.height)
  return `<g class="group ${group}${isFramed ? '' : ' shared'}${ofState(name)}" data-state="${escaped(name)}" transform="translate(${round(x)} ${round(y)})"><title>${escaped(name)} (${spoken(group)})</title>${behind}<rect class="outline" width="${round(width)}" height="${round(height)}" rx="8"/>${text}${noted}</g>`
}

const point = ({ x, y }: Point): string => `${round(x)} ${round(y)}`

/** Between two points an arrow leaves and arrives vertically; a loop leaves and arrives to the side. */
const pathOf = ({ points, isLoop }: PlacedArrow): string => {
  const [first, ...others] = points as readonly [Point, ...Point[]]
  if (isLoop) {
    const [side, last] = others as [Point, Point]
    const end = { x: last.x + 7, y: last.y }
    return `M${point(first)}C${round(side.x + 2)} ${round(first.y - 4)} ${round(side.x + 2)} ${round(end.y + 4)} ${point(end)}`
  }
  let path = `M${point(first)}`
  let from = first
  for (const to of others) {
    const middle = (from.y + to.y) / 2
    path +=
      Math.abs(from.x - to.x) < 1.5
        ? `L${point(to)}`
        : `C${round(from.x)} ${round(middle)} ${round(to.x)} ${round(middle)} ${point(to)}`
    from = to
  }
  return path
}

const drawnArrow = (arrow: PlacedArrow, { ofArrow }: Marks): string =>
  `<path class="arrow ${arrow.kind}${ofArrow(arrow)}" d="${pathOf(arrow)}" marker-end="url(#orkestra-${arrow.kind})"/>`

const drawnLabel = ({ kind, lines, isBeside, x, y, width, height }: PlacedLabel): string => {
  const text = textLines({ lines }, { x: isBeside ? x : x + width / 2, top: y, size: smallSize, line: smallLine })
  return `<g class="label ${kind}${isBeside ? ' beside' : ''}"><rect x="${round(x - 2)}" y="${round(y)}" width="${width + 4}" height="${height}" rx="3"/>${text}</g>`
}

/** A record, so that a new kind of arrow is missed here. */
const arrowKinds: Readonly<Record<Arrow['kind'], true>> = { next: true, error: true, retry: true }

const heads = Object.keys(arrowKinds)
  .map(
    (kind) =>
      `<marker id="orkestra-${kind}" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head ${kind}" d="M0 0L8 4L0 8z"/></marker>`,
  )
  .join('')

/** The drawing in words: the names in the order in which they are drawn. */
const inWords = ({ shapes }: Diagram): string => {
  const names = shapes.flatMap((shape) => ('name' in shape ? [shape.name] : []))
  return `${names.length} ${names.length === 1 ? 'shape' : 'shapes'}, in order: ${names.join('; ')}.`
}

/**
 * A workflow or a definition as an SVG file, light or dark as its reader prefers. Nothing in it is loaded from elsewhere. The same
 * source gives the same bytes.
 *
 * @example toSvg(seq(x, y, parCatch(z, g)), { title: 'Orders' }) // '<svg xmlns="http://www.w3.org/2000/svg" …'
 * @throws RangeError for more than 1,500 shapes, which nobody could read.
 */
export const toSvg = (source: Drawable, { title = 'Workflow', execution }: DrawOptions = {}): string => {
  const diagram = toDiagram(source)
  const marks = execution === undefined ? unmarked : marksOf(diagram, executed(execution))
  const { width, height, groups, boxes, arrows, labels } = laidOut(diagram, marks.notes)
  const [w, h] = [width + 2 * margin, height + 2 * margin].map(Math.ceil) as [number, number]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="orkestra" width="${w}" height="${h}" viewBox="${-margin} ${-margin} ${w} ${h}" role="img" aria-labelledby="orkestra-title orkestra-description">`,
    `<title id="orkestra-title">${escaped(title)}</title>`,
    `<desc id="orkestra-description">${escaped(inWords(diagram))}</desc>`,
    `<style>${style}</style>`,
    `<defs>${heads}</defs>`,
    `<rect class="paper" x="${-margin}" y="${-margin}" width="${w}" height="${h}"/>`,
    ...groups.map((group) => drawnGroup(group, marks)),
    ...arrows.map((arrow) => drawnArrow(arrow, marks)),
    ...boxes.map((box) => drawnBox(box, marks)),
    ...labels.map(drawnLabel),
    '</svg>',
    '',
  ].join('\n')
}
