import type { Node } from './graph.ts'

/** Whether nothing can come after a node: all its ways end in a step that goes nowhere. */
export const isEnd = (node: Node): boolean => {
  const ways = [node]
  for (let last = ways.pop(); last !== undefined; last = ways.pop()) {
    while (last._tag === 'Seq' || last._tag === 'Bind')
      last = last._tag === 'Seq' ? (last.steps.at(-1) as Node) : last.body
    if (last._tag === 'Choice') ways.push(...last.arms.map(({ then }) => then), last.otherwise)
    else if (last._tag !== 'Fail' && last._tag !== 'Succeed') return false
  }
  return true
}
