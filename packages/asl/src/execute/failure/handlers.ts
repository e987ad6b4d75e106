/** `Retry` and `Catch` of a state, in either language. */
import type { Catcher, Retrier } from '../../states.ts'
import { jsonataRecovery } from '../jsonata/flow.ts'
import { jsonPathRecovery } from '../jsonpath/flow.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { handlersField } from '../plan/fields.ts'
import type { Attempts } from './retry.ts'

/** What a state says is to be done when it fails, made ready. */
export const handlersOf = (blueprint: Blueprint): Pick<Attempts, 'retriers' | 'catchers'> => {
  const { raw, at, isJsonata } = blueprint
  return {
    retriers: handlersField<Retrier>(raw, 'Retry', at),
    catchers: handlersField<Catcher>(raw, 'Catch', at).map((catcher, i) => {
      const here = [...at, 'Catch', i]
      return {
        names: catcher.ErrorEquals,
        recover: isJsonata ? jsonataRecovery(catcher, i, here) : jsonPathRecovery(catcher, here),
        next: blueprint.target(catcher.Next, [...here, 'Next']),
      }
    }),
  }
}
