/** What a place of the graph knows of variables, as `lower` comes to it. */
import type { Expression, Variable } from '@orkestra/core'
import { type Held, type Payload, payloadOf } from '../draft/draft.ts'
import { readsRoot, substitute } from '../draft/substitution.ts'

/** The variables that a place sees, the nearest first. */
export interface Environment {
  /** The number by which a `bind` and its references know the variable; of one that no user asked for there is none. */
  readonly level: number | undefined
  /** The payload whose value it has. */
  readonly payload: Payload
  /** How it is read: a variable, or a path of the context. */
  readonly value: Expression
  readonly outer: Environment | undefined
}

/** What the execution was started with. At the top of a machine it needs no variable. */
export const executionInput = (payload: Payload): Held => ({
  words: 'execution input',
  reads: 0,
  level: 0,
  isExecutionInput: true,
  payload,
})

/** How a payload is read where it is no longer the input; `undefined` where nothing holds it. */
export const holding = (payload: Payload, environment: Environment | undefined): Expression | undefined => {
  const sought = payloadOf(payload)
  for (let at = environment; at !== undefined; at = at.outer) if (payloadOf(at.payload) === sought) return at.value
  return undefined
}

const valueOf = (variable: Variable, environment: Environment | undefined): Expression | undefined => {
  for (let at = environment; at !== undefined; at = at.outer) if (at.level === variable.level) return at.value
  return undefined
}

/** An expression of the graph with the variables of this place in it. One that is not in scope here stays as it is. */
export const closed = (expression: Expression, environment: Environment | undefined): Expression =>
  environment === undefined || !readsRoot(expression, 'Variable')
    ? expression
    : substitute(expression, (root) => (root._tag === 'Variable' ? valueOf(root.variable, environment) : undefined))

/** Makes variables, and tells them apart. */
export interface Variables {
  readonly fresh: (words: string, payload?: Payload) => Held
  readonly counter: (words: string) => Held
  /** Whether there are any. */
  readonly isUsed: () => boolean
}

export const variables = (): Variables => {
  let count = 0
  return {
    fresh: (words, payload) => {
      count += 1
      return { words, reads: 0, level: count, ...(payload !== undefined && { payload }) }
    },
    counter: (words) => {
      count += 1
      return { words, reads: 0, level: count, isCounter: true }
    },
    isUsed: () => count > 0,
  }
}
