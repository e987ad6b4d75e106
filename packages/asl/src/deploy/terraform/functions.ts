/** The functions of a workflow in a Terraform module: one of each resource over the manifest, a role for every function. */
import type { FunctionManifest } from '../functions/manifest.ts'
import { variable } from './declarations.ts'
import { attributes, block, type Expression, expression, hcl } from './hcl.ts'
import { jsonencode, roleAttributes } from './role.ts'

const paths = (functions: readonly FunctionManifest[]): readonly string[] =>
  [
    ...new Set(functions.flatMap(({ layers }) => layers.flatMap((layer) => ('path' in layer ? [layer.path] : [])))),
  ].sort()

/** What may be said of functions where the module is used, by their keys. */
export const functionVariables = (functions: readonly FunctionManifest[]): readonly string[] => {
  const strings = hcl(Object.fromEntries(functions.map(({ key }) => [key, expression('string')])))
  const layers = paths(functions)
  return [
    variable(
      'function_packages',
      'The zip file of each function, by its key, with its entry bundled as index.mjs',
      `object(${strings})`,
    ),
    ...(layers.length === 0
      ? []
      : [variable('layer_arns', `The ARN of each layer, by its folder: ${layers.join(', ')}`, 'map(string)')]),
    variable(
      'function_environment',
      'Variables of the environment of functions, by their keys, besides those of the handlers',
      'map(map(string))',
      { default: {} },
    ),
    variable(
      'function_policy_arns',
      'Policies that functions need for what they do, by their keys',
      'map(list(string))',
      {
        default: {},
      },
    ),
    variable(
      'function_vpc',
      'The network that the functions are in. Default: none',
      `object(${hcl({ subnet_ids: expression('list(string)'), security_group_ids: expression('list(string)') })})`,
      { default: expression('null') },
    ),
    // The provider has a list of its own, and refuses what is newer than that.
    variable(
      'function_runtime',
      'For all functions, as nodejs22.x where the AWS provider is older than the default. Default: what each handler says',
      'string',
      {
        default: expression('null'),
      },
    ),
    variable('function_architecture', 'arm64 or x86_64, for all functions. Default: what each handler says', 'string', {
      default: expression('null'),
    }),
  ]
}

export const functionOutputs = (): Readonly<Record<string, readonly [description: string, value: string]>> => ({
  function_names: [
    'The name of each function, by its key',
    '{ for key, fn in aws_lambda_function.function : key => fn.function_name }',
  ],
  function_role_names: [
    'The name of the role of each function, by its key',
    '{ for key, role in aws_iam_role.function : key => role.name }',
  ],
  function_log_group_names: [
    'The name of the log group of each function, by its key',
    '{ for key, group in aws_cloudwatch_log_group.function : key => group.name }',
  ],
})

export const functionLocals = (
  functions: readonly FunctionManifest[],
  partition: string,
): Readonly<Record<string, Expression>> => {
  const managed = (name: string) => `"arn:${partition}:iam::aws:policy/${name}"`
  const isTraced = functions.some(({ tracing }) => tracing === 'Active')
  return {
    functions: expression(
      '{ for fn in jsondecode(file("${path.module}/manifest.json")) : fn.key => fn if fn.entry != null }',
    ),
    function_policies: expression(
      `merge([
  for key, fn in local.functions : {
    for arn in concat(
      [${managed('service-role/AWSLambdaBasicExecutionRole')}],
${isTraced ? `      fn.tracing == "Active" ? [${managed('AWSXRayDaemonWriteAccess')}] : [],\n` : ''}      var.function_vpc == null ? [] : [${managed('service-role/AWSLambdaVPCAccessExecutionRole')}],
    ) : "\${key} \${arn}" => { key = key, arn = arn }
  }
]...)`,
    ),
    own_policies: expression(
      `merge([
  for key, arns in var.function_policy_arns : {
    for i, arn in arns : "\${key} \${i}" => { key = key, arn = arn }
  }
]...)`,
    ),
  }
}

export const functionBlocks = (functions: readonly FunctionManifest[]): readonly string[] => {
  const layers =
    paths(functions).length === 0
      ? '[for layer in each.value.layers : layer.arn]'
      : '[for layer in each.value.layers : try(layer.arn, var.layer_arns[layer.path])]'
  const attachment = (name: string, over: string) =>
    block(
      `resource "aws_iam_role_policy_attachment" "${name}"`,
      attributes({ for_each: expression(over) }),
      attributes({
        role: expression('aws_iam_role.function[each.value.key].name'),
        policy_arn: expression('each.value.arn'),
      }),
    )
  return [
    block(
      'resource "aws_iam_role" "function"',
      attributes({ for_each: expression('local.functions') }),
      attributes({
        name_prefix: expression('substr("${var.name}-${each.key}-", 0, 38)'),
        assume_role_policy: jsonencode({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
        }),
        ...roleAttributes,
      }),
    ),
    attachment('function', 'local.function_policies'),
    // Keys are known before the ARNs of policies are that are made together with this.
    attachment('own', 'local.own_policies'),
    block(
      'resource "aws_cloudwatch_log_group" "function"',
      attributes({ for_each: expression('local.functions') }),
      attributes({
        name: expression('"/aws/lambda/${var.name}-${each.key}"'),
        retention_in_days: expression('var.log_retention_in_days'),
        tags: expression('var.tags'),
      }),
    ),
    block(
      'resource "aws_lambda_function" "function"',
      attributes({ for_each: expression('local.functions') }),
      attributes({
        function_name: expression('"${var.name}-${each.key}"'),
        description: expression('each.value.description'),
        role: expression('aws_iam_role.function[each.key].arn'),
        filename: expression('var.function_packages[each.key]'),
        source_code_hash: expression('filebase64sha256(var.function_packages[each.key])'),
        handler: expression('"index.${each.value.handler}"'),
        runtime: expression('coalesce(var.function_runtime, each.value.runtime)'),
        timeout: expression('each.value.timeout'),
        memory_size: expression('each.value.memorySize'),
        architectures: expression('[coalesce(var.function_architecture, each.value.architecture)]'),
        layers: expression(layers),
        tags: expression('var.tags'),
      }),
      block(
        'environment',
        attributes({
          variables: expression('merge(each.value.environment, lookup(var.function_environment, each.key, {}))'),
        }),
      ).trimEnd(),
      block('tracing_config', attributes({ mode: expression('each.value.tracing') })).trimEnd(),
      block(
        'dynamic "vpc_config"',
        attributes({ for_each: expression('var.function_vpc == null ? [] : [var.function_vpc]') }),
        block(
          'content',
          attributes({
            subnet_ids: expression('vpc_config.value.subnet_ids'),
            security_group_ids: expression('vpc_config.value.security_group_ids'),
          }),
        ).trimEnd(),
      ).trimEnd(),
      // Lambda would make a log group that is kept for ever.
      attributes({
        depends_on: expression('[aws_cloudwatch_log_group.function, aws_iam_role_policy_attachment.function]'),
      }),
    ),
  ]
}
