/** `orkestra draw`: a workflow as a diagram. */
import { parseArgs } from 'node:util'
import { toDot, toMermaid } from '@orkestra/core'
import { type Command, oneOf, only } from '../arguments.ts'
import { loadWorkflow } from '../module.ts'

const drawings = { mermaid: toMermaid, dot: toDot }

const usage = 'orkestra draw <module>[#export] [--format mermaid|dot]'

export const drawCommand: Command = {
  usage,
  help: 'prints its diagram',
  act: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: 'string', default: 'mermaid' } },
    })
    const format = oneOf('format', ['mermaid', 'dot'], values.format) ?? 'mermaid'
    return { text: drawings[format](await loadWorkflow(only(positionals, usage))), ok: true }
  },
}
