/** The states of a run that neither call anything nor run side by side. */

import { repeatLimitCause, repeatLimitReached } from '../combinators/repeatUntil.ts'
import { halt } from '../execution/clock.ts'
import { instantOf } from '../execution/timestamp.ts'
import type { Bind, Choice, Fail, Pass, Repeat, Wait } from '../graph/graph.ts'
import type { Occurrence } from '../graph/occurrence.ts'
import { evaluationFailure, isTrue, valueOf } from './expressions.ts'
import { Ended, enter, exit, Failure, type Here, left, note, pass, type Reached } from './machine.ts'

/** A Pass that makes something of its input. */
export const runPass = (here: Here, { value }: Pass): Reached => {
  const entered = note(here.machine, 'Pass', here.at.name, here.input, here.previous)
  return left(here.machine, 'Pass', here.at.name, valueOf(here, value, entered), entered)
}

export const runSucceed = (here: Here): never => {
  const entered = note(here.machine, 'Succeed', here.at.name, here.input, here.previous)
  throw new Ended(left(here.machine, 'Succeed', here.at.name, here.input, entered))
}

/** The texts of a Fail, where they are written out. */
const text = (of: Fail['error']): string => (of?._tag === 'Literal' ? String(of.value) : '')

export const runFail = (here: Here, { error, cause }: Fail): never => {
  const event = enter(here, 'Fail')
  here.machine.inState.delete(here.fiber)
  throw new Failure(text(error), text(cause), event)
}

/** The longest wait that AWS makes, some 68 years. */
const longest = (2 ** 31 - 1) * 1000

/** Milliseconds. */
const delayOf = (here: Here, { delay }: Wait, entered: number): number => {
  if (delay.kind === 'duration') return delay.seconds * 1000
  const value = valueOf(here, delay.expression, entered)
  const isJsonata = here.machine.queryLanguage === 'JSONata'
  const error = isJsonata ? 'States.QueryEvaluationError' : 'States.Runtime'
  if (delay.kind === 'seconds') {
    const isNumber = typeof value === 'number' || (!isJsonata && typeof value === 'string' && /^\d+$/.test(value))
    if (!isNumber || !Number.isInteger(Number(value)) || Number(value) < 0)
      throw evaluationFailure(
        here,
        entered,
        error,
        `A wait of ${JSON.stringify(value)} s is no whole number of seconds.`,
      )
    return Number(value) * 1000
  }
  const instant = instantOf(value)
  if (instant === undefined)
    throw evaluationFailure(here, entered, error, `${JSON.stringify(value)} is no ISO 8601 time with a zone.`)
  return Math.max(0, instant - here.machine.startedAt - here.machine.clock.now())
}

export const runWait = async (here: Here, wait: Wait): Promise<Reached> => {
  const { machine, fiber, input } = here
  const entered = enter(here, 'Wait')
  const milliseconds = delayOf(here, wait, entered)
  if (milliseconds > longest) throw evaluationFailure(here, entered, 'States.Runtime', 'Wait state delay is too long.')
  await machine.clock.sleep(fiber, milliseconds)
  return exit(here, 'Wait', input, entered)
}

export const runChoice = (here: Here, { arms }: Choice): Promise<Reached> => {
  const { machine, at, input, depth } = here
  const entered = note(machine, 'Choice', at.name, input, here.previous)
  const chosen = arms.findIndex(({ condition }) => isTrue(here, condition, entered))
  const { event } = left(machine, 'Choice', at.name, input, entered)
  const way = at.children.at(chosen) as Occurrence
  return machine.proceed({ ...here, at: way, previous: event, depth: depth + 1 })
}

export const runBind = async (here: Here, { value, variable }: Bind): Promise<Reached> => {
  const { machine, fiber, at, depth } = here
  const [first] = at.children as readonly [Occurrence]
  const reached = value
    ? await machine.proceed({ ...here, at: first, depth: depth + 1 })
    : { value: here.input, event: here.previous }
  if (fiber.state === 'stopped') return halt()
  const assigned = pass(machine, at.name, reached.value, reached.event)
  return machine.proceed({
    ...here,
    at: at.children.at(-1) as Occurrence,
    input: assigned.value,
    previous: assigned.event,
    depth: depth + 1,
    variables: { level: variable.level ?? 0, value: reached.value, outer: here.variables },
  })
}

export const runRepeat = async (
  here: Here,
  { until, pause: between, maxAttempts = Number.POSITIVE_INFINITY }: Repeat,
): Promise<Reached> => {
  const { machine, fiber, at, input, depth } = here
  const { asking = '', waiting = '', exhausted = '', done = '' } = at.more
  const place = (name: string): Here => ({ ...here, at: { ...at, name } })
  let { event } = pass(machine, at.name, input, here.previous)
  for (let attempt = 1; ; attempt += 1) {
    const reached = await machine.proceed({
      ...here,
      at: at.children[0] as Occurrence,
      input,
      previous: event,
      depth: depth + 1,
    })
    if (fiber.state === 'stopped') return halt()
    const entered = note(machine, 'Choice', asking, reached.value, reached.event)
    const isDone = isTrue({ ...place(asking), input: reached.value }, until, entered)
    event = left(machine, 'Choice', asking, reached.value, entered).event
    if (isDone) return pass(machine, done, reached.value, event)
    if (attempt >= maxAttempts)
      return runFail(
        { ...place(exhausted), input: reached.value, previous: event },
        {
          _tag: 'Fail',
          error: { _tag: 'Literal', value: repeatLimitReached },
          cause: { _tag: 'Literal', value: repeatLimitCause(maxAttempts) },
        },
      )
    const wait: Here = { ...place(waiting), input: reached.value, previous: event }
    const started = enter(wait, 'Wait')
    await machine.clock.sleep(fiber, (between?.seconds ?? 0) * 1000)
    event = exit(wait, 'Wait', input, started).event
  }
}
