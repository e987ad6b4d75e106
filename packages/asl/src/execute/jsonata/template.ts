/** Templates of JSONata states: any JSON, in which texts between `{%` and `%}` are expressions. */

import { isRecord, put } from '../payload/payload.ts'
import { checkDepth, literal, type Where } from '../plan/refuse.ts'
import { isPending } from '../thread/flow.ts'
import type { Thread } from '../thread/thread.ts'
import { type EvaluateQuery, isExpression, readyQuery, type Scene } from './expression.ts'

/** Puts a template together from the values of its expressions, in the order in which they were found. */
type Build = (values: readonly unknown[]) => unknown

const constant = (template: unknown, at: Where): Build => {
  const own = literal(template, at)
  return () => own
}

const compileTemplate = (
  template: unknown,
  location: string,
  at: Where,
  holes: EvaluateQuery[],
  depth: number,
): Build => {
  checkDepth(depth, at)
  if (isExpression(template)) {
    const index = holes.push(readyQuery(template, location, at)) - 1
    return (values) => values[index]
  }
  const before = holes.length
  if (Array.isArray(template)) {
    const items = template.map((item, i) => compileTemplate(item, `${location}[${i}]`, [...at, i], holes, depth + 1))
    return holes.length === before ? constant(template, at) : (values) => items.map((item) => item(values))
  }
  if (!isRecord(template)) return constant(template, at)
  const entries = Object.keys(template).map(
    (key) => [key, compileTemplate(template[key], `${location}/${key}`, [...at, key], holes, depth + 1)] as const,
  )
  if (holes.length === before) return constant(template, at)
  return (values) => {
    const made: Record<string, unknown> = {}
    for (const [key, build] of entries) put(made, key, build(values))
    return made
  }
}

const waitFor = async (
  holes: readonly EvaluateQuery[],
  values: unknown[],
  first: Promise<unknown>,
  thread: Thread,
  scene: Scene,
  build: Build,
): Promise<unknown> => {
  values.push(await first)
  for (const hole of holes.slice(values.length)) values.push(await hole(thread, scene))
  return build(values)
}

/** A template, made ready: its value, now or later. */
export const readyQueryTemplate = (template: unknown, location: string, at: Where): EvaluateQuery => {
  const holes: EvaluateQuery[] = []
  const build = compileTemplate(template, location, at, holes, 0)
  const only = holes[0]
  if (only === undefined) return () => build([])
  if (isExpression(template)) return only
  return (thread, scene) => {
    const values: unknown[] = []
    for (const hole of holes) {
      const value = hole(thread, scene)
      if (isPending(value)) return waitFor(holes, values, value, thread, scene, build)
      values.push(value)
    }
    return build(values)
  }
}
