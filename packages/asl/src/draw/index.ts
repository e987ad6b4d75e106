/**
 * Draw workflows and definitions as SVG and HTML. A separate entry, so that emitting loads no layout code.
 *
 * @module @orkestra/asl/draw
 */

export { type Drawable, toDiagram } from './source.ts'
export { type PageOptions, toHtml } from './toHtml.ts'
export { type DrawOptions, toSvg } from './toSvg.ts'
