import type { AnyStep } from '../graph/step.ts'
import { type Diagram, diagramOf, type Shape } from './diagram.ts'

/** Graphviz reads a text up to a null character; of the other control characters none has a sign. */
const quoted = (text: string): string =>
  `"${text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\n', '\\n')}"`

/** DOT draws arrows between boxes only: the first box inside each group stands for it, and the arrow is clipped at the group. */
const firstBoxes = (shapes: readonly Shape[]): ReadonlyMap<string, string> => {
  const first = new Map<string, string>()
  let waiting: string[] = []
  for (const shape of shapes) {
    if (shape.kind === 'open') waiting.push(shape.id)
    else if (shape.kind !== 'close') {
      for (const group of waiting) first.set(group, shape.id)
      waiting = []
    }
  }
  return first
}

/**
 * A graph, or a diagram of anything, in Graphviz's DOT language.
 *
 * @example toDot(seq(x, y)) // 'digraph {\n  compound=true\n  …'
 */
export const toDot = (source: AnyStep | Diagram): string => {
  const { shapes, arrows } = diagramOf(source)
  const first = firstBoxes(shapes)
  const lines = ['digraph {', '  compound=true', '  node [shape=box, style=rounded]']
  for (const shape of shapes) {
    switch (shape.kind) {
      case 'start':
      case 'end':
        lines.push(
          `  ${shape.id} [label="", shape=circle, width=0.2, style=${shape.kind === 'start' ? 'filled' : 'bold'}]`,
        )
        break
      case 'task':
        lines.push(`  ${shape.id} [label=${quoted(shape.name)}]`)
        break
      case 'pass':
        lines.push(`  ${shape.id} [label=${quoted(shape.name)}, shape=plaintext]`)
        break
      case 'choice':
        lines.push(`  ${shape.id} [label=${quoted(shape.name)}, shape=diamond]`)
        break
      case 'succeed':
        lines.push(`  ${shape.id} [label=${quoted(shape.name)}, shape=oval, color="#1e8449"]`)
        break
      case 'wait':
        lines.push(`  ${shape.id} [label=${quoted(shape.name)}, shape=hexagon]`)
        break
      case 'fail':
        lines.push(`  ${shape.id} [label=${quoted(shape.name)}, shape=octagon, color="#c0392b"]`)
        break
      case 'failed':
        lines.push(`  ${shape.id} [label=${quoted(shape.name)}, style="rounded,dashed", color="#c0392b"]`)
        break
      case 'open':
        lines.push(`  subgraph cluster_${shape.id} {`, `  label=${quoted(shape.name)}`)
        break
      case 'close':
        lines.push('  }')
    }
  }
  for (const { kind, label, from, to } of arrows) {
    const tail = first.get(from)
    const head = first.get(to)
    const attributes = [
      ...(tail === undefined ? [] : [`ltail=cluster_${from}`]),
      ...(head === undefined ? [] : [`lhead=cluster_${to}`]),
      ...(kind === 'next'
        ? label === undefined
          ? []
          : [`label=${quoted(label)}`]
        : ['style=dotted', `label=${quoted(label === undefined ? kind : `${kind} ${label}`)}`]),
    ]
    const options = attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`
    lines.push(`  ${tail ?? from} -> ${head ?? to}${options}`)
  }
  lines.push('}')
  return `${lines.join('\n')}\n`
}
