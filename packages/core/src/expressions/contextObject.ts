/** What AWS tells an execution about itself. */
import { type Ref as InPayload, referenceTo } from './reference.ts'
import type { Elsewhere } from './types.ts'

type Ref<T> = InPayload<T, Elsewhere>

/**
 * The execution's input; you state the type. Inside a distributed map, it is the child execution's item or batch.
 *
 * @example pass((i) => ({ ...i, order: executionInput<Order>().id }))
 */
export const executionInput = <T>(): Ref<T> => referenceTo<T, never>({ _tag: 'Context' }, ['Execution', 'Input'])

/** AWS's context object. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
export interface ContextObject {
  readonly Execution: {
    readonly Id: string
    readonly Name: string
    readonly Input: unknown
    readonly StartTime: string
    readonly RoleArn: string
  }
  readonly StateMachine: { readonly Id: string; readonly Name: string }
  readonly State: { readonly Name: string; readonly EnteredTime: string }
  /** Inside a map. */
  readonly Map: { readonly Item: { readonly Index: number; readonly Value: unknown } }
}

/** The context object of the execution, as a reference. @example pass(() => ({ run: context.Execution.Name })) */
export const context: Ref<ContextObject> = /* @__PURE__ */ referenceTo({ _tag: 'Context' })
