/** The stacks of the examples pass the rules of cdk-nag's AwsSolutions and Serverless; what one acknowledges, it acknowledges with a reason. */
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { alarms, schedule, stateMachine } from '@orkestra/cdk-adapter'
import { distributedMap, hours, identity, s3Objects, seq, service, task } from '@orkestra/core'
import { Template } from 'aws-cdk-lib/assertions'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { CustomerManagedEncryptionConfiguration } from 'aws-cdk-lib/aws-stepfunctions'
import { App, Duration, Stack } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import type { Construct } from 'constructs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('cdk-nag')

/** Without bundling: the rules look at resources. */
const newApp = () => new App({ context: { 'aws:cdk:bundling-stacks': [] } })

/** Rules that say nothing about a function which Step Functions calls. */
const beside: Readonly<Record<string, string>> = {
  'Serverless-LambdaDLQ':
    'a queue for events of asynchronous calls; a machine waits for its functions, retries and catches',
}

const findings = (app: App): string[] => {
  app.synth()
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)]
    .flatMap((pack) => pack.validateScope(app).violations)
    .filter(({ ruleName }) => !Object.hasOwn(beside, ruleName))
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map((found) => `${ruleName} ${JSON.stringify(found)}`),
    )
}

const stacks = readdirSync('examples').filter((example) => existsSync(`examples/${example}/infra/stack.ts`))

test('there are examples', () => {
  assert.ok(stacks.length >= 6)
})

/** What is allowed on all resources: that X-Ray and the delivery of logs know none is why the examples acknowledge `*`. */
const withoutResources =
  /^(xray:(Put|GetSampling)|logs:(Create|Get|Update|Delete|List)LogDeliver|logs:(PutResourcePolicy|Describe))/

/** The actions of an app that are allowed on all resources. */
const onAll = (app: App): readonly string[] =>
  app.node.findAll().flatMap((construct) => {
    if (!(construct instanceof Stack)) return []
    const { Resources = {} } = Template.fromStack(construct).toJSON() as {
      readonly Resources?: Readonly<Record<string, { readonly Properties?: Readonly<Record<string, unknown>> }>>
    }
    const statements = JSON.stringify(Resources)
    return [...statements.matchAll(/"Action":("[^"]*"|\[[^\]]*\]),"Effect":"Allow","Resource":"\*"/g)].flatMap(
      ([, actions]) => [JSON.parse(actions as string)].flat() as string[],
    )
  })

for (const example of stacks)
  test(example, async () => {
    const app = newApp()
    const classes = Object.values(
      (await import(pathToFileURL(resolve('examples', example, 'infra/stack.ts')).href)) as Record<string, unknown>,
    )
    for (const Class of classes as (new (app: App, id: string) => Stack)[]) new Class(app, example)
    assert.equal(findings(app), [])
    assert.equal(
      onAll(app).filter((action) => !withoutResources.test(action)),
      [],
    )
  })

/** What the rules find in machines of every kind, by a part of what they say, and why it has to be. */
const known: readonly (readonly [rule: RegExp, why: string])[] = [
  [/^AwsSolutions-IAM4\[.*AWSLambdaBasicExecutionRole\]/, "CDK's own role of a function"],
  [/^AwsSolutions-IAM5\[Resource::\*\]/, 'X-Ray and the delivery of logs know no resources'],
  [
    /^AwsSolutions-IAM5\[Resource::arn:.*:states:.*:execution:.*\*\]/,
    'executions of a machine have names of their own',
  ],
  [/^AwsSolutions-IAM5\[Resource::arn:.*:states:.*:execution:.*/, 'the same, of a machine whose ARN is cut up'],
  [/^AwsSolutions-IAM5\[Resource::<\w+\.Arn>:\*\]/, 'a release calls all versions of its functions'],
]

test('a machine of every kind: nothing but what has to be', () => {
  const app = newApp()
  const stack = new Stack(app, 'Every', { env: { region: 'eu-west-1', account: '123456789012' } })
  const price = task<{ readonly id: string }, { readonly id: string }>('price')
  const makeFunction = (scope: Construct, _: unknown, { id }: { readonly id: string }) =>
    new LambdaFunction(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.x',
      code: Code.fromInline('//'),
      tracing: Tracing.ACTIVE,
      memorySize: 256,
      timeout: Duration.seconds(6),
    })
  const machine = stateMachine(stack, 'Released', seq(price, task<unknown, unknown>('tax')), {
    makeFunction,
    encryptionConfiguration: new CustomerManagedEncryptionConfiguration(
      new Key(stack, 'Key', { enableKeyRotation: true }),
    ),
    release: { alarms: (released) => Object.values(alarms(released)) },
  })
  machine.allow(price, 'startExecution', 'taskResponse', 'read', 'stop', 'redrive')
  machine.tellArn(price)
  schedule(stack, 'Hourly', machine, { rate: hours(1) })
  const { alias } = machine.released as NonNullable<typeof machine.released>
  const start = service('states:startExecution.sync:2', { StateMachineArn: alias.stateMachineArn, Input: {} })
  stateMachine(stack, 'Parent', start, { queryLanguage: 'JSONata' })
  stateMachine(stack, 'Import', distributedMap(task('item'), { reader: s3Objects({ bucket: 'items' }) }), {
    makeFunction,
  })
  stateMachine(stack, 'Express', price, { type: 'EXPRESS', makeFunction })
  const found = findings(app)
  assert.equal(
    found.filter((finding) => !known.some(([rule]) => rule.test(finding))),
    [],
  )
  for (const [rule, why] of known)
    assert.ok(
      found.some((finding) => rule.test(finding)),
      `nothing is found for: ${why}`,
    )
  const open = onAll(app)
  assert.ok(open.includes('xray:PutTraceSegments') && open.includes('logs:CreateLogDelivery'))
  assert.equal(
    open.filter((action) => !withoutResources.test(action)),
    [],
  )
})

test('the rules are looked at: a machine without logs and traces is found', () => {
  const app = newApp()
  stateMachine(new Stack(app, 'Bare'), 'Workflow', identity(), { logs: false, tracingEnabled: false })
  const found = findings(app).join('\n')
  for (const rule of ['AwsSolutions-SF1', 'AwsSolutions-SF2']) assert.match(found, rule)
})

test.run()
