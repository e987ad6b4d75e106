/** How far an execution may go. Everything is counted, so that it ends at the same place on every machine. */

import { historyLimit } from '../../language/quotas.ts'
import { type QueryLimits, queryLimits } from '../jsonata/budget.ts'

/** What bounds an execution, as `limits` gives it. `docs/guide/limits.md` is the table. */
export interface LimitOptions {
  /** Whether a payload may have at most 262,144 bytes. */
  readonly payload?: boolean
  /** Events of one execution, and of each child of a distributed Map. */
  readonly events?: number
  /** States entered, in an execution and all that it starts. */
  readonly transitions?: number
  /** Steps of one JSONata evaluation: nodes evaluated, and what functions do, by the size of what they are given. */
  readonly jsonataSteps?: number
  /** Bytes of one value in a JSONata evaluation: 8 for a number, 1 for a character. */
  readonly jsonataBytes?: number
  /** How deep a JSONata evaluation nests. */
  readonly jsonataDepth?: number
  /** Steps of one JSONPath: values looked at. */
  readonly jsonPathSteps?: number
}

/** The same, with a value for each. */
export interface Limits {
  readonly payload: boolean
  readonly events: number
  readonly transitions: number
  readonly query: QueryLimits
  readonly path: number
}

/** Far more states than any execution on AWS enters: an Express one ends after five minutes, a Standard one at its 25,000 events. */
const transitionsWithHistory = 250_000
const transitions = 10_000_000
const pathSteps = 1_000_000

/** The limits of an execution. `false` lifts those of AWS's services; those that keep this process alive stay, unless they are set. */
export const limitsOf = (
  given: false | LimitOptions | undefined,
  { isExpress, hasHistory }: { readonly isExpress: boolean; readonly hasHistory: boolean },
): Limits => {
  const own = given || {}
  const isLifted = given === false
  return {
    payload: own.payload ?? !isLifted,
    events: own.events ?? (isLifted || isExpress ? Number.POSITIVE_INFINITY : historyLimit),
    transitions: own.transitions ?? (hasHistory ? transitionsWithHistory : transitions),
    query: {
      steps: own.jsonataSteps ?? queryLimits.steps,
      bytes: own.jsonataBytes ?? queryLimits.bytes,
      depth: own.jsonataDepth ?? queryLimits.depth,
    },
    path: own.jsonPathSteps ?? pathSteps,
  }
}
