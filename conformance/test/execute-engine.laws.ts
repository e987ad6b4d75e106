/** Another engine, written by others, runs the emitted JSONPath definitions to the same end. */
import { isDeepStrictEqual } from 'node:util'
import { emit } from '@orkestra/asl'
import { execute, type StandIn } from '@orkestra/asl/execute'
import { nodes } from '@orkestra/core'
import { suite } from 'uvu'
import { graphs, standIns } from '../../packages/core/test/arbitraries/graph.ts'
import { holds } from '../../packages/core/test/arbitraries/laws.ts'

// It asks for Node 22 because of this one function.
if (!('withResolvers' in Promise))
  Object.assign(Promise, {
    withResolvers: () => {
      const made: Record<string, unknown> = {}
      made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
      return made
    },
  })
const { StateMachine } = await import('aws-local-stepfunctions')

const test = suite('execute and another engine agree')

/** What a function throws is known by its name alone there: it makes no Lambda cause of it. */
const ending = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null).replace(/"Cause":"(?:[^"\\]|\\.)*"/g, '"Cause":""'))

test('on random graphs, where the other one is right about AWS', () =>
  holds(graphs({ letters: ['w', 'l', 's', 'f'] }), async (graph) => {
    const names = [...new Set(nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : [])))]
    const acts = standIns(names)
    const definition = emit(graph, {
      functionArn: ({ name }) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
      payloadResponseOnly: true,
      limits: false,
    })
    const ours = await execute(definition, [1], { lambdas: acts as Record<string, StandIn>, limits: false })
    // A mistake of the definition's, such as a Map over a number, can be caught there; on AWS it cannot.
    if (ours.status === 'FAILED' && ours.error === 'States.Runtime') return
    const handlers = new Map<string, (input: unknown) => unknown>()
    const collect = (scope: { readonly States: Record<string, unknown> }): void => {
      for (const [name, raw] of Object.entries(scope.States)) {
        const state = raw as { Resource?: string; Branches?: never[]; ItemProcessor?: never }
        if (state.Resource) handlers.set(name, acts[state.Resource.slice(state.Resource.lastIndexOf(':') + 1)] as never)
        for (const inner of [...(state.Branches ?? []), ...(state.ItemProcessor ? [state.ItemProcessor] : [])])
          collect(inner)
      }
    }
    collect(definition as never)
    const machine = new StateMachine(definition as never, { validationOptions: { noValidate: true } })
    let theirs: unknown
    try {
      theirs = {
        output: await machine.run([1], {
          overrides: { taskResourceLocalHandlers: Object.fromEntries(handlers) as never },
        }).result,
      }
    } catch (error) {
      theirs = { error: (error as Error).name }
    }
    const mine = ours.status === 'SUCCEEDED' ? { output: ours.output } : { error: ours.error }
    if ('error' in mine !== 'error' in (theirs as object))
      throw new Error(`${JSON.stringify(mine)} ${JSON.stringify(theirs)}`)
    if ('output' in mine && !isDeepStrictEqual(ending(mine), ending(theirs)))
      throw new Error(`${JSON.stringify(mine)} ${JSON.stringify(theirs)} ${JSON.stringify(definition)}`)
  }))

test.run()
