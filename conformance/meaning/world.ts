/** Where a workflow means something: what is outside of it, and what its expressions see. */
import type { Expression, Variable } from '@orkestra/core'
import { evaluate, holds } from './evaluate.ts'
import { Failed } from './failures.ts'
import { EvaluationFailure, type EvaluationScope } from './scope.ts'

/** What is outside of a workflow. A function or a service fails by throwing a `Failed`. */
export interface World {
  readonly language: 'JSONPath' | 'JSONata'
  /** A task's function, of the event that it gets. */
  readonly lambda: (name: string, event: unknown) => unknown
  /** A service by its resource, or a worker by its ARN. */
  readonly service: (resource: string, given: unknown) => unknown
  /** Functions are invoked by their own ARN: their event is the payload as it is. */
  readonly payloadResponseOnly?: boolean
  /** Told where a failure stops siblings: how far they come until then depends on time. */
  readonly stopped?: () => void
}

/** Where an expression stands. */
export interface Here {
  readonly world: World
  readonly variables: ReadonlyMap<number, unknown>
  /** The context object, as far as it can be known without a machine. */
  readonly context: Readonly<Record<string, unknown>>
  /** Of what stands in a map: what its step is given. */
  readonly item?: unknown
}

const scopeOf = ({ world, variables, context }: Here, input: unknown, result?: unknown): EvaluationScope => ({
  input,
  result,
  context,
  variableOf: ({ level = 0 }: Variable) => variables.get(level),
  language: world.language,
})

/** An expression without a value fails the state that it stands in. */
const failing = <A>(work: () => A): A => {
  try {
    return work()
  } catch (thrown) {
    throw thrown instanceof EvaluationFailure ? new Failed(thrown.error, thrown.cause) : thrown
  }
}

/** What an expression gives. */
export const valueOf = (expression: Expression, here: Here, input: unknown, result?: unknown): unknown =>
  failing(() => evaluate(expression, scopeOf(here, input, result)))

/** Whether a condition holds. */
export const isTrue = (condition: Expression, here: Here, input: unknown): boolean =>
  failing(() => holds(condition, scopeOf(here, input)))

/** What the language says of a mistake: in JSONPath it ends the execution, in JSONata it can be caught. */
export const mistake = ({ world }: Here, why: string): Failed =>
  new Failed(world.language === 'JSONata' ? 'States.QueryEvaluationError' : 'States.Runtime', why)
