/** A workflow as a drawing. */
import { type AnyStep, type Arrow, type Diagram, toDiagram } from '@orkestra/core'
import { laidOut, type PlacedArrow, type PlacedBox, type PlacedGroup, type PlacedLabel, type Point } from './layout.ts'
import { fontSize, type Label, lineHeight, nameLabel, outline, smallLine, smallSize, spoken } from './shapes.ts'
import { style } from './style.ts'

export interface DrawOptions {
  /** What it is a drawing of. Default `'Workflow'`. */
  readonly title?: string
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
  { x, top, size, line }: { x: number; top: number; size: number; line: number },
): string =>
  lines
    .map(
      (each, i) =>
        `<text x="${round(x)}" y="${round(top + i * line + line / 2 + size * 0.36)}">${escaped(each)}</text>`,
    )
    .join('')

const drawnBox = ({ shape, x, y, width, height }: PlacedBox): string => {
  const at = `transform="translate(${round(x)} ${round(y)})"`
  const shaped = outline(shape.kind, { width, height })
  if (!('name' in shape)) return `<g class="box ${shape.kind}" ${at}><title>${spoken(shape.kind)}</title>${shaped}</g>`
  const name = nameLabel(shape.name)
  const text = textLines(name, {
    x: width / 2,
    top: (height - name.height) / 2,
    size: fontSize,
    line: lineHeight,
  })
  return `<g class="box ${shape.kind}" data-state="${escaped(shape.name)}" ${at}><title>${escaped(shape.name)} (${spoken(shape.kind)})</title>${shaped}${text}</g>`
}

const drawnGroup = ({ name, group, title, x, y, width, height }: PlacedGroup): string => {
  // A second sheet behind it: there is one of these for each element.
  const behind = group === 'map' ? `<rect class="outline" x="4" y="4" width="${width}" height="${height}" rx="8"/>` : ''
  const text = textLines(title, { x: 12, top: 8, size: fontSize, line: lineHeight })
  return `<g class="group ${group}" data-state="${escaped(name)}" transform="translate(${round(x)} ${round(y)})"><title>${escaped(name)} (${spoken(group)})</title>${behind}<rect class="outline" width="${round(width)}" height="${round(height)}" rx="8"/>${text}</g>`
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

const drawnArrow = (arrow: PlacedArrow): string =>
  `<path class="arrow ${arrow.kind}" d="${pathOf(arrow)}" marker-end="url(#orkestra-${arrow.kind})"/>`

const drawnLabel = ({ kind, lines, x, y, width, height }: PlacedLabel): string => {
  const text = textLines(
    { lines },
    { x: kind === 'retry' ? x : x + width / 2, top: y, size: smallSize, line: smallLine },
  )
  return `<g class="label ${kind}"><rect x="${round(x - 2)}" y="${round(y)}" width="${width + 4}" height="${height}" rx="3"/>${text}</g>`
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
 * The graph as an SVG file, light or dark as its reader prefers. Nothing in it is loaded from elsewhere. The same graph gives the
 * same bytes.
 *
 * @example toSvg(seq(x, y, parCatch(z, g)), { title: 'Orders' }) // '<svg xmlns="http://www.w3.org/2000/svg" …'
 * @throws RangeError for a workflow of more than 1,500 shapes, which nobody could read.
 */
export const toSvg = (graph: AnyStep, { title = 'Workflow' }: DrawOptions = {}): string => {
  const diagram = toDiagram(graph)
  const { width, height, groups, boxes, arrows, labels } = laidOut(diagram)
  const [w, h] = [width + 2 * margin, height + 2 * margin].map(Math.ceil) as [number, number]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="orkestra" width="${w}" height="${h}" viewBox="${-margin} ${-margin} ${w} ${h}" role="img" aria-labelledby="orkestra-title orkestra-description">`,
    `<title id="orkestra-title">${escaped(title)}</title>`,
    `<desc id="orkestra-description">${escaped(inWords(diagram))}</desc>`,
    `<style>${style}</style>`,
    `<defs>${heads}</defs>`,
    `<rect class="paper" x="${-margin}" y="${-margin}" width="${w}" height="${h}"/>`,
    ...groups.map(drawnGroup),
    ...arrows.map(drawnArrow),
    ...boxes.map(drawnBox),
    ...labels.map(drawnLabel),
    '</svg>',
    '',
  ].join('\n')
}
