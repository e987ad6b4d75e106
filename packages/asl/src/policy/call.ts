/** One task of a definition, as the rules of the services see it. */

import { isObject } from '../language/isObject.ts'
import { isExpression } from '../language/jsonata.ts'
import type { Pattern } from '../language/resource.ts'
import type { QueryLanguage, TaskState } from '../states.ts'
import type { Arns } from './permissions/arns.ts'
import type { Grant, Underived } from './permissions/document.ts'

/** What a field of a task says: a text, nothing, or something that only the running execution knows. */
export type Said = { readonly text: string } | 'nothing' | 'dynamic'

export interface Call {
  readonly arns: Arns
  readonly pattern: Pattern
  readonly isSync: boolean
  /** A field of the arguments as a text; `a.b` is a field of a field. */
  readonly said: (field: string) => Said
  /** Any field of the arguments as it stands; `undefined` when it is not there, or known only to the running execution. */
  readonly value: (field: string) => unknown
  /** The arguments as they stand; `undefined` when the running execution makes them. */
  readonly given: Readonly<Record<string, unknown>> | undefined
  /** Whether a field is there at all, of whatever kind. */
  readonly isGiven: (field: string) => boolean
  readonly allow: (actions: readonly string[], resources: readonly string[], condition?: Grant['condition']) => void
  /** Says of what is not granted why it is not. With no action: nobody tells which one it would be. */
  readonly cannotDerive: (actions: readonly string[], why: string, onlyIf?: string) => void
  /** Allows the actions on what a field names; says so when the field does not tell. */
  readonly on: (
    field: string,
    actions: readonly string[],
    resources: (text: string) => string | readonly string[] | undefined,
    condition?: Grant['condition'],
  ) => void
  /** Allows to keep the rule by which Step Functions learns that a job has ended. */
  readonly rule: (name: string) => void
}

/** A text in a sentence. A token of CDK is a number that nobody knows. */
export const shown = (text: string): string =>
  /\$\{Token\[/.test(text) ? 'that CloudFormation fills in' : JSON.stringify(text)

const dynamic = Symbol('known to the running execution only')

/** One field of a template. A key `name.$` of JSONPath, or an expression of JSONata, is evaluated by the execution. */
const member = (template: unknown, key: string, language: QueryLanguage): unknown => {
  if (language === 'JSONata' ? isExpression(template) : template === undefined) return dynamic
  if (!isObject(template)) return undefined
  if (Object.hasOwn(template, key)) {
    const value = template[key]
    return language === 'JSONata' && isExpression(value) ? dynamic : value
  }
  return language === 'JSONPath' && Object.hasOwn(template, `${key}.$`) ? dynamic : undefined
}

const field = (template: unknown, path: string, language: QueryLanguage): unknown => {
  let at = template
  for (const [i, key] of path.split('.').entries()) {
    // Within arguments a missing object is missing; only the whole may be replaced by the input.
    if (i > 0 && at === undefined) return undefined
    at = member(at, key, language)
    if (at === dynamic) return dynamic
  }
  return at
}

/** What a field of any template says. */
export const saidIn = (template: unknown, path: string, language: QueryLanguage): Said => {
  const value = field(template, path, language)
  if (value === dynamic) return 'dynamic'
  return typeof value === 'string' ? { text: value } : 'nothing'
}

/** Whether a field says, by the context object, that it is the machine itself: its ARN is known before it runs. */
const isOwnMachine = (template: unknown, path: string, language: QueryLanguage): boolean =>
  isObject(template) &&
  (language === 'JSONata'
    ? /^\{%\s*\$states\.context\.StateMachine\.Id\s*%\}$/.test(String(template[path]))
    : template[`${path}.$`] === '$$.StateMachine.Id')

/** Gathers what the tasks of one definition need. */
export interface Sink {
  readonly grants: Grant[]
  readonly underived: Underived[]
}

/** A task as its rule sees it; what the rule says goes to the sink. */
export const callOf = (
  state: string,
  task: TaskState,
  pattern: Pattern,
  language: QueryLanguage,
  arns: Arns,
  { grants, underived }: Sink,
): Call => {
  const template = language === 'JSONata' ? (task.Arguments ?? {}) : task.Parameters
  const said: Call['said'] = (path) =>
    path === 'StateMachineArn' && isOwnMachine(template, path, language)
      ? { text: arns.own }
      : saidIn(template, path, language)
  const allow: Call['allow'] = (actions, resources, condition) => {
    grants.push({ actions, resources, ...(condition !== undefined && { condition }) })
  }
  const cannotDerive: Call['cannotDerive'] = (actions, why, onlyIf) => {
    for (const action of actions) underived.push({ state, action, why, ...(onlyIf !== undefined && { onlyIf }) })
    if (actions.length === 0) underived.push({ state, why })
  }
  return {
    arns,
    pattern,
    isSync: pattern === 'sync' || pattern === 'sync:2',
    said,
    value: (path) => {
      const value = field(template, path, language)
      return value === dynamic ? undefined : value
    },
    given: isObject(template) ? template : undefined,
    isGiven: (path) => field(template, path, language) !== undefined,
    allow,
    cannotDerive,
    on: (path, actions, resources, condition) => {
      const what = said(path)
      if (what === 'dynamic') return cannotDerive(actions, `${path} is known only to the running execution`)
      if (what === 'nothing') return cannotDerive(actions, `there is no ${path}`)
      const found = resources(what.text)
      if (found === undefined)
        return cannotDerive(actions, `the ARN cannot be told from the ${path} ${shown(what.text)}`)
      allow(actions, typeof found === 'string' ? [found] : found, condition)
    },
    rule: (name) =>
      allow(['events:DescribeRule', 'events:PutRule', 'events:PutTargets'], [arns.of('events', `rule/${name}`)]),
  }
}
