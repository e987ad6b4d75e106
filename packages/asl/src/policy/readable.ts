/** Whether a definition can be read for what its role may do: what stands in the way, each with its place. */

import { AslError, type Issue, pointer } from '../issue.ts'
import { isObject } from '../language/isObject.ts'

type Where = readonly (string | number)[]

const issue = (at: Where, message: string, hint: string, code: Issue['code'] = 'ASL002'): Issue => ({
  code,
  severity: 'error',
  path: pointer(at),
  message,
  hint,
})

/** What is within a state, as it stands there. */
const inside = (state: Readonly<Record<string, unknown>>, at: Where): readonly (readonly [unknown, Where])[] => {
  if (state.Type === 'Parallel')
    // What is no list is no scope either, whatever it holds.
    return Array.isArray(state.Branches)
      ? state.Branches.map((branch, i) => [branch, [...at, 'Branches', i]])
      : [[undefined, [...at, 'Branches']]]
  if (state.Type !== 'Map') return []
  const name = state.ItemProcessor === undefined ? 'Iterator' : 'ItemProcessor'
  return state[name] === undefined ? [] : [[state[name], [...at, name]]]
}

/**
 * Checks that there are states to read, at every level.
 *
 * @throws AslError with all that stands in the way.
 */
export const checkReadable = (definition: unknown): void => {
  const issues: Issue[] = []
  const open: (readonly [unknown, Where])[] = [[definition, []]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [scope, at] = next
    const states = isObject(scope) ? scope.States : undefined
    if (!isObject(states)) {
      issues.push(
        issue(at, 'there are no States to read here.', 'Give it "States": an object with the states by name.'),
      )
      continue
    }
    for (const [name, state] of Object.entries(states)) {
      const here = [...at, 'States', name]
      if (state === undefined) continue
      if (isObject(state)) open.push(...inside(state, here))
      else issues.push(issue(here, 'a state is an object.', 'Give it a Type.', 'ASL030'))
    }
  }
  if (issues.length > 0) throw new AslError(issues as [Issue, ...Issue[]])
}
