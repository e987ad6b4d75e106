/** The functions of a workflow: one per task name, however often the task stands in it. */
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

/** How the functions of a workflow come about. */
export interface FunctionOptions {
  /**
   * Existing functions, by task name. The others are created from their handlers. You can pass another machine's
   * `machine.functions`, even with more functions than the workflow uses; otherwise each must be one of its functions.
   */
  readonly functions?: Readonly<Record<string, IFunction>> | ReadonlyMap<string, IFunction>
  /** For every function that is created here, or per function, by its task's name. */
  readonly lambda?: LambdaOverrides | ((taskName: string) => LambdaOverrides)
  /** Creates the others, instead of NodejsFunction; a handler then needs no entry. */
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

/** Makes the functions of a workflow in a construct, or takes those that are there. */
export type Functions = (home: Construct) => ReadonlyMap<string, IFunction>

/**
 * A function for every task of a workflow: checked at once, made in the construct that is given later.
 *
 * @throws Error, before anything is made, when a task has neither a function nor an entry, its module does not export it, or a
 *   function fits no task.
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
