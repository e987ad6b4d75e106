/** A call of a function of the query languages. */
import type { Expression, FunctionName } from './expression.ts'
import { computed, type Ref, toExpression } from './reference.ts'
import type { Elsewhere } from './types.ts'

/** What a function gives of references and data, as a reference. @example call('add', i.a, 1) */
export const call = <T>(name: FunctionName, ...given: readonly unknown[]): Ref<T, Elsewhere> =>
  computed(
    Object.freeze({
      _tag: 'Call',
      name,
      arguments: Object.freeze(given.map((argument, i) => toExpression(`${name}, argument ${i + 1}`, argument))),
    }) as Expression,
  )
