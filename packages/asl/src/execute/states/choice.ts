import { causeInState, Failure, runtimeFailure } from '../failure/failure.ts'
import { isExpression, readyQuery, unexpectedType } from '../jsonata/expression.ts'
import { jsonataFlow } from '../jsonata/flow.ts'
import { inputPathOf, jsonPathFlow } from '../jsonpath/flow.ts'
import { isRecord } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field, listField, type Raw } from '../plan/fields.ts'
import { refusal, type Where } from '../plan/refuse.ts'
import { after, type Flow } from '../thread/flow.ts'
import { enter, exit, type ReadyState, type Thread } from '../thread/thread.ts'
import { readyRule } from './choiceRules.ts'

/** One way out. */
interface Way {
  readonly holds: (thread: Thread, input: unknown) => unknown
  readonly flow: Flow
  readonly next: () => ReadyState | undefined
}

const condition = (rule: Raw, index: number, at: Where): Way['holds'] => {
  const source = field(rule, 'Condition')
  if (typeof source === 'boolean') return () => source
  const location = `Choices[${index}]/Condition`
  if (!isExpression(source))
    throw refusal(
      'ASL059',
      [...at, 'Condition'],
      'a condition is true, false, or an expression.',
      "Write it as '{% $states.input.x = 1 %}'.",
    )
  const evaluate = readyQuery(source, location, [...at, 'Condition'])
  return (thread, input) =>
    after(thread, evaluate(thread, { input }), (value) => {
      if (typeof value !== 'boolean') throw unexpectedType(thread, source, location, 'boolean', value)
      return value
    })
}

const waysOf = ({ raw, at, isJsonata, target }: Blueprint): readonly Way[] =>
  listField(raw, 'Choices', at).map((rule, i) => {
    const here = [...at, 'Choices', i]
    if (!isRecord(rule)) throw refusal('ASL054', here, 'a rule is an object.', 'Give it a condition and Next.')
    const { InputPath, OutputPath } = raw
    const { Assign, Output } = rule
    return {
      holds: isJsonata ? condition(rule, i, here) : readyRule(rule, here),
      flow: isJsonata
        ? jsonataFlow({ Assign, Output }, false, here, `Choices[${i}]/`)
        : jsonPathFlow({ InputPath, OutputPath, Assign }, here),
      next: target(field(rule, 'Next'), [...here, 'Next']),
    }
  })

const noMatch = (thread: Thread, isJsonata: boolean): Failure => {
  const problem = 'Failed to transition out of the state. The state does not point to a next state.'
  return isJsonata
    ? new Failure('States.NoChoiceMatched', causeInState(thread.name, thread.enteredEvent, problem))
    : runtimeFailure(thread, problem)
}

/** Choice: the first rule that holds. https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html */
export const choiceState = (blueprint: Blueprint): ReadyState['run'] => {
  const { name, raw, at, isJsonata, target } = blueprint
  const state = { name, type: 'Choice' }
  const ways = waysOf(blueprint)
  if (ways.length === 0)
    throw refusal('ASL050', [...at, 'Choices'], 'there is nothing to choose from.', 'Give it at least one rule.')
  const { InputPath, OutputPath, Assign, Output } = raw
  const narrowed = isJsonata ? (_: Thread, input: unknown) => input : inputPathOf(raw, at)
  const fallback = field(raw, 'Default')
  const otherwise: Omit<Way, 'holds'> | undefined =
    fallback === undefined
      ? undefined
      : {
          flow: isJsonata
            ? jsonataFlow({ Assign, Output }, false, at)
            : jsonPathFlow({ InputPath, OutputPath, Assign }, at),
          next: target(fallback, [...at, 'Default']),
        }
  const leave = (
    thread: Thread,
    way: Omit<Way, 'holds'> | undefined,
  ): ReadyState | undefined | Promise<ReadyState | undefined> => {
    if (way === undefined) throw noMatch(thread, isJsonata)
    return after(thread, way.flow.work(thread), (given) =>
      after(thread, way.flow.finish(thread, given), () => {
        exit(thread, 'Choice')
        return way.next()
      }),
    )
  }
  const choose = (
    thread: Thread,
    input: unknown,
    from: number,
  ): ReadyState | undefined | Promise<ReadyState | undefined> => {
    for (let i = from; i < ways.length; i += 1) {
      const way = ways[i] as Way
      const held = way.holds(thread, input)
      if (held instanceof Promise)
        return after(thread, held, (isTrue) => (isTrue ? leave(thread, way) : choose(thread, input, i + 1)))
      if (held) return leave(thread, way)
    }
    return leave(thread, otherwise)
  }
  return (thread) => {
    enter(thread, state)
    return choose(thread, narrowed(thread, thread.value), 0)
  }
}
