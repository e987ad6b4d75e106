/** The modules that `toTerraform` writes, in the real Terraform. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { definitionTemplate, emit, manifest, type TerraformOptions, toTerraform } from '@orkestra/asl'
import {
  type AnyStep,
  comment,
  concat,
  identity,
  map,
  named,
  par,
  parAll,
  parCatch,
  placeholder,
  seconds,
  seq,
  service,
  task,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  inFolder,
  plugins,
  temporary,
  terraform,
  withProvider as whereProvider,
  withTerraform as whereTerraform,
} from '../oracles/terraform.ts'

const test = suite('terraform modules')
const withTerraform = whereTerraform(test)
const withProvider = whereProvider(test)

const x = task<unknown, readonly number[]>('x', { entry: 'src/x.ts', environment: { A: '${a}' } })
/** Neither an entry nor a package: it is there already. */
const there = task<unknown, readonly number[]>('there')
const y = task<unknown, readonly number[]>('y-2', {
  entry: 'src/y.ts',
  timeout: seconds(6),
  layers: [{ path: 'layers/y' }, { arn: 'arn:aws:lambda:eu-west-1:123456789012:layer:l:1' }],
  description: 'costs ${5}',
})
/** Holds all that Terraform's templates could take for their own. */
const hostile = comment(
  '${x} $${x} $$${x} %{if true} %%{ {%{"a":1}%} \\${x} ~} "quoted"\nline',
  seq(named('costs ${5} or %{x}', x), par({ '${a}': y, b: x }), x, map(parCatch(x, y)), there),
)

const step = (graph: unknown): never => graph as never
/** Resources of the stack around it: in the definition, and in the role. */
const stack = seq(
  step(service('dynamodb:putItem', { TableName: placeholder('Orders'), Item: { id: { S: 'x' } } })),
  step(
    service('sqs:sendMessage', () => ({
      QueueUrl: placeholder('Queue'),
      MessageBody: concat('${', placeholder('Orders'), '}'),
    })),
  ),
  step(service('states:startExecution.sync:2', { StateMachineArn: placeholder('Child'), Input: {} })),
) as AnyStep

const everything: TerraformOptions = {
  name: 'orders',
  functions: true,
  // There are no such modules.
  readModules: false,
  schedule: { expression: 'rate(1 day)', timeZone: 'Europe/Berlin', input: { text: '${x} %{y}' } },
  logging: { level: 'ALL', includeExecutionData: true, retentionDays: 7 },
  statements: [
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'], Condition: { StringLike: { 's3:prefix': '%{x}' } } },
  ],
}
/** Its role needs managed policies. */
const large = parAll(Array.from({ length: 60 }, (_, i) => task(`f${i}`)))

const modules: Readonly<Record<string, readonly [graph: AnyStep, options: TerraformOptions]>> = {
  plain: [hostile, {}],
  everything: [hostile, everything],
  jsonata: [hostile, { queryLanguage: 'JSONata', type: 'EXPRESS' }],
  large: [large, {}],
  stack: [stack, {}],
  bare: [identity(), { logging: false, tracing: false }],
}

const arnOf = (key: string): string => `arn:aws:lambda:eu-west-1:123456789012:function:${key}`
const keysOf = (graph: AnyStep): readonly string[] => manifest(graph, { readModules: false }).map(({ key }) => key)
const keys = keysOf(hostile)

const write = (folder: string, files: ReadonlyMap<string, string>): void => {
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}

/** The managed policies of the large workflow, as a list of Terraform's. */
const managed = [...`${toTerraform(large).get('main.tf')}`.matchAll(/^resource "aws_iam_policy" "(\w+)"/gm)]
  .map(([, name]) => `aws_iam_policy.${name}.policy`)
  .join(', ')

const stackValues = {
  Child: 'arn:aws:states:eu-west-1:123456789012:stateMachine:child',
  Orders: 'orders-table',
  Queue: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders-queue',
}

const tests = (graph: AnyStep, { functions, queryLanguage, type }: TerraformOptions): string => `
mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "eu-west-1" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/r" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-west-1:123456789012:log-group:g" }
  }
  mock_resource "aws_sfn_state_machine" {
    defaults = { arn = "arn:aws:states:eu-west-1:123456789012:stateMachine:m" }
  }
  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::123456789012:policy/p" }
  }
  mock_resource "aws_lambda_function" {
    defaults = { arn = "${arnOf('f')}" }
  }
}
variables {
${
  functions
    ? `  function_packages = ${JSON.stringify(
        Object.fromEntries(
          keysOf(graph)
            .filter((key) => key !== 'there')
            .map((key) => [key, 'function.zip']),
        ),
      )}
  function_arns = { there = "${arnOf('there')}" }
  function_environment = { x = { TABLE = "orders" } }
  function_policy_arns = { x = ["arn:aws:iam::123456789012:policy/orders"] }
  function_vpc = { subnet_ids = ["subnet-1"], security_group_ids = ["sg-1"] }
  function_architecture = "arm64"
  function_runtime = "nodejs22.x"
  tags = { team = "shop" }
  permissions_boundary = "arn:aws:iam::123456789012:policy/bound"
  log_retention_in_days = 14
  layer_arns = { "layers/y" = "arn:aws:lambda:eu-west-1:123456789012:layer:y:1" }`
    : graph === stack
      ? `  placeholders = ${JSON.stringify(stackValues)}`
      : keysOf(graph).length > 0
        ? `  function_arns = ${JSON.stringify(Object.fromEntries(keysOf(graph).map((key) => [key, arnOf(key)])))}`
        : ''
}
}
run "is_what_emit_gives" {
  assert {
    condition     = jsonencode(jsondecode(aws_sfn_state_machine.workflow.definition)) == jsonencode(jsondecode(file("expected.json")))
    error_message = "the definition is not what emit gives"
  }
  assert {
    condition     = aws_sfn_state_machine.workflow.type == "${type ?? 'STANDARD'}"
    error_message = "the type is another"
  }${
    functions
      ? `
  assert {
    condition     = aws_lambda_function.function["y2"].timeout == 6 && length(aws_lambda_function.function["y2"].layers) == 2
    error_message = "the function is not what the manifest says"
  }
  assert {
    condition     = aws_lambda_function.function["y2"].description == "costs $\${5}"
    error_message = "a text was taken for a template"
  }
  assert {
    condition     = jsondecode(aws_scheduler_schedule.workflow.target[0].input).text == "$\${x} %%{y}"
    error_message = "the input was taken for a template"
  }
  assert {
    condition     = length(jsondecode(aws_iam_role_policy.workflow.policy).Statement) == 4
    error_message = "a statement is missing"
  }
  assert {
    condition     = length(aws_iam_role.function) == 2 && length(aws_iam_role_policy_attachment.function) == 6 && aws_iam_role_policy_attachment.own["x 0"].policy_arn == "arn:aws:iam::123456789012:policy/orders"
    error_message = "a function has not its role and policies"
  }
  assert {
    condition     = aws_lambda_function.function["x"].environment[0].variables == tomap({ A = "$\${a}", TABLE = "orders" }) && aws_lambda_function.function["x"].architectures == tolist(["arm64"]) && length(aws_lambda_function.function["x"].vpc_config) == 1
    error_message = "a function is not what the variables say"
  }
  assert {
    condition     = aws_cloudwatch_log_group.function["x"].retention_in_days == 14 && aws_cloudwatch_log_group.function["x"].name == "/aws/lambda/orders-x" && aws_iam_role.workflow.permissions_boundary == "arn:aws:iam::123456789012:policy/bound" && aws_sfn_state_machine.workflow.tags.team == "shop"
    error_message = "logs, boundary, tags"
  }
  assert {
    condition     = output.function_role_names["x"] == aws_iam_role.function["x"].name && output.log_group_name == "/aws/vendedlogs/states/orders"
    error_message = "outputs"
  }`
      : ''
  }${
    graph === stack
      ? `
  assert {
    condition = alltrue([for arn in [
      "arn:aws:dynamodb:eu-west-1:123456789012:table/orders-table",
      "arn:aws:sqs:eu-west-1:123456789012:orders-queue",
      "arn:aws:states:eu-west-1:123456789012:stateMachine:child",
      "arn:aws:states:eu-west-1:123456789012:execution:child:*",
    ] : strcontains(aws_iam_role_policy.workflow.policy, "\\"\${arn}\\"")])
    error_message = "the role speaks of other resources"
  }`
      : ''
  }${
    graph === large
      ? `
  assert {
    condition     = length(aws_iam_role_policy.workflow.policy) <= 10240 && alltrue([for text in [${managed}] : length(text) <= 6144])
    error_message = "a policy is too large"
  }
  assert {
    condition = alltrue([for arn in values(var.function_arns) : anytrue([
      for text in [aws_iam_role_policy.workflow.policy, ${managed}] : strcontains(text, "\\"\${arn}\\"")
    ])]) && aws_iam_role_policy_attachment.workflow_2.role == aws_iam_role.workflow.name
    error_message = "a function is missing"
  }`
      : ''
  }
}
# ${queryLanguage ?? 'JSONPath'}
`

withTerraform('templatefile fills the placeholders and nothing else, without any provider', () =>
  inFolder(temporary(), async (folder) => {
    writeFileSync(join(folder, 'workflow.asl.json.tftpl'), definitionTemplate(hostile))
    writeFileSync(
      join(folder, 'expected.json'),
      JSON.stringify(emit(hostile, { functionArn: ({ name }) => arnOf(name.replace('-', '')) })),
    )
    writeFileSync(
      join(folder, 'main.tf'),
      `locals {
  definition = templatefile("\${path.module}/workflow.asl.json.tftpl", ${JSON.stringify(Object.fromEntries(keys.map((key) => [key, arnOf(key)])))})
}
resource "terraform_data" "machine" {
  input = jsondecode(local.definition)
}
`,
    )
    writeFileSync(
      join(folder, 'definition.tftest.hcl'),
      `run "is_what_emit_gives" {
  assert {
    condition     = jsonencode(terraform_data.machine.output) == jsonencode(jsondecode(file("expected.json")))
    error_message = "templatefile and emit differ"
  }
}
`,
    )
    await terraform(folder, 'init', '-input=false', '-no-color')
    await terraform(folder, 'validate', '-no-color')
    assert.match(await terraform(folder, 'test', '-no-color'), /Success! 1 passed, 0 failed/)
  }),
)

for (const [name, [graph, options]] of Object.entries(modules)) {
  withTerraform(`${name}: fmt has nothing to change`, () =>
    inFolder(temporary(), async (folder) => {
      write(folder, toTerraform(graph, options))
      await terraform(folder, 'fmt', '-check', '-diff', '-recursive')
    }),
  )
  // Each takes the provider some ten seconds.
  if (name === 'plain' || name === 'bare') continue
  withProvider(`${name}: the AWS provider takes it, and deploys what emit gives`, () =>
    inFolder(temporary(), async (folder) => {
      write(folder, toTerraform(graph, options))
      await terraform(folder, 'init', '-input=false', '-no-color', `-plugin-dir=${plugins}`)
      await terraform(folder, 'validate', '-no-color')
      const { queryLanguage, type } = options
      const functionArn = options.functions
        ? ({ name }: { readonly name: string }) => arnOf(name === 'there' ? name : 'f')
        : ({ name }: { readonly name: string }) => arnOf(name.replace('-', ''))
      writeFileSync(
        join(folder, 'expected.json'),
        Object.entries(stackValues).reduce(
          (text, [name, value]) => text.replaceAll(`\${${name}}`, value),
          JSON.stringify(emit(graph, { ...(queryLanguage && { queryLanguage }), ...(type && { type }), functionArn })),
        ),
      )
      mkdirSync(join(folder, 'tests'))
      writeFileSync(join(folder, 'function.zip'), '')
      writeFileSync(join(folder, 'tests/module.tftest.hcl'), tests(graph, options))
      assert.match(await terraform(folder, 'test', '-no-color'), /Success! 1 passed, 0 failed/)
    }),
  )
}

test.run()
