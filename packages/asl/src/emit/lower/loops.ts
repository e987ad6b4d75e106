/** Steps that are done again and again. */
import {
  type Expression,
  loopWords,
  type Node,
  type Pause,
  type Repeat,
  repeatLimitCause,
  repeatLimitReached,
  repeatTimeCause,
  waitLabel,
} from '@orkestra/core'
import {
  type Assignment,
  blank,
  constant,
  type Draft,
  type DraftRule,
  equate,
  freshPayload,
  type Held,
  type Payload,
  reading,
  reference,
} from '../draft/draft.ts'
import { hasText, readsRoot } from '../draft/substitution.ts'
import { held } from './keeps.ts'
import { fillPass, type Lowering, type Piece, plainly } from './piece.ts'
import { closed } from './scope.ts'

const call = (name: 'add' | 'later', a: Expression, b: Expression): Expression => ({
  _tag: 'Call',
  name,
  arguments: [a, b],
})

const readsInput = (expression: Expression | undefined): boolean =>
  expression !== undefined && (readsRoot(expression, 'Input') || hasText(expression))

/** Whether the payload that a step gets makes any difference to it. Says yes where that is not plain to see. */
const usesPayload = (node: Node): boolean => {
  switch (node._tag) {
    case 'Task':
      return node.target.kind !== 'service' || readsInput(node.target.arguments) || readsInput(node.credentials)
    case 'Pass':
      return readsInput(node.value)
    case 'Retry':
    case 'Capture':
      return usesPayload(node.body)
    case 'Catch':
      return node.handlers.some(({ keep }) => keep !== undefined) || usesPayload(node.body)
    case 'Seq': {
      for (const step of node.steps) {
        const handsOn = step._tag === 'Identity' || (step._tag === 'Wait' && step.delay.kind === 'duration')
        if (!handsOn) return usesPayload(step)
      }
      return true
    }
    case 'Fail':
      return readsInput(node.error) || readsInput(node.cause)
    case 'Identity':
    case 'Par':
    case 'Map':
    case 'Choice':
    case 'Bind':
    case 'Repeat':
    case 'Keep':
    case 'Wait':
    case 'Succeed':
      return true
  }
}

/** How long an execution lasts at most, in seconds: no wait after that is ever begun. */
const longestExecution = 366 * 86_400

/**
 * The waits of a loop, from the first to the longest, each a whole number of seconds: none that the limit of attempts leaves out.
 *
 * @example waitsOf({ seconds: 5, backoffRate: 2, maxSeconds: 30 }, 20) // [5, 10, 20, 30]
 */
const waitsOf = ({ seconds, backoffRate = 1, maxSeconds, isFirst }: Pause, laps: number): readonly number[] => {
  const waits: number[] = []
  let total = 0
  for (let lap = isFirst ? 1 : 0; waits.length < laps && total < longestExecution; lap += 1) {
    const wait = Math.round(seconds * backoffRate ** lap)
    waits.push(Math.min(wait, maxSeconds ?? wait))
    if (backoffRate === 1 || (maxSeconds !== undefined && wait >= maxSeconds)) break
    total += wait
  }
  return waits
}

/** The element of a list at an index that a variable holds: every value that it may have is there. */
const elementOf = (numbers: readonly number[], index: Held): Expression => ({
  _tag: 'Call',
  name: 'get',
  arguments: [{ _tag: 'Literal', value: numbers }, reading(index)],
})

/** A list without its first element; the last one stays. */
const rest = (numbers: readonly number[]): readonly number[] => [...numbers.slice(1), ...numbers.slice(-1)]

/** How many waits are written out for the laps that are counted anyway; for more, those that differ are numbered by themselves. */
const mostWaits = 20

/** A loop's variables: what they start with, and what they are after each lap. */
interface Counting {
  readonly initial: Assignment[]
  readonly further: Assignment[]
}

const counter = ({ variables }: Lowering, { initial, further }: Counting, words: string): Held => {
  const variable = variables.counter(words)
  initial.push({ variable, value: constant(0) })
  further.push({ variable, value: call('add', reading(variable), constant(1)) })
  return variable
}

/** How long the next wait is, in a variable; `undefined` where all of them are as long. */
const growing = (
  lowering: Lowering,
  { initial, further }: Counting,
  words: string,
  { node, attempts }: { readonly node: Repeat; readonly attempts: Held | undefined },
): Held | undefined => {
  const { pause, maxAttempts = Number.POSITIVE_INFINITY } = node
  if (pause?.backoffRate === undefined) return undefined
  const { variables } = lowering
  const waits = waitsOf(pause, maxAttempts)
  if (waits.length === 1) return undefined
  const delay = variables.counter(`${words} delay`)
  initial.push({ variable: delay, value: constant(waits[0] as number) })
  if (pause.backoffRate === 2 && pause.maxSeconds === undefined)
    further.push({ variable: delay, value: call('add', reading(delay), reading(delay)) })
  else if (attempts !== undefined && maxAttempts <= mostWaits) {
    const longest = waits.at(-1) as number
    const all = Array.from({ length: maxAttempts }, (_, lap) => waits[lap + 1] ?? longest)
    further.push({ variable: delay, value: elementOf(all, attempts) })
  } else {
    const step = variables.counter(`${words} step`)
    initial.push({ variable: step, value: constant(0) })
    further.push({ variable: delay, value: elementOf(rest(waits), step) })
    further.push({ variable: step, value: elementOf(rest(waits.map((_, i) => i)), step) })
  }
  return delay
}

/** The wait between laps, where it does not grow. */
const steady = (pause: Pause): number => waitsOf(pause, 1)[0] as number

const fillWait = (entry: Draft, seconds: number | Held, input: Payload, next: Draft): Draft => {
  entry.kind = 'Wait'
  if (typeof seconds === 'number') {
    entry.delay = { kind: 'duration', seconds }
    entry.label = waitLabel(entry.delay)
  } else {
    entry.delay = { kind: 'seconds', expression: reading(seconds) }
    entry.label = 'Wait longer'
  }
  entry.input = input
  entry.next = next
  return entry
}

const limitReached = (input: Payload, label: string, cause: string): Draft => {
  const draft = blank()
  draft.kind = 'Fail'
  draft.label = label
  draft.input = input
  draft.error = constant(repeatLimitReached)
  draft.cause = constant(cause)
  return draft
}

/** A Wait assigns variables when it is over. */
const entered: Expression = reference({ _tag: 'Context' }, ['State', 'EnteredTime'])
const now: Expression = { _tag: 'Call', name: 'now', arguments: [] }

export const lowerRepeat = (lowering: Lowering, piece: Piece, node: Repeat): void => {
  const { body, until, pause, maxAttempts, timeLimitSeconds, carries = false } = node
  // Where laps wait for each other, a loop that asks first asks once more than others, and not before each lap: else the last lap would
  // be followed by a wait.
  const entersAsking = node.asksFirst === true && pause !== undefined
  const asksFirst = node.asksFirst === true && !entersAsking
  const { scope } = piece
  const words = loopWords(body)
  scope.isPlain = false
  const isRestored = !carries && usesPayload(body)
  const start = isRestored
    ? held(lowering, piece, `${words} input`)
    : { entry: piece.entry, value: undefined, environment: piece.environment }
  const counting: Counting = { initial: [], further: [] }
  const { initial, further } = counting
  const attempts = maxAttempts === undefined ? undefined : counter(lowering, counting, `${words} attempts`)
  const deadline = timeLimitSeconds === undefined ? undefined : lowering.variables.fresh(`${words} deadline`)
  if (deadline !== undefined && timeLimitSeconds !== undefined)
    initial.push({ variable: deadline, value: call('later', entered, constant(timeLimitSeconds)) })
  const delay = growing(lowering, counting, words, { node, attempts })

  // What each lap starts with: the same payload, or one that differs from lap to lap.
  const lap = isRestored ? piece.input : freshPayload()
  const output = freshPayload()
  /** What is asked: the body's output, or before the first lap what that starts with. */
  const asked = asksFirst ? lap : output
  const [asking, inside, exit, again] = [blank(), blank(), blank(), blank()]
  const left = entersAsking ? freshPayload() : asked
  equate(piece.output, left)

  const condition = closed(until, start.environment)
  let first = asksFirst ? asking : inside
  if (pause?.isFirst) {
    const waiting = entersAsking ? blank() : start.entry
    fillWait(waiting, pause.seconds, piece.input, first).assigns = initial
    first = waiting
  }
  if (entersAsking) {
    const entering = pause?.isFirst || initial.length === 0 ? start.entry : blank()
    entering.kind = 'Choice'
    entering.label = `${words} needed?`
    entering.input = piece.input
    entering.rules = [{ condition, next: exit, assigns: [], output: undefined }]
    entering.next = first
    first = entering
  }
  if (first !== start.entry) {
    if (initial.length > 0) fillPass(start.entry, `Start ${words}`, piece.input, first, { assigns: initial })
    else start.entry.next = first
  }

  const rules: DraftRule[] = []
  const rule = (condition: Expression, next: Draft) => rules.push({ condition, next, assigns: [], output: undefined })
  rule(condition, exit)
  const fails = (condition: Expression, label: string, cause: string) =>
    rule(condition, limitReached(asked, label, cause))
  if (attempts !== undefined && maxAttempts !== undefined)
    fails(
      {
        _tag: 'Compare',
        comparator: 'ge',
        left: reading(attempts),
        right: constant(asksFirst ? maxAttempts : maxAttempts - 1),
      },
      `Fail ${repeatLimitReached}`,
      repeatLimitCause(maxAttempts),
    )
  if (deadline !== undefined && timeLimitSeconds !== undefined)
    fails(
      { _tag: 'Compare', comparator: 'ge', isTimestamp: true, left: now, right: reading(deadline) },
      attempts === undefined ? `Fail ${repeatLimitReached}` : 'Fail out of time',
      repeatTimeCause(timeLimitSeconds),
    )
  asking.kind = 'Choice'
  asking.isLoop = true
  asking.label = `${words} done?`
  asking.given = node.stateName ?? piece.given
  asking.comment = node.comment ?? piece.comment
  asking.input = asked
  asking.rules = rules
  asking.next = asksFirst ? inside : again

  const restored = start.value === undefined ? {} : { output: start.value }
  const after = asksFirst ? asking : inside
  if (pause !== undefined) {
    const wait = fillWait(again, delay ?? steady(pause), output, after)
    wait.assigns = further
    wait.output = restored.output
  } else fillPass(again, `Again ${words}`, output, after, { ...restored, assigns: further })
  fillPass(exit, 'Done', left, piece.next, {})

  const { environment } = start
  lowering.todo.push(plainly(body, inside, asksFirst ? again : asking, lap, output, { scope, environment }))
}
