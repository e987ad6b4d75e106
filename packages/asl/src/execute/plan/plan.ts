/** A definition, made ready to run: each state once, its paths and templates parsed, its successors found. */
import type { QueryLanguage } from '../../states.ts'
import { isRecord, shown, textOf } from '../payload/payload.ts'
import { choiceState } from '../states/choice.ts'
import { failState } from '../states/fail.ts'
import { mapState } from '../states/map.ts'
import { parallelState } from '../states/parallel.ts'
import { passState } from '../states/pass.ts'
import { succeedState } from '../states/succeed.ts'
import { taskState } from '../states/task.ts'
import { waitState } from '../states/wait.ts'
import type { ReadyScope, ReadyState } from '../thread/thread.ts'
import type { Blueprint } from './blueprint.ts'
import { field, optionalNumber, type Raw, recordField, textField } from './fields.ts'
import { refusal, type Where } from './refuse.ts'

type Run = ReadyState['run']

const kinds: ReadonlyMap<unknown, (blueprint: Blueprint) => Run> = new Map<unknown, (blueprint: Blueprint) => Run>([
  ['Pass', passState],
  ['Task', taskState],
  ['Choice', choiceState],
  ['Wait', waitState],
  ['Succeed', succeedState],
  ['Fail', failState],
  ['Parallel', parallelState],
  ['Map', mapState],
])

const unset: Run = () => {
  throw new Error('a state was run before it was ready')
}

interface Pending {
  readonly raw: Raw
  readonly at: Where
  readonly scope: ReadyScope
}

const languageOf = (raw: Raw, inherited: QueryLanguage, at: Where): QueryLanguage => {
  const own = field(raw, 'QueryLanguage')
  if (own === undefined) return inherited
  if (own !== 'JSONPath' && own !== 'JSONata')
    throw refusal(
      'ASL008',
      [...at, 'QueryLanguage'],
      'it is neither JSONPath nor JSONata.',
      'Write one of the two, or leave it out.',
    )
  return own
}

/** A machine, made ready. */
export interface Plan {
  readonly definition: Raw
  readonly scope: ReadyScope
  readonly timeoutSeconds: number | undefined
}

/**
 * Makes a definition ready to run.
 *
 * @throws AslError for what cannot be run: the first thing that stands in the way, with its place.
 */
export const planOf = (definition: unknown, type: 'STANDARD' | 'EXPRESS'): Plan => {
  if (!isRecord(definition))
    throw refusal('ASL001', [], 'a definition must be a JSON object.', 'Pass the object itself, not its text.')
  const language = languageOf(definition, 'JSONPath', [])
  const pending: Pending[] = []
  const scopeAt = (raw: Raw, at: Where): ReadyScope => {
    const scope: ReadyScope = { start: { name: '', type: '', run: unset }, states: new Map() }
    pending.push({ raw, at: at.length === 0 ? at : [{ outer: at }], scope })
    return scope
  }
  const root = scopeAt(definition, [])
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) fill(next, language, type, scopeAt)
  return { definition, scope: root, timeoutSeconds: optionalNumber(definition, 'TimeoutSeconds', []) }
}

const fill = (
  { raw, at, scope }: Pending,
  language: QueryLanguage,
  type: 'STANDARD' | 'EXPRESS',
  scopeAt: Blueprint['scope'],
): void => {
  const states = recordField(raw, 'States', at)
  const rawStates = new Map<string, Raw>()
  for (const name of Object.keys(states)) {
    const state = states[name]
    if (!isRecord(state)) throw refusal('ASL030', [...at, 'States', name], 'a state is an object.', 'Give it a Type.')
    rawStates.set(name, state)
    scope.states.set(name, { name, type: textOf(field(state, 'Type')), run: unset })
  }
  const target = (name: unknown, where: Where): (() => ReadyState | undefined) => {
    const state = typeof name === 'string' ? scope.states.get(name) : undefined
    if (state === undefined)
      throw refusal(
        'ASL035',
        where,
        `there is no state ${shown(name)} in this scope.`,
        `Its states are ${[...scope.states.keys()]
          .slice(0, 20)
          .map((known) => JSON.stringify(known))
          .join(', ')}.`,
      )
    return () => state
  }
  for (const [name, state] of rawStates) {
    const here = [...at, 'States', name]
    const make = kinds.get(field(state, 'Type'))
    if (make === undefined)
      throw refusal(
        'ASL030',
        [...here, 'Type'],
        `the Type is ${shown(field(state, 'Type'))}.`,
        `It is one of ${[...kinds.keys()].join(', ')}.`,
      )
    const ready = scope.states.get(name) as ReadyState
    const next = field(state, 'Next')
    ready.run = make({
      name,
      raw: state,
      at: here,
      isJsonata: languageOf(state, language, here) === 'JSONata',
      type,
      next: next === undefined ? () => undefined : target(next, [...here, 'Next']),
      target,
      scope: scopeAt,
    })
  }
  scope.start = target(textField(raw, 'StartAt', at), [...at, 'StartAt'])() as ReadyState
}
