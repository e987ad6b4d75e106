/** The CDK states of a workflow's fragments, as ASL. */
import type { Scope } from '@orkestra/asl'
import type { Task } from '@orkestra/core'
import { QueryLanguage, StateGraph } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { builderOf } from './fromChainable.ts'

/** Replaces a fragment where its states do not matter: in checks, and when deriving the role's policy. */
export const stub: Scope = { StartAt: 'fragment', States: { fragment: { Type: 'Pass', End: true } } }

export interface BuiltFragment {
  /** Can contain CDK tokens. */
  readonly states: Scope
  readonly graph: StateGraph
}

/** Creates the states of each fragment once. */
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
      return [name, { states: json as Scope, graph }] as const
    }),
  )
