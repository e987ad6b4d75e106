/** Expressions in a run: what they read, and what comes of those that fail. */

import { causeInState } from '../execution/failure.ts'
import { evaluate, holds } from '../expressions/evaluate.ts'
import { type Expression, reads } from '../expressions/expression.ts'
import { EvaluationFailure } from '../expressions/scope.ts'
import { Failure, type Here } from './machine.ts'

/** A variable in scope, and those around it. */
export interface Variables {
  readonly level: number
  readonly value: unknown
  readonly outer: Variables | undefined
}

/** The item of a map that a fiber is at, or one around it. */
export interface Item {
  readonly index: number
  readonly value: unknown
}

/** What identifies an execution that is run here. */
const machineArn = 'arn:aws:states:us-east-1:111111111111:stateMachine:StateMachine'

const contextOf = ({ machine, at, item }: Here): unknown => ({
  Execution: {
    Id: 'arn:aws:states:us-east-1:111111111111:execution:StateMachine:execution',
    Name: 'execution',
    Input: machine.input,
    StartTime: new Date(machine.startedAt).toISOString(),
    RoleArn: 'arn:aws:iam::111111111111:role/StateMachine',
  },
  StateMachine: { Id: machineArn, Name: 'StateMachine' },
  State: { Name: at.name, EnteredTime: new Date(machine.startedAt + machine.clock.now()).toISOString() },
  Task: { Token: 'token' },
  ...(item && { Map: { Item: { Index: item.index, Value: item.value } } }),
})

const scopeOf = (here: Here, expression: Expression, input: unknown, result: unknown) => ({
  input,
  result,
  context: reads(expression, ({ _tag }) => _tag === 'Context') ? contextOf(here) : undefined,
  variableOf: ({ level }: { readonly level?: number }): unknown => {
    let at = here.variables
    while (at !== undefined && at.level !== level) at = at.outer
    return at?.value
  },
  language: here.machine.queryLanguage,
})

/** An error of a state that its own expression or payload is the reason of. */
export const evaluationFailure = (here: Here, entered: number, error: string, problem: string): Failure => {
  const cause = causeInState(here.at.name, entered, problem)
  const details = { error, cause, state: here.at.name }
  return new Failure(
    error,
    cause,
    here.machine.recorder.add({ type: 'EvaluationFailed', evaluationFailedEventDetails: details }, entered),
  )
}

/** The error of an expression, as one of the state that it is in. */
const failing = <A>(here: Here, entered: number, work: () => A): A => {
  try {
    return work()
  } catch (thrown) {
    if (!(thrown instanceof EvaluationFailure)) throw thrown
    throw evaluationFailure(here, entered, thrown.error, thrown.cause)
  }
}

/** What an expression gives in a state that was entered. */
export const valueOf = (
  here: Here,
  expression: Expression,
  entered: number,
  input: unknown = here.input,
  result?: unknown,
): unknown => failing(here, entered, () => evaluate(expression, scopeOf(here, expression, input, result)))

/** Whether a condition holds in a state that was entered. */
export const isTrue = (here: Here, condition: Expression, entered: number, input: unknown = here.input): boolean =>
  failing(here, entered, () => holds(condition, scopeOf(here, condition, input, undefined)))
