/** `orkestra emit`: a workflow as a definition, or as what deploys it. */
import { dirname, extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { AnyStep } from '@orkestra/core'
import { toCloudFormation } from '../../deploy/cloudformation.ts'
import { definitionTemplate } from '../../deploy/definition.ts'
import { type DeployOptions, settingsOf } from '../../deploy/options.ts'
import type { Template } from '../../deploy/resources.ts'
import { toSam } from '../../deploy/sam.ts'
import { toTerraform } from '../../deploy/terraform.ts'
import { toYaml } from '../../deploy/toYaml.ts'
import { emit } from '../../emit/emit.ts'
import { toText } from '../../toText.ts'
import { type Command, oneOf, only } from '../arguments.ts'
import { loadWorkflow, UsageError } from '../module.ts'
import { deliver, meansFolder } from '../output.ts'

const formats = ['asl', 'yaml', 'cloudformation', 'sam', 'terraform'] as const

const usage =
  'orkestra emit <module>[#export] [--format asl|yaml|cloudformation|sam|terraform] [--out <file>|<folder>] [--check] [--query-language jsonpath|jsonata] [--type standard|express] [--name <name>] [--schedule <expression>] [--functions] [--comment <text>] [--indent <n>]'

interface Request {
  readonly format: (typeof formats)[number]
  readonly options: DeployOptions
  readonly indent: number
  readonly functions: boolean
  readonly out: string | undefined
}

/** The files of a format, by their names in a folder; just one of them where it may go to standard output. */
const filesOf = (graph: AnyStep, { format, options, indent, functions, out }: Request): ReadonlyMap<string, string> => {
  const isFolder = out !== undefined && meansFolder(out)
  const written = (template: Template): string =>
    out !== undefined && extname(out) === '.json' ? `${toText(template, { indent })}\n` : toYaml(template)
  const definition = (): [string, string] => ['workflow.asl.json', `${definitionTemplate(graph, options)}\n`]
  switch (format) {
    case 'asl':
      return new Map([['workflow.asl.json', `${toText(emit(graph, options), { indent })}\n`]])
    case 'yaml':
      return new Map([['workflow.asl.yaml', toYaml(emit(graph, options))]])
    case 'cloudformation': {
      const template = toCloudFormation(graph, options)
      const isApart = template.Parameters !== undefined && Object.hasOwn(template.Parameters, 'DefinitionKey')
      return new Map([['template.yaml', written(template)], ...(isApart ? [definition()] : [])])
    }
    case 'sam':
      // In a folder there is room for the definition beside the template, where an editor knows it for what it is.
      return isFolder
        ? new Map([
            ['template.yaml', written(toSam(graph, { ...options, root: out, definitionUri: 'workflow.asl.json' }))],
            definition(),
          ])
        : new Map([
            ['template.yaml', written(toSam(graph, { ...options, ...(out !== undefined && { root: dirname(out) }) }))],
          ])
    case 'terraform':
      return toTerraform(graph, { ...options, functions, ...(out !== undefined && { root: out }) })
  }
}

/** Options that only what deploys has a use for. */
const deploying = ['name', 'schedule'] as const

export const emitCommand: Command = {
  usage,
  help: 'prints the Amazon States Language of a workflow, or writes what deploys it: a template, a module',
  act: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'asl' },
        out: { type: 'string' },
        check: { type: 'boolean', default: false },
        'query-language': { type: 'string' },
        type: { type: 'string' },
        name: { type: 'string' },
        schedule: { type: 'string' },
        functions: { type: 'boolean', default: false },
        comment: { type: 'string' },
        indent: { type: 'string', default: '2' },
      },
    })
    const indent = Number(values.indent)
    if (!Number.isInteger(indent) || indent < 0 || indent > 10)
      throw new UsageError(`--indent ${values.indent}: it is a number of blanks from 0 to 10.`)
    const format = oneOf('format', formats, values.format) ?? 'asl'
    const unused = deploying.filter((option) => values[option] !== undefined)
    if ((format === 'asl' || format === 'yaml') && unused.length > 0)
      throw new UsageError(
        `--${unused[0]}: a definition has none; it is for --format cloudformation, sam or terraform.`,
      )
    if (values.functions && format !== 'terraform')
      throw new UsageError('--functions is for --format terraform; SAM has the functions in any case.')
    const queryLanguage = oneOf('query-language', ['JSONPath', 'JSONata'], values['query-language'])
    const type = oneOf('type', ['STANDARD', 'EXPRESS'], values.type)
    const options: DeployOptions = {
      ...(queryLanguage && { queryLanguage }),
      ...(type && { type }),
      ...(values.comment !== undefined && { comment: values.comment }),
      ...(values.name !== undefined && { name: values.name }),
      ...(values.schedule !== undefined && { schedule: { expression: values.schedule } }),
    }
    try {
      settingsOf(options)
    } catch (error) {
      throw new UsageError(`--${(error as Error).message}.`)
    }
    const { functions, out, check } = values
    const workflow = await loadWorkflow(only(positionals, usage))
    return deliver(filesOf(workflow, { format, options, indent, functions, out }), { out, check })
  },
}
