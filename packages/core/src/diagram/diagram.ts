/** A graph as a drawing: boxes, groups of boxes and arrows, for the formats in this folder to write down. */
import type { AnyStep } from '../graph.ts'
import { foldOccurrences, type Occurrence, occurrences } from '../occurrence.ts'

/** What is drawn, in order; what stands between `open` and `close` is inside that group. Flat, so that depth costs no stack. */
export type Shape =
  | { readonly kind: 'start' | 'end'; readonly id: string }
  | { readonly kind: 'task' | 'pass' | 'failed'; readonly id: string; readonly name: string }
  | { readonly kind: 'open'; readonly id: string; readonly name: string; readonly group: Group }
  | { readonly kind: 'close'; readonly id: string }

export type Group = 'parallel' | 'map' | 'sequence' | 'capture'

/** `from` and `to` are ids of boxes or groups. An `error` arrow is taken by a caught error. */
export interface Arrow {
  readonly kind: 'next' | 'error'
  readonly from: string
  readonly to: string
}

export interface Diagram {
  readonly shapes: readonly Shape[]
  readonly arrows: readonly Arrow[]
}

/** Where a piece of the drawing is entered and left. */
interface Ports {
  readonly entry: string
  readonly exits: readonly string[]
}

/**
 * Lays a graph out as shapes and arrows, with the names that its states have in ASL.
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
  const box = (kind: 'task' | 'pass' | 'failed', name: string): string => {
    const id = fresh()
    shapes.push({ kind, id, name })
    return id
  }
  const open = (at: Occurrence, group: Group, name: string): void => {
    const id = fresh()
    groups.set(at, id)
    shapes.push({ kind: 'open', id, name, group })
  }
  const close = (at: Occurrence): Ports | undefined => {
    const id = groups.get(at)
    if (id === undefined) return undefined
    shapes.push({ kind: 'close', id })
    return { entry: id, exits: [id] }
  }

  const enter = (at: Occurrence): void => {
    switch (at.node._tag) {
      case 'Task':
      case 'Identity':
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
        if (at.name !== at.children[0]?.name) open(at, 'capture', at.name)
    }
  }

  const leave = (at: Occurrence, parts: readonly Ports[]): Ports => {
    const body = parts[0] as Ports
    switch (at.node._tag) {
      case 'Task':
      case 'Identity': {
        const id = box(at.node._tag === 'Task' ? 'task' : 'pass', at.name)
        return { entry: id, exits: [id] }
      }
      case 'Seq':
        for (let i = 1; i < parts.length; i++)
          for (const from of (parts[i - 1] as Ports).exits)
            arrows.push({ kind: 'next', from, to: (parts[i] as Ports).entry })
        return close(at) ?? { entry: body.entry, exits: (parts.at(-1) as Ports).exits }
      case 'Par':
      case 'Map':
        return close(at) as Ports
      case 'Capture': {
        const caught = close(at) ?? body
        const failed = box('failed', at.failed)
        arrows.push({ kind: 'error', from: caught.entry, to: failed })
        return { entry: caught.entry, exits: [...caught.exits, failed] }
      }
    }
  }

  const whole = foldOccurrences(occurrences(graph), leave, enter)
  shapes.push({ kind: 'end', id: 'end' })
  const next = (from: string, to: string): Arrow => ({ kind: 'next', from, to })
  return {
    shapes,
    arrows: [next('start', whole.entry), ...arrows, ...whole.exits.map((from) => next(from, 'end'))],
  }
}
