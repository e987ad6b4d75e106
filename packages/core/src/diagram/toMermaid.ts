import type { AnyStep } from '../graph/step.ts'
import { type Diagram, diagramOf } from './diagram.ts'

/**
 * Mermaid takes HTML entities in quoted text. A `%` could begin a directive, which is obeyed wherever it stands, and braces belong to
 * it. Control characters are left out: no entity stands for them. https://mermaid.js.org/syntax/flowchart.html
 */
const quoted = (text: string): string =>
  `"${text.replace(/[^\P{Cc}\n\r\t]/gu, '').replace(/[&<>"#`\\\n\r%]/g, (c) => `#${c.charCodeAt(0)};`)}"`

/** Beyond this, indenting a deep graph would cost more than the graph. */
const deepestIndent = 20

/**
 * A graph, or a diagram of anything, as a Mermaid flowchart, which GitHub, GitLab and many editors draw. A dotted arrow is taken by a caught error.
 *
 * @example toMermaid(seq(x, y, parCatch(z, g))) // 'flowchart TD\n  start((Start))\n  …'
 */
export const toMermaid = (source: AnyStep | Diagram): string => {
  const { shapes, arrows } = diagramOf(source)
  const lines = ['flowchart TD']
  let level = 1
  const add = (line: string) => lines.push(`${'  '.repeat(Math.min(level, deepestIndent))}${line}`)
  for (const shape of shapes) {
    switch (shape.kind) {
      case 'start':
        add('start((Start))')
        break
      case 'end':
        add('end_((End))')
        break
      case 'task':
        add(`${shape.id}[${quoted(shape.name)}]`)
        break
      case 'pass':
        add(`${shape.id}([${quoted(shape.name)}])`)
        break
      case 'choice':
        add(`${shape.id}{${quoted(shape.name)}}`)
        break
      case 'succeed':
        add(`${shape.id}([${quoted(shape.name)}]):::succeeded`)
        break
      case 'wait':
        add(`${shape.id}{{${quoted(shape.name)}}}`)
        break
      case 'fail':
        add(`${shape.id}[[${quoted(shape.name)}]]:::failed`)
        break
      case 'failed':
        add(`${shape.id}([${quoted(shape.name)}]):::failed`)
        break
      case 'open':
        add(`subgraph ${shape.id}[${quoted(shape.name)}]`)
        level += 1
        break
      case 'close':
        level -= 1
        add('end')
    }
  }
  // `end` is a keyword of Mermaid.
  const id = (of: string) => (of === 'end' ? 'end_' : of)
  for (const { kind, label, from, to } of arrows) {
    const text = label === undefined ? kind : quoted(kind === 'next' ? label : `${kind} ${label}`)
    const plain = label === undefined ? '-->' : `-- ${text} -->`
    lines.push(`  ${id(from)} ${kind === 'next' ? plain : `-. ${text} .->`} ${id(to)}`)
  }
  if (shapes.some((shape) => shape.kind === 'succeed')) lines.push('  classDef succeeded stroke:#1e8449')
  lines.push('  classDef failed stroke:#c0392b,stroke-dasharray:4 3')
  return `${lines.join('\n')}\n`
}
