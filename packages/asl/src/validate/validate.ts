/** A definition that is known to be one, or every reason why it is none. */
import type { Either } from 'fp-ts/lib/Either.js'
import type { NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js'
import type { Issue } from '../issue.ts'
import { readJson } from '../language/jsonText.ts'
import type { StateMachine } from '../states.ts'
import { type DiagnoseOptions, diagnose } from './diagnose.ts'

const valueOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // With placeholders that have no quotes it is not JSON, and still a definition.
    const read = readJson(text)
    return 'value' in read ? read.value : undefined
  }
}

/**
 * Right with the definition if it has no errors; left with every issue, including warnings. Text is returned as the parsed value;
 * a value is returned unchanged.
 *
 * @example validate(emit(workflow)) // right
 * @example validate('{"StartAt":"A"}') // left [{ code: 'ASL002', path: '', line: 1, column: 1, … }]
 */
export const validate = (
  definition: unknown,
  options: DiagnoseOptions = {},
): Either<NonEmptyArray<Issue>, StateMachine> => {
  const issues = diagnose(definition, options)
  const [first, ...rest] = issues
  // Plain data, as fp-ts defines it: of its code nothing is needed.
  return first !== undefined && issues.some(({ severity }) => severity === 'error')
    ? { _tag: 'Left', left: [first, ...rest] }
    : { _tag: 'Right', right: (typeof definition === 'string' ? valueOf(definition) : definition) as StateMachine }
}
