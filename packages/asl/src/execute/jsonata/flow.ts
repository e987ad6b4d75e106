/** The way of data through a JSONata state: Arguments, Output and Assign, the last two from what there was at entry. */
import type { Catcher } from '../../states.ts'
import type { Where } from '../plan/refuse.ts'
import { assign, type Flow, isPending, type Recovery } from '../thread/flow.ts'
import type { Thread } from '../thread/thread.ts'
import type { EvaluateQuery, Scene } from './expression.ts'
import { readyQueryTemplate } from './template.ts'

/** The fields that this is about. */
export interface JsonataFields {
  readonly Arguments?: unknown
  readonly Output?: unknown
  readonly Assign?: unknown
}

const optional = (template: unknown, location: string, at: Where): EvaluateQuery | undefined =>
  template === undefined ? undefined : readyQueryTemplate(template, location, at)

const both = async (thread: Thread, output: unknown, assignment: unknown): Promise<void> => {
  const value = await output
  assign(thread, await assignment)
  thread.value = value
}

const settle = (
  thread: Thread,
  scene: Scene,
  output: EvaluateQuery | undefined,
  assignment: EvaluateQuery | undefined,
  otherwise: unknown,
): unknown => {
  const value = output ? output(thread, scene) : otherwise
  if (assignment === undefined) {
    if (isPending(value)) return both(thread, value, undefined)
    thread.value = value
    return undefined
  }
  if (isPending(value)) return value.then((made) => both(thread, made, assignment(thread, scene)))
  const values = assignment(thread, scene)
  if (isPending(values)) return both(thread, value, values)
  assign(thread, values)
  thread.value = value
  return undefined
}

/**
 * The way of data through a state with these fields. `hasResult` says whether it has a result of its own, which `$states.result`
 * then is. `prefix` is where the fields stand below the state, as AWS writes it.
 */
export const jsonataFlow = (fields: JsonataFields, hasResult: boolean, at: Where, prefix = ''): Flow => {
  const work = optional(fields.Arguments, `${prefix}Arguments`, [...at, 'Arguments'])
  const output = optional(fields.Output, `${prefix}Output`, [...at, 'Output'])
  const assignment = optional(fields.Assign, `${prefix}Assign`, [...at, 'Assign'])
  const inspected = (thread: Thread, given: unknown): unknown => {
    const { inspect } = thread.machine
    if (inspect === undefined) return given
    const tell = (value: unknown): unknown => {
      inspect('afterArguments', value)
      return value
    }
    return isPending(given) ? given.then(tell) : tell(given)
  }
  return {
    work: (thread) => inspected(thread, work ? work(thread, { input: thread.value }) : thread.value),
    finish: (thread, result) =>
      settle(thread, hasResult ? { input: thread.value, result } : { input: thread.value }, output, assignment, result),
  }
}

/** What becomes of an error that a catcher of a JSONata state caught. */
export const jsonataRecovery = (catcher: Catcher, index: number, at: Where): Recovery => {
  const output = optional(catcher.Output, `Catch[${index}]/Output`, [...at, 'Output'])
  const assignment = optional(catcher.Assign, `Catch[${index}]/Assign`, [...at, 'Assign'])
  return (thread, errorOutput) => settle(thread, { input: thread.value, errorOutput }, output, assignment, errorOutput)
}
