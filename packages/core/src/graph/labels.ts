/** What states are called that the user gave no name: what happens there. Emission and diagrams both call them so. */
import type { Expression } from '../expressions/expression.ts'
import { fieldNames } from '../expressions/fields.ts'
import { forEachRoot } from '../expressions/roots.ts'
import type { Arm, Delay, Node } from './graph.ts'

const listed = (words: readonly string[]): string => {
  const some = words.slice(0, 3)
  return `${some.join(', ')}${words.length > some.length ? ', …' : ''}`
}

/** The name of a Pass: the fields that it makes. @example passLabel({ id: i.id, total: i.total }) // 'Shape id, total' */
export const passLabel = (value: Expression): string => {
  const fields = fieldNames(value)
  if (fields !== undefined && fields.length > 0) return `Shape ${listed(fields)}`
  if (value._tag === 'Call' && value.name === 'merge') {
    const added = value.arguments.flatMap((part) => fieldNames(part) ?? [])
    if (added.length > 0) return `Add ${listed(added)}`
  }
  if (value._tag === 'Reference') {
    const last = value.path.findLast((step) => typeof step === 'string')
    if (last !== undefined) return `Take ${last}`
  }
  return 'Pass'
}

/** The last keys of what a condition asks, each once. */
const asked = (conditions: readonly Expression[]): readonly string[] => {
  const keys = new Set<string>()
  for (const condition of conditions)
    forEachRoot(condition, (_, path) => {
      const last = path.findLast((step) => typeof step === 'string')
      if (typeof last === 'string') keys.add(last)
    })
  return [...keys]
}

/** The name of a Choice: the fields that its conditions check. @example choiceLabel([when((o) => eq(o.payment.kind, 'card'), …)]) // 'Check kind' */
export const choiceLabel = (arms: readonly Pick<Arm, 'condition'>[]): string => {
  const keys = asked(arms.map(({ condition }) => condition))
  return keys.length === 0 ? 'Choice' : `Check ${listed(keys)}`
}

/** The name of a Wait. @example waitLabel(nodeOf(wait(minutes(5))).delay) // 'Wait 300 s' */
export const waitLabel = (delay: Delay): string => {
  switch (delay.kind) {
    case 'duration':
      return `Wait ${delay.seconds} s`
    case 'seconds':
      return 'Wait'
    case 'until':
      return 'Wait until'
  }
}

/** The name of a variable that holds a node's output: that of its last step. @example wordsOf(nodeOf(seq(price, charge))) // 'charge' */
export const wordsOf = (node: Node): string => {
  let at = node
  for (;;) {
    if (at.stateName !== undefined) return at.stateName
    switch (at._tag) {
      case 'Task':
        return at.name
      case 'Seq':
        at = at.steps.at(-1) as Node
        break
      case 'Bind':
      case 'Capture':
      case 'Retry':
      case 'Catch':
      case 'Repeat':
      case 'Keep':
        at = at.body
        break
      case 'Map':
        at = at.item
        break
      case 'Par':
        return at.keys?.join(' ') ?? 'results'
      case 'Identity':
      case 'Wait':
        return 'input'
      case 'Pass':
      case 'Choice':
      case 'Succeed':
      case 'Fail':
        return 'value'
      default:
        at satisfies never
    }
  }
}

const isWork = ({ _tag }: Node): boolean =>
  _tag !== 'Pass' &&
  _tag !== 'Identity' &&
  _tag !== 'Wait' &&
  _tag !== 'Choice' &&
  _tag !== 'Succeed' &&
  _tag !== 'Fail'

/**
 * What a loop is called: the last of its steps that does work.
 *
 * @example loopWords(nodeOf(seq(wait(seconds(5)), task('poll')))) // 'poll'
 */
export const loopWords = (body: Node): string => {
  let at = body
  for (;;) {
    if (at.stateName !== undefined) return at.stateName
    if (at._tag === 'Bind') at = at.body
    else if (at._tag === 'Seq') at = at.steps.findLast(isWork) ?? (at.steps.at(-1) as Node)
    else return wordsOf(at)
  }
}
