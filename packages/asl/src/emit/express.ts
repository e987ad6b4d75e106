/** What an EXPRESS execution cannot do. https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
import type { Task } from '@orkestra/core'
import { type Issue, pointer } from '../issue.ts'
import { type Draft, type DraftScope, inOrder } from './draft/draft.ts'

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

/** All that stands in an EXPRESS execution and cannot. Each state comes before those inside it. */
export const checkExpress = (drafts: readonly Draft[], type: 'STANDARD' | 'EXPRESS'): readonly Issue[] => {
  const issues: Issue[] = []
  const around = new Map<DraftScope, Where | undefined>()
  const scopeOf = new Map<Draft, DraftScope>()
  for (const draft of drafts)
    for (const scope of draft.scopes) for (const inner of inOrder(scope)) scopeOf.set(inner, scope)
  for (const draft of drafts) {
    const scope = scopeOf.get(draft)
    const where = scope === undefined ? (type === 'EXPRESS' ? 'machine' : undefined) : around.get(scope)
    const { node, name, items } = draft
    if (where !== undefined && node?._tag === 'Task') issues.push(...ofTask(node, name, where))
    if (where !== undefined && items?.distributed !== undefined)
      issues.push(
        refusal(where, name, 'ASL223', 'is a distributed map', 'Use map(…), or make what is around it STANDARD.'),
      )
    const inside = items?.distributed?.executionType === 'EXPRESS' ? (where ?? 'child') : where
    for (const inner of draft.scopes) around.set(inner, inside)
  }
  return issues
}
