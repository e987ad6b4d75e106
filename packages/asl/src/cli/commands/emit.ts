/** `orkestra emit`: a workflow as a definition, or as what deploys it. */
import { basename, dirname } from 'node:path'
import type { DeployOptions } from '../../deploy/options.ts'
import { type Command, naming, type Options, oneOf, only, read, watching, writing } from '../arguments.ts'
import { loadWorkflow, UsageError } from '../load/module.ts'
import { checkOrigin, originFrom } from '../load/origin.ts'
import { deliver, meansFolder } from '../output.ts'
import { session } from '../session.ts'

const formats = ['asl', 'yaml', 'cloudformation', 'sam', 'terraform'] as const

const options = {
  format: {
    type: 'string',
    default: 'asl',
    words: formats,
    meaning: 'asl and yaml: the definition alone; the others: everything that deploys it',
  },
  ...writing,
  machine: { ...naming, meaning: 'with --check: the machine, if the file has several definitions' },
  'query-language': {
    type: 'string',
    words: ['jsonpath', 'jsonata'],
    meaning: 'the language of its paths. Default: jsonpath',
  },
  type: { type: 'string', words: ['standard', 'express'], meaning: 'the type of the machine. Default: standard' },
  name: { type: 'string', value: '<name>', meaning: 'the name of the machine, in what deploys it' },
  schedule: {
    type: 'string',
    value: '<expression>',
    meaning: 'starts it on a schedule: rate(1 day), cron(0 8 * * ? *)',
  },
  functions: { type: 'boolean', default: false, meaning: 'with terraform: deploy the functions, too' },
  extend: {
    type: 'string',
    value: '<file>',
    meaning: 'with cloudformation and sam: a file to merge into the template, such as tables and policies',
  },
  exports: {
    type: 'boolean',
    default: false,
    meaning: 'with cloudformation and sam: export the outputs to other stacks',
  },
  comment: { type: 'string', value: '<text>', meaning: 'the comment of the definition' },
  indent: { type: 'string', default: '2', value: '<n>', meaning: 'spaces per level of JSON, 0 to 10' },
  ...watching,
} as const satisfies Options

const head = { name: 'emit', takes: '<module>[#export]', options }

/** Options that only what deploys has a use for. */
const deploying = ['name', 'schedule'] as const

export const emitCommand: Command = {
  ...head,
  completes: 'modules',
  purpose: 'prints the Amazon States Language of a workflow, or writes what deploys it: a template, a module',
  more: 'Functions are placeholders, ${name}, for DefinitionSubstitutions and templatefile. If the workflow has no valid definition, all problems are printed and nothing is written.',
  examples: [
    { call: 'orkestra emit workflow.ts#orders', says: 'the definition as JSON' },
    { call: 'orkestra emit workflow.ts#orders --out orders.asl.json', says: 'into a file' },
    {
      call: 'orkestra emit workflow.ts#orders --out orders.asl.json --check',
      says: 'for CI: 1 when the file is stale',
    },
    {
      call: 'orkestra emit workflow.ts#orders --format terraform --name orders --out infra/',
      says: 'a Terraform module',
    },
  ],
  act: async (args, around = session()) => {
    const { values, positionals } = read(head, args)
    const indent = Number(values.indent)
    if (!Number.isInteger(indent) || indent < 0 || indent > 10)
      throw new UsageError(`--indent ${values.indent}: expected a number of spaces from 0 to 10.`)
    const format = oneOf('format', formats, values.format) ?? 'asl'
    const unused = deploying.filter((option) => values[option] !== undefined)
    if ((format === 'asl' || format === 'yaml') && unused.length > 0)
      throw new UsageError(`--${unused[0]}: only for --format cloudformation, sam or terraform.`)
    if (values.functions && format !== 'terraform')
      throw new UsageError('--functions: only for --format terraform; sam always includes the functions.')
    const isStack = format === 'cloudformation' || format === 'sam'
    if (values.extend !== undefined && !isStack)
      throw new UsageError('--extend: only for --format cloudformation and sam; a Terraform module takes variables.')
    if (values.exports && !isStack)
      throw new UsageError('--exports: only for --format cloudformation and sam; a Terraform module has outputs.')
    const queryLanguage = oneOf('query-language', ['JSONPath', 'JSONata'], values['query-language'])
    const type = oneOf('type', ['STANDARD', 'EXPRESS'], values.type)
    const settings: DeployOptions = {
      ...(queryLanguage && { queryLanguage }),
      ...(type && { type }),
      ...(values.comment !== undefined && { comment: values.comment }),
      ...(values.name !== undefined && { name: values.name }),
      ...(values.schedule !== undefined && { schedule: { expression: values.schedule } }),
    }
    // Only here: the other commands load nothing that emits and deploys.
    const [{ filesOf, checkedIn }, { settingsOf }] = await Promise.all([
      import('../targets.ts'),
      import('../../deploy/options.ts'),
    ])
    try {
      settingsOf(settings)
    } catch (error) {
      throw new UsageError(`--${(error as Error).message}.`)
    }
    const { functions, out, check, exports, machine } = values
    const isDefinition = format === 'asl' || format === 'yaml'
    if (machine !== undefined && !(check && isDefinition))
      throw new UsageError('--machine: only with --check, to choose a definition in a file with several.')
    const module = only(positionals, head)
    const extension =
      values.extend === undefined
        ? undefined
        : (await import('../load/extension.ts')).readExtension(values.extend, around)
    const workflow = await loadWorkflow(module, around)
    if (check && out !== undefined && isDefinition && !meansFolder(out)) {
      const checked = await checkedIn(workflow, settings, { out, machine }, around)
      if (checked !== undefined) return checked
    }
    const isDeploying = isStack || format === 'terraform'
    const folder = out === undefined || meansFolder(out) || format === 'terraform' ? out : dirname(out)
    const source = isDeploying && folder !== undefined ? originFrom(folder, module) : undefined
    const options = { ...settings, ...(source !== undefined && { source }) }
    const files = filesOf(workflow, { format, options, indent, functions, out, extension, exports })
    if (source !== undefined && folder !== undefined && !check)
      checkOrigin(
        folder === out ? files : new Map([[basename(out as string), [...files.values()][0] ?? '']]),
        folder,
        source,
      )
    return deliver(files, { out, check }, around)
  },
}
