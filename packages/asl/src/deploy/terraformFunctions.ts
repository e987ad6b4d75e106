/** The functions of a workflow in a Terraform module: one resource over the manifest. */
import { attributes, block, expression, hcl } from './hcl.ts'
import type { FunctionManifest } from './functions/manifest.ts'

const paths = (functions: readonly FunctionManifest[]): readonly string[] =>
  [
    ...new Set(functions.flatMap(({ layers }) => layers.flatMap((layer) => ('path' in layer ? [layer.path] : [])))),
  ].sort()

export const functionVariables = (functions: readonly FunctionManifest[]): string[] => {
  const strings = (keys: readonly string[]) => hcl(Object.fromEntries(keys.map((key) => [key, expression('string')])))
  const layers = paths(functions)
  return [
    block(
      'variable "function_packages"',
      attributes({
        description: 'The zip file of each function, by its key, with its entry bundled as index.mjs',
        type: expression(`object(${strings(functions.map(({ key }) => key))})`),
      }),
    ),
    ...(layers.length === 0
      ? []
      : [
          block(
            'variable "layer_arns"',
            attributes({
              description: `The ARN of each layer, by its folder: ${layers.join(', ')}`,
              type: expression('map(string)'),
            }),
          ),
        ]),
  ]
}

export const functionBlocks = (functions: readonly FunctionManifest[], partition: string): string[] => {
  const layers =
    paths(functions).length === 0
      ? '[for layer in each.value.layers : layer.arn]'
      : '[for layer in each.value.layers : try(layer.arn, var.layer_arns[layer.path])]'
  const isTraced = functions.some(({ tracing }) => tracing === 'Active')
  const managed = (name: string) => `arn:${partition}:iam::aws:policy/${name}`
  return [
    block(
      'resource "aws_iam_role" "functions"',
      attributes({
        name_prefix: expression('substr("${var.name}-functions-", 0, 38)'),
        assume_role_policy: expression(
          `jsonencode(${hcl({
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
          })})`,
        ),
      }),
    ),
    block(
      'resource "aws_iam_role_policy_attachment" "functions"',
      attributes({
        for_each: expression(
          `toset(${hcl([
            managed('service-role/AWSLambdaBasicExecutionRole'),
            ...(isTraced ? [managed('AWSXRayDaemonWriteAccess')] : []),
          ])})`,
        ),
        role: expression('aws_iam_role.functions.name'),
        policy_arn: expression('each.value'),
      }),
    ),
    block(
      'resource "aws_lambda_function" "function"',
      attributes({ for_each: expression('{ for fn in local.manifest : fn.key => fn }') }),
      attributes({
        function_name: expression('"${var.name}-${each.key}"'),
        description: expression('each.value.description'),
        role: expression('aws_iam_role.functions.arn'),
        filename: expression('var.function_packages[each.key]'),
        source_code_hash: expression('filebase64sha256(var.function_packages[each.key])'),
        handler: expression('"index.${each.value.handler}"'),
        runtime: expression('each.value.runtime'),
        timeout: expression('each.value.timeout'),
        memory_size: expression('each.value.memorySize'),
        architectures: expression('[each.value.architecture]'),
        layers: expression(layers),
      }),
      block('environment', attributes({ variables: expression('each.value.environment') })).trimEnd(),
      block('tracing_config', attributes({ mode: expression('each.value.tracing') })).trimEnd(),
    ),
  ]
}
