/** `orkestra draw`: a workflow or a definition as a diagram. */
import { basename, extname } from 'node:path'
import type { AnyStep } from '@orkestra/core'
import type { HistoryEvent } from '../../execute/history/events.ts'
import type { StateMachine } from '../../states.ts'
import { type Command, naming, type Options, oneOf, only, read, watching, writing } from '../arguments.ts'
import { isDefinition, oneMachine, valid } from '../load/definitions.ts'
import { loadWorkflow, UsageError } from '../load/module.ts'
import { deliver } from '../output.ts'
import { noted, type Session, session } from '../session.ts'

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
      'mermaid and dot: text for other tools; svg and html: drawings. Default: by the extension of --out, else mermaid',
  },
  title: {
    type: 'string',
    value: '<text>',
    meaning: 'the title of a drawing. Default: the name of the export or of the file',
  },
  machine: naming,
  execution: {
    type: 'string',
    value: '<file>',
    meaning:
      'draws an execution: the output of aws stepfunctions get-execution-history, or of orkestra run --json; for svg and html',
  },
  ...writing,
  ...watching,
} as const satisfies Options

const head = { name: 'draw', takes: '<module>[#export]|<definition>', options }

/** What is drawn, and what it is called unless that is said. */
interface Subject {
  readonly source: AnyStep | StateMachine
  readonly title: string
}

const subjectOf = async (
  reference: string,
  machine: string | undefined,
  hasExecution: boolean,
  around: Session,
): Promise<Subject> => {
  if (isDefinition(reference)) {
    const { definition, name } = await drawable(reference, machine, around)
    return { source: definition, title: name }
  }
  const workflow = await loadWorkflow(reference, around)
  // An execution is of the states that are emitted, and not of the combinators that they are made of.
  return {
    source: hasExecution ? (await import('../../emit/emit.ts')).emit(workflow) : workflow,
    title: titleOf(reference),
  }
}

/** A definition with errors can be looked at as well, as long as it has states. */
const drawable = async (
  reference: string,
  machine: string | undefined,
  around: Session,
): Promise<{ readonly definition: StateMachine; readonly name: string }> => {
  const read = await oneMachine(reference, { machine }, around)
  const { definition, name } = read
  if (typeof definition === 'object' && definition !== null && 'States' in definition)
    return { definition: definition as StateMachine, name }
  return valid(read)
}

const historyOf = async (file: string | undefined, around: Session): Promise<readonly HistoryEvent[] | undefined> => {
  if (file === undefined) return undefined
  const { FileError, readHistory } = await import('../../files/index.ts')
  try {
    return await readHistory(noted(file, around))
  } catch (error) {
    throw error instanceof FileError ? new UsageError(`--execution: ${error.message}`) : error
  }
}

const drawn = async (
  source: AnyStep | StateMachine,
  format: Format,
  title: string,
  execution: readonly HistoryEvent[] | undefined,
): Promise<string> => {
  // Only here: other commands load no layout.
  const [{ toDiagram, toHtml, toSvg }, { toDot, toMermaid }] = await Promise.all([
    import('../../draw/index.ts'),
    import('@orkestra/core'),
  ])
  const settings = { title, ...(execution && { execution }) }
  try {
    switch (format) {
      case 'mermaid':
        return toMermaid(toDiagram(source))
      case 'dot':
        return toDot(toDiagram(source))
      case 'svg':
        return toSvg(source, settings)
      case 'html':
        return toHtml(source, settings)
    }
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error
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
  completes: 'both',
  purpose: 'draws a workflow or any definition as Mermaid, DOT, SVG, or an interactive page',
  more: 'An SVG follows the light or dark preference of its reader. The page needs no network; click a state to see its ASL and comment.',
  examples: [
    { call: 'orkestra draw workflow.ts#orders', says: 'Mermaid, which GitHub and many editors draw' },
    { call: 'orkestra draw workflow.ts#orders --out orders.svg', says: 'a picture' },
    { call: 'orkestra draw workflow.ts#orders --format html --out docs/', says: 'a page, docs/workflow.html' },
    { call: 'orkestra draw machine.asl.json --out machine.svg', says: 'any definition' },
    {
      call: 'orkestra draw machine.asl.json --execution history.json --out run.html',
      says: 'what an execution did: its path, attempts, errors and times',
    },
  ],
  act: async (args, around = session()) => {
    const { values, positionals } = read(head, args)
    const { out, check, machine } = values
    const format = oneOf('format', formats, values.format) ?? byName(out) ?? 'mermaid'
    const isText = format === 'mermaid' || format === 'dot'
    if (values.title !== undefined && isText)
      throw new UsageError(`--title: only for --format svg and html, not ${format}.`)
    if (values.execution !== undefined && isText)
      throw new UsageError(`--execution: only for --format svg and html, not ${format}.`)
    const reference = only(positionals, head)
    const execution = await historyOf(values.execution, around)
    const { source, title } = await subjectOf(reference, machine, execution !== undefined, around)
    const text = await drawn(source, format, values.title ?? title, execution)
    return deliver(new Map([[files[format], text]]), { out, check }, around)
  },
}
