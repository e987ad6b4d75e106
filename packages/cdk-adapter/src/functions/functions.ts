/** The functions of a workflow: one per task name, even if the task occurs several times. */
import { isFunctionArn } from '@orkestra/asl'
import { type AnyStep, type LambdaFunction, nodes } from '@orkestra/core'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import {
  awsLambda,
  checkExports,
  type FunctionTask,
  functionProps,
  isFunctionTask,
  isMakeable,
  type LambdaOverrides,
  type MakeFunction,
} from './awsLambda.ts'

/** How to create the functions of a workflow, or which existing ones to use. */
export interface FunctionOptions {
  /**
   * Existing functions, by task name. All others are created from their handlers. You can pass another machine's
   * `machine.functions`, even if it has more functions than the workflow uses; otherwise the workflow must use every function you pass.
   */
  readonly functions?: Readonly<Record<string, IFunction>> | ReadonlyMap<string, IFunction>
  /** Overrides for all functions that are created here, or a function that returns them by task name. */
  readonly lambda?: LambdaOverrides | ((taskName: string) => LambdaOverrides)
  /** Creates the other functions instead of NodejsFunction; a handler then needs no entry. */
  readonly makeFunction?: MakeFunction
}

const sameTarget = (a: LambdaFunction, b: LambdaFunction): boolean => JSON.stringify(a) === JSON.stringify(b)

const tasksByName = (graph: AnyStep): ReadonlyMap<string, FunctionTask> => {
  const tasks = new Map<string, FunctionTask>()
  for (const node of nodes(graph)) {
    // A task by the name of an ARN calls that function.
    if (!isFunctionTask(node) || isFunctionArn(node.name)) continue
    const other = tasks.get(node.name)
    if (other !== undefined && !sameTarget(other.target, node.target))
      throw new Error(`two different functions of the workflow are called ${JSON.stringify(node.name)}: rename one`)
    tasks.set(node.name, node)
  }
  return tasks
}

/** Creates the functions of a workflow in a construct, or uses existing ones. */
export type Functions = (home: Construct) => ReadonlyMap<string, IFunction>

/**
 * Finds a function for every task of a workflow. Checks them immediately; the returned function creates them in a construct.
 *
 * @throws Error, before anything is created, when a task has neither a function nor an entry, its module does not export it, or a
 *   function matches no task.
 */
export const functionsOf = (
  scope: Construct,
  graph: AnyStep,
  { functions = {}, lambda = {}, makeFunction }: FunctionOptions,
): Functions => {
  const tasks = tasksByName(graph)
  const overrides = typeof lambda === 'function' ? lambda : () => lambda
  const there = new Map(functions instanceof Map ? functions : Object.entries(functions))
  const list = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(', ')
  const others = [...tasks.values()].filter(({ name }) => !there.has(name))
  const missing = makeFunction ? [] : others.filter((task) => !isMakeable(task, overrides(task.name)))
  if (missing.length > 0)
    throw new Error(
      `no function for ${list(missing.map(({ name }) => name))}: compose the handler with { entry: import.meta.url }, in CommonJS { entry: __filename }, or pass { functions: { … } }`,
    )
  // The functions of another machine may be more than these.
  const unknown = functions instanceof Map ? [] : [...there.keys()].filter((name) => !tasks.has(name))
  if (unknown.length > 0)
    throw new Error(`functions for ${list(unknown)}, but the workflow's tasks are ${list([...tasks.keys()])}`)
  if (!makeFunction)
    checkExports(
      scope,
      others.map((task) => [task, overrides(task.name)] as const),
    )
  return (home) =>
    new Map(
      [...tasks.values()].map((task) => {
        const known = there.get(task.name)
        if (known !== undefined) return [task.name, known]
        // By the task's name, so that a function stays the same one wherever its task moves.
        const id = `${task.name}Fn`
        const own = overrides(task.name)
        return [
          task.name,
          makeFunction
            ? makeFunction(home, task, functionProps(home, id, task, own))
            : awsLambda(home, id, { graph: task }, own),
        ]
      }),
    )
}
