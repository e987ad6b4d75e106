/** CDK states as a step of a typed workflow. */
import { type AnyStep, type Graph, type Json, nodes, type Task } from '@orkestra/core'
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'

/** Creates the CDK states in the given scope, which contains nothing else. */
export type BuildStates = (scope: Construct) => IChainable

/** The key under which a task carries its builder, as a task carries a composed handler's function. It is not part of the data. */
const builder: unique symbol = Symbol.for('@orkestra/cdk-adapter/states') as never

/** The builder of a fragment. @throws Error when `fromChainable` did not create the task. */
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
 * @throws Error when two different fragments have the same name.
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
 * Turns any CDK states into a step of a typed workflow: a Batch job, an ECS task, or a chain of states. They become a Parallel with one branch
 * and the given name, so retries, catches and names work as for any step. The step returns the output of their last state.
 *
 * `stateMachine` creates the states in the machine's construct and gives the role their permissions. `emit` alone cannot print them. A
 * local run needs a stand-in: `run(workflow, input, { tasks: { peel: () => ({ … }) } })`. In a JSONata machine, the states must also use JSONata:
 * create them with CDK's `.jsonata` constructors.
 *
 * @example
 * const peel = fromChainable<Banana, Peeled>((scope) => new BatchSubmitJob(scope, 'Submit', { … }), { name: 'peel' })
 * seq(banana, retry(peel, { maxAttempts: 2 }))
 * @throws TypeError when the name or the function that creates the states is missing.
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
