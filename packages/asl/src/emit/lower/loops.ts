/** Steps that are done again and again. */
import {
  type Expression,
  type Node,
  type Pause,
  type Repeat,
  repeatLimitCause,
  repeatLimitReached,
  waitLabel,
  wordsOf,
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
} from '../draft/draft.ts'
import { hasText, readsRoot } from '../draft/substitution.ts'
import { held } from './keeps.ts'
import { fillPass, type Lowering, type Piece, plainly } from './piece.ts'
import { closed } from './scope.ts'

const call = (name: 'add' | 'multiply', a: Expression, b: Expression): Expression => ({
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

/** The next of a wait that grows. */
const longer = (delay: Held, backoffRate: number): Expression =>
  backoffRate === 2
    ? call('add', reading(delay), reading(delay))
    : call('multiply', reading(delay), constant(backoffRate))

const fillWait = (entry: Draft, pause: Pause, delay: Held | undefined, input: Payload, next: Draft): Draft => {
  entry.kind = 'Wait'
  const seconds = { kind: 'duration', seconds: pause.seconds } as const
  entry.label = delay === undefined ? waitLabel(seconds) : 'Wait longer'
  entry.delay = delay === undefined ? seconds : { kind: 'seconds', expression: reading(delay) }
  entry.input = input
  entry.next = next
  return entry
}

const limitReached = (input: Payload, maxAttempts: number): Draft => {
  const draft = blank()
  draft.kind = 'Fail'
  draft.label = `Fail ${repeatLimitReached}`
  draft.input = input
  draft.error = constant(repeatLimitReached)
  draft.cause = constant(repeatLimitCause(maxAttempts))
  return draft
}

export const lowerRepeat = (lowering: Lowering, piece: Piece, node: Repeat): void => {
  const { body, until, pause, maxAttempts, carries = false, asksFirst = false } = node
  const { scope } = piece
  const words = wordsOf(body)
  scope.isPlain = false
  const isRestored = !carries && usesPayload(body)
  const start = isRestored
    ? held(lowering, piece, `${words} input`)
    : { entry: piece.entry, value: undefined, environment: piece.environment }
  const attempts = maxAttempts === undefined ? undefined : lowering.variables.counter(`${words} attempts`)
  const delay = pause?.backoffRate === undefined ? undefined : lowering.variables.counter(`${words} delay`)
  const initial: Assignment[] = []
  const further: Assignment[] = []
  if (attempts !== undefined) {
    initial.push({ variable: attempts, value: constant(0) })
    further.push({ variable: attempts, value: call('add', reading(attempts), constant(1)) })
  }
  if (delay !== undefined && pause?.backoffRate !== undefined) {
    initial.push({ variable: delay, value: constant(pause.seconds) })
    further.push({ variable: delay, value: longer(delay, pause.backoffRate) })
  }

  // What each lap starts with: the same payload, or one that differs from lap to lap.
  const lap = isRestored ? piece.input : freshPayload()
  const output = freshPayload()
  /** What is asked: the body's output, or before the first lap what that starts with. */
  const asked = asksFirst ? lap : output
  const [asking, inside, exit, again] = [blank(), blank(), blank(), blank()]
  equate(piece.output, asked)

  const first = asksFirst ? asking : inside
  if (pause?.isFirst) {
    fillWait(start.entry, pause, undefined, piece.input, first).assigns = initial
  } else if (initial.length > 0) {
    fillPass(start.entry, `Start ${words}`, piece.input, first, { assigns: initial })
  } else start.entry.to = first

  const rules: DraftRule[] = []
  const rule = (condition: Expression, next: Draft) => rules.push({ condition, next, assigns: [], output: undefined })
  rule(closed(until, start.environment), exit)
  if (attempts !== undefined && maxAttempts !== undefined)
    rule(
      {
        _tag: 'Compare',
        comparator: 'ge',
        left: reading(attempts),
        right: constant(asksFirst ? maxAttempts : maxAttempts - 1),
      },
      limitReached(asked, maxAttempts),
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
    const wait = fillWait(again, pause, delay, output, after)
    wait.assigns = further
    wait.output = restored.output
  } else fillPass(again, `Again ${words}`, output, after, { ...restored, assigns: further })
  fillPass(exit, 'Done', asked, piece.next, {})

  const { environment } = start
  lowering.todo.push(plainly(body, inside, asksFirst ? again : asking, lap, output, { scope, environment }))
}
