import { choiceLabel, type Expression } from '@orkestra/core'
import { type Assignment, become, blank, type Draft, type Held, reading, theInput } from '../draft/draft.ts'
import { hasConditional, isConditional, project, readsRoot, substitute } from '../draft/substitution.ts'
import type { Variables } from '../lower/scope.ts'
import { riskOf } from './totality.ts'

/** A value that a Choice chooses, and the variable that it is kept in. */
interface Chosen {
  readonly variable: Held
  readonly value: Expression & { readonly _tag: 'Call' }
}

/** What is chosen for a state, and the states that do so. */
interface Choosing {
  readonly variables: Variables
  readonly chosen: Chosen[]
  readonly states: Draft[]
}

const all = (expressions: readonly Expression[], choosing: Choosing): readonly Expression[] =>
  expressions.map((one) => withChosen(one, choosing))

/** The field that a value with a default is read from. */
const fieldOf = (value: Expression | undefined): string | undefined => {
  const last = value?._tag === 'Reference' ? value.path.at(-1) : undefined
  return typeof last === 'string' ? last : undefined
}

/** An expression with variables in the place of what is chosen in it. What is asked of each element of an array stays. */
const withChosen = (expression: Expression, choosing: Choosing): Expression => {
  if (!hasConditional(expression)) return expression
  switch (expression._tag) {
    case 'Call': {
      const { arguments: given, item } = expression
      if (isConditional(expression)) {
        const variable = choosing.variables.fresh(fieldOf(given[0]) ?? 'value')
        choosing.chosen.push({ variable, value: expression })
        return reading(variable)
      }
      return item === undefined
        ? { ...expression, arguments: all(given, choosing) }
        : { ...expression, arguments: [...all(given.slice(0, 1), choosing), ...given.slice(1)] }
    }
    case 'Object': {
      const values = all(
        expression.fields.map(([, value]) => value),
        choosing,
      )
      return { ...expression, fields: expression.fields.map(([key], i) => [key, values[i] as Expression]) }
    }
    case 'Array':
      return { ...expression, items: all(expression.items, choosing) }
    case 'Reference':
      return expression.root._tag === 'Computed'
        ? project(withChosen(expression.root.expression, choosing), expression.path)
        : expression
    case 'Source':
      return expression.arguments === undefined
        ? expression
        : { ...expression, arguments: all(expression.arguments, choosing) }
    case 'Literal':
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
      return expression
  }
}

/** A condition with variables in the place of what is chosen in what it compares. Those that may never be asked must not fail. */
const askedOfChosen = (condition: Expression, isAsked: boolean, choosing: Choosing): Expression => {
  const operand = (value: Expression): Expression =>
    isAsked || riskOf(value, 'JSONPath') === 'none' ? withChosen(value, choosing) : value
  switch (condition._tag) {
    case 'Compare':
      return { ...condition, left: operand(condition.left), right: operand(condition.right) }
    case 'Ask':
    case 'Matches':
      return { ...condition, value: operand(condition.value) }
    case 'And':
    case 'Or':
      return {
        ...condition,
        conditions: condition.conditions.map((one, i) => askedOfChosen(one, isAsked && i === 0, choosing)),
      }
    case 'Not':
      return { ...condition, condition: askedOfChosen(condition.condition, isAsked, choosing) }
    case 'Call':
      return operand(condition)
    case 'Reference':
    case 'Literal':
    case 'Object':
    case 'Array':
    case 'Source':
      return condition
  }
}

/** The condition, and the two values. */
const parted = ({ name, arguments: given }: Chosen['value']): readonly [Expression, Expression, Expression] => {
  const [first, second, third] = given as readonly [Expression, Expression, Expression]
  if (name === 'cond') return [first, second, third]
  const ask = (question: 'isPresent' | 'isNull'): Expression => ({ _tag: 'Ask', question, value: first })
  return [{ _tag: 'And', conditions: [ask('isPresent'), { _tag: 'Not', condition: ask('isNull') }] }, first, second]
}

/** Keeps a value in a variable: by the state that leads on, or by states of its own where there is something to choose in it. */
const keep = (
  variable: Held,
  value: Expression,
  next: Draft,
  choosing: Choosing,
): { readonly entry: Draft; readonly assigns: readonly Assignment[] } => {
  if (value._tag === 'Call' && isConditional(value))
    return { entry: chooser({ variable, value }, next, choosing), assigns: [] }
  if (!hasConditional(value)) return { entry: next, assigns: [{ variable, value }] }
  const inside: Choosing = { ...choosing, chosen: [] }
  const made = withChosen(value, inside)
  const pass: Draft = { ...blank(), kind: 'Pass', label: `Keep ${variable.words}`, input: next.input, next }
  pass.assigns = [{ variable, value: made }]
  choosing.states.push(pass)
  return { entry: choosers(inside.chosen, pass, choosing), assigns: [] }
}

/** A Choice whose ways keep the one value or the other. */
const chooser = ({ variable, value }: Chosen, next: Draft, choosing: Choosing): Draft => {
  const [condition, one, other] = parted(value)
  const field = value.name === 'orElse' ? fieldOf(value.arguments[0]) : undefined
  const [first, second] = [keep(variable, one, next, choosing), keep(variable, other, next, choosing)]
  const choice: Draft = { ...blank(), kind: 'Choice', input: next.input, next: second.entry, assigns: second.assigns }
  choice.label = field === undefined ? choiceLabel([{ condition }]) : `Has ${field}?`
  choice.rules = [{ condition, next: first.entry, assigns: first.assigns, output: undefined }]
  choosing.states.push(choice)
  return choice
}

const choosers = (chosen: readonly Chosen[], next: Draft, choosing: Choosing): Draft => {
  let entry = next
  for (let i = chosen.length - 1; i >= 0; i--) entry = chooser(chosen[i] as Chosen, entry, choosing)
  return entry
}

/** What a state says of its input, with variables in the place of what is chosen. */
const saying = (draft: Draft, choosing: Choosing): Draft => {
  const maybe = (value: Expression | undefined) => value && withChosen(value, choosing)
  const { delay, items } = draft
  const isBefore = draft.scopes.length === 0 && draft.kind !== 'Task' && draft.kind !== 'Fragment'
  return {
    ...draft,
    payload: maybe(draft.payload),
    credentials: maybe(draft.credentials),
    error: maybe(draft.error),
    cause: maybe(draft.cause),
    output: isBefore ? maybe(draft.output) : draft.output,
    assigns: isBefore
      ? draft.assigns.map(({ variable, value }) => ({ variable, value: withChosen(value, choosing) }))
      : draft.assigns,
    rules: draft.rules.map((rule, i) => ({ ...rule, condition: askedOfChosen(rule.condition, i === 0, choosing) })),
    delay:
      delay === undefined || delay.kind === 'duration'
        ? delay
        : { ...delay, expression: withChosen(delay.expression, choosing) },
    items: items && { ...items, items: maybe(items.items) },
  }
}

/** Whether a state that does work makes something of its result in which there is something to choose. */
const choosesOfResult = ({ kind, output, assigns }: Draft): boolean =>
  (kind === 'Task' || kind === 'Parallel' || kind === 'Map') &&
  assigns.length === 0 &&
  output !== undefined &&
  hasConditional(output) &&
  !readsRoot(output, 'Input')

/**
 * *A value that depends on a condition is chosen before,* by a Choice that keeps it in a variable: JSONPath has conditions nowhere else.
 * The first of the states stands in the place of the one that needs the value.
 */
export const splitConditional = (variables: Variables, draft: Draft): readonly Draft[] | undefined => {
  const choosing: Choosing = { variables, chosen: [], states: [] }
  const copy: Draft = { ...draft, from: undefined }
  const entryOf = (state: Draft): Draft => {
    const said = saying(state, choosing)
    choosing.states.push(said)
    return choosers(choosing.chosen.splice(0), said, choosing)
  }
  if (choosesOfResult(copy)) {
    const pass: Draft = { ...blank(), kind: 'Pass', label: `Shape ${copy.label}`, next: copy.next }
    pass.output = substitute(copy.output as Expression, (root) => (root._tag === 'Result' ? theInput : undefined))
    copy.output = undefined
    copy.next = entryOf(pass)
  }
  const entry = entryOf(copy)
  if (choosing.states.length === 1) return undefined
  become(draft, entry)
  return choosing.states.map((state) => (state === entry ? draft : state))
}
