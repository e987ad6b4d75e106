/** What rewrites ask of a query language. */
import type { QueryLanguage } from '../../states.ts'
import type { Draft } from '../draft/draft.ts'
import type { Problem } from '../expression/problem.ts'
import type { EmitOptions } from '../options.ts'
import { jsonataStates } from '../write/jsonataStates.ts'
import { jsonPathStates } from '../write/jsonPathStates.ts'
import type { StateWriter } from '../write/stateWriter.ts'

export interface Language {
  readonly name: QueryLanguage
  readonly writer: StateWriter
  /** Whether one state can say all that a draft holds. */
  readonly speaks: (draft: Draft) => boolean
}

export const languageOf = (options: EmitOptions): Language => {
  const name = options.queryLanguage ?? 'JSONPath'
  const writer = (name === 'JSONata' ? jsonataStates : jsonPathStates)(options)
  return {
    name,
    writer,
    speaks: (draft) => {
      const problems: Problem[] = []
      writer.fields(draft, problems)
      if (draft.kind === 'Choice') writer.rules(draft, problems)
      return problems.length === 0
    },
  }
}
