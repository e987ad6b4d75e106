/**
 * aws-local-stepfunctions: an engine for ASL that was written by others, against which `run` is held.
 *
 * What it cannot do, and how that is kept out:
 * - JSONata: it drops `Output` without a word. Only JSONPath is compared here.
 * - `$` of a `null`: its JSONPath library finds nothing in a falsy document, where AWS finds the `null`. Tasks are therefore
 *   emitted with `payloadResponseOnly`, which needs no path, or else no step gives `null`.
 * - the `Cause` of a Lambda error is its message there, and JSON text on AWS. Both sides are given plain texts.
 * - the `Cause` of its own `States.Runtime` is worded its own way; of these only the name is compared.
 */
import './withResolvers.ts'
import type { StateMachine as Definition, Scope, State } from '@orkestra/asl'
import { ExecutionError, StateMachine } from 'aws-local-stepfunctions'

/** How an execution ended, as far as two engines can be asked to agree. */
export type Ending =
  | { readonly status: 'SUCCEEDED'; readonly output: unknown }
  | { readonly status: 'FAILED'; readonly error: string; readonly cause: string | undefined }

/** A step that fails fails with this: a name and a plain text. */
export class Thrown extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

/** Every state of a definition and the scopes in it, by its name. */
const statesOf = (definition: Scope): readonly (readonly [string, State])[] => {
  const found: [string, State][] = []
  const scopes: Scope[] = [definition]
  for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop())
    for (const [name, state] of Object.entries(scope.States)) {
      found.push([name, state])
      if (state.Type === 'Parallel') scopes.push(...state.Branches)
      if (state.Type === 'Map') scopes.push(state.ItemProcessor as Scope)
    }
  return found
}

type TaskState = Extract<State, { Type: 'Task' }>

/** Whether a Task state calls its function through `lambda:invoke`, which wraps what goes in and what comes out. */
const isInvoke = ({ Resource }: TaskState): boolean => Resource.endsWith(':lambda:invoke')

/** The name of the function that a Task state invokes, out of its placeholder. */
const functionOf = (state: TaskState): string => {
  const name = isInvoke(state) ? (state.Parameters as { readonly FunctionName: string }).FunctionName : state.Resource
  return name.replace(/^\$\{(.*)\}$/, '$1')
}

type Call = (input: unknown) => Promise<unknown>

// The engine looks handlers up by the state's name, which may be `__proto__`.
const byName = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> => {
  const table: Record<string, T> = Object.create(null)
  for (const [name, value] of entries) table[name] = value
  return table
}

/** Executes a definition. Neither waits nor retries take time. `calls` gives the function of a name; a defect of the engine is thrown. */
export const runEngine = async (
  definition: Definition,
  input: unknown,
  calls: (name: string) => Call,
): Promise<Ending> => {
  const states = statesOf(definition)
  const handlers = states.flatMap(([name, state]): [string, Call][] => {
    if (state.Type !== 'Task') return []
    const call = calls(functionOf(state))
    return [
      [
        name,
        isInvoke(state) ? async (given) => ({ Payload: await call((given as { Payload: unknown }).Payload) }) : call,
      ],
    ]
  })
  // Its own check of the definition takes a third of a second; asl-validator.test.ts makes it for many at once.
  const machine = new StateMachine(definition as never, { validationOptions: { noValidate: true } })
  try {
    const output = await machine.run(input as never, {
      overrides: {
        taskResourceLocalHandlers: byName(handlers) as never,
        retryIntervalOverrides: byName(states.map(([name]) => [name, 0])),
        waitTimeOverrides: byName(states.map(([name]) => [name, 0])),
      },
    }).result
    return { status: 'SUCCEEDED', output }
  } catch (thrown) {
    const cause = thrown instanceof ExecutionError ? thrown.cause : thrown
    if (!(cause instanceof Error)) throw thrown
    // Anything but a step's own failure and the errors of ASL is a bug of the engine, or of this file.
    if (!(cause instanceof Thrown) && !cause.name.startsWith('States.')) throw cause
    return { status: 'FAILED', error: cause.name, cause: cause instanceof Thrown ? cause.message : undefined }
  }
}
