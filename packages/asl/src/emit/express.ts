/** What an EXPRESS execution cannot do. https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */

import type { Task } from '@orkestra/core'
import { type Issue, pointer } from '../issue.ts'
import { type RefusedInExpress, refusedInExpress } from '../language/express.ts'
import { parseResource, type Resource } from '../language/resource.ts'
import { type Draft, type DraftScope, ordered } from './draft/draft.ts'

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

const does: Readonly<Record<RefusedInExpress['what'], string>> = {
  activity: 'is the work of an activity',
  job: 'waits for a job',
  token: 'waits for a token',
}

const partition = 'aws'

/** What the task's `Resource` names. */
const resourceOf = (target: Task['target'], waitsForToken: Task['waitsForToken']): Resource | undefined => {
  switch (target.kind) {
    case 'activity':
      return { kind: 'activity', partition, name: '' }
    case 'service':
      return parseResource(`arn:${partition}:states:::${target.resource}`)
    case 'lambda':
    case 'fragment':
      return {
        kind: 'integration',
        partition,
        service: 'lambda',
        action: 'invoke',
        pattern: waitsForToken ? 'waitForTaskToken' : 'requestResponse',
      }
  }
}

const ofTask = ({ target, waitsForToken }: Task, name: string, where: Where): readonly Issue[] => {
  const hint = standard[where]
  const called = target.kind === 'service' ? `, ${target.resource}` : ''
  const refused = refusedInExpress(resourceOf(target, waitsForToken))
  return refused === undefined ? [] : [refusal(where, name, refused.code, `${does[refused.what]}${called}`, hint)]
}

/** All that stands in an EXPRESS execution and cannot. Each state comes before those inside it. */
export const checkExpress = (drafts: readonly Draft[], type: 'STANDARD' | 'EXPRESS'): readonly Issue[] => {
  const issues: Issue[] = []
  const around = new Map<DraftScope, Where | undefined>()
  const scopeOf = new Map<Draft, DraftScope>()
  for (const draft of drafts)
    for (const scope of draft.scopes) for (const inner of ordered(scope)) scopeOf.set(inner, scope)
  for (const draft of drafts) {
    const scope = scopeOf.get(draft)
    const where = scope === undefined ? (type === 'EXPRESS' ? 'machine' : undefined) : around.get(scope)
    const { node, name, items } = draft
    if (where !== undefined && node?._tag === 'Task') issues.push(...ofTask(node, name, where))
    if (where !== undefined && items?.distributed !== undefined)
      issues.push(
        refusal(
          where,
          name,
          'ASL223',
          'is a distributed map',
          'Use map(…), or make the enclosing machine or Map STANDARD.',
        ),
      )
    const inside = items?.distributed?.executionType === 'EXPRESS' ? (where ?? 'child') : where
    for (const inner of draft.scopes) around.set(inner, inside)
  }
  return issues
}
