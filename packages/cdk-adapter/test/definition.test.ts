import { deepStrictEqual } from 'node:assert/strict'
import { type EmitOptions, emit } from '@orkestra/asl'
import {
  type AnyStep,
  capture,
  comment,
  fail,
  map,
  mapCatch,
  named,
  nodes,
  par,
  parCatch,
  retry,
  seconds,
  seq,
  task,
  wait,
} from '@orkestra/core'
import { Code, type IFunction, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Chain, DefinitionBody, Pass, QueryLanguage, StateGraph, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Duration, type Stack } from 'aws-cdk-lib/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { graphs } from '../../core/test/arbitraries/graph.ts'
import { seed } from '../../core/test/arbitraries/laws.ts'
import { definition } from '../src/states/definition.ts'
import { onlyOne, testStack } from './stacks.ts'

const test = suite('definition')

const functionsFor = (stack: Stack, graph: AnyStep): Record<string, IFunction> => {
  const names = new Set(nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : [])))
  return Object.fromEntries(
    [...names].map((name, i) => [
      name,
      LambdaFunction.fromFunctionArn(
        stack,
        `function ${i}`,
        `arn:aws:lambda:eu-west-1:123456789012:function:${name.length}-${i}`,
      ),
    ]),
  )
}

/** What CDK renders: fields that say the default, and the language on every state, say no more than without them. */
const rendered = (stack: Stack, chain: Chain, queryLanguage?: QueryLanguage): unknown => {
  const graph = new StateGraph(chain.startState, 'test')
  const json = JSON.parse(JSON.stringify(stack.resolve(graph.toGraphJson(queryLanguage))))
  return JSON.parse(JSON.stringify(json), (key, value) => (key === 'QueryLanguage' ? undefined : value))
}

/** What emit prints, without what CDK's branches have no place for. */
const emitted = (stack: Stack, graph: AnyStep, functions: Record<string, IFunction>, options: EmitOptions): unknown => {
  const json = emit(graph, {
    ...options,
    partition: stack.partition,
    functionArn: ({ name }) => (functions[name] as IFunction).functionArn,
  })
  return JSON.parse(JSON.stringify(stack.resolve(json)), (key, value) => (key === 'QueryLanguage' ? undefined : value))
}

const agree = (graph: AnyStep): void => {
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const) {
    const stack = testStack()
    const functions = functionsFor(stack, graph)
    const language = queryLanguage === 'JSONata' ? QueryLanguage.JSONATA : QueryLanguage.JSON_PATH
    const chain = definition(stack, 'Definition', graph, { functions, queryLanguage: language })
    // uvu's own comparison asks an object with a state called `constructor` for its class.
    deepStrictEqual(rendered(stack, chain, language), emitted(stack, graph, functions, { queryLanguage }))
  }
}

const [x, y, z, g] = ['x', 'y', 'z', 'g'].map((name) => task(name)) as [AnyStep, AnyStep, AnyStep, AnyStep]
const any = (step: AnyStep) => step as never

test('CDK renders the states that emit prints', () => {
  agree(seq(any(x), any(y), parCatch(any(z), any(g))))
  agree(par({ a: any(x), 'b c': seq(any(y), any(y)) }))
  agree(seq(capture(any(seq(any(x), any(y)))), map(any(z), { maxConcurrency: 2 }) as never, mapCatch(any(g)) as never))
  agree(named('the x', comment('why', any(x))))
  const often = {
    errors: ['E'],
    intervalSeconds: 2,
    maxAttempts: 5,
    backoffRate: 3,
    maxDelaySeconds: 60,
    jitter: 'FULL',
  }
  agree(seq(any(retry(any(x), often as never)), wait(seconds(5)), fail({ error: 'Out', cause: 'of stock' })))
})

test('the two agree on random graphs', () => {
  console.log(`  seed ${seed}`)
  const known = graphs().filter((graph) =>
    nodes(graph).every((node) => node.stateName !== '__proto__' && !node.comment),
  )
  fc.assert(fc.property(known, agree), { seed, numRuns: 40 })
})

test('a comment on a sequence is on its first state, as CDK has no comments on branches', () => {
  const stack = testStack()
  const chain = definition(stack, 'Definition', comment('first of all', seq(any(x), any(y))), {
    functions: functionsFor(stack, seq(any(x), any(y))),
  })
  const json = rendered(stack, chain) as { States: { x: { Comment: string } } }
  assert.is(json.States.x.Comment, 'first of all')
})

test('it is a chain like any other', () => {
  const stack = testStack()
  const fn = new LambdaFunction(stack, 'F', {
    code: Code.fromInline('x'),
    handler: 'index.x',
    runtime: Runtime.NODEJS_22_X,
  })
  const chain = Chain.start(new Pass(stack, 'before'))
    .next(definition(stack, 'Definition', parCatch(any(x)), { functions: { x: fn } }))
    .next(new Pass(stack, 'after'))
  new StateMachine(stack, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(chain),
    timeout: Duration.minutes(1),
  })
  const text = JSON.stringify(onlyOne(stack, 'AWS::StepFunctions::StateMachine').DefinitionString)
  for (const name of ['before', 'Parallel x', 'x_failed', 'after']) assert.match(text, name)
})

test.run()
