import { fold } from '../fold.ts'
import type { AnyStep } from '../step.ts'

const deepest = (depths: readonly number[]): number => depths.reduce((a, b) => Math.max(a, b), 0)

const read = /* @__PURE__ */ fold<number>({
  Task: () => 0,
  Identity: () => 0,
  Pass: () => 0,
  Seq: (_, steps) => deepest(steps),
  Par: (_, branches) => 1 + deepest(branches),
  Map: (_, item) => 1 + item,
  Choice: (_, arms, otherwise) => deepest([...arms, otherwise]),
  Bind: (_, body, value = 0) => Math.max(body, value),
  Repeat: (_, body) => body,
  Keep: (_, body) => body,
  Capture: (_, body) => body,
  Wait: () => 0,
  Succeed: () => 0,
  Fail: () => 0,
  Retry: (_, body) => body,
  Catch: (_, body, handlers) => deepest([body, ...handlers]),
})

/**
 * How many `par` and `map` are nested in one another at most: 0 for a sequence of tasks.
 *
 * @example depth(seq(x, par(y, map(z)))) // 2
 */
export const depth = (graph: AnyStep): number => read(graph)
