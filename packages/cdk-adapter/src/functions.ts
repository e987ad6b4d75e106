/** The functions of a workflow: one per task name, however often the task stands in it. */
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
  /** Functions that are there already, by task name. The others are made from their handlers. */
  readonly functions?: Readonly<Record<string, IFunction>>
  /** For every function that is made here, or per function, told by its task's name. */
  readonly lambda?: LambdaOverrides | ((taskName: string) => LambdaOverrides)
  /** Makes the others, instead of NodejsFunction; a handler then needs no entry. */
  readonly makeFunction?: MakeFunction
}

const sameTarget = (a: LambdaFunction, b: LambdaFunction): boolean => JSON.stringify(a) === JSON.stringify(b)

const tasksByName = (graph: AnyStep): ReadonlyMap<string, FunctionTask> => {
  const tasks = new Map<string, FunctionTask>()
  for (const node of nodes(graph)) {
    if (!isFunctionTask(node)) continue
    const other = tasks.get(node.name)
    if (other !== undefined && !sameTarget(other.target, node.target))
      throw new Error(
        `two different functions of the workflow are called ${JSON.stringify(node.name)}: give one another name`,
      )
    tasks.set(node.name, node)
  }
  return tasks
}

/**
 * A function for every task of a workflow.
 *
 * @throws Error, before anything is made, when a task has neither a function nor an entry, its module does not export it, or a
 *   function fits no task.
 */
export const functionsOf = (
  scope: Construct,
  graph: AnyStep,
  { functions = {}, lambda = {}, makeFunction }: FunctionOptions,
): ReadonlyMap<string, IFunction> => {
  const tasks = tasksByName(graph)
  const overrides = typeof lambda === 'function' ? lambda : () => lambda
  const list = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(', ')
  const missing = makeFunction
    ? []
    : [...tasks.values()].filter(
        (task) => !Object.hasOwn(functions, task.name) && !isMakeable(task, overrides(task.name)),
      )
  if (missing.length > 0)
    throw new Error(
      `no function for ${list(missing.map(({ name }) => name))}: compose the handler with { entry: import.meta.url }, or pass { functions: { … } }`,
    )
  const unknown = Object.keys(functions).filter((name) => !tasks.has(name))
  if (unknown.length > 0)
    throw new Error(`functions for ${list(unknown)}, but the workflow's tasks are ${list([...tasks.keys()])}`)
  if (!makeFunction)
    checkExports(
      scope,
      [...tasks.values()]
        .filter(({ name }) => !Object.hasOwn(functions, name))
        .map((task) => [task, overrides(task.name)] as const),
    )
  const made = (task: FunctionTask): IFunction =>
    makeFunction
      ? makeFunction(scope, task, functionProps(scope, task, overrides(task.name)))
      : awsLambda(scope, { graph: task }, overrides(task.name))
  return new Map(
    [...tasks.values()].map((task) => [
      task.name,
      Object.hasOwn(functions, task.name) ? (functions[task.name] as IFunction) : made(task),
    ]),
  )
}
