/** `orkestra draw`: a workflow as a diagram. */
import { basename, extname } from 'node:path'
import { type AnyStep, toDot, toMermaid } from '@orkestra/core'
import { type Command, type Options, oneOf, only, read, watching, writing } from '../arguments.ts'
import { loadWorkflow, UsageError } from '../module.ts'
import { deliver } from '../output.ts'
import { session } from '../session.ts'

const formats = ['mermaid', 'dot', 'svg', 'html'] as const
type Format = (typeof formats)[number]

const files: Readonly<Record<Format, string>> = {
  mermaid: 'workflow.mmd',
  dot: 'workflow.dot',
  svg: 'workflow.svg',
  html: 'workflow.html',
}

const options = {
  format: {
    type: 'string',
    words: formats,
    meaning:
      'mermaid and dot are text for other tools; svg and html are drawings. Default: by the name of --out, else mermaid',
  },
  title: {
    type: 'string',
    value: '<text>',
    meaning: 'the title of a drawing. Default: the name of the export or of the file',
  },
  ...writing,
  ...watching,
} as const satisfies Options

const head = { name: 'draw', takes: '<module>[#export]', options }

const drawn = async (graph: AnyStep, format: Format, title: string): Promise<string> => {
  switch (format) {
    case 'mermaid':
      return toMermaid(graph)
    case 'dot':
      return toDot(graph)
    case 'svg':
    case 'html': {
      // Only here: other commands load no layout.
      const { toHtml, toSvg } = await import('../../draw/index.ts')
      try {
        return format === 'svg' ? toSvg(graph, { title }) : toHtml(graph, { title })
      } catch (error) {
        throw error instanceof RangeError ? new UsageError(error.message) : error
      }
    }
  }
}

/** What the name of a file says of its format. */
const byName = (out: string | undefined): Format | undefined =>
  out === undefined ? undefined : formats.find((format) => extname(out) === extname(files[format]))

const titleOf = (reference: string): string => {
  const [path = '', name = ''] = reference.split('#')
  return name === '' || name === 'default' ? basename(path, extname(path)) : name
}

export const drawCommand: Command = {
  ...head,
  completes: 'modules',
  purpose: 'draws a workflow: as Mermaid, DOT, SVG, or a page to look around in',
  more: 'An SVG is light or dark as its reader prefers. The page needs no network; a click on a state shows its ASL and its comment.',
  examples: [
    { call: 'orkestra draw workflow.ts#orders', says: 'Mermaid, which GitHub and many editors draw' },
    { call: 'orkestra draw workflow.ts#orders --out orders.svg', says: 'a picture' },
    { call: 'orkestra draw workflow.ts#orders --format html --out docs/', says: 'a page, docs/workflow.html' },
  ],
  act: async (args, around = session()) => {
    const { values, positionals } = read(head, args)
    const { out, check } = values
    const format = oneOf('format', formats, values.format) ?? byName(out) ?? 'mermaid'
    if (values.title !== undefined && (format === 'mermaid' || format === 'dot'))
      throw new UsageError(`--title: ${format} has none; it is for --format svg and html.`)
    const reference = only(positionals, head)
    const text = await drawn(await loadWorkflow(reference, around), format, values.title ?? titleOf(reference))
    return deliver(new Map([[files[format], text]]), { out, check }, around)
  },
}
