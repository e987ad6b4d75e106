/** The states that CDK makes for the fragments of a workflow, as ASL. */
import type { Scope } from '@orkestra/asl'
import type { Task } from '@orkestra/core'
import { QueryLanguage, StateGraph } from 'aws-cdk-lib/aws-stepfunctions'
import { Stack, Token, Tokenization } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { builderOf } from './fromChainable.ts'

/** What stands for a fragment where its own states do not matter: in checks, and where the role's policy is derived. */
export const stub: Scope = { StartAt: 'fragment', States: { fragment: { Type: 'Pass', End: true } } }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isReference = (value: Readonly<Record<string, unknown>>): boolean => {
  const [key, ...more] = Object.keys(value)
  return key !== undefined && more.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))
}

/** JSON in which what is known at deployment only is a token in a text, for `definitionText` to fill. */
const settled = (name: string, stack: Stack, value: unknown): unknown => {
  const late = (what: string): Error =>
    new Error(
      `fromChainable ${JSON.stringify(name)}: ${what} that is known at deployment only cannot stand in a definition; give it as a text`,
    )
  if (typeof value === 'number' && Token.isUnresolved(value)) {
    const number: unknown = stack.resolve(value)
    if (typeof number !== 'number') throw late('a number')
    return number
  }
  if (Array.isArray(value)) {
    if (value.some((item) => typeof item === 'string' && item.startsWith('#{Token['))) throw late('a list')
    return value.map((item) => settled(name, stack, item))
  }
  if (!isRecord(value)) return value
  if (Tokenization.isResolvable(value)) return settled(name, stack, stack.resolve(value))
  if (isReference(value)) return Token.asString(value)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => (field === undefined ? [] : [[key, settled(name, stack, field)]])),
  )
}

export interface BuiltFragment {
  readonly states: Scope
  readonly graph: StateGraph
}

/** Makes the states of each fragment, once. */
export const buildFragments = (
  home: Construct,
  tasks: ReadonlyMap<string, Task>,
  queryLanguage: 'JSONPath' | 'JSONata',
): ReadonlyMap<string, BuiltFragment> =>
  new Map(
    [...tasks].map(([name, task]) => {
      const { startState } = builderOf(task)(new Construct(home, `${name} states`))
      const graph = new StateGraph(startState, `the fragment ${name}`)
      const json = graph.toGraphJson(queryLanguage === 'JSONata' ? QueryLanguage.JSONATA : QueryLanguage.JSON_PATH)
      return [name, { states: settled(name, Stack.of(home), json) as Scope, graph }] as const
    }),
  )
