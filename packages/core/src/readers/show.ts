import { fold } from '../fold.ts'
import type { AnyStep, Fail, Handler, Node } from '../graph.ts'

// Concatenation, not join: V8 then shares the texts of the parts, and a deep graph costs no more than its text.
const listed = (parts: readonly string[]): string => {
  let text = ''
  for (const [i, part] of parts.entries()) text += i === 0 ? part : `, ${part}`
  return text
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name))

/** A name that could be taken for another term, `identity()` or `x, y`, stands in quotes. */
const taskTerm = (name: string): string =>
  /^[\p{ID_Start}_$][\p{ID_Continue}$-]*$/u.test(name) ? name : `task(${JSON.stringify(name)})`

const annotated = (node: Node, term: string): string => {
  const commented = node.comment === undefined ? term : `comment(${JSON.stringify(node.comment)}, ${term})`
  return node.stateName === undefined ? commented : `named(${JSON.stringify(node.stateName)}, ${commented})`
}

const object = (fields: object): string => {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return `{ ${given.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')} }`
}

const list = (names: readonly string[]): string => JSON.stringify(names.length === 1 ? names[0] : names)

interface Shown {
  readonly term: string
  /** The term inside `capture(…)`, for the parents that have a name for captured children. */
  readonly body?: string
}

const term = (node: Node, text: string): Shown => ({ term: annotated(node, text) })

const read = fold<Shown>({
  Task: (node) => term(node, taskTerm(node.name)),
  Identity: (node) => term(node, 'identity()'),
  Seq: (node, steps) => term(node, `seq(${listed(steps.map((s) => s.term))})`),
  Par: (node, branches) => {
    const caught = branches.every((b) => b.body !== undefined)
    const parts = branches.map((b, i) => {
      const text = caught ? (b.body as string) : b.term
      return node.keys ? `${key(node.keys[i] as string)}: ${text}` : text
    })
    return term(node, `${caught ? 'parCatch' : 'par'}(${node.keys ? `{ ${listed(parts)} }` : listed(parts)})`)
  },
  Map: (node, item) => {
    const options = node.maxConcurrency === undefined ? '' : `, { maxConcurrency: ${node.maxConcurrency} }`
    return term(node, item.body === undefined ? `map(${item.term}${options})` : `mapCatch(${item.body}${options})`)
  },
  Capture: (node, body) => {
    const shown = term(node, `capture(${body.term})`)
    return node.stateName === undefined && node.comment === undefined ? { ...shown, body: body.term } : shown
  },
  Wait: (node) => term(node, `wait(seconds(${node.duration.seconds}))`),
  Fail: ({ error, cause, ...node }) =>
    term(node as Fail, `fail(${error === undefined && cause === undefined ? '' : object({ error, cause })})`),
  Retry: (node, body) => term(node, `retry(${listed([body.term, ...node.policies.map(object)])})`),
  Catch: (node, body, handlers) => {
    const shown = handlers.map(({ term: handler }, i) => {
      const { errors } = node.handlers[i] as Handler
      return errors.includes('States.ALL') ? `onAny(${handler})` : `on(${list(errors)}, ${handler})`
    })
    return term(node, `catchError(${listed([body.term, ...shown])})`)
  },
})

/**
 * A graph as the term that builds it. Two graphs show the same text exactly when they are equal but for the options of their
 * tasks (time-outs and what else a deployment needs), which are left out.
 *
 * @example show(seq(x, y, parCatch(z, g))) // 'seq(x, y, parCatch(z, g))'
 */
export const show = (graph: AnyStep): string => read(graph).term
