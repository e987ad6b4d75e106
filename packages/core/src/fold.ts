/** How to read a graph. */
import {
  type AnyStep,
  type Capture,
  type Catch,
  type Each,
  type Fail,
  type Identity,
  type Node,
  nodeOf,
  type Par,
  type Retry,
  type Seq,
  type Task,
  type Wait,
} from './graph.ts'

/** One field per tag: what a node means, given what its children mean. */
export interface Algebra<R> {
  readonly Task: (node: Task) => R
  readonly Identity: (node: Identity) => R
  readonly Seq: (node: Seq, steps: readonly R[]) => R
  readonly Par: (node: Par, branches: readonly R[]) => R
  readonly Map: (node: Each, item: R) => R
  readonly Capture: (node: Capture, body: R) => R
  readonly Wait: (node: Wait) => R
  readonly Fail: (node: Fail) => R
  readonly Retry: (node: Retry, body: R) => R
  readonly Catch: (node: Catch, body: R, handlers: readonly R[]) => R
}

const none: readonly Node[] = []

/** The children of a node, in the order in which they are written. */
export const children = (node: Node): readonly Node[] => {
  switch (node._tag) {
    case 'Task':
    case 'Identity':
    case 'Wait':
    case 'Fail':
      return none
    case 'Seq':
      return node.steps
    case 'Par':
      return node.branches
    case 'Map':
      return [node.item]
    case 'Capture':
    case 'Retry':
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
