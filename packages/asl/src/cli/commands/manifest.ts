/** `orkestra manifest`: the functions of a workflow as JSON. */
import { type Command, type Options, only, read, writing } from '../arguments.ts'
import { loadWorkflow } from '../load/module.ts'
import { deliver } from '../output.ts'
import { session } from '../session.ts'

const options = {
  root: {
    type: 'string',
    value: '<folder>',
    meaning: 'the folder that entries are relative to. Default: the current one',
  },
  ...writing,
} as const satisfies Options

const head = { name: 'manifest', takes: '<module>[#export]', options }

export const manifestCommand: Command = {
  ...head,
  completes: 'modules',
  purpose:
    'prints the functions of a workflow as data: name, entry, handler, runtime, time-out, memory, layers, environment',
  examples: [{ call: 'orkestra manifest workflow.ts#orders', says: 'an entry per function, as JSON' }],
  act: async (args, around = session()) => {
    const { values, positionals } = read(head, args)
    const workflow = await loadWorkflow(only(positionals, head), around)
    const { root, out, check } = values
    const { manifest } = await import('../../deploy/functions/manifest.ts')
    const functions = manifest(workflow, root === undefined ? {} : { root })
    return deliver(new Map([['manifest.json', `${JSON.stringify(functions, null, 2)}\n`]]), { out, check }, around)
  },
}
