import type { Variable } from '@orkestra/core'
import type { QueryLanguage } from '../states.ts'
import type { Problem } from './expression/problem.ts'
import { jsonataWriter } from './jsonataWriter.ts'
import { jsonPathWriter } from './jsonPathWriter.ts'
import type { Writer } from './writer.ts'

/** What writes expressions in a query language: variables by the names they have in scope, problems noted. */
export const writerFor = (
  language: QueryLanguage,
  nameOf: (variable: Variable) => string | undefined,
  problems: Problem[],
  partition = 'aws',
): Writer => (language === 'JSONata' ? jsonataWriter : jsonPathWriter)(nameOf, problems, partition)
