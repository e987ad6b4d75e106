import { Failure, queryFailure } from '../failure/failure.ts'
import { isExpression, readyQuery, unexpectedType } from '../jsonata/expression.ts'
import { readyExpression } from '../jsonpath/template.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field, type Raw } from '../plan/fields.ts'
import { refusal, type Where } from '../plan/refuse.ts'
import { after } from '../thread/flow.ts'
import { enter, type ReadyState, type Thread } from '../thread/thread.ts'

/** One of its two texts: given as it is, at a path, or by an expression. */
const textOf = (raw: Raw, name: 'Error' | 'Cause', at: Where, isJsonata: boolean): ((thread: Thread) => unknown) => {
  const literal = field(raw, name)
  const here = [...at, name]
  if (isJsonata && isExpression(literal)) {
    const evaluate = readyQuery(literal, name, here)
    return (thread) =>
      after(thread, evaluate(thread, { input: thread.value }), (value) => {
        if (typeof value !== 'string') throw unexpectedType(thread, literal, name, 'string', value)
        return value
      })
  }
  const path = isJsonata ? undefined : field(raw, `${name}Path`)
  if (path !== undefined) {
    const evaluate = readyExpression(path, `${name}Path`, [...at, `${name}Path`])
    return (thread) => {
      const value = evaluate(thread, thread.value)
      if (typeof value === 'string') return value
      throw queryFailure(thread, `The ${name}Path field must refer to a string`, `${name}Path`)
    }
  }
  if (literal !== undefined && typeof literal !== 'string')
    throw refusal('ASL031', here, `the field '${name}' must be a string.`, 'Write it in quotes.')
  return () => literal
}

/** Fail: an error of its own. https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html */
export const failState = ({ name, raw, at, isJsonata }: Blueprint): ReadyState['run'] => {
  const state = { name, type: 'Fail' }
  const errorOf = textOf(raw, 'Error', at, isJsonata)
  const causeOf = textOf(raw, 'Cause', at, isJsonata)
  return (thread) => {
    enter(thread, state)
    return after(thread, errorOf(thread), (error) =>
      after(thread, causeOf(thread), (cause): ReadyState => {
        throw new Failure(error as string | undefined, cause as string | undefined)
      }),
    )
  }
}
