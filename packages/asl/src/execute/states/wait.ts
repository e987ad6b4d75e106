import { instantOf } from '../../language/timestamp.ts'
import { queryFailure, runtimeFailure } from '../failure/failure.ts'
import { isExpression, readyQuery, unexpectedType } from '../jsonata/expression.ts'
import { jsonataFlow } from '../jsonata/flow.ts'
import { jsonPathFlow } from '../jsonpath/flow.ts'
import { readyPath } from '../jsonpath/template.ts'
import { javaText } from '../payload/java.ts'
import { shown, textOf } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field } from '../plan/fields.ts'
import { refusal } from '../plan/refuse.ts'
import { after, isPending } from '../thread/flow.ts'
import { enter, exit, type ReadyState, type Thread } from '../thread/thread.ts'

/** Milliseconds to wait, of a state's (narrowed) input. */
type Delay = (thread: Thread, input: unknown) => number | Promise<number>

const until = (thread: Thread, instant: number): number => {
  const { clock, identity } = thread.machine
  return Math.max(0, instant - identity.startedAt - clock.now())
}

const expressionDelay = (source: string, name: 'Seconds' | 'Timestamp', blueprint: Blueprint): Delay => {
  const evaluate = readyQuery(source, name, [...blueprint.at, name])
  const read = (thread: Thread, value: unknown): number => {
    if (name === 'Seconds') {
      if (typeof value !== 'number') throw unexpectedType(thread, source, name, 'number', value)
      if (!Number.isInteger(value) || value < 0)
        throw queryFailure(thread, `The Seconds field must be a non-negative integer but was: ${value}`, name)
      return value * 1000
    }
    if (typeof value !== 'string') throw unexpectedType(thread, source, name, 'string', value)
    const instant = instantOf(value)
    if (instant === undefined)
      throw queryFailure(
        thread,
        `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`,
        name,
      )
    return until(thread, instant)
  }
  return (thread, input) => after(thread, evaluate(thread, { input }), (value) => read(thread, value))
}

const literalDelay = (blueprint: Blueprint): Delay | undefined => {
  const { raw, at } = blueprint
  const seconds = field(raw, 'Seconds')
  if (seconds !== undefined) {
    if (typeof seconds !== 'number' || !(seconds >= 0))
      throw refusal(
        'ASL071',
        [...at, 'Seconds'],
        `${shown(seconds)} is not a number of seconds.`,
        'Write a whole number.',
      )
    return () => seconds * 1000
  }
  const timestamp = field(raw, 'Timestamp')
  if (timestamp === undefined) return undefined
  const instant = instantOf(timestamp)
  if (instant === undefined)
    throw refusal(
      'ASL072',
      [...at, 'Timestamp'],
      `${shown(timestamp)} is not a timestamp.`,
      "Write it as '2030-01-01T00:00:00Z'.",
    )
  return (thread) => until(thread, instant)
}

const pathDelay = ({ raw, at }: Blueprint): Delay => {
  const isSeconds = field(raw, 'SecondsPath') !== undefined
  const name = isSeconds ? 'SecondsPath' : 'TimestampPath'
  const { path, find } = readyPath(field(raw, name), [...at, name])
  return (thread, input) => {
    const value = find(thread, input)
    const told = `${path.text} == ${javaText(value)}`
    const wrong = (problem: string) => runtimeFailure(thread, `The ${name} parameter ${problem}`)
    if (value === undefined) throw wrong(`does not reference an input value: ${path.text}`)
    if (isSeconds) {
      if (!/^-?\d+$/.test(textOf(value))) throw wrong(`cannot be parsed as a long value: ${told}`)
      if (Number(value) < 0) throw wrong(`references a negative value: ${told}`)
      return Number(value) * 1000
    }
    const instant = instantOf(value)
    if (instant === undefined)
      throw wrong(`does not reference a valid ISO-8601 extended offset date-time format string: ${told}`)
    return until(thread, instant)
  }
}

const delayOf = (blueprint: Blueprint): Delay => {
  const { raw, at, isJsonata } = blueprint
  for (const name of ['Seconds', 'Timestamp'] as const) {
    const value = field(raw, name)
    if (isJsonata && isExpression(value)) return expressionDelay(value, name, blueprint)
  }
  const literal = literalDelay(blueprint)
  if (literal !== undefined) return literal
  if (isJsonata || (field(raw, 'SecondsPath') === undefined && field(raw, 'TimestampPath') === undefined))
    throw refusal('ASL070', at, 'it does not say how long to wait.', 'Add Seconds or Timestamp.')
  return pathDelay(blueprint)
}

/** AWS waits at most this long, some 68 years. */
const longest = (2 ** 31 - 1) * 1000

/** Wait: for a time, or until one. https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html */
export const waitState = (blueprint: Blueprint): ReadyState['run'] => {
  const { name, raw, at, isJsonata, next } = blueprint
  const state = { name, type: 'Wait' }
  const { InputPath, OutputPath, Assign, Output } = raw
  const flow = isJsonata
    ? jsonataFlow({ Output, Assign }, false, at)
    : jsonPathFlow({ InputPath, OutputPath, Assign }, at)
  const delay = delayOf(blueprint)
  const finish = (thread: Thread, given: unknown) =>
    after(thread, flow.finish(thread, given), () => {
      exit(thread, 'Wait')
      return next()
    })
  const wait = async (thread: Thread, given: unknown): Promise<ReadyState | undefined> => {
    const { clock, open } = thread.machine
    const asked = delay(thread, given)
    const milliseconds = isPending(asked) ? await asked : asked
    if (milliseconds > longest) throw runtimeFailure(thread, 'Wait state delay is too long.')
    open.set(thread.fiber, { type: 'Wait', event: thread.enteredEvent })
    await clock.sleep(thread.fiber, milliseconds)
    open.delete(thread.fiber)
    return finish(thread, given)
  }
  return (thread) => {
    enter(thread, state)
    return after(thread, flow.work(thread), (given) => wait(thread, given))
  }
}
