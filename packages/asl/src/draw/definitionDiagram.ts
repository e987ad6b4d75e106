/** A definition as shapes and arrows: any graph of states, with its loops and with states that several lead to. */
import type { Arrow, Diagram, Shape } from '@orkestra/core'
import type { StateMachine } from '../states.ts'
import { isObject } from '../validate/outline/fields.ts'
import { conditionText } from './conditionText.ts'

type Members = Readonly<Record<string, unknown>>

const boxes = {
  Task: 'task',
  Pass: 'pass',
  Choice: 'choice',
  Wait: 'wait',
  Succeed: 'succeed',
  Fail: 'fail',
} as const

const groups = { Parallel: 'parallel', Map: 'map' } as const

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A way out of a state: the state that it leads to, and what is said of it. */
type Way = Pick<Arrow, 'kind' | 'label'> & { readonly to: string }

const errorsOf = (handler: unknown): string | undefined => {
  const errors = isObject(handler) ? listOf(handler.ErrorEquals).map(String) : []
  return errors.length === 0 || errors.includes('States.ALL') ? undefined : errors.join(', ')
}

/** The ways out of a state in the order in which they are tried. */
const waysOf = (state: Members): readonly Way[] => {
  const ways: Way[] = []
  if (state.Type === 'Choice') {
    for (const rule of listOf(state.Choices))
      if (isObject(rule) && typeof rule.Next === 'string')
        ways.push({ kind: 'next', to: rule.Next, label: conditionText(rule) })
    if (typeof state.Default === 'string') ways.push({ kind: 'next', to: state.Default, label: 'otherwise' })
  }
  if (typeof state.Next === 'string') ways.push({ kind: 'next', to: state.Next })
  for (const catcher of listOf(state.Catch)) {
    if (!isObject(catcher) || typeof catcher.Next !== 'string') continue
    const label = errorsOf(catcher)
    ways.push({ kind: 'error', to: catcher.Next, ...(label !== undefined && { label }) })
  }
  return ways
}

interface Scope {
  readonly startAt: unknown
  readonly states: ReadonlyMap<string, Members>
}

const scopeOf = (value: unknown): Scope => {
  const states = isObject(value) && isObject(value.States) ? value.States : {}
  return {
    startAt: isObject(value) ? value.StartAt : undefined,
    states: new Map(Object.entries(states).filter((entry): entry is [string, Members] => isObject(entry[1]))),
  }
}

/** What stands inside a state. */
const insideOf = (state: Members): readonly Scope[] => {
  if (state.Type === 'Parallel') return listOf(state.Branches).map(scopeOf)
  if (state.Type === 'Map') return [scopeOf(state.ItemProcessor ?? state.Iterator)]
  return []
}

/** The states in the order in which a reader meets them: the first ways first; what nothing leads to comes last. */
const inOrder = ({ startAt, states }: Scope): readonly string[] => {
  const met = new Set<string>()
  const from = (name: string): void => {
    const open = [name]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const state = states.get(next)
      if (state === undefined || met.has(next)) continue
      met.add(next)
      for (const { to } of [...waysOf(state)].reverse()) open.push(to)
    }
  }
  if (typeof startAt === 'string') from(startAt)
  for (const name of states.keys()) from(name)
  return [...met]
}

type Task = { readonly name: string; readonly state: Members; readonly id: string } | { readonly close: string }

/**
 * A definition as shapes and arrows. What is not a state is left out, so that a definition with errors can be looked at as well.
 *
 * @example definitionDiagram({ StartAt: 'A', States: { A: { Type: 'Wait', Seconds: 1, Next: 'A' } } }).arrows.length // 2
 */
export const definitionDiagram = (definition: StateMachine): Diagram => {
  const shapes: Shape[] = [{ kind: 'start', id: 'start' }]
  const arrows: Arrow[] = []
  const open: Task[] = []
  let count = 0
  let ends = false

  /** Names the states of a scope and notes their arrows; what is left is to draw them, in this order. */
  const enter = (scope: Scope, isOuter: boolean): readonly Task[] => {
    const order = inOrder(scope)
    const ids = new Map(
      order.map((name) => {
        count += 1
        return [name, `s${count}`]
      }),
    )
    const start = typeof scope.startAt === 'string' ? ids.get(scope.startAt) : undefined
    if (isOuter && start !== undefined) arrows.push({ kind: 'next', from: 'start', to: start })
    for (const [name, id] of ids) {
      const state = scope.states.get(name) as Members
      for (const { to, ...way } of waysOf(state)) {
        const target = ids.get(to)
        if (target !== undefined) arrows.push({ ...way, from: id, to: target })
      }
      for (const retrier of listOf(state.Retry)) {
        const label = errorsOf(retrier)
        arrows.push({ kind: 'retry', from: id, to: id, ...(label !== undefined && { label }) })
      }
      if (isOuter && state.End === true) {
        ends = true
        arrows.push({ kind: 'next', from: id, to: 'end' })
      }
    }
    return Array.from(ids, ([name, id]) => ({ name, state: scope.states.get(name) as Members, id }))
  }
  const next = (tasks: readonly Task[]): void => {
    for (let i = tasks.length - 1; i >= 0; i -= 1) open.push(tasks[i] as Task)
  }

  next(enter(scopeOf(definition), true))
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    if ('close' in task) {
      shapes.push({ kind: 'close', id: task.close })
      continue
    }
    const { name, state, id } = task
    const type = String(state.Type)
    if (Object.hasOwn(groups, type)) {
      shapes.push({ kind: 'open', id, name, group: groups[type as keyof typeof groups] })
      open.push({ close: id })
      next(insideOf(state).flatMap((scope) => enter(scope, false)))
    } else shapes.push({ kind: Object.hasOwn(boxes, type) ? boxes[type as keyof typeof boxes] : 'task', id, name })
  }
  if (ends) shapes.push({ kind: 'end', id: 'end' })
  return { shapes, arrows }
}
