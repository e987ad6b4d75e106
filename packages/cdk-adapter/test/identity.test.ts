/** What is deployed is the same thing after a change of the workflow: logical ids depend on the given id and on functions' names. */
import {
  type AnyStep,
  capture,
  map,
  named,
  nodes,
  parCatch,
  pass,
  retry,
  seconds,
  seqAll,
  type Task,
  task,
  wait,
} from '@orkestra/core'
import { Template } from 'aws-cdk-lib/assertions'
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { CfnResource } from 'aws-cdk-lib/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seed } from '../../core/test/arbitraries/laws.ts'
import { stateMachine } from '../src/machine/stateMachine.ts'
import { definition } from '../src/states/definition.ts'
import { inlineFunction, testStack } from './stacks.ts'

const test = suite('identity')

/** The steps of a workflow, which edits change; every one keeps its function while it is there. */
type Steps = readonly AnyStep[]
type Edit = (steps: Steps) => Steps

const at = (steps: Steps, i: number): number => (steps.length === 0 ? 0 : i % steps.length)
const changed = (steps: Steps, i: number, change: (step: never) => AnyStep): Steps =>
  steps.map((step, n) => (n === at(steps, i) ? change(step as never) : step))
const inserted = (steps: Steps, i: number, step: AnyStep): Steps => {
  const place = i % (steps.length + 1)
  return [...steps.slice(0, place), step, ...steps.slice(place)]
}

const edit: fc.Arbitrary<Edit> = fc.tuple(fc.nat(), fc.nat(30)).chain(([i, n]) =>
  fc.constantFrom<Edit>(
    (steps) => inserted(steps, i, task(`new${n}`)),
    (steps) => inserted(steps, i, wait(seconds(5)) as never),
    (steps) => inserted(steps, i, pass(() => ({ n })) as never),
    (steps) => (steps.length > 1 ? steps.filter((_, place) => place !== at(steps, i)) : steps),
    (steps) => changed(steps, i, (step) => capture(step) as never),
    (steps) => changed(steps, i, (step) => retry(step, { maxAttempts: 2 }) as never),
    (steps) => changed(steps, i, (step) => parCatch(step, task(`beside${n}`) as never) as never),
    (steps) => changed(steps, i, (step) => map(step) as never),
    (steps) => changed(steps, i, (step) => named(`Renamed ${n}`, step) as never),
    (steps) => [...steps].reverse(),
  ),
)

const namesIn = (graph: AnyStep): ReadonlySet<string> =>
  new Set(nodes(graph).flatMap((node) => (node._tag === 'Task' ? [(node as Task).name] : [])))

const workflowOf = (steps: Steps): AnyStep => seqAll(steps as never)

type Ids = ReadonlyMap<string, string>

const deployed = (graph: AnyStep) => {
  const stack = testStack()
  return { stack, machine: stateMachine(stack, 'Orders', graph, { makeFunction: inlineFunction }) }
}

/** The logical id of the machine, its role and logs, and of every function by its name; a template is not needed for them. */
const idsOf = (graph: AnyStep): Ids => {
  const { stack, machine } = deployed(graph)
  const ids = new Map<string, string>()
  for (const resource of machine.node.scope?.node.findAll().filter(CfnResource.isCfnResource) ?? []) {
    const { cfnResourceType: type } = resource
    const id: string = stack.resolve(resource.logicalId)
    if (/StateMachine$|LogGroup$/.test(type) || (type === 'AWS::IAM::Role' && id.startsWith('OrdersStateMachine')))
      ids.set(type, id)
  }
  for (const [name, fn] of machine.functions)
    ids.set(`function ${name}`, stack.getLogicalId(fn.node.defaultChild as never))
  return ids
}

const steps: Steps = ['a', 'b', 'c'].map((name) => task(name))
const before = idsOf(workflowOf(steps))

test('the ids that are compared are those of the template', () => {
  const { Resources } = Template.fromStack(deployed(workflowOf(steps)).stack).toJSON()
  assert.equal([...before.keys()].sort(), [
    'AWS::IAM::Role',
    'AWS::Logs::LogGroup',
    'AWS::StepFunctions::StateMachine',
    'function a',
    'function b',
    'function c',
  ])
  for (const id of before.values()) assert.ok(id in Resources, id)
})

test('an edit of a workflow keeps the machine, its role and logs, and every function that is still there', () => {
  console.log(`  seed ${seed}`)
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      const after = workflowOf(edits.reduce((edited, one) => one(edited), steps))
      const [is, left] = [idsOf(after), namesIn(after)]
      for (const [what, id] of before)
        if (!what.startsWith('function ') || left.has(what.slice('function '.length))) assert.is(is.get(what), id, what)
    }),
    { seed, numRuns: 40 },
  )
})

test('two workflows that begin alike stand in one stack, as machines and as chains', () => {
  const stack = testStack()
  const [a, b] = [task('a'), task('b')]
  stateMachine(stack, 'One', workflowOf([a, b]), { makeFunction: inlineFunction })
  stateMachine(stack, 'Two', workflowOf([a]), { makeFunction: inlineFunction })
  new StateMachine(stack, 'Three', {
    definitionBody: DefinitionBody.fromChainable(
      definition(stack, 'Third', workflowOf([a, b]), { makeFunction: inlineFunction }),
    ),
  })
  new StateMachine(stack, 'Four', {
    definitionBody: DefinitionBody.fromChainable(
      definition(stack, 'Fourth', workflowOf([a]), { makeFunction: inlineFunction }),
    ),
  })
  Template.fromStack(stack).resourceCountIs('AWS::StepFunctions::StateMachine', 4)
})

test.run()
