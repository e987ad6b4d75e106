/** The way of data through a JSONPath state: InputPath, Parameters, ResultSelector, ResultPath, OutputPath, and Assign. */
import type { Catcher } from '../../states.ts'
import { causeInState, Failure } from '../failure/failure.ts'
import { shown } from '../payload/payload.ts'
import type { Where } from '../plan/refuse.ts'
import { assign, type Flow, type Recovery } from '../thread/flow.ts'
import type { Thread } from '../thread/thread.ts'
import { NoPlace, placed } from './resultPath.ts'
import { atPath, type Evaluate, readyPath, readyReference, readyTemplate } from './template.ts'

/** The fields that this is about. */
export interface JsonPathFields {
  readonly InputPath?: unknown
  readonly Parameters?: unknown
  readonly ResultSelector?: unknown
  readonly ResultPath?: unknown
  readonly OutputPath?: unknown
  readonly Assign?: unknown
}

const whole: Evaluate = (_, input) => input

/** A path field where `null` stands for an empty object. */
const narrowing = (text: unknown, at: Where): Evaluate => {
  if (text === undefined || text === '$') return whole
  if (text === null) return () => ({})
  const path = readyPath(text, at)
  return (thread, input) => atPath(path, thread, input)
}

const placing = (text: unknown, at: Where): ((thread: Thread, input: unknown, result: unknown) => unknown) => {
  if (text === undefined || text === '$') return (_thread, _input, result) => result
  if (text === null) return (_thread, input) => input
  const path = readyReference(text, at)
  return (thread, input, result) => {
    try {
      return placed(input, path, result)
    } catch (error) {
      if (!(error instanceof NoPlace)) throw error
      throw new Failure(
        'States.ResultPathMatchFailure',
        causeInState(
          thread.name,
          thread.enteredEvent,
          `Unable to apply ReferencePath ${path.text} to input ${shown(input)}`,
        ),
      )
    }
  }
}

const template = (value: unknown, at: Where): Evaluate => (value === undefined ? whole : readyTemplate(value, at))

/** InputPath alone, for what is evaluated against a state's input besides its parameters. */
export const inputPathOf = (fields: JsonPathFields, at: Where): Evaluate =>
  narrowing(fields.InputPath, [...at, 'InputPath'])

/** The way of data through a state with these fields; `undefined` fields are steps that it does not take. */
export const jsonPathFlow = (fields: JsonPathFields, at: Where): Flow => {
  const inputPath = inputPathOf(fields, at)
  const parameters = template(fields.Parameters, [...at, 'Parameters'])
  const selector = template(fields.ResultSelector, [...at, 'ResultSelector'])
  const place = placing(fields.ResultPath, [...at, 'ResultPath'])
  const outputPath = narrowing(fields.OutputPath, [...at, 'OutputPath'])
  const assignment = fields.Assign === undefined ? undefined : readyTemplate(fields.Assign, [...at, 'Assign'])
  return {
    work: (thread) => {
      const { inspect } = thread.machine
      const input = inputPath(thread, thread.value)
      inspect?.('afterInputPath', input)
      const work = parameters(thread, input)
      inspect?.('afterParameters', work)
      return work
    },
    finish: (thread, result) => {
      const { inspect } = thread.machine
      const selected = selector(thread, result)
      inspect?.('afterResultSelector', selected)
      const combined = place(thread, thread.value, selected)
      inspect?.('afterResultPath', combined)
      const output = outputPath(thread, combined)
      if (assignment) assign(thread, assignment(thread, result))
      thread.value = output
    },
  }
}

/** What becomes of an error that a catcher of a JSONPath state caught. */
export const jsonPathRecovery = (catcher: Catcher, at: Where): Recovery => {
  const place = placing(catcher.ResultPath, [...at, 'ResultPath'])
  const assignment = catcher.Assign === undefined ? undefined : readyTemplate(catcher.Assign, [...at, 'Assign'])
  return (thread, errorOutput) => {
    const output = place(thread, thread.value, errorOutput)
    if (assignment) assign(thread, assignment(thread, errorOutput))
    thread.value = output
  }
}
