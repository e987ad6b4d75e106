/** `orkestra manifest`: the functions of a workflow as JSON. */
import { parseArgs } from 'node:util'
import { manifest } from '../../deploy/manifest.ts'
import { type Command, only } from '../arguments.ts'
import { loadWorkflow } from '../module.ts'
import { deliver } from '../output.ts'

const usage = 'orkestra manifest <module>[#export] [--root <folder>] [--out <file>] [--check]'

export const manifestCommand: Command = {
  usage,
  help: 'prints its functions as data: name, entry, handler, runtime, time-out, memory, layers, environment',
  act: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        root: { type: 'string' },
        out: { type: 'string' },
        check: { type: 'boolean', default: false },
      },
    })
    const workflow = await loadWorkflow(only(positionals, usage))
    const { root, out, check } = values
    const functions = manifest(workflow, root === undefined ? {} : { root })
    return deliver(new Map([['manifest.json', `${JSON.stringify(functions, null, 2)}\n`]]), { out, check })
  },
}
