/** Drawings. An entry of its own: who only emits loads no layout. */
export { type Drawable, toDiagram } from './source.ts'
export { type PageOptions, toHtml } from './toHtml.ts'
export { type DrawOptions, toSvg } from './toSvg.ts'
