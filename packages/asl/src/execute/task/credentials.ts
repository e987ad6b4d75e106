/** `Credentials`: the role that a task assumes, in another account or this one. */

import { queryFailure, runtimeFailure } from '../failure/failure.ts'
import { readyQueryTemplate } from '../jsonata/template.ts'
import { inputPathOf } from '../jsonpath/flow.ts'
import { readyTemplate } from '../jsonpath/template.ts'
import { isRecord, shown } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field } from '../plan/fields.ts'
import { after } from '../thread/flow.ts'
import type { Thread } from '../thread/thread.ts'

const roleOf = (thread: Thread, credentials: unknown, isJsonata: boolean): string => {
  const role = isRecord(credentials) ? credentials.RoleArn : undefined
  if (typeof role === 'string') return role
  const cause = `The value of the field RoleArn in Credentials must be a string but was: ${shown(role)}`
  throw isJsonata ? queryFailure(thread, cause, 'Credentials/RoleArn') : runtimeFailure(thread, cause)
}

/** The ARN of the role that the attempt at hand assumes, now or later; nothing where the task names none. */
export const credentialsOf = ({ raw, at, isJsonata }: Blueprint): ((thread: Thread) => unknown) | undefined => {
  const credentials = field(raw, 'Credentials')
  if (credentials === undefined) return undefined
  const here = [...at, 'Credentials']
  if (isJsonata) {
    const evaluate = readyQueryTemplate(credentials, 'Credentials', here)
    return (thread) =>
      after(thread, evaluate(thread, { input: thread.value }), (made) => roleOf(thread, made, isJsonata))
  }
  const inputPath = inputPathOf(raw, at)
  const evaluate = readyTemplate(credentials, here)
  return (thread) => roleOf(thread, evaluate(thread, inputPath(thread, thread.value)), isJsonata)
}
