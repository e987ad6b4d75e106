/** What only a deployment knows: in the definition and in the role, of every target. */
import { type Resource, type Template, toCloudFormation, toSam, toTerraform } from '@orkestra/asl'
import { concat, distributedMap, placeholder, type Ref, s3Objects, seq, service, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('placeholders')

const save = service('dynamodb:putItem', { TableName: placeholder('Orders'), Item: { id: { S: 'x' } } })
const send = service('sqs:sendMessage', (i: Ref<{ readonly id: string }>) => ({
  QueueUrl: placeholder('Queue'),
  MessageBody: concat('s3://', placeholder('Files'), '/', i.id),
}))
const tell = service('sns:publish', { TopicArn: placeholder('Topic'), Message: 'm' })
const start = service('states:startExecution.sync:2', { StateMachineArn: placeholder('Child'), Input: {} })
const store = service('aws-sdk:s3:putObject', { Bucket: placeholder('Files'), Key: 'k', Body: 'b' })
const each = distributedMap(task<unknown, unknown>('each'), {
  reader: s3Objects({ bucket: () => placeholder('Files') }),
})
const workflow = seq(send as never, save, tell, start, store, each as never)
const names = ['Child', 'Files', 'Orders', 'Queue', 'Topic']

const properties = (template: Template, id: string) => (template.Resources[id] as Resource).Properties

/** What may be done with what. */
const granted = (template: Template): Readonly<Record<string, unknown>> => {
  const statements = ['Role', 'OwnExecutions'].flatMap((id) => {
    if (!Object.hasOwn(template.Resources, id)) return []
    const { Policies, PolicyDocument } = properties(template, id)
    const documents = (Policies ?? [{ PolicyDocument }]) as { PolicyDocument: { Statement: unknown[] } }[]
    return documents.flatMap((policy) => policy.PolicyDocument.Statement)
  }) as { Action: string[]; Resource: unknown[] }[]
  const resources = new Map<string, unknown[]>()
  for (const { Action, Resource } of statements)
    for (const action of Action) resources.set(action, [...(resources.get(action) ?? []), ...Resource])
  return Object.fromEntries(resources)
}

test('CloudFormation: parameters, in the definition and in the role', () => {
  const template = toCloudFormation(workflow as never)
  assert.equal(Object.keys(template.Parameters ?? {}), ['eachArn', ...names])
  const { DefinitionString, DefinitionSubstitutions } = properties(template, 'StateMachine')
  const { 'Fn::Sub': text } = DefinitionString as { readonly 'Fn::Sub': string }
  assert.match(text, '"TableName": "${!Orders}"')
  assert.match(text, "States.Format('s3://${!Files}/{}', $.id)")
  assert.equal((DefinitionSubstitutions as Record<string, unknown>).Orders, { Ref: 'Orders' })
  const { Underived } = (template.Resources.Role?.Metadata ?? {}) as { Underived?: readonly { state: string }[] }
  assert.is(Underived, undefined, JSON.stringify(Underived))
  const role = granted(template)
  const arn = (service: string, rest: string) => ({
    'Fn::Sub': `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${rest}`,
  })
  assert.equal(role['dynamodb:PutItem'], [arn('dynamodb', 'table/${Orders}')])
  assert.equal(role['sns:Publish'], [{ Ref: 'Topic' }])
  assert.equal(role['s3:PutObject'], [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Files}/k' }])
  const split = (separator: string, index: number) => ({
    'Fn::Select': [index, { 'Fn::Split': [separator, { Ref: 'Queue' }] }],
  })
  assert.equal(role['sqs:SendMessage'], [
    {
      'Fn::Sub': [
        'arn:${AWS::Partition}:sqs:${QueueRegion}:${QueueAccount}:${QueueName}',
        { QueueRegion: split('.', 1), QueueAccount: split('/', 3), QueueName: split('/', 4) },
      ],
    },
  ])
  assert.match(
    JSON.stringify(role['states:DescribeExecution']),
    '{"Fn::Join":[":execution:",{"Fn::Split":[":stateMachine:",{"Ref":"Child"}]}]}',
  )
  // The machine itself is known after its role.
  assert.match(JSON.stringify(properties(template, 'OwnExecutions')), ':stateMachine:${StateMachine.Name}')
  assert.not.match(JSON.stringify(properties(template, 'Role')), 'StateMachine.Name')
})

test('a resource of that name, in the same stack, takes the place of the parameter; so does the export of another', () => {
  const Orders = { Type: 'AWS::DynamoDB::Table', Properties: {} }
  for (const template of [
    toCloudFormation(save, { extension: { Resources: { Orders } } }),
    toSam(save, { extension: { Resources: { Orders } } }),
  ]) {
    assert.not(Object.hasOwn(template, 'Parameters'))
    assert.equal(template.Resources.Orders, Orders)
    const { DefinitionSubstitutions } = properties(template, 'StateMachine') as Record<string, Record<string, unknown>>
    assert.equal(DefinitionSubstitutions?.Orders, { Ref: 'Orders' })
  }
  const imported = toCloudFormation(seq(save, task('x') as never), {
    imports: { Orders: 'shop-Orders', xArn: 'shop-x' },
  })
  assert.not(Object.hasOwn(imported, 'Parameters'))
  assert.match(
    JSON.stringify(imported.Resources.Role),
    '{"Fn::Sub":["arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Orders}",{"Orders":{"Fn::ImportValue":"shop-Orders"}}]}',
  )
  assert.throws(
    () => toCloudFormation(save, { imports: { Order: 'x' } }),
    /imports for "Order", but the parameters are "Orders"/,
  )
})

test('SAM: the policies and variables of a function come from what is merged into the template', () => {
  const template = toSam(task('x', { entry: 'x.ts', environment: { A: '1' } }), {
    readModules: false,
    extension: {
      Resources: {
        xFunction: {
          Properties: {
            Policies: [{ DynamoDBCrudPolicy: { TableName: { Ref: 'Orders' } } }],
            Environment: { Variables: { TABLE: { Ref: 'Orders' } } },
          },
        },
      },
    },
  })
  const { Policies, Environment, Runtime } = properties(template, 'xFunction')
  assert.equal(Policies, [{ DynamoDBCrudPolicy: { TableName: { Ref: 'Orders' } } }])
  assert.equal(Environment, { Variables: { A: '1', TABLE: { Ref: 'Orders' } } })
  assert.is(Runtime, 'nodejs24.x')
})

test('Terraform: one variable, in the definition and in the role', () => {
  const files = toTerraform(workflow as never)
  const main = `${files.get('main.tf')}`
  assert.match(
    `${files.get('variables.tf')}`,
    /variable "placeholders" \{[^}]*type\s+= object\(\{\n\s+Child\s+= string/,
  )
  assert.match(
    main,
    'merge(local.function_arns, var.placeholders, { partition = data.aws_partition.current.partition })',
  )
  assert.match(main, ':table/${var.placeholders.Orders}"')
  assert.match(main, '${replace(var.placeholders.Child, ":stateMachine:", ":execution:")}:*"')
  assert.match(main, ':sqs:${split(".", var.placeholders.Queue)[1]}:${split("/", var.placeholders.Queue)[3]}:')
  assert.not.match(main, 'Not granted')
})

test('a text that looks like a placeholder is one nowhere, and no name of a resource', () => {
  const literal = service('dynamodb:putItem', { TableName: '${Orders}', Item: { id: { S: 'x' } } })
  for (const emitted of [toCloudFormation, toSam, toTerraform] as const)
    assert.throws(() => emitted(literal), /table\/\$\{Orders\}" is a resource of the role, .* write placeholder\('…'\)/)
  const text = service('sns:publish', { TopicArn: 'arn:aws:sns:eu-west-1:1:t', Message: 'costs ${5}' })
  assert.match(JSON.stringify(properties(toCloudFormation(text), 'StateMachine')), 'costs \\\\u0024{5}')
})

test('a function and a placeholder of one key are an error', () => {
  const both = seq(task('Orders'), save as never)
  assert.throws(
    () => toTerraform(both),
    /the placeholder "Orders" and the function "Orders" are both \$\{Orders\}: rename one/,
  )
})

test('the ARN of a function as the name of a task is that function', () => {
  const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:legacy-py'
  const template = toCloudFormation(task(arn))
  assert.not(Object.hasOwn(template, 'Parameters'))
  assert.match(JSON.stringify(properties(template, 'StateMachine')), `FunctionName\\": \\"${arn}`)
  assert.equal(granted(template)['lambda:InvokeFunction'], [arn, `${arn}:*`])
})

test('a template that would be too large to deploy without a bucket has a short definition', () => {
  const steps = Array.from({ length: 50 }, (_, i) => task<never, never>(`a task of a longer name ${i}`))
  const large = toCloudFormation((seq as (...all: unknown[]) => never)(...steps.slice(0, 20)))
  const larger = toCloudFormation(
    (seq as (...all: unknown[]) => never)(
      ...steps.slice(0, 18),
      (seq as (...all: unknown[]) => never)(...steps.slice(18, 36)),
      (seq as (...all: unknown[]) => never)(...steps.slice(36)),
    ),
  )
  const bytes = (template: Template) => Buffer.byteLength(JSON.stringify(template))
  assert.match(JSON.stringify(properties(large, 'StateMachine').DefinitionString), '\\n  ')
  assert.not.match(JSON.stringify(properties(larger, 'StateMachine').DefinitionString), '\\n')
  assert.ok(bytes(larger) < 51_200, `${bytes(larger)}`)
})

test.run()
