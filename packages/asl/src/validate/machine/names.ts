/** The names of states: their length, their letters, and that each is there once in the whole machine. */
import { longestName } from '../../language/quotas.ts'
import { withoutPlaceholders } from '../outline/fields.ts'
import type { Outline, Scope } from '../outline/outline.ts'
import { pointerOf } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { charactersIn, quoted } from '../report/wording.ts'

/** Characters that names of machines, executions and activities must not have, but for those that are common in sentences. */
const awkward = /[\p{Cc}\p{Cs}<>{}[\]*"\\^|`]/u

const lengthOf = (name: string): number => (name.length <= longestName ? name.length : charactersIn(name))

/** Checks the names of one scope; `seen` holds where each name was first. */
export const checkNames = (
  scope: Scope,
  outline: Outline,
  seen: Map<string, Scope['states'][number]>,
  report: Report,
): void => {
  for (const state of scope.states) {
    const { name, place } = state
    if (name === '') report.error('ASL020', place, 'a state has an empty name.', 'Give it a name.', 'key')
    else if (name.length > longestName && lengthOf(name) > longestName)
      report.error(
        'ASL020',
        place,
        `the name ${quoted(name)} has ${lengthOf(name)} characters; ${longestName} are allowed.`,
        'Shorten it, and move the rest to "Comment".',
        'key',
      )
    // Placeholders in a name are replaced before AWS sees it.
    const mark = awkward.exec(withoutPlaceholders(name, ''))
    if (mark !== null)
      report.warn(
        'ASL022',
        place,
        `the name ${quoted(name)} has the character ${quoted(mark[0])}, which many AWS resource names do not allow.`,
        'Use only letters, digits, spaces, "-", "_" and ".".',
        'key',
      )
    if (outline.nameCount.get(name) === 1) continue
    const first = seen.get(name)
    if (first === undefined) seen.set(name, state)
    else
      report.error(
        'ASL021',
        place,
        `the name ${quoted(name)} is already used by the state at ${pointerOf(first.place)}.`,
        'Names are unique in the whole machine, including branches and item processors; rename one of them.',
        'key',
      )
  }
}
