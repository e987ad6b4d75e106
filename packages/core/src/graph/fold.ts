/** How to read a graph. */

import type {
  Bind,
  Capture,
  Catch,
  Choice,
  Each,
  Fail,
  Identity,
  Keep,
  Node,
  Par,
  Pass,
  Repeat,
  Retry,
  Seq,
  Succeed,
  Task,
  Wait,
} from './graph.ts'
import { type AnyStep, nodeOf } from './step.ts'

/** One field per tag: what a node means, given what its children mean. */
export interface Algebra<R> {
  readonly Task: (node: Task) => R
  readonly Identity: (node: Identity) => R
  readonly Pass: (node: Pass) => R
  readonly Seq: (node: Seq, steps: readonly R[]) => R
  readonly Par: (node: Par, branches: readonly R[]) => R
  readonly Map: (node: Each, item: R) => R
  readonly Choice: (node: Choice, arms: readonly R[], otherwise: R) => R
  readonly Bind: (node: Bind, body: R, value: R | undefined) => R
  readonly Repeat: (node: Repeat, body: R) => R
  readonly Keep: (node: Keep, body: R) => R
  readonly Wait: (node: Wait) => R
  readonly Succeed: (node: Succeed) => R
  readonly Fail: (node: Fail) => R
  readonly Capture: (node: Capture, body: R) => R
  readonly Retry: (node: Retry, body: R) => R
  readonly Catch: (node: Catch, body: R, handlers: readonly R[]) => R
}

const none: readonly Node[] = []

/**
 * The children of a node, in the order in which they are written.
 *
 * @example children(nodeOf(seq(x, y))).length // 2
 */
export const children = (node: Node): readonly Node[] => {
  switch (node._tag) {
    case 'Task':
    case 'Identity':
    case 'Pass':
    case 'Wait':
    case 'Succeed':
    case 'Fail':
      return none
    case 'Seq':
      return node.steps
    case 'Par':
      return node.branches
    case 'Map':
      return [node.item]
    case 'Choice':
      return [...node.arms.map(({ then }) => then), node.otherwise]
    case 'Bind':
      return node.value === undefined ? [node.body] : [node.value, node.body]
    case 'Capture':
    case 'Retry':
    case 'Repeat':
    case 'Keep':
      return [node.body]
    case 'Catch':
      return [node.body, ...node.handlers.map(({ handler }) => handler)]
  }
}

const apply = <R>(algebra: Algebra<R>, node: Node, results: readonly R[]): R => {
  switch (node._tag) {
    case 'Task':
      return algebra.Task(node)
    case 'Identity':
      return algebra.Identity(node)
    case 'Seq':
      return algebra.Seq(node, results)
    case 'Par':
      return algebra.Par(node, results)
    case 'Map':
      return algebra.Map(node, results[0] as R)
    case 'Capture':
      return algebra.Capture(node, results[0] as R)
    case 'Pass':
      return algebra.Pass(node)
    case 'Choice':
      return algebra.Choice(node, results.slice(0, -1), results.at(-1) as R)
    case 'Bind':
      return algebra.Bind(node, results.at(-1) as R, node.value === undefined ? undefined : results[0])
    case 'Repeat':
      return algebra.Repeat(node, results[0] as R)
    case 'Keep':
      return algebra.Keep(node, results[0] as R)
    case 'Succeed':
      return algebra.Succeed(node)
    case 'Wait':
      return algebra.Wait(node)
    case 'Fail':
      return algebra.Fail(node)
    case 'Retry':
      return algebra.Retry(node, results[0] as R)
    case 'Catch':
      return algebra.Catch(node, results[0] as R, results.slice(1))
  }
}

/**
 * Reads a graph from the leaves up: replaces each constructor by the algebra's field of the same name.
 *
 * Keeps its own stack, so the depth and the width of a graph are limited by memory alone. Folding with the constructors
 * rebuilds the graph.
 *
 * @example
 * const tasks = fold<number>({
 *   Task: () => 1,
 *   Identity: () => 0,
 *   Seq: (_, steps) => steps.reduce((a, b) => a + b, 0),
 *   Par: (_, branches) => branches.reduce((a, b) => a + b, 0),
 *   Map: (_, item) => item,
 *   Capture: (_, body) => body,
 *   Wait: () => 0,
 *   Fail: () => 0,
 *   Retry: (_, body) => body,
 *   Catch: (_, body, handlers) => handlers.reduce((a, b) => a + b, body),
 *   Pass: () => 0,
 *   Choice: (_, arms, otherwise) => arms.reduce((a, b) => a + b, otherwise),
 *   Bind: (_, body, value = 0) => value + body,
 *   Repeat: (_, body) => body,
 *   Keep: (_, body) => body,
 *   Succeed: () => 0,
 * })
 * tasks(seq(task('x'), parCatch(task('y'), task('z')))) // 3
 */
export const fold =
  <R>(algebra: Algebra<R>) =>
  (graph: AnyStep): R => {
    const root = nodeOf(graph)
    const frames: { node: Node; kids: readonly Node[]; results: R[] }[] = []
    let node = root
    for (;;) {
      const kids = children(node)
      if (kids.length > 0) {
        frames.push({ node, kids, results: [] })
        node = kids[0] as Node
        continue
      }
      let result = apply(algebra, node, [])
      for (;;) {
        const frame = frames.at(-1)
        if (frame === undefined) return result
        frame.results.push(result)
        const next = frame.kids[frame.results.length]
        if (next !== undefined) {
          node = next
          break
        }
        frames.pop()
        result = apply(algebra, frame.node, frame.results)
      }
    }
  }
