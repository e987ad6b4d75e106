import type { Expression, Variable } from '@orkestra/core'
import { jsonataTemplate, jsonataText } from './expression/jsonata.ts'
import type { Problem, Writer } from './writer.ts'

const quoted = (text: string): string => JSON.stringify(text)

/** JSONata says all that there is to say, but for what was written for JSONPath. */
export const jsonataWriter = (nameOf: (variable: Variable) => string | undefined, problems: Problem[]): Writer => {
  const template = (value: Expression) => jsonataTemplate(value, nameOf, problems)
  const expression = (value: Expression) => `{% ${jsonataText(value, nameOf, problems)} %}`
  return {
    template,
    pass: (value) => ({ Output: template(value) }),
    rule: (condition) => ({ Condition: expression(condition) }),
    items: (value) => ({ Items: template(value) }),
    selector: (value) => ({ ItemSelector: template(value) }),
    seconds: (value) => ({ Seconds: expression(value) }),
    until: (value) => ({ Timestamp: expression(value) }),
    assignInput: (name) => ({ [name]: '{% $states.input %}' }),
    assignZero: (name) => ({ [name]: 0 }),
    assignNext: (name) => ({ [name]: `{% $${name} + 1 %}` }),
    outputVariable: (name) => ({ Output: `{% $${name} %}` }),
    atLeast: (name, least) => ({ Condition: `{% $${name} >= ${least} %}` }),
    keep: (key) => ({ state: { Output: `{% $merge([$states.input, {${quoted(key)}: $states.result[0]}]) %}` } }),
  }
}
