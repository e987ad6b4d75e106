/** A graph as a drawing: boxes, groups of boxes and arrows, for the formats in this folder to write down. */
import { showExpression } from '../expressions/show.ts'
import type { Pause, Repeat } from '../graph/graph.ts'
import { foldOccurrences, isGuard, isInPlace, isWrapper, type Occurrence, occurrences } from '../graph/occurrence.ts'
import { repeatLimitReached } from '../graph/repeatLimit.ts'
import type { AnyStep } from '../graph/step.ts'

/** What is drawn, in order; what stands between `open` and `close` is inside that group. Flat, so that depth costs no stack. */
export type Shape =
  | { readonly kind: 'start' | 'end'; readonly id: string }
  | {
      readonly kind: 'task' | 'pass' | 'choice' | 'wait' | 'succeed' | 'fail' | 'failed'
      readonly id: string
      readonly name: string
    }
  | { readonly kind: 'open'; readonly id: string; readonly name: string; readonly group: Group }
  | { readonly kind: 'close'; readonly id: string }

export type Group = 'parallel' | 'map' | 'sequence' | 'capture' | 'retry' | 'catch' | 'keep'

/** `from` and `to` are ids of boxes or groups. An `error` arrow is taken by a caught error, a `retry` arrow by one that is tried again. */
export interface Arrow {
  readonly kind: 'next' | 'error' | 'retry'
  /** The errors that take it, unless all do; of a way out of a choice, its condition. */
  readonly label?: string
  readonly from: string
  readonly to: string
}

export interface Diagram {
  readonly shapes: readonly Shape[]
  readonly arrows: readonly Arrow[]
}

const boxOf = { Task: 'task', Identity: 'pass', Pass: 'pass', Wait: 'wait', Succeed: 'succeed', Fail: 'fail' } as const
const guardGroup = { Capture: 'capture', Retry: 'retry', Catch: 'catch', Keep: 'keep' } as const

/** The errors that a label names: all need no words. */
const named = (errors: readonly string[]): string | undefined =>
  errors.includes('States.ALL') ? undefined : errors.join(', ')

/** Whether a task is kept beside its input: the task's state does it by itself. */
const isOneState = ({ node, children }: Occurrence): boolean => {
  if (node._tag !== 'Keep') return false
  let body = children[0]
  while (body !== undefined && isGuard(body.node) && isInPlace(body.node)) body = body.children[0]
  return body?.node._tag === 'Task'
}

const pauseLabel = ({ seconds, backoffRate, maxSeconds }: Pause): string =>
  `after ${seconds} s${backoffRate === undefined ? '' : `, then ${backoffRate} times as long`}${maxSeconds === undefined ? '' : `, at most ${maxSeconds} s`}`

/** What a piece is left by: those of its parts as they are, as copying them level by level would cost the square of the depth. */
type Exits = string | readonly Exits[]

const eachExit = (exits: Exits, visit: (from: string) => void): void => {
  const open: Exits[] = [exits]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') visit(next)
    else for (let i = next.length - 1; i >= 0; i--) open.push(next[i] as Exits)
  }
}

/** What is said of the way to another lap. */
const againLabel = ({ pause }: Repeat): string =>
  pause === undefined ? 'otherwise' : `otherwise, ${pauseLabel(pause)}`

/** What is said of the way to the failure; `undefined` of a loop without a limit. */
const limitLabel = ({ maxAttempts, timeLimitSeconds }: Repeat): string | undefined => {
  const limits = [
    ...(maxAttempts === undefined ? [] : [`after ${maxAttempts} ${maxAttempts === 1 ? 'attempt' : 'attempts'}`]),
    ...(timeLimitSeconds === undefined ? [] : [`after ${timeLimitSeconds} s`]),
  ]
  return limits.length === 0 ? undefined : limits.join(' or ')
}

/** Where a piece of the drawing is entered and left. */
interface Ports {
  readonly entry: string
  readonly exits: Exits
}

/**
 * Lays a graph out as shapes and arrows, as it is written; what `emit` makes of it may have fewer states.
 *
 * @example toDiagram(seq(x, y)).arrows.length // 3: from the start to x, from x to y, from y to the end
 */
export const toDiagram = (graph: AnyStep): Diagram => {
  const shapes: Shape[] = [{ kind: 'start', id: 'start' }]
  const arrows: Arrow[] = []
  const groups = new Map<Occurrence, string>()
  let ids = 0
  const fresh = (): string => {
    ids += 1
    return `s${ids}`
  }
  const box = (kind: 'task' | 'pass' | 'choice' | 'wait' | 'succeed' | 'fail' | 'failed', name: string): string => {
    const id = fresh()
    shapes.push({ kind, id, name })
    return id
  }
  const open = (at: Occurrence, group: Group, name: string): void => {
    const id = fresh()
    groups.set(at, id)
    shapes.push({ kind: 'open', id, name, group })
  }
  const choices = new Map<Occurrence, string>()
  /** What is said of the way on from a loop, whatever it leads to. */
  const ways = new Map<string, string>()
  const closed = new Set<Occurrence>()
  const close = (at: Occurrence): Ports | undefined => {
    const id = groups.get(at)
    if (id === undefined) return undefined
    if (!closed.has(at)) shapes.push({ kind: 'close', id })
    closed.add(at)
    return { entry: id, exits: id }
  }
  /** Handlers stand outside of the group whose errors they handle: it closes before the first of them. */
  const closesBefore = new Map<Occurrence, Occurrence>()

  const enter = (at: Occurrence): void => {
    const group = closesBefore.get(at)
    if (group) close(group)
    switch (at.node._tag) {
      case 'Task':
      case 'Identity':
      case 'Pass':
      case 'Bind':
      case 'Wait':
      case 'Succeed':
      case 'Fail':
        return
      case 'Repeat':
        if (at.node.asksFirst) choices.set(at, box('choice', at.name))
        return
      case 'Choice':
        choices.set(at, box('choice', at.name))
        return
      case 'Seq':
        if (at.node.stateName !== undefined) open(at, 'sequence', at.node.stateName)
        return
      case 'Par':
        open(at, 'parallel', at.name)
        return
      case 'Map':
        open(at, 'map', at.name)
        return
      case 'Capture':
      case 'Retry':
      case 'Catch':
      case 'Keep':
        if (!isWrapper(at) || isOneState(at)) return
        open(at, guardGroup[at.node._tag], at.name)
        if (at.children[1]) closesBefore.set(at.children[1], at)
        return
      default:
        at.node satisfies never
    }
  }

  const lead = (exits: Exits, to: string): void => eachExit(exits, (from) => arrows.push({ kind: 'next', from, to }))

  const error = (kind: 'error' | 'retry', from: string, to: string, errors: readonly string[]): void => {
    const label = named(errors)
    arrows.push({ kind, from, to, ...(label !== undefined && { label }) })
  }

  const leave = (at: Occurrence, parts: readonly Ports[]): Ports => {
    const body = parts[0] as Ports
    switch (at.node._tag) {
      case 'Task':
      case 'Identity':
      case 'Pass':
      case 'Wait':
      case 'Succeed':
      case 'Fail': {
        const id = box(boxOf[at.node._tag], at.name)
        return { entry: id, exits: at.node._tag === 'Fail' || at.node._tag === 'Succeed' ? [] : id }
      }
      case 'Seq':
        for (let i = 1; i < parts.length; i++) lead((parts[i - 1] as Ports).exits, (parts[i] as Ports).entry)
        return close(at) ?? { entry: body.entry, exits: (parts.at(-1) as Ports).exits }
      case 'Par':
      case 'Map':
        return close(at) as Ports
      case 'Keep':
        return close(at) ?? body
      case 'Choice': {
        const entry = choices.get(at) as string
        for (const [i, part] of parts.entries()) {
          const arm = at.node.arms[i]
          const label = arm === undefined ? 'otherwise' : showExpression(arm.condition)
          arrows.push({ kind: 'next', from: entry, to: part.entry, label })
        }
        return { entry, exits: parts.map(({ exits }) => exits) }
      }
      case 'Bind': {
        const value = at.node.value === undefined ? undefined : body
        const inner = parts.at(-1) as Ports
        if (value !== undefined) lead(value.exits, inner.entry)
        return { entry: value?.entry ?? inner.entry, exits: inner.exits }
      }
      case 'Repeat': {
        const { node } = at
        const asking = choices.get(at) ?? box('choice', at.name)
        lead(body.exits, asking)
        arrows.push({ kind: 'next', from: asking, to: body.entry, label: againLabel(node) })
        const limit = limitLabel(node)
        if (limit !== undefined)
          arrows.push({ kind: 'next', from: asking, to: box('fail', `Fail ${repeatLimitReached}`), label: limit })
        ways.set(asking, showExpression(node.until))
        if (node.asksFirst) return { entry: asking, exits: asking }
        if (!node.pause?.isFirst) return { entry: body.entry, exits: asking }
        const wait = box('wait', `Wait ${node.pause.seconds} s`)
        arrows.push({ kind: 'next', from: wait, to: body.entry })
        return { entry: wait, exits: asking }
      }
      case 'Capture': {
        const caught = close(at) ?? body
        const failed = box('failed', at.failed)
        arrows.push({ kind: 'error', from: caught.entry, to: failed })
        return { entry: caught.entry, exits: [caught.exits, failed] }
      }
      case 'Retry': {
        const again = close(at) ?? body
        for (const { errors } of at.node.policies) error('retry', again.entry, again.entry, errors)
        return again
      }
      case 'Catch': {
        const caught = close(at) ?? body
        const handlers = parts.slice(1)
        at.node.handlers.forEach(({ errors }, i) => {
          error('error', caught.entry, (handlers[i] as Ports).entry, errors)
        })
        return { entry: caught.entry, exits: [caught.exits, ...handlers.map((handler) => handler.exits)] }
      }
    }
  }

  const whole = foldOccurrences(occurrences(graph), leave, enter)
  shapes.push({ kind: 'end', id: 'end' })
  lead(whole.exits, 'end')
  const all: readonly Arrow[] = [{ kind: 'next', from: 'start', to: whole.entry }, ...arrows]
  const said = (arrow: Arrow): Arrow => {
    const label = arrow.kind === 'next' && arrow.label === undefined ? ways.get(arrow.from) : undefined
    return label === undefined ? arrow : { ...arrow, label }
  }
  return { shapes, arrows: all.map(said) }
}

/** A graph as a diagram; a diagram as it is. */
export const diagramOf = (source: AnyStep | Diagram): Diagram => ('shapes' in source ? source : toDiagram(source))
