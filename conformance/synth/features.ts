/** An app with every way to deploy that the adapter has, bundled for real: a process of its own for cdk-features.test.ts. */
import { alarms, definition, fromChainable, schedule, stateMachine } from '@orkestra/cdk-adapter'
import { capture, map, mapCatch, minutes, named, par, parCatch, retry, seq, task } from '@orkestra/core'
import { DefinitionBody, JsonPath, Pass, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { BatchSubmitJob } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { App, Duration, Stack } from 'aws-cdk-lib/core'
import prices, { label, price, tax } from './handlers.ts'

const nested = seq(prices, map(seq(price, parCatch(tax, label))), mapCatch(task<unknown, unknown>('count')))

/** A job of CDK's own, which takes what the price is of. */
const print = fromChainable<{ readonly id: string }, { readonly id: string }>(
  (scope) =>
    new BatchSubmitJob(scope, 'Submit', {
      jobName: 'print',
      jobQueueArn: 'arn:aws:batch:eu-west-1:123456789012:job-queue/print',
      jobDefinitionArn: 'arn:aws:batch:eu-west-1:123456789012:job-definition/print:1',
      resultPath: JsonPath.DISCARD,
    }).next(new Pass(scope, 'Printed')),
  { name: 'print' },
)

const app = new App()
const stack = new Stack(app, 'Features')
const made = stateMachine(stack, 'Functions', par({ price, label }))
const functions = Object.fromEntries(made.functions)
const count = made.functions.get('price') as never

const everything = stateMachine(stack, 'Everything', nested, {
  queryLanguage: 'JSONata',
  functions: { count },
  lambda: (name) => (name === 'tax' ? { bundling: { minify: true } } : {}),
  release: {
    shift: { canary: { percentage: 10, interval: Duration.minutes(5) } },
    alarms: (machine) => Object.values(alarms(machine)),
  },
})
everything.allow(price, 'startExecution', 'taskResponse', 'read', 'stop', 'redrive')
everything.tellArn(price)

stateMachine(stack, 'Express', par(price, label), { type: 'EXPRESS', functions })
stateMachine(stack, 'Large', par(...Array.from({ length: 600 }, (_, i) => named(`the state number ${i}`, price))), {
  functions: { price: count },
})
schedule(stack, 'Scheduled', map(parCatch(seq(price, tax), label)), {
  rate: minutes(5),
  input: [{ id: '1' }],
  stateMachine: { queryLanguage: 'JSONata', release: {} },
})
new StateMachine(stack, 'Chain', {
  definitionBody: DefinitionBody.fromChainable(
    definition(stack, 'Definition', map(parCatch(price, label)), { functions, queryLanguage: QueryLanguage.JSONATA }),
  ),
  queryLanguage: QueryLanguage.JSONATA,
})
stateMachine(stack, 'Jobs', map(seq(print, capture(retry(print, { maxAttempts: 2 })))))
app.synth()
