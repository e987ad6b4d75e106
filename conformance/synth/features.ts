/** An app with every way to deploy that the adapter has, bundled for real: a process of its own for cdk-features.test.ts. */
import { alarms, definition, schedule, stateMachine } from '@orkestra/cdk-adapter'
import { map, mapCatch, minutes, named, par, parCatch, seq, task } from '@orkestra/core'
import { DefinitionBody, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { App, Duration, Stack } from 'aws-cdk-lib/core'
import prices, { label, price, tax } from './handlers.ts'

const nested = seq(prices, map(seq(price, parCatch(tax, label))), mapCatch(task<unknown, unknown>('count')))

const app = new App()
const stack = new Stack(app, 'Features')
const made = stateMachine(stack, par({ price, label }), { id: 'Functions' })
const functions = Object.fromEntries(made.functions)
const count = made.functions.get('price') as never

const everything = stateMachine(stack, nested, {
  id: 'Everything',
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

stateMachine(stack, par(price, label), { id: 'Express', type: 'EXPRESS', functions })
stateMachine(stack, par(...Array.from({ length: 600 }, (_, i) => named(`the state number ${i}`, price))), {
  id: 'Large',
  functions: { price: count },
})
schedule(stack, seq(price, tax), {
  rate: minutes(5),
  input: { id: '1' },
  stateMachine: { id: 'Scheduled', queryLanguage: 'JSONata', release: {} },
})
new StateMachine(stack, 'Chain', {
  definitionBody: DefinitionBody.fromChainable(
    definition(stack, map(parCatch(price, label)), { functions, queryLanguage: QueryLanguage.JSONATA }),
  ),
  queryLanguage: QueryLanguage.JSONATA,
})
app.synth()
