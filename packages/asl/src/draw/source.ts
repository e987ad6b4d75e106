/** What can be drawn. */
import { type AnyStep, type Diagram, isStep, toDiagram as ofGraph } from '@orkestra/core'
import type { StateMachine } from '../states.ts'
import { definitionDiagram } from './definitionDiagram.ts'

/** A workflow, a definition whoever wrote it, or what is made of either. */
export type Drawable = AnyStep | StateMachine | Diagram

const isDiagram = (source: Drawable): source is Diagram => 'shapes' in source && 'arrows' in source

/**
 * A workflow or a definition as shapes and arrows. A workflow shows its combinators; its definition shows each state as AWS runs it.
 *
 * @example toMermaid(toDiagram(definition)) // 'flowchart TD\n  start((Start))\n  …'
 */
export const toDiagram = (source: Drawable): Diagram => {
  if (isStep(source)) return ofGraph(source)
  return isDiagram(source) ? source : definitionDiagram(source)
}
