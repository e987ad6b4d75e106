/** What the evaluation of an expression can come to: a rewrite must not change with which error, and under whose guards, a workflow fails. */
import { type Expression, type FunctionName, forEachRoot, functionTable, type Path, parts } from '@orkestra/core'
import { matchesError } from '../../language/errorNames.ts'
import type { QueryLanguage } from '../../states.ts'
import { type Assignment, type Draft, type Held, outputOf } from '../draft/draft.ts'
import { hasText, keyOf } from '../draft/substitution.ts'

/** `terminal` ends the execution, whatever is around it; `catchable` may be retried and caught. */
export type Risk = 'none' | 'terminal' | 'catchable'

const worse = (one: Risk, other: Risk): Risk =>
  one === 'catchable' || other === 'catchable' ? 'catchable' : one === 'terminal' ? one : other

const worst = (risks: readonly Risk[]): Risk => risks.reduce(worse, 'none')

/** What the context always holds. */
const known: ReadonlySet<string> = new Set([
  'Execution.Id',
  'Execution.Name',
  'Execution.Input',
  'Execution.StartTime',
  'Execution.RoleArn',
  'StateMachine.Id',
  'StateMachine.Name',
  'State.Name',
  'State.EnteredTime',
  'Map.Item.Index',
  'Map.Item.Value',
])

const isCount = (expression: Expression): boolean =>
  (expression._tag === 'Literal' && typeof expression.value === 'number') ||
  (expression._tag === 'Reference' &&
    expression.path.length === 0 &&
    expression.root._tag === 'Variable' &&
    (expression.root.variable as Held).isCounter === true)

/** How the evaluation of an expression may fail. What is typed as an object is taken for one. */
export const riskOf = (expression: Expression, language: QueryLanguage): Risk => {
  const isJsonata = language === 'JSONata'
  switch (expression._tag) {
    case 'Literal':
      return 'none'
    case 'Object':
      return worst(expression.fields.map(([, value]) => riskOf(value, language)))
    case 'Array':
      return worst(expression.items.map((item) => riskOf(item, language)))
    case 'Reference': {
      const { root, path } = expression
      const missing = isJsonata ? 'catchable' : 'terminal'
      if (root._tag === 'Computed')
        return worse(riskOf(root.expression, language), path.length === 0 ? 'none' : missing)
      if (path.length === 0) return 'none'
      return root._tag === 'Context' && known.has(path.join('.')) ? 'none' : missing
    }
    case 'Call': {
      const { name, arguments: given } = expression
      const [first, second] = given
      if (name === 'uuid') return 'none'
      if (name === 'add' && given.every(isCount)) return 'none'
      // A counter of ours never leaves its list.
      if (name === 'get' && first?._tag === 'Literal' && second !== undefined && isCount(second)) return 'none'
      if (name === 'now') return 'none'
      if (name === 'later' && first !== undefined) return riskOf(first, language)
      if (name === 'orElse' && first?._tag === 'Reference' && first.root._tag !== 'Computed' && second !== undefined)
        return riskOf(second, language)
      if (name === 'cond') return worst(given.map((part) => riskOf(part, language)))
      // A step that is typed so gets an object: what is added to it is all that can fail.
      if (
        name === 'merge' &&
        first?._tag === 'Reference' &&
        first.path.length === 0 &&
        second !== undefined &&
        given.length === 2
      )
        return second._tag === 'Object' || second._tag === 'Literal' ? riskOf(second, language) : 'catchable'
      // In JSONata what is not there is an empty text.
      if (name === 'concat' && isJsonata && given.every((part) => part._tag === 'Literal' || part._tag === 'Reference'))
        return 'none'
      return 'catchable'
    }
    case 'Compare':
      if (isJsonata) return expression.comparator === 'eq' || expression.comparator === 'ne' ? 'none' : 'catchable'
      return worse(riskOf(expression.left, language), riskOf(expression.right, language))
    case 'Ask':
      // That nothing is there is what is asked, or in JSONPath an error.
      return isJsonata || expression.question === 'isPresent' ? 'none' : riskOf(expression.value, language)
    case 'Matches':
      return isJsonata ? 'catchable' : riskOf(expression.value, language)
    case 'And':
    case 'Or':
      return worst(expression.conditions.map((condition) => riskOf(condition, language)))
    case 'Not':
      return riskOf(expression.condition, language)
    case 'Source':
      return 'catchable'
  }
}

/** A condition that gives no boolean fails a Choice of JSONata. */
const conditionRisk = (condition: Expression, language: QueryLanguage): Risk =>
  language === 'JSONata' && (condition._tag === 'Reference' || condition._tag === 'Source')
    ? 'catchable'
    : riskOf(condition, language)

/**
 * Whether a condition is a boolean whatever the payload holds. In JSONata an order comparison with what is missing is nothing, which
 * fails a Choice where it stands alone and is false inside of an `and`.
 */
export const isBoolean = (condition: Expression, language: QueryLanguage): boolean => {
  if (language === 'JSONPath') return true
  switch (condition._tag) {
    case 'Ask':
    case 'And':
    case 'Or':
      return true
    case 'Compare': {
      const { comparator, left, right } = condition
      return comparator === 'eq' || comparator === 'ne' || (isCount(left) && isCount(right))
    }
    case 'Not':
      return isBoolean(condition.condition, language)
    case 'Literal':
      return typeof condition.value === 'boolean'
    case 'Matches':
    case 'Reference':
    case 'Call':
    case 'Object':
    case 'Array':
    case 'Source':
      return false
  }
}

/** How the evaluation of what a state says may fail, its work aside. */
export const stateRisk = (draft: Draft, language: QueryLanguage): Risk => {
  const risks: Risk[] = [riskOf(outputOf(draft), language)]
  const add = (expression: Expression | undefined): void => {
    if (expression !== undefined) risks.push(riskOf(expression, language))
  }
  const assigned = (assigns: readonly Assignment[]): void => {
    for (const { value } of assigns) add(value)
  }
  add(draft.error)
  add(draft.cause)
  assigned(draft.assigns)
  for (const rule of draft.rules) {
    risks.push(conditionRisk(rule.condition, language))
    add(rule.output)
    assigned(rule.assigns)
  }
  // A number of seconds that is none, or a text that is not a time.
  if (draft.delay !== undefined && draft.delay.kind !== 'duration')
    risks.push(
      draft.delay.kind === 'seconds' && isCount(draft.delay.expression)
        ? 'none'
        : language === 'JSONata'
          ? 'catchable'
          : 'terminal',
    )
  return worst(risks)
}

/** The error with which an expression of a language fails, where that can be caught. */
export const errorOf = (language: QueryLanguage): string =>
  language === 'JSONata' ? 'States.QueryEvaluationError' : 'States.IntrinsicFailure'

/** Whether the guards of a state would retry or catch what an expression fails with. */
export const isGuarded = (
  { retries, catchers }: Pick<Draft, 'retries' | 'catchers'>,
  language: QueryLanguage,
): boolean => {
  const error = errorOf(language)
  return [...retries, ...catchers].some(({ errors }) => matchesError(errors, error))
}

/** Whether an expression speaks of the very state that it stands in, or is text, which does so unseen. */
export const isPlaced = (expression: Expression): boolean => {
  if (hasText(expression)) return true
  let placed = false
  forEachRoot(expression, (root, path) => {
    if (
      root._tag === 'Context' &&
      !isEnteredTime(path) &&
      (path.length === 0 || path[0] === 'State' || path[0] === 'Task')
    )
      placed = true
  })
  return placed
}

const isEnteredTime = (path: Path): boolean => path[0] === 'State' && path[1] === 'EnteredTime'

/** Whether an expression tells when its state was entered, which in JSONPath is the only time there is. */
export const isDated = (expression: Expression, language: QueryLanguage): boolean => {
  let dated = language === 'JSONPath' && calls(expression, (name) => name === 'now')
  forEachRoot(expression, (root, path) => {
    if (root._tag === 'Context' && isEnteredTime(path)) dated = true
  })
  return dated
}

/** Whether an expression gives the same value wherever and however often it is evaluated while the payload is the same. */
export const isStable = (expression: Expression): boolean =>
  !isPlaced(expression) && !calls(expression, (name) => functionTable[name].varies)

/** Whether it calls a function that `test` finds. */
const calls = (expression: Expression, test: (name: FunctionName) => boolean): boolean =>
  (expression._tag === 'Call' && test(expression.name)) || parts(expression).some((part) => calls(part, test))

/**
 * The parts of an expression whose evaluation may fail, each by what it says. In JSONata what is missing fails a field of a template
 * only: inside of a larger expression it is left out.
 */
const risks = (expression: Expression, language: QueryLanguage, all: Set<string>): void => {
  if (expression._tag === 'Object') for (const [, value] of expression.fields) risks(value, language, all)
  else if (expression._tag === 'Array') for (const item of expression.items) risks(item, language, all)
  else if (riskOf(expression, language) !== 'none') all.add(keyOf(expression))
}

/** All that is evaluated where an expression is, in JSONPath the parts of its parts too. */
const evaluated = (expression: Expression, language: QueryLanguage, all: Set<string>): void => {
  if (expression._tag === 'Object') for (const [, value] of expression.fields) evaluated(value, language, all)
  else if (expression._tag === 'Array') for (const item of expression.items) evaluated(item, language, all)
  else {
    all.add(keyOf(expression))
    if (language === 'JSONata') return
    if (expression._tag === 'Call') for (const given of expression.arguments) evaluated(given, language, all)
    if (expression._tag === 'Reference' && expression.root._tag === 'Computed')
      evaluated(expression.root.expression, language, all)
  }
}

/** Whether all that could fail in an expression is evaluated where others are. */
export const isCovered = (
  expression: Expression,
  by: readonly (Expression | undefined)[],
  language: QueryLanguage,
): boolean => {
  const sought = new Set<string>()
  risks(expression, language, sought)
  if (sought.size === 0) return true
  const found = new Set<string>()
  for (const one of by) if (one !== undefined) evaluated(one, language, found)
  return [...sought].every((one) => found.has(one))
}

/** The largest expression that a rewrite makes, and how deep: without a limit, copies of copies grow without end. */
const [largest, deepest] = [2000, 50]

/** Whether an expression is not too large to be put together from others. */
export const isReadable = (expression: Expression): boolean => {
  const stack: { readonly expression: Expression; readonly depth: number }[] = [{ expression, depth: 0 }]
  let size = 0
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    size += 1
    if (size > largest || top.depth > deepest) return false
    for (const part of parts(top.expression)) stack.push({ expression: part, depth: top.depth + 1 })
  }
  return true
}
