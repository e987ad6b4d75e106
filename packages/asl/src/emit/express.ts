/** What an EXPRESS execution cannot do. https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
import type { Occurrence, Task } from '@orkestra/core'
import { type Issue, pointer } from '../issue.ts'

/** Who cannot: the machine, or the executions that a distributed map starts for its items. */
type Where = 'machine' | 'child'

const refusal = (where: Where, state: string, code: Issue['code'], what: string, hint: string): Issue => ({
  code: where === 'child' ? 'ASL154' : code,
  severity: 'error',
  path: pointer(['States', state]),
  message: `the step ${JSON.stringify(state)} ${what}, which ${
    where === 'machine' ? 'an EXPRESS machine' : 'a distributed map with executionType EXPRESS'
  } cannot`,
  hint,
})

const standard: Readonly<Record<Where, string>> = {
  machine: 'Emit a machine of type STANDARD, or call without waiting and look for the result later.',
  child: 'Give the distributed map executionType: "STANDARD".',
}

const ofTask = ({ target, waitsForToken }: Task, name: string, where: Where): readonly Issue[] => {
  const hint = standard[where]
  if (target.kind === 'activity') return [refusal(where, name, 'ASL222', 'is the work of an activity', hint)]
  if (waitsForToken) return [refusal(where, name, 'ASL221', 'waits for a token', hint)]
  if (target.kind !== 'service') return []
  if (/\.sync(:2)?$/.test(target.resource))
    return [refusal(where, name, 'ASL220', `waits for a job, ${target.resource}`, hint)]
  if (target.resource.endsWith('.waitForTaskToken'))
    return [refusal(where, name, 'ASL221', `waits for a token, ${target.resource}`, hint)]
  return []
}

/** All that stands in an EXPRESS execution and cannot. */
export const checkExpress = (root: Occurrence, type: 'STANDARD' | 'EXPRESS'): readonly Issue[] => {
  const issues: Issue[] = []
  const stack: (readonly [at: Occurrence, where: Where | undefined])[] = [
    [root, type === 'EXPRESS' ? 'machine' : undefined],
  ]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [at, where] = top
    const { node } = at
    if (where !== undefined && node._tag === 'Task') issues.push(...ofTask(node, at.name, where))
    const isDistributed = node._tag === 'Map' && node.distributed !== undefined
    if (where !== undefined && isDistributed)
      issues.push(
        refusal(where, at.name, 'ASL223', 'is a distributed map', 'Use map(…), or make what is around it STANDARD.'),
      )
    const inside = node._tag === 'Map' && node.distributed?.executionType === 'EXPRESS' ? (where ?? 'child') : where
    for (let i = at.children.length - 1; i >= 0; i--) stack.push([at.children[i] as Occurrence, inside])
  }
  return issues
}
