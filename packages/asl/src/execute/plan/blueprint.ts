/** What a state of a definition is made ready from. */

import type { ReadyScope, ReadyState } from '../thread/thread.ts'
import type { Raw } from './fields.ts'
import type { Where } from './refuse.ts'

/** What a kind of state is given to make itself ready. */
export interface Blueprint {
  readonly name: string
  readonly raw: Raw
  readonly at: Where
  readonly isJsonata: boolean
  readonly type: 'STANDARD' | 'EXPRESS'
  /** Where `Next` or `End` leads. */
  readonly next: () => ReadyState | undefined
  /** A state of the same scope, by name. */
  readonly target: (name: unknown, at: Where) => () => ReadyState | undefined
  /** Makes a scope inside ready; not before the whole scope around it is: definitions nest as deep as they like. */
  readonly scope: (raw: Raw, at: Where) => ReadyScope
}
