/** Whether the engine makes of an emitted definition what `run` and `execute` make of it. */
import { type EmitOptions, emit, placeholderKey, type StateMachine, toText } from '@orkestra/asl'
import { type Execution, execute, run, TaskFailure } from '@orkestra/asl/execute'
import { nodes } from '@orkestra/core'
import { type AnyGraph, behaviours } from '../../packages/core/test/arbitraries/graph.ts'
import { type Ending, runEngine, Thrown } from './engine.ts'

/**
 * What a step does, by the first letter of its name: those of the random graphs, and two that meet an error of the Lambda
 * service. Made anew for each execution, because `u` counts.
 */
const createSteps = (): ((name: string) => (input: unknown) => unknown) => {
  const failures = new Map<string, number>()
  const busy = () => {
    throw new Thrown('Lambda.TooManyRequestsException', 'busy')
  }
  return (name) => (input) => {
    // Never answers: the retries come to their end.
    if (name.startsWith('r')) return busy()
    // Is busy twice, then answers, however many executions of it run at once.
    if (name.startsWith('u')) {
      const failed = failures.get(name) ?? 0
      failures.set(name, failed + 1)
      return failed < 2 ? busy() : { u: input }
    }
    if (name.startsWith('f')) throw new Thrown('Boom', 'failed')
    return behaviours[name[0] as string]?.(input)
  }
}

/**
 * A step takes one turn of the event loop, on both sides. All else takes none, so that of two branches that fail, both sides
 * see the same one fail first.
 */
const createCalls = (): ((name: string) => (input: unknown) => Promise<unknown>) => {
  const steps = createSteps()
  return (name) => async (input) => {
    await new Promise(setImmediate)
    const text = JSON.stringify(steps(name)(input))
    return text === undefined ? null : JSON.parse(text)
  }
}

const endingOf = (execution: Execution<unknown>): Ending =>
  execution.status === 'SUCCEEDED'
    ? { status: 'SUCCEEDED', output: execution.output }
    : {
        status: 'FAILED',
        error: execution.error ?? '',
        cause: execution.error?.startsWith('States.') ? undefined : execution.cause,
      }

/** How `run` ends, with the steps that the engine is given. */
export const endingOfRun = async (graph: AnyGraph, input: unknown): Promise<Ending> => {
  const calls = createCalls()
  const standIn = (name: string) => async (given: unknown) => {
    try {
      return await calls(name)(given)
    } catch (thrown) {
      throw thrown instanceof Thrown ? new TaskFailure(thrown.name, thrown.message) : thrown
    }
  }
  const names = nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : []))
  return endingOf(await run(graph, input, { tasks: Object.fromEntries(names.map((name) => [name, standIn(name)])) }))
}

/** How `execute` ends on what is emitted. Functions are called by their own ARN, which hands on any payload as it is. */
export const endingOfExecute = async (graph: AnyGraph, input: unknown): Promise<Ending> => {
  const calls = createCalls()
  const names = new Set(nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : [])))
  const lambdas = Object.fromEntries(
    [...names].map((name) => [
      placeholderKey(name),
      async (given: unknown) => {
        try {
          return await calls(name)(given)
        } catch (thrown) {
          throw thrown instanceof Thrown ? new TaskFailure(thrown.name, thrown.message) : thrown
        }
      },
    ]),
  )
  const { status, ...executed } = await execute(emit(graph, { payloadResponseOnly: true }), input, { lambdas })
  if (status === 'SUCCEEDED' && 'output' in executed) return { status, output: executed.output }
  const { error = '', cause = '' } = executed as { readonly error?: string; readonly cause?: string }
  return { status: 'FAILED', error, cause: error.startsWith('States.') ? undefined : cause }
}

/** How the engine ends on what is emitted, after `change`: where faults are planted. */
export const endingOfEngine = (
  graph: AnyGraph,
  input: unknown,
  options: EmitOptions = {},
  change: (definition: StateMachine) => StateMachine = (definition) => definition,
): Promise<Ending> => {
  const names = nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : []))
  const named = new Map(names.map((name) => [placeholderKey(name), name]))
  const calls = createCalls()
  return runEngine(change(emit(graph, options)), input, (key) => calls(named.get(key) as string))
}

/** Whether what is emitted of a graph assigns no variable and holds no null, neither of which the engine takes as AWS does. */
export const hasNoVariables = (graph: AnyGraph): boolean =>
  !/"Assign"|null/.test(toText(emit(graph, { limits: false })))
