/** Steps with something around them that says what is done when they fail. */
import type { Capture, Catch, Node, Retry, RetryPolicy } from '@orkestra/core'
import { blank, type Draft, type DraftCatcher, freshPayload, type Payload, reference } from '../draft/draft.ts'
import { fill, fillPass, joined, type Lowering, openScope, type Piece, plainly } from './piece.ts'

const everyError: readonly string[] = ['States.ALL']

/** A piece that its own state or, where there is no one state of it, a Parallel of one branch around it retries and catches. */
const guarded = (
  lowering: Lowering,
  piece: Piece,
  body: Node,
  retries: readonly RetryPolicy[],
  catchers: readonly DraftCatcher[],
  word: string,
): void => {
  switch (body._tag) {
    case 'Task':
    case 'Par':
    case 'Map':
      // What stands around a state and has a name or a comment gives it to that state.
      lowering.todo.push({
        ...piece,
        node: body,
        retries,
        catchers,
        given: piece.node.stateName ?? piece.given,
        comment: body.comment ?? piece.node.comment ?? piece.comment,
      })
      return
    case 'Retry':
      // One state tries again before it catches.
      if (retries.length > 0 || isNamed(body)) break
      return guarded(lowering, piece, body.body, body.policies, catchers, word)
    case 'Identity':
    case 'Seq':
    case 'Capture':
    case 'Pass':
    case 'Choice':
    case 'Bind':
    case 'Repeat':
    case 'Keep':
    case 'Wait':
    case 'Succeed':
    case 'Fail':
    case 'Catch':
      break
    default:
      body satisfies never
  }
  const draft = fill({ ...piece, retries, catchers }, 'Parallel', word)
  const scope = openScope(lowering, undefined, true)
  draft.isWrapper = true
  draft.scopes = [scope]
  draft.output = reference({ _tag: 'Result' }, [0])
  piece.scope.isPlain = false
  const { environment } = piece
  lowering.todo.push(plainly(body, scope.start, null, piece.input, piece.output, { scope, environment }))
}

const isNamed = ({ stateName, comment }: Node): boolean => stateName !== undefined || comment !== undefined

export const lowerRetry = (lowering: Lowering, piece: Piece, { body, policies }: Retry): void =>
  guarded(lowering, piece, body, policies, piece.catchers, 'Retry')

/** Lowers what is guarded and what comes after an error; both lead on to where the whole does. */
const lowerWithHandlers = (
  lowering: Lowering,
  piece: Piece,
  units: readonly Node[],
  catchers: readonly DraftCatcher[],
  word: string,
  handlers: readonly Piece[],
  caught: readonly Payload[],
): void => {
  const outputs = [...caught]
  let { input, entry } = piece
  const pieces: Piece[] = []
  for (const [i, unit] of units.entries()) {
    const isLast = i === units.length - 1
    const output = freshPayload()
    const next = isLast ? piece.next : blank()
    pieces.push({ ...piece, node: units.length === 1 ? piece.node : unit, entry, next, input, output })
    if (isLast) outputs.push(output)
    input = output
    entry = next as Draft
  }
  lowering.todo.push(() => joined(outputs, piece.output))
  for (const one of [...handlers].reverse()) lowering.todo.push(one)
  for (const [i, one] of [...pieces.entries()].reverse())
    lowering.todo.push(() => guarded(lowering, one, units[i] as Node, [], [...catchers, ...piece.catchers], word))
}

export const lowerCapture = (lowering: Lowering, piece: Piece, { body }: Capture): void => {
  const failed = blank()
  const output: Payload = freshPayload()
  // It represents the error's payload, so it differs from a user's Pass.
  fillPass(failed, '_failed', output, piece.next, {})
  // A branch that is one task and what its error leads to is as short as it can be.
  const isAll = body._tag === 'Task' && piece.next === null && piece.entry === piece.scope.start
  if (!isAll || piece.catchers.length > 0 || piece.comment !== undefined) piece.scope.isPlain = false
  const catchers: readonly DraftCatcher[] = [{ errors: everyError, next: failed }]
  // What a task gives is never what its error leads to, so nothing is to be told of the two.
  if (body._tag === 'Task')
    guarded(lowering, { ...piece, output: freshPayload() }, body, [], [...catchers, ...piece.catchers], 'Capture')
  else lowerWithHandlers(lowering, piece, [body], catchers, 'Capture', [], [output])
}

/** Whether a step gives what it got, with fields more at most. */
const isExtending = (node: Node): boolean => node._tag === 'Keep' || node._tag === 'Wait' || node._tag === 'Identity'

/**
 * What a handler that keeps the payload sees apart: each step of a sequence that leaves the payload as it is or adds to it, and all from
 * the first that replaces it on as one.
 */
const unitsOf = (body: Node): readonly Node[] => {
  if (body._tag !== 'Seq' || isNamed(body)) return [body]
  const first = body.steps.findIndex((step) => !isExtending(step))
  if (first === -1) return body.steps
  const rest = body.steps.slice(first)
  const unit: Node = rest.length === 1 ? (rest[0] as Node) : Object.freeze({ _tag: 'Seq', steps: Object.freeze(rest) })
  return [...body.steps.slice(0, first), unit]
}

export const lowerCatch = (lowering: Lowering, piece: Piece, { body, handlers }: Catch): void => {
  const catchers: DraftCatcher[] = []
  const pieces: Piece[] = []
  for (const { errors, handler, keep } of handlers) {
    const entry = blank()
    catchers.push({ errors, next: entry, ...(keep !== undefined && { keep }) })
    pieces.push(plainly(handler, entry, piece.next, freshPayload(), freshPayload(), piece))
  }
  const keeps = handlers.some(({ keep }) => keep !== undefined)
  const caught = pieces.map(({ output }) => output)
  lowerWithHandlers(lowering, piece, keeps ? unitsOf(body) : [body], catchers, 'Catch', pieces, caught)
}
