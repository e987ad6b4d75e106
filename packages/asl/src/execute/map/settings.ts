/** The numbers of a Map: how many items at once, how many failures are borne. */

import { queryFailure, runtimeFailure } from '../failure/failure.ts'
import { isExpression, readyQuery, unexpectedType } from '../jsonata/expression.ts'
import { inputPathOf } from '../jsonpath/flow.ts'
import { atPath, readyPath } from '../jsonpath/template.ts'
import { javaText } from '../payload/java.ts'
import { shown } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field, optionalNumber, wrong } from '../plan/fields.ts'
import { after } from '../thread/flow.ts'
import type { Thread } from '../thread/thread.ts'

type Name = 'MaxConcurrency' | 'ToleratedFailureCount' | 'ToleratedFailurePercentage'

/** A setting's value, now or later; `undefined` where the definition does not set it. */
export type Setting = (thread: Thread) => unknown

const kinds: Readonly<Record<Name, { readonly kind: string; readonly isValid: (n: number) => boolean }>> = {
  MaxConcurrency: { kind: 'integer', isValid: Number.isInteger },
  ToleratedFailureCount: { kind: 'integer', isValid: Number.isInteger },
  ToleratedFailurePercentage: { kind: 'float', isValid: Number.isFinite },
}

const outOfRange = (name: Name, value: number): string | undefined => {
  if (name === 'ToleratedFailurePercentage')
    return value < 0 || value > 100 ? 'ToleratedFailurePercentage must be between 0 and 100.' : undefined
  return value < 0 ? `${name} cannot be negative.` : undefined
}

/** One of the settings: a literal, an expression, or at a path. */
export const settingOf = ({ raw, at, isJsonata }: Blueprint, name: Name): Setting => {
  const { kind, isValid } = kinds[name]
  const path = isJsonata ? undefined : field(raw, `${name}Path`)
  if (path !== undefined) {
    const ready = readyPath(path, [...at, `${name}Path`])
    const inputPath = inputPathOf(raw, at)
    return (thread) => {
      const found = atPath(ready, thread, inputPath(thread, thread.value))
      // AWS also takes a number that is written as a text.
      const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found
      if (typeof number !== 'number' || !isValid(number))
        throw runtimeFailure(
          thread,
          `The ${name}Path field refers to value "${typeof found === 'object' ? shown(found) : javaText(found)}" which is not a valid ${kind}: ${ready.path.text}`,
        )
      const wrong = outOfRange(name, number)
      if (wrong !== undefined) throw runtimeFailure(thread, wrong)
      return number
    }
  }
  const value = field(raw, name)
  if (isJsonata && isExpression(value)) {
    const evaluate = readyQuery(value, name, [...at, name])
    return (thread) =>
      after(thread, evaluate(thread, { input: thread.value }), (found) => {
        if (typeof found !== 'number' || !isValid(found)) throw unexpectedType(thread, value, name, 'number', found)
        const wrong = outOfRange(name, found)
        if (wrong !== undefined) throw queryFailure(thread, wrong, name)
        return found
      })
  }
  const number = optionalNumber(raw, name, at)
  // As AWS has it in its schema; a fraction of a worker would never be done.
  if (number !== undefined && !isValid(number)) throw wrong(at, name, 'a whole number')
  return () => number
}
