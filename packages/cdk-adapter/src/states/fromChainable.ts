/** CDK's own states as a step of a typed workflow. */
import { type AnyStep, type Graph, type Json, nodes, type Task } from '@orkestra/core'
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'

/** Makes the states, in a scope of their own. */
export type BuildStates = (scope: Construct) => IChainable

/** Under this key the builder rides along on its task, as a composed handler's function does: no part of the data. */
const builder: unique symbol = Symbol.for('@orkestra/cdk-adapter/states') as never

/** The builder of a fragment. @throws Error when its task did not come from here. */
export const builderOf = (task: Task): BuildStates => {
  const build = (task as Task & { readonly [builder]?: BuildStates })[builder]
  if (build === undefined)
    throw new Error(
      `the states of ${JSON.stringify(task.name)} are not known: such a step is made by fromChainable, and not copied as JSON`,
    )
  return build
}

/**
 * The fragments of a workflow, by name.
 *
 * @throws Error when two different ones have one name.
 */
export const fragmentTasks = (graph: AnyStep): ReadonlyMap<string, Task> => {
  const tasks = new Map<string, Task>()
  for (const node of nodes(graph)) {
    if (node._tag !== 'Task' || node.target.kind !== 'fragment') continue
    const other = tasks.get(node.name)
    if (other !== undefined && builderOf(other) !== builderOf(node))
      throw new Error(`two different chains of the workflow are called ${JSON.stringify(node.name)}: rename one`)
    tasks.set(node.name, node)
  }
  return tasks
}

/**
 * Any states of CDK, as a step of a typed workflow: a Batch job, an ECS task, a chain of them. They stand as a Parallel of one branch
 * by the given name, so retries, catches and names work as for any step; the step gives what their last state gives.
 *
 * `stateMachine` makes the states, in the machine's own construct, and lets the role do what they need. `emit` by itself cannot. A
 * local run needs a stand-in: `run(workflow, input, { tasks: { peel: () => ({ … }) } })`. In a JSONata machine they must be JSONata
 * themselves: make them by CDK's `.jsonata` constructors.
 *
 * @example
 * const peel = fromChainable<Banana, Peeled>((scope) => new BatchSubmitJob(scope, 'Submit', { … }), { name: 'peel' })
 * seq(banana, retry(peel, { maxAttempts: 2 }))
 * @throws TypeError when there is no name, or nothing that makes states.
 */
export const fromChainable = <I = unknown, O = unknown>(
  build: BuildStates,
  { name }: { readonly name: string },
): Graph<I, Json<O>> => {
  if (typeof build !== 'function')
    throw new TypeError(`fromChainable: expected a function that makes states in a scope, got ${typeof build}`)
  if (typeof name !== 'string' || name.trim() === '')
    throw new TypeError('fromChainable: the step needs a name, so that a local run can find its stand-in')
  const task: Task = {
    _tag: 'Task',
    name,
    target: Object.freeze({ kind: 'fragment' }),
    // What is retried within is for the states to say.
    retryServiceErrors: false,
  }
  return Object.freeze(Object.assign(task, { [builder]: build })) as Graph<I, Json<O>>
}
