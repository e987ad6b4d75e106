/** Graphs made again out of their own nodes, by the constructors. Test code: the laws of folding and of annotations need it. */
import {
  type AnyStep,
  capture,
  catchError,
  choice,
  type ErrorHandler,
  fold,
  map,
  type Node,
  nodeOf,
  on,
  otherwise,
  par,
  parAll,
  retry,
  seconds,
  seqAll,
  type Way,
  wait,
} from '@orkestra/core'
import type { AnyGraph } from './graph.ts'

/** A node with other children, where its constructor takes a callback that is gone. */
const put = (node: Node): AnyGraph => ({ graph: node }) as unknown as AnyGraph

/** Builds a graph again, `annotate` giving names and comments to each part. */
export const rebuild = (annotate: (node: Node, graph: AnyStep) => AnyGraph) =>
  fold<AnyGraph>({
    Task: (node) => annotate(node, put(node)),
    Identity: (node) => annotate(node, put(node)),
    Pass: (node) => annotate(node, put(node)),
    Seq: (node, steps) => annotate(node, seqAll(steps)),
    Par: (node, branches) =>
      annotate(
        node,
        node.keys
          ? par(Object.fromEntries(node.keys.map((key, i) => [key, branches[i] as AnyGraph])))
          : parAll(branches),
      ),
    Map: (node, item) =>
      annotate(
        node,
        node.items || node.selector || node.distributed
          ? put({ ...node, item: nodeOf(item) })
          : map(item, node.maxConcurrency === undefined ? {} : { maxConcurrency: node.maxConcurrency }),
      ),
    Choice: (node, arms, last) => {
      const ways = node.arms.map(
        ({ condition }, i): Way<unknown, unknown> => ({ condition, then: nodeOf(arms[i] as AnyGraph) }),
      )
      return annotate(node, (choice as unknown as (...ways: readonly unknown[]) => AnyGraph)(...ways, otherwise(last)))
    },
    Bind: (node, body, value) =>
      annotate(node, put({ ...node, ...(value && { value: nodeOf(value) }), body: nodeOf(body) })),
    Repeat: (node, body) => annotate(node, put({ ...node, body: nodeOf(body) })),
    Keep: (node, body) => annotate(node, put({ ...node, body: nodeOf(body) })),
    Capture: (node, body) => annotate(node, capture(body)),
    Wait: (node) => annotate(node, node.delay.kind === 'duration' ? wait(seconds(node.delay.seconds)) : put(node)),
    Succeed: (node) => annotate(node, put(node)),
    Fail: (node) => annotate(node, put(node)),
    Retry: (node, body) => annotate(node, retry(body, ...node.policies)),
    Catch: (node, body, handlers) => {
      const [first, ...more] = node.handlers.map(({ errors }, i) => on(errors, handlers[i] as AnyGraph))
      return annotate(node, catchError(body, first as ErrorHandler<unknown>, ...more))
    },
  })
