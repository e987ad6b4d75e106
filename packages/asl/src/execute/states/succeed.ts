import { jsonataFlow } from '../jsonata/flow.ts'
import { jsonPathFlow } from '../jsonpath/flow.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { after } from '../thread/flow.ts'
import { enter, exit, type ReadyState } from '../thread/thread.ts'

/** Succeed: the end of its scope. https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html */
export const succeedState = ({ name, raw, at, isJsonata }: Blueprint): ReadyState['run'] => {
  const state = { name, type: 'Succeed' }
  const { InputPath, OutputPath } = raw
  const flow = isJsonata ? jsonataFlow({ Output: raw.Output }, false, at) : jsonPathFlow({ InputPath, OutputPath }, at)
  return (thread) => {
    enter(thread, state)
    return after(thread, flow.work(thread), (given) =>
      after(thread, flow.finish(thread, given), () => {
        exit(thread, 'Succeed')
        return undefined
      }),
    )
  }
}
