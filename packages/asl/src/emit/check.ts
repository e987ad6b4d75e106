/** What can be wrong with a graph that is well typed: the limits of ASL and of deployment. */
import {
  type Implementation,
  implementation,
  isLambdaTask,
  lengthOf,
  longestName,
  type Occurrence,
  type Task,
} from '@orkestra/core'
import { type Issue, pointer } from '../issue.ts'
import type { StateMachine } from '../states.ts'
import { toText } from '../toText.ts'
import { checkExpress } from './express.ts'
import { fragmentOf, stateNames } from './fragment.ts'
import type { EmitOptions } from './options.ts'
import { isFunctionArn, placeholderKey } from './placeholder.ts'

/** The most characters of a definition, in bytes. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const definitionLimit = 1_048_576

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
  message: `the states of the fragment ${JSON.stringify(name)} are not given`,
  hint: 'Deploy it with stateMachine() of @orkestra/cdk-adapter, which makes them, or pass them in fragments.',
})

const expressTimeout = (seconds: number): Issue => ({
  code: 'ASL304',
  severity: 'error',
  path: '/TimeoutSeconds',
  message: `an EXPRESS execution lasts 300 s at most; its time-out is ${seconds} s`,
  hint: 'Shorten the time-out, or emit with type: "STANDARD".',
})

/** All that is wrong with the names and placeholders of a graph. */
export const checkGraph = (root: Occurrence, options: EmitOptions): Issue[] => {
  const issues: Issue[] = []
  const keys = new Map<string, string>()
  const handlers = new Map<string, Implementation>()
  const clashing = new Set<string>()
  const missing = new Set<string>()
  let hasExpressItems = false
  const stack = [root]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    // A guard in place has the name of its body, which is told of there.
    if (at.name !== at.children[0]?.name && at.name.length > longestName && lengthOf(at.name) > longestName)
      issues.push(tooLong(at.name))
    if (at.node._tag === 'Map' && at.node.distributed?.executionType === 'EXPRESS') hasExpressItems = true
    if (at.node._tag === 'Task') {
      const { name } = at.node
      const handler = (at.node as Task & { readonly [implementation]?: Implementation })[implementation]
      const other = handlers.get(name)
      if (handler !== undefined && other !== undefined && handler !== other) clashing.add(name)
      else if (handler !== undefined) handlers.set(name, handler)
    }
    if (at.node._tag === 'Task' && at.node.target.kind === 'fragment') {
      const fragment = fragmentOf(at.node.name, options)
      if (fragment === undefined) missing.add(at.node.name)
      else for (const name of stateNames(fragment)) if (lengthOf(name) > longestName) issues.push(tooLong(name))
    } else if (isLambdaTask(at.node) && options.functionArn === undefined && !isFunctionArn(at.node.name)) {
      const { name } = at.node
      const key = placeholderKey(name)
      const holder = keys.get(key)
      if (holder === undefined) keys.set(key, name)
      else if (holder !== name) issues.push(ambiguous(key, holder, name))
    }
    for (let i = at.children.length - 1; i >= 0; i--) stack.push(at.children[i] as Occurrence)
  }
  for (const name of clashing) issues.push(twoHandlers(name))
  for (const name of missing) issues.push(noStates(name))
  const seconds = options.timeout?.seconds ?? 0
  if (options.type === 'EXPRESS' && seconds > 300) issues.push(expressTimeout(seconds))
  if (options.type === 'EXPRESS' || hasExpressItems) issues.push(...checkExpress(root, options.type ?? 'STANDARD'))
  return issues
}

/** At most how many bytes a text takes in JSON: a character takes up to six, written as \\uXXXX. */
export const bytesOf = (text: string): number => (/^[ !#-[\]-~]*$/.test(text) ? text.length : 6 * text.length)

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
