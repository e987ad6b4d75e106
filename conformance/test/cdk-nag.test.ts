/** The stacks of the examples pass the rules of cdk-nag's AwsSolutions and Serverless; what one acknowledges, it acknowledges with a reason. */
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stateMachine } from '@orkestra/cdk-adapter'
import { identity } from '@orkestra/core'
import { App, Stack } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
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

for (const example of stacks)
  test(example, async () => {
    const app = newApp()
    const classes = Object.values(
      (await import(pathToFileURL(resolve('examples', example, 'infra/stack.ts')).href)) as Record<string, unknown>,
    )
    for (const Class of classes as (new (app: App, id: string) => Stack)[]) new Class(app, example)
    assert.equal(findings(app), [])
  })

test('the rules are looked at: a machine without logs and traces is found', () => {
  const app = newApp()
  stateMachine(new Stack(app, 'Bare'), 'Workflow', identity(), { logs: false, tracingEnabled: false })
  const found = findings(app).join('\n')
  for (const rule of ['AwsSolutions-SF1', 'AwsSolutions-SF2']) assert.match(found, rule)
})

test.run()
