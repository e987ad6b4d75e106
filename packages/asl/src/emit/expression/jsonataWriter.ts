import { type Expression, showExpression, type Variable } from '@orkestra/core'
import { jsonataCondition, jsonataTemplate } from './jsonata.ts'
import { Inexpressible, type Problem } from './problem.ts'
import type { Writer } from './writer.ts'

/** JSONata says all that there is to say, but for what was written for JSONPath. */
export const jsonataWriter = (
  nameOf: (variable: Variable) => string | undefined,
  problems: Problem[],
  partition: string,
): Writer => {
  const noting =
    <A>(write: (value: Expression, names: typeof nameOf) => A) =>
    (value: Expression): A | undefined => {
      try {
        return write(value, nameOf)
      } catch (thrown) {
        if (!(thrown instanceof Inexpressible)) throw thrown
        problems.push({
          expression: showExpression(value),
          what: thrown.message,
          wayOut: 'Say it in the language that is emitted, inside the scope of its variables.',
        })
        return undefined
      }
    }
  const template = noting(jsonataTemplate)
  const query = noting(jsonataCondition)
  return {
    language: 'JSONata',
    partition,
    template,
    cannot: (value, what, wayOut) => problems.push({ expression: showExpression(value), what, wayOut }),
    pass: (value) => ({ Output: template(value) }),
    rule: (condition) => ({ Condition: query(condition) }),
    seconds: (value) => ({ Seconds: query(value) }),
    until: (value) => ({ Timestamp: query(value) }),
  }
}
