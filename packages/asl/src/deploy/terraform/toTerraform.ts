/** A workflow as a Terraform module. */
import type { AnyStep } from '@orkestra/core'
import { DeployError, type FunctionManifest, manifest } from '../functions/manifest.ts'
import { type DeployOptions, defaultLogging, settingsOf } from '../options.ts'
import { deployedPolicy, deployedText, type References, referencesOf } from '../references.ts'
import { output, variable } from './declarations.ts'
import { functionBlocks, functionLocals, functionOutputs, functionVariables } from './functions.ts'
import { attributes, block, expression, hcl } from './hcl.ts'
import { machine } from './machine.ts'
import { account, partition as currentPartition, region, role } from './role.ts'
import { schedule } from './schedule.ts'

export interface TerraformOptions extends DeployOptions {
  /** Deploys the functions as well, from `manifest.json` and the packages that your bundler makes. Default `false`. */
  readonly functions?: boolean
  /** The folder that the entries in `manifest.json` are relative to. Default: the current one. */
  readonly root?: string
}

const objectOf = (keys: readonly string[]): string =>
  `object(${hcl(Object.fromEntries(keys.map((key) => [key, expression('string')])))})`

/** The functions that the module makes, and those that are there: with an entry or without. */
interface Split {
  readonly own: readonly FunctionManifest[]
  readonly elsewhere: readonly FunctionManifest[]
}

const locals = ({ own, elsewhere }: Split, { placeholders, partition }: References, ofPartition: string): string => {
  const made = '{ for key, fn in aws_lambda_function.function : key => fn.arn }'
  const arns = [...(own.length > 0 ? [made] : []), ...(elsewhere.length > 0 ? ['var.function_arns'] : [])]
  const filled = [
    'local.function_arns',
    ...(placeholders.length > 0 ? ['var.placeholders'] : []),
    ...(partition === undefined ? [] : [`{ ${partition} = data.aws_partition.current.partition }`]),
  ]
  const merged = (maps: readonly string[]): string =>
    maps.length > 1 ? `merge(${maps.join(', ')})` : (maps[0] ?? '{}')
  return block(
    'locals',
    attributes({
      ...(own.length > 0 && functionLocals(own, ofPartition)),
      function_arns: expression(merged(arns)),
      definition: expression(`templatefile("\${path.module}/workflow.asl.json.tftpl", ${merged(filled)})`),
    }),
  )
}

const versions = block(
  'terraform',
  attributes({ required_version: '>= 1.5' }),
  block('required_providers', attributes({ aws: { source: 'hashicorp/aws', version: '>= 5.0' } })).trimEnd(),
)

const written = (source: string | undefined): string =>
  [
    `# Written by orkestra${source === undefined ? '' : ` from ${source}`}: change the workflow and write it again, rather than this file.`,
    '# What is said of the module is said where it is used, by its variables.\n',
  ].join('\n')

/**
 * A Terraform module that deploys a workflow, as its files by name: the machine, its role with least privilege, logs, and a
 * schedule and the functions where these are asked for. `terraform fmt` has nothing to change in it. It is written again whenever the
 * workflow changes, so it stands in a folder of its own, and what it is given is said where it is used, by variables.
 *
 * The ARNs of functions are the variable `function_arns`, by key; with `functions: true` the module makes those that have an entry, of
 * the packages that the variable `function_packages` names. `placeholders` is what the workflow's placeholders stand for.
 *
 * @example toTerraform(workflow, { name: 'orders' }).get('main.tf')
 * @throws AslError when the graph makes no valid definition; TypeError when the name or the schedule is none; DeployError when two
 *   different functions have one name, a placeholder is called as a function is, or a handler that is to be deployed is not exported by
 *   its module, or when functions are to be deployed and none has an entry;
 *   PolicySizeError when the role would need more than IAM lets any have.
 */
export const toTerraform = (graph: AnyStep, options: TerraformOptions = {}): ReadonlyMap<string, string> => {
  const settings = settingsOf(options)
  const isDeploying = options.functions === true
  const functions = manifest(graph, { ...options, readModules: isDeploying && options.readModules !== false })
  const isOwn = ({ entry }: FunctionManifest): boolean => isDeploying && entry !== null
  const split: Split = { own: functions.filter(isOwn), elsewhere: functions.filter((fn) => !isOwn(fn)) }
  const { own, elsewhere } = split
  if (isDeploying && functions.length > 0 && own.length === 0)
    throw new DeployError(
      `no entry for any of the functions ${functions.map(({ name }) => JSON.stringify(name)).join(', ')}: compose the handlers with { entry: import.meta.url }, in CommonJS { entry: __filename }, or leave the functions out`,
    )
  const references = referencesOf(graph, functions, options)
  const ofPartition = options.partition ?? currentPartition
  const keys = new Set(functions.map(({ key }) => key))
  const rolePolicy = deployedPolicy(graph, {
    partition: ofPartition,
    region,
    account,
    name: '${var.name}',
    tracing: settings.tracing,
    logging: settings.logging !== undefined,
    ...(options.statements && { statements: options.statements }),
  })
  const { blocks: roleBlocks, policies } = role(rolePolicy, ofPartition, (key) =>
    keys.has(key) ? `local.function_arns.${key}` : `var.placeholders.${key}`,
  )
  const files: [string, readonly string[]][] = [
    [
      'main.tf',
      [
        written(options.source),
        block('data "aws_caller_identity" "current"'),
        block('data "aws_partition" "current"'),
        block('data "aws_region" "current"'),
        locals(split, references, ofPartition),
        ...(own.length > 0 ? functionBlocks(own) : []),
        ...roleBlocks,
        ...machine(settings, policies),
        ...(settings.schedule ? schedule(settings.schedule, ofPartition) : []),
      ],
    ],
    [
      'variables.tf',
      [
        variable('name', 'The name of the state machine', 'string', { default: options.name ?? 'workflow' }),
        ...(elsewhere.length > 0
          ? [
              variable(
                'function_arns',
                'The ARN of each function that is there already, by its key in the definition',
                objectOf(elsewhere.map(({ key }) => key)),
              ),
            ]
          : []),
        ...(references.placeholders.length > 0
          ? [
              variable(
                'placeholders',
                "What the workflow's placeholders stand for: names, URLs, ARNs",
                objectOf(references.placeholders),
              ),
            ]
          : []),
        ...(own.length > 0 ? functionVariables(own) : []),
        variable('tags', 'Of everything that the module makes', 'map(string)', { default: {} }),
        variable('permissions_boundary', 'The ARN of a policy that bounds every role. Default: none', 'string', {
          default: expression('null'),
        }),
        ...(settings.logging !== undefined || own.length > 0
          ? [
              variable('log_retention_in_days', 'How long logs are kept', 'number', {
                default: settings.logging?.retentionDays ?? defaultLogging.retentionDays,
              }),
            ]
          : []),
      ],
    ],
    [
      'outputs.tf',
      [
        output('state_machine_arn', 'The ARN of the state machine', 'aws_sfn_state_machine.workflow.arn'),
        output('role_arn', 'The ARN of its role', 'aws_iam_role.workflow.arn'),
        output('role_name', 'The name of its role, for more policies', 'aws_iam_role.workflow.name'),
        ...(settings.logging
          ? [output('log_group_name', 'The name of its log group', 'aws_cloudwatch_log_group.workflow.name')]
          : []),
        ...(own.length > 0
          ? [
              output('function_arns', 'The ARN of each function, by its key', 'local.function_arns'),
              ...Object.entries(functionOutputs()).map(([name, [description, value]]) =>
                output(name, description, value),
              ),
            ]
          : []),
      ],
    ],
    ['versions.tf', [versions]],
  ]
  return new Map([
    ...files.map(([name, blocks]): [string, string] => [name, blocks.join('\n')]),
    ['workflow.asl.json.tftpl', `${deployedText(graph, references, options)}\n`],
    ...(own.length > 0 ? [['manifest.json', `${JSON.stringify(functions, null, 2)}\n`] as [string, string]] : []),
  ])
}
