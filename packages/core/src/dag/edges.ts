import type { AnyStep } from '../graph/step.ts'
import { dependencies } from './dependencies.ts'

/**
 * Which step waits for which, as pairs of state names. After a `par`, the next step waits for the last step of every branch.
 *
 * Between a `par` of m branches and one of n there are m · n edges.
 *
 * @example edges(seq(x, y, parCatch(z, g))) // [['x', 'y'], ['y', 'z'], ['y', 'g']]
 */
export const edges = (graph: AnyStep): readonly (readonly [from: string, to: string])[] => dependencies(graph).edges
