/** A workflow as a Terraform module. */
import type { AnyStep } from '@orkestra/core'
import { type Attachments, attachments } from '../policy/attach.ts'
import { type PolicyDocument, type RolePolicy, wanted } from '../policy/document.ts'
import { policy } from '../policy/policy.ts'
import { definitionTemplate } from './definition.ts'
import { attributes, block, type Expression, expression, hcl, quoted, type Value } from './hcl.ts'
import { DeployError, type FunctionManifest, manifest } from './manifest.ts'
import { type DeployOptions, type Settings, settingsOf } from './options.ts'
import { functionBlocks, functionVariables } from './terraformFunctions.ts'

export interface TerraformOptions extends DeployOptions {
  /** Deploys the functions as well, from `manifest.json` and the packages that your bundler makes. Default `false`. */
  readonly functions?: boolean
  /** The folder that the entries in `manifest.json` are relative to. Default: the current one. */
  readonly root?: string
}

const region = '${data.aws_region.current.id}'
const account = '${data.aws_caller_identity.current.account_id}'

/** A text of a policy, with the functions' ARNs for their placeholders. */
const reference = (text: string): Value => {
  const whole = /^\$\{([A-Za-z0-9]+)\}$/.exec(text)?.[1]
  if (whole !== undefined) return expression(`local.function_arns.${whole}`)
  if (!text.includes('${')) return text
  return expression(`"${text.replace(/\$\{([A-Za-z0-9]+)\}/g, (_, key) => `\${local.function_arns.${key}}`)}"`)
}

const jsonencode = (value: Value): Expression => expression(`jsonencode(${hcl(value)})`)

const trust = (service: string, partition: string, machines: boolean): Expression =>
  jsonencode({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: service },
        Condition: {
          StringEquals: { 'aws:SourceAccount': expression('data.aws_caller_identity.current.account_id') },
          ...(machines && {
            ArnLike: { 'aws:SourceArn': expression(`"arn:${partition}:states:${region}:${account}:stateMachine:*"`) },
          }),
        },
      },
    ],
  })

const statementValue = ({
  Effect,
  Action,
  Resource,
  Condition,
}: RolePolicy['document']['Statement'][number]): Value => ({
  Effect,
  Action: [...Action],
  Resource: Resource.map(reference),
  ...(Condition && { Condition: Condition as Value }),
})

const policyText = ({ Version, Statement }: PolicyDocument): Expression =>
  jsonencode({ Version, Statement: Statement.map(statementValue) })

/** The names of the policies that a role cannot hold by itself. */
const managedNames = ({ managed }: Attachments): readonly string[] => managed.map((_, i) => `workflow_${i + 2}`)

const managedBlocks = (attached: Attachments): readonly string[] =>
  managedNames(attached).flatMap((name, i) => [
    block(
      `resource "aws_iam_policy" "${name}"`,
      attributes({
        name_prefix: expression('"${var.name}-"'),
        policy: policyText(attached.managed[i] as PolicyDocument),
      }),
    ),
    block(
      `resource "aws_iam_role_policy_attachment" "${name}"`,
      attributes({
        role: expression('aws_iam_role.workflow.name'),
        policy_arn: expression(`aws_iam_policy.${name}.arn`),
      }),
    ),
  ])

const roleBlocks = ({ document, underived }: RolePolicy, attached: Attachments, partition: string): string[] => {
  // What the definition does not tell is told to whoever reads the module.
  const open = underived.map(
    (missing) => `# Not granted: ${wanted(missing)} for the state ${quoted(missing.state)}: ${missing.why}\n`,
  )
  if (attached.exceedsQuota)
    open.push(`# ${attached.managed.length} managed policies on a role: raise IAM's quota of 10 first\n`)
  const role = block(
    'resource "aws_iam_role" "workflow"',
    attributes({
      name_prefix: expression('substr("${var.name}-", 0, 38)'),
      assume_role_policy: trust('states.amazonaws.com', partition, true),
    }),
  )
  if (document.Statement.length === 0) return [open.join('') + role]
  return [
    role,
    open.join('') +
      block(
        'resource "aws_iam_role_policy" "workflow"',
        attributes({
          name: 'workflow',
          role: expression('aws_iam_role.workflow.id'),
          policy: policyText(attached.inline),
        }),
      ),
    ...managedBlocks(attached),
  ]
}

const machineBlock = ({ type, tracing, logging }: Settings, policies: readonly string[]): string =>
  block(
    'resource "aws_sfn_state_machine" "workflow"',
    attributes({
      name: expression('var.name'),
      type,
      role_arn: expression('aws_iam_role.workflow.arn'),
      definition: expression('local.definition'),
    }),
    block('tracing_configuration', attributes({ enabled: tracing })).trimEnd(),
    ...(logging === undefined
      ? []
      : [
          block(
            'logging_configuration',
            attributes({
              level: logging.level,
              include_execution_data: logging.includeExecutionData,
              log_destination: expression('"${aws_cloudwatch_log_group.workflow.arn}:*"'),
            }),
          ).trimEnd(),
        ]),
    // Step Functions looks, as it makes the machine, whether the role may log.
    ...(policies.length > 0 ? [attributes({ depends_on: expression(`[${policies.join(', ')}]`) })] : []),
  )

const scheduleBlocks = (
  { expression: when, timeZone, input }: NonNullable<Settings['schedule']>,
  partition: string,
) => [
  block(
    'resource "aws_iam_role" "schedule"',
    attributes({
      name_prefix: expression('substr("${var.name}-schedule-", 0, 38)'),
      assume_role_policy: trust('scheduler.amazonaws.com', partition, false),
    }),
  ),
  block(
    'resource "aws_iam_role_policy" "schedule"',
    attributes({
      name: 'start',
      role: expression('aws_iam_role.schedule.id'),
      policy: jsonencode({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'states:StartExecution',
            Resource: expression('aws_sfn_state_machine.workflow.arn'),
          },
        ],
      }),
    }),
  ),
  block(
    'resource "aws_scheduler_schedule" "workflow"',
    attributes({
      name: expression('substr(var.name, 0, 64)'),
      schedule_expression: when,
      schedule_expression_timezone: timeZone,
    }),
    block('flexible_time_window', attributes({ mode: 'OFF' })).trimEnd(),
    block(
      'target',
      attributes({
        arn: expression('aws_sfn_state_machine.workflow.arn'),
        role_arn: expression('aws_iam_role.schedule.arn'),
        input,
      }),
    ).trimEnd(),
  ),
]

const locals = (functions: readonly FunctionManifest[], own: boolean): string =>
  block(
    'locals',
    attributes({
      ...(own && { manifest: expression('jsondecode(file("${path.module}/manifest.json"))') }),
      function_arns: own
        ? expression('{ for key, fn in aws_lambda_function.function : key => fn.arn }')
        : expression(functions.length > 0 ? 'var.function_arns' : '{}'),
      definition: expression('templatefile("${path.module}/workflow.asl.json.tftpl", local.function_arns)'),
    }),
  )

const variable = (
  name: string,
  description: string,
  type: string,
  more: Readonly<Record<string, Value>> = {},
): string => block(`variable "${name}"`, attributes({ description, type: expression(type), ...more }))

const output = (name: string, description: string, value: string): string =>
  block(`output "${name}"`, attributes({ description, value: expression(value) }))

const versions = block(
  'terraform',
  attributes({ required_version: '>= 1.5' }),
  block('required_providers', attributes({ aws: { source: 'hashicorp/aws', version: '>= 5.0' } })).trimEnd(),
)

const main = 'Written by orkestra: change the workflow and write it again, rather than this file.'

/**
 * A Terraform module that deploys a workflow, as its files by name: the machine, its role with least privilege, logs, and a
 * schedule and the functions where these are asked for. `terraform fmt` has nothing to change in it.
 *
 * The functions' ARNs are the variable `function_arns`, by key; with `functions: true` the module makes the functions, of the
 * packages that the variable `function_packages` names.
 *
 * @example toTerraform(workflow, { name: 'orders' }).get('main.tf')
 * @throws AslError when the graph makes no valid definition; TypeError when the name or the schedule is none; DeployError when two
 *   different functions have one name, or when a function has no entry and the module is to deploy it;
 *   PolicySizeError when the role would need more than IAM lets any have.
 */
export const toTerraform = (graph: AnyStep, options: TerraformOptions = {}): ReadonlyMap<string, string> => {
  const settings = settingsOf(options)
  const partition = options.partition ?? 'aws'
  const template = definitionTemplate(graph, options)
  const functions = manifest(graph, options)
  const own = options.functions === true && functions.length > 0
  const missing = own ? functions.filter(({ entry }) => entry === null) : []
  if (missing.length > 0)
    throw new DeployError(
      `no entry for the functions ${missing.map(({ name }) => JSON.stringify(name)).join(', ')}: compose the handlers with { entry: import.meta.url }, or leave the functions out`,
    )
  const role = policy(graph, {
    partition,
    region,
    account,
    name: '${var.name}',
    tracing: settings.tracing,
    logging: settings.logging !== undefined,
    ...(options.statements && { statements: options.statements }),
  })
  const attached = attachments(role.document)
  const policies =
    role.document.Statement.length === 0
      ? []
      : [
          'aws_iam_role_policy.workflow',
          ...managedNames(attached).map((name) => `aws_iam_role_policy_attachment.${name}`),
        ]
  const keys = Object.fromEntries(functions.map(({ key }) => [key, expression('string')]))
  const files: [string, string[]][] = [
    [
      'main.tf',
      [
        `# ${main}\n`,
        block('data "aws_caller_identity" "current"'),
        block('data "aws_region" "current"'),
        locals(functions, own),
        ...(own ? functionBlocks(functions, partition) : []),
        ...roleBlocks(role, attached, partition),
        ...(settings.logging
          ? [
              block(
                'resource "aws_cloudwatch_log_group" "workflow"',
                attributes({
                  // Under this prefix the log groups of an account do not use up the room of one resource policy.
                  name: expression('"/aws/vendedlogs/states/${var.name}"'),
                  retention_in_days: settings.logging.retentionDays,
                }),
              ),
            ]
          : []),
        machineBlock(settings, policies),
        ...(settings.schedule ? scheduleBlocks(settings.schedule, partition) : []),
      ],
    ],
    [
      'variables.tf',
      [
        variable('name', 'The name of the state machine', 'string', { default: options.name ?? 'workflow' }),
        ...(own
          ? functionVariables(functions)
          : functions.length > 0
            ? [
                variable(
                  'function_arns',
                  'The ARN of each function, by its key in the definition',
                  `object(${hcl(keys)})`,
                ),
              ]
            : []),
      ],
    ],
    [
      'outputs.tf',
      [
        output('state_machine_arn', 'The ARN of the state machine', 'aws_sfn_state_machine.workflow.arn'),
        output('role_arn', 'The ARN of its role', 'aws_iam_role.workflow.arn'),
        ...(own ? [output('function_arns', 'The ARN of each function, by its key', 'local.function_arns')] : []),
      ],
    ],
    ['versions.tf', [versions]],
  ]
  return new Map([
    ...files.map(([name, blocks]): [string, string] => [name, blocks.join('\n')]),
    ['workflow.asl.json.tftpl', `${template}\n`],
    ...(own ? [['manifest.json', `${JSON.stringify(functions, null, 2)}\n`] as [string, string]] : []),
  ])
}
