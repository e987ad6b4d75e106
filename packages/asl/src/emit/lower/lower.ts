/**
 * A graph as drafts, each node on its own and in the simplest way: what a state could say besides its own business is a Pass before
 * or after it. `fuse` makes fewer of them. Nothing here knows a query language, or the name of a state.
 */
import {
  type AnyStep,
  type Bind,
  type Choice,
  choiceLabel,
  type Each,
  type Node,
  nodeOf,
  passLabel,
  type Seq,
  type Task,
  waitLabel,
  wordsOf,
} from '@orkestra/core'
import {
  blank,
  type Draft,
  type DraftScope,
  equate,
  freshPayload,
  type Payload,
  payloadOf,
  reading,
  reference,
} from '../draft/draft.ts'
import { hasConditional, isRoot } from '../draft/substitution.ts'
import { fragmentOf } from '../fragment.ts'
import type { EmitOptions } from '../options.ts'
import { lowerCapture, lowerCatch, lowerRetry } from './guards.ts'
import { lowerKeep } from './keeps.ts'
import { lowerRepeat } from './loops.ts'
import { fill, fillPass, joined, type Lowering, openScope, type Piece, plainly } from './piece.ts'
import { closed, executionInput, holding, variables } from './scope.ts'

const none: readonly never[] = []

const lowerSeq = (lowering: Lowering, piece: Piece, { steps, comment }: Seq): void => {
  const fillsScope = piece.entry === piece.scope.start && piece.next === null
  if (fillsScope && comment !== undefined) piece.scope.comment = comment
  const text = fillsScope ? piece.comment : (comment ?? piece.comment)
  const last = steps.length - 1
  let { input, entry } = piece
  const pieces: Piece[] = []
  for (let i = 0; i <= last; i++) {
    const output = i === last ? piece.output : freshPayload()
    const next = i === last ? piece.next : blank()
    const step = steps[i] as Node
    const plain = plainly(step, entry, next, input, output, piece)
    const one = i === 0 && text !== undefined ? { ...plain, comment: text } : plain
    // A task needs nothing of what stands before it: no need to keep it until then.
    if (step._tag === 'Task') lowerTask(lowering, one, step)
    else pieces.push(one)
    input = output
    entry = next as Draft
  }
  for (let i = pieces.length - 1; i >= 0; i--) lowering.todo.push(pieces[i] as Piece)
}

const lowerTask = (lowering: Lowering, piece: Piece, task: Task): void => {
  const { environment } = piece
  const { target } = task
  if (target.kind === 'fragment') {
    const draft = fill(piece, 'Fragment', task.name)
    draft.given = task.stateName ?? piece.given ?? task.name
    draft.fragment = fragmentOf(task.name, lowering.options)
    draft.output = reference({ _tag: 'Result' }, [0])
    piece.scope.isPlain = false
    return
  }
  const draft = fill(piece, 'Task', task.name)
  draft.given ??= task.name
  if (target.kind === 'service') draft.payload = closed(target.arguments, environment)
  if (task.result !== undefined) draft.output = closed(task.result, environment)
  if (task.credentials !== undefined) draft.credentials = closed(task.credentials, environment)
  if (hasConditional(draft.payload) || hasConditional(draft.output) || hasConditional(draft.credentials))
    piece.scope.isPlain = false
}

const lowerChoice = (lowering: Lowering, piece: Piece, { arms, otherwise }: Choice): void => {
  const draft = fill(piece, 'Choice', choiceLabel(arms))
  const outputs: Payload[] = []
  const ways: Piece[] = []
  const way = (node: Node): Draft => {
    const [entry, output] = [blank(), freshPayload()]
    outputs.push(output)
    ways.push(plainly(node, entry, piece.next, piece.input, output, piece))
    return entry
  }
  draft.rules = arms.map(({ condition, then }) => ({
    condition: closed(condition, piece.environment),
    next: way(then),
    assigns: none,
    output: undefined,
  }))
  draft.next = way(otherwise)
  piece.scope.isPlain = false
  lowering.todo.push(() => joined(outputs, piece.output))
  for (const one of ways.reverse()) lowering.todo.push(one)
}

const lowerPar = (lowering: Lowering, piece: Piece, branches: readonly Node[], keys?: readonly string[]): void => {
  const draft = fill(piece, 'Parallel', 'Parallel')
  const scopes = branches.map(() => openScope(lowering, undefined, false))
  draft.scopes = scopes
  if (keys !== undefined)
    draft.output = {
      _tag: 'Object',
      fields: keys.map((key, i) => [key, reference({ _tag: 'Result' }, [i])] as const),
    }
  for (let i = branches.length - 1; i >= 0; i--) {
    const scope = scopes[i] as DraftScope
    const { environment } = piece
    lowering.todo.push(
      plainly(branches[i] as Node, scope.start, null, piece.input, freshPayload(), { scope, environment }),
    )
  }
}

const lowerMap = (lowering: Lowering, piece: Piece, node: Each): void => {
  const { environment } = piece
  const draft = fill(piece, 'Map', 'Map')
  const scope = openScope(lowering, undefined, false)
  draft.scopes = [scope]
  const { items, selector, distributed } = node
  if (items !== undefined) piece.scope.isPlain = false
  const at = (expression: NonNullable<typeof items>) => closed(expression, environment)
  draft.items = {
    node,
    items: items && at(items),
    selector: selector && at(selector),
    distributed: distributed && {
      ...distributed,
      ...(distributed.reader && {
        reader: { ...distributed.reader, arguments: at(distributed.reader.arguments) },
      }),
      ...(distributed.batcher?.batchInput && {
        batcher: { ...distributed.batcher, batchInput: at(distributed.batcher.batchInput) },
      }),
      ...(distributed.writer?.arguments && {
        writer: { ...distributed.writer, arguments: at(distributed.writer.arguments) },
      }),
    },
  }
  // Executions of their own see no variables of this one.
  const inside = { scope, environment: distributed === undefined ? environment : undefined }
  lowering.todo.push(plainly(node.item, scope.start, null, freshPayload(), freshPayload(), inside))
}

const lowerBind = (lowering: Lowering, piece: Piece, { value, variable, body, stateName, comment }: Bind): void => {
  const held = value === undefined ? piece.input : freshPayload()
  const assigning = value === undefined ? piece.entry : blank()
  lowering.todo.push(() => {
    const known = holding(held, piece.environment)
    const start = blank()
    let read = known
    if (read === undefined) {
      const fresh = lowering.variables.fresh(value === undefined ? 'input' : wordsOf(value), held)
      read = reading(fresh)
      fillPass(assigning, `Keep ${fresh.words}`, held, start, {
        assigns: [{ variable: fresh, value: reference({ _tag: 'Input' }) }],
      })
      assigning.given = stateName
      assigning.comment = comment ?? (value === undefined ? piece.comment : undefined)
      piece.scope.isPlain = false
    } else if (stateName !== undefined) fillPass(assigning, stateName, held, start, {}).given = stateName
    else assigning.next = start
    const environment = { level: variable.level, payload: held, value: read, outer: piece.environment }
    const { scope } = piece
    const inside = plainly(body, start, piece.next, held, piece.output, { scope, environment })
    // Without a state of its own, what is said of it stands on the first one inside.
    const said = comment ?? (value === undefined ? piece.comment : undefined)
    lowering.todo.push(known === undefined || said === undefined ? inside : { ...inside, comment: said })
  })
  if (value !== undefined) {
    const one = plainly(value, piece.entry, assigning, piece.input, held, piece)
    lowering.todo.push(piece.comment === undefined ? one : { ...one, comment: piece.comment })
  }
}

const lowerPiece = (lowering: Lowering, piece: Piece): void => {
  const { node, scope, input, output, environment } = piece
  switch (node._tag) {
    case 'Task':
      return lowerTask(lowering, piece, node)
    case 'Identity':
      fill(piece, 'Pass', 'Pass')
      equate(output, input)
      scope.isPlain = false
      return
    case 'Pass': {
      const value = closed(node.value, environment)
      fill(piece, 'Pass', passLabel(node.value)).output = value
      if (isRoot(value, 'Input')) equate(output, input)
      scope.isPlain = false
      return
    }
    case 'Seq':
      return lowerSeq(lowering, piece, node)
    case 'Par':
      return lowerPar(lowering, piece, node.branches, node.keys)
    case 'Map':
      return lowerMap(lowering, piece, node)
    case 'Wait': {
      const { delay } = node
      if (delay.kind !== 'duration') scope.isPlain = false
      fill(piece, 'Wait', waitLabel(delay)).delay =
        delay.kind === 'duration' ? delay : { ...delay, expression: closed(delay.expression, environment) }
      equate(output, input)
      return
    }
    case 'Choice':
      return lowerChoice(lowering, piece, node)
    case 'Bind':
      return lowerBind(lowering, piece, node)
    case 'Repeat':
      return lowerRepeat(lowering, piece, node)
    case 'Keep':
      return lowerKeep(lowering, piece, node)
    case 'Succeed': {
      const draft = fill(piece, 'Succeed', 'Succeed')
      scope.isPlain = false
      if (node.output !== undefined) draft.output = closed(node.output, environment)
      draft.leaves = scope.isWrapped
      payloadOf(output).isNever = true
      return
    }
    case 'Fail': {
      const { error, cause } = node
      if (hasConditional(error) || hasConditional(cause)) scope.isPlain = false
      const draft = fill(piece, 'Fail', error?._tag === 'Literal' ? `Fail ${String(error.value)}` : 'Fail')
      if (error !== undefined) draft.error = closed(error, environment)
      if (cause !== undefined) draft.cause = closed(cause, environment)
      payloadOf(output).isNever = true
      return
    }
    case 'Capture':
      return lowerCapture(lowering, piece, node)
    case 'Retry':
      return lowerRetry(lowering, piece, node)
    case 'Catch':
      return lowerCatch(lowering, piece, node)
    default:
      node satisfies never
  }
}

/** The scopes of a graph, the machine's own first and each before those inside it. */
export const lower = (graph: AnyStep, options: EmitOptions): Lowering => {
  const lowering: Lowering = { options, variables: variables(), todo: [], scopes: [] }
  const scope = openScope(lowering, undefined, false)
  const input = freshPayload()
  const environment = { level: undefined, payload: input, value: reading(executionInput(input)), outer: undefined }
  lowering.todo.push(plainly(nodeOf(graph), scope.start, null, input, freshPayload(), { scope, environment }))
  for (let next = lowering.todo.pop(); next !== undefined; next = lowering.todo.pop())
    if (typeof next === 'function') next()
    else lowerPiece(lowering, next)
  return lowering
}
