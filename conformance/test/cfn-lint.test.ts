/** cfn-lint takes the templates of CloudFormation and SAM, one that nests them, and those that CDK synthesizes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toCloudFormation } from '@orkestra/asl'
import { toYaml } from '@orkestra/asl/yaml'
import { alarms, schedule, stateMachine } from '@orkestra/cdk-adapter'
import { hours, parCatch, type Ref, seq, service, task } from '@orkestra/core'
import { RestApi, StepFunctionsIntegration } from 'aws-cdk-lib/aws-apigateway'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { CustomerManagedEncryptionConfiguration } from 'aws-cdk-lib/aws-stepfunctions'
import { App, Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { found, withCfnLint } from '../oracles/cfnLint.ts'
import { templates, x } from '../stacks/templates.ts'

const test = suite('cfn-lint')
const linted = withCfnLint(test)

const folder = mkdtempSync(join(tmpdir(), 'orkestra-cfn-lint-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (name: string): string => `${name.replace(/\W+/g, '-')}.yaml`

linted('nothing is wrong with what toCloudFormation and toSam make', async () => {
  for (const [name, template] of Object.entries(templates)) writeFileSync(join(folder, fileOf(name)), toYaml(template))
  assert.equal(await found(Object.keys(templates).map(fileOf), folder), [])
})

linted('it does look: a type that there is not, a definition that starts nowhere', async () => {
  const broken = structuredClone(toCloudFormation(x, { partition: 'aws' }))
  const properties = broken.Resources.StateMachine?.Properties as Record<string, unknown>
  properties.StateMachineType = 'FAST'
  properties.DefinitionString = `${properties.DefinitionString}`.replace('"StartAt": "x"', '"StartAt": "y"')
  writeFileSync(join(folder, 'broken.yaml'), toYaml(broken))
  const lines = (await found(['broken.yaml'], folder)).join('\n')
  for (const rule of ['E3030', 'E3601']) assert.match(lines, rule)
})

linted('a template is a nested stack: the stack around it gives its parameters, and reads its outputs', async () => {
  writeFileSync(join(folder, 'inner.yaml'), toYaml(toCloudFormation(x)))
  const outer = {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Orders: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: {
          TemplateURL: 'inner.yaml',
          Parameters: { xArn: 'arn:aws:lambda:eu-west-1:123456789012:function:x' },
        },
      },
    },
    Outputs: { Machine: { Value: { 'Fn::GetAtt': ['Orders', 'Outputs.StateMachineArn'] } } },
  }
  writeFileSync(join(folder, 'outer.yaml'), toYaml(outer))
  // W3002: that a local file has to be packaged first is so for every nested stack.
  assert.equal(await found(['outer.yaml'], folder, ['W3002']), [])
  // It reads the template inside.
  writeFileSync(join(folder, 'wrong.yaml'), toYaml(outer).replace('StateMachineArn', 'MachineArn'))
  assert.match((await found(['wrong.yaml'], folder)).join('\n'), 'Outputs.MachineArn')
})

linted(
  'nothing is wrong with what CDK synthesizes: a key, a release, a schedule, an API, values of the stack',
  async () => {
    const app = new App({ outdir: join(folder, 'cdk.out'), builtinCloudFormationValidation: false })
    const stack = new Stack(app, 'Shop', { env: { region: 'eu-west-1', account: '123456789012' } })
    const key = new Key(stack, 'Key')
    const table = new Table(stack, 'Orders', { partitionKey: { name: 'id', type: AttributeType.STRING } })
    const queue = new Queue(stack, 'Queue')
    const makeFunction = (scope: ConstructorParameters<typeof LambdaFunction>[0], _: unknown, { id }: { id: string }) =>
      new LambdaFunction(scope, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.x', code: Code.fromInline('//') })
    const price = task<{ readonly id: string }, { readonly id: string }>('price')
    const workflow = seq(
      price,
      service('dynamodb:putItem', (o: Ref<{ readonly id: string }>) => ({
        TableName: table.tableName,
        Item: { id: { S: o.id } },
      })),
      parCatch(
        task<unknown, unknown>('tax'),
        service('sqs:sendMessage', {
          QueueUrl: queue.queueUrl,
          MessageBody: stack.toJsonString({ table: table.tableName }),
        }),
      ),
    )
    const machine = stateMachine(stack, 'Machine', workflow, {
      makeFunction,
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(key),
      release: { alarms: (released) => Object.values(alarms(released)) },
    })
    machine.tellArn(price)
    machine.allow(price, 'startExecution', 'read')
    schedule(stack, 'Hourly', machine, { rate: hours(1) })
    const express = stateMachine(stack, 'Express', price, { makeFunction, type: 'EXPRESS', queryLanguage: 'JSONata' })
    new RestApi(stack, 'Api').root.addMethod('POST', StepFunctionsIntegration.startExecution(express))
    app.synth()
    // W3005: CDK writes DependsOn for roles that are referred to anyway, in all of its functions and machines.
    assert.equal(await found(['cdk.out/Shop.template.json'], folder, ['W3005']), [])
  },
)

test.run()
