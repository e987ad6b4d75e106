/** What can be wrong with a graph that is well typed: the limits of ASL and of deployment. */

import { type Implementation, implementation, isLambdaTask, lengthOf, longestName, type Task } from '@orkestra/core'
import { type Issue, pointer } from '../issue.ts'
import { definitionLimit, expressSeconds } from '../language/quotas.ts'
import type { StateMachine } from '../states.ts'
import { toText } from '../toText.ts'
import type { Draft } from './draft/draft.ts'
import { checkExpress } from './express.ts'
import { stateNames } from './fragment.ts'
import type { EmitOptions } from './options.ts'
import { isFunctionArn, placeholderKey } from './placeholder.ts'

const tooLong = (name: string): Issue => ({
  code: 'ASL020',
  severity: 'error',
  path: pointer(['States', name]),
  message: `the state name ${JSON.stringify(name)} has ${lengthOf(name)} characters; AWS allows ${longestName}`,
  hint: `Give the step a shorter name: named("…", step).`,
})

const ambiguous = (key: string, first: string, second: string): Issue => ({
  code: 'ASL301',
  severity: 'error',
  path: '',
  message: `the functions ${JSON.stringify(first)} and ${JSON.stringify(second)} have the same placeholder \${${key}}`,
  hint: 'Rename one so that they differ in letters or digits, or pass functionArn to name the functions yourself.',
})

const twoHandlers = (name: string): Issue => ({
  code: 'ASL302',
  severity: 'error',
  path: '',
  message: `two different handlers are called ${JSON.stringify(name)}, and would be one function`,
  hint: 'Name one otherwise: compose({ name: "…" }, …).',
})

const noStates = (name: string): Issue => ({
  code: 'ASL303',
  severity: 'error',
  path: '',
  message: `no states are given for the fragment ${JSON.stringify(name)}`,
  hint: 'Deploy it with stateMachine() of @orkestra/cdk-adapter, which makes them, or pass them in fragments.',
})

const expressTimeout = (seconds: number): Issue => ({
  code: 'ASL304',
  severity: 'error',
  path: '/TimeoutSeconds',
  message: `an EXPRESS execution lasts ${expressSeconds} s at most; its time-out is ${seconds} s`,
  hint: 'Shorten the time-out, or emit with type: "STANDARD".',
})

/** All that is wrong with the names and placeholders of a graph, by its states. */
export const checkGraph = (drafts: readonly Draft[], options: EmitOptions): Issue[] => {
  const issues: Issue[] = []
  const keys = new Map<string, string>()
  const handlers = new Map<string, Implementation>()
  const clashing = new Set<string>()
  const missing = new Set<string>()
  let hasExpressItems = false
  for (const { kind, name: state, node, items, fragment } of drafts) {
    if (state.length > longestName && lengthOf(state) > longestName) issues.push(tooLong(state))
    if (items?.distributed?.executionType === 'EXPRESS') hasExpressItems = true
    if (node?._tag !== 'Task') continue
    const { name } = node
    const handler = (node as Task & { readonly [implementation]?: Implementation })[implementation]
    if (handler !== undefined) {
      const other = handlers.get(name)
      if (other !== undefined && handler !== other) clashing.add(name)
      else handlers.set(name, handler)
    }
    if (kind === 'Fragment') {
      if (fragment === undefined) missing.add(name)
      else for (const one of stateNames(fragment)) if (lengthOf(one) > longestName) issues.push(tooLong(one))
    } else if (isLambdaTask(node) && options.functionArn === undefined && !isFunctionArn(name)) {
      const key = placeholderKey(name)
      const holder = keys.get(key)
      if (holder === undefined) keys.set(key, name)
      else if (holder !== name) issues.push(ambiguous(key, holder, name))
    }
  }
  for (const name of clashing) issues.push(twoHandlers(name))
  for (const name of missing) issues.push(noStates(name))
  const seconds = options.timeout?.seconds ?? 0
  if (options.type === 'EXPRESS' && seconds > expressSeconds) issues.push(expressTimeout(seconds))
  if (options.type === 'EXPRESS' || hasExpressItems) issues.push(...checkExpress(drafts, options.type ?? 'STANDARD'))
  return issues
}

/** Whether the definition is more than AWS takes. Its text is written only where `atMost`, a bound of its bytes, leaves that open. */
export const checkSize = (definition: StateMachine, atMost: number): Issue[] => {
  if (atMost <= definitionLimit) return []
  const bytes = new TextEncoder().encode(toText(definition)).length
  if (bytes <= definitionLimit) return []
  return [
    {
      code: 'ASL009',
      severity: 'error',
      path: '',
      message: `the definition has ${bytes} bytes; AWS allows ${definitionLimit}`,
      hint: 'Split the workflow into machines that start one another, or lift the check with limits: false.',
    },
  ]
}
