import { jsonataFlow } from '../jsonata/flow.ts'
import { jsonPathFlow } from '../jsonpath/flow.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field } from '../plan/fields.ts'
import { literal } from '../plan/refuse.ts'
import { after, type Flow } from '../thread/flow.ts'
import { enter, exit, type ReadyState } from '../thread/thread.ts'

/** Pass: a result as it stands, or its input. https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html */
export const passState = ({ name, raw, at, isJsonata, next }: Blueprint): ReadyState['run'] => {
  const state = { name, type: 'Pass' }
  const flow: Flow = isJsonata ? jsonataFlow(raw, false, at) : jsonPathFlow(raw, at)
  const given = isJsonata ? undefined : field(raw, 'Result')
  const result = given === undefined ? undefined : literal(given, [...at, 'Result'])
  return (thread) => {
    enter(thread, state)
    return after(thread, flow.work(thread), (work) =>
      after(thread, flow.finish(thread, result === undefined ? work : result), () => {
        exit(thread, 'Pass')
        return next()
      }),
    )
  }
}
