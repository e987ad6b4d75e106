/** JSONata states: where expressions stand, whether they can be read, and what they may refer to there. */

import { isExpression } from '../../language/jsonata.ts'
import { isObject, withoutPlaceholders } from '../outline/fields.ts'
import type { StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, listed, quoted } from '../report/wording.ts'
import { type Expression, type Reference, type ResultType, readExpression } from './expression.ts'
import type { Variables } from './variables.ts'

/** When an expression is evaluated, which decides what `$states` holds. */
export type Phase = 'before' | 'after' | 'error'

export interface ExpressionUse {
  readonly phase: Phase
  /** Within an Assign: what is read is as it was before the state. */
  readonly isAssign?: boolean
  /** What the value must be, when it is one expression. */
  readonly result?: readonly ResultType[]
}

export interface JsonataCheck {
  /** A template: any JSON, whose texts may be expressions. */
  readonly template: (value: unknown, place: Place, state: StateEntry, use: ExpressionUse) => void
}

const fieldsOfStates = ['input', 'context', 'result', 'errorOutput']

const start = '{%'
const end = '%}'
/** What a placeholder is read as: something that parses nearly everywhere. */
const stand = '0'

/** The checks of expressions, which report and say which variables are read. */
export const createJsonataCheck = (report: Report, variables: Variables): JsonataCheck => {
  const known = new Map<string, Expression>()

  const hasResult = (state: StateEntry, { phase }: ExpressionUse): boolean =>
    phase === 'after' && (state.type === 'Task' || state.type === 'Parallel' || state.type === 'Map')

  const checkField = (field: string, place: Place, state: StateEntry, use: ExpressionUse): void => {
    if (field === 'input' || field === 'context') return
    if (field === 'result') {
      if (!hasResult(state, use))
        report.error(
          'ASL185',
          place,
          '$states.result is not available here: only in Output and Assign of Task, Parallel and Map states.',
          use.phase === 'error' ? 'In a catcher, read $states.errorOutput.' : 'Read $states.input.',
        )
      return
    }
    if (field === 'errorOutput') {
      if (use.phase !== 'error')
        report.error(
          'ASL184',
          place,
          '$states.errorOutput is not available here: only in Output and Assign of a catcher.',
          'Read it in the catcher, and pass it on with "Output" or "Assign".',
        )
      return
    }
    const guess = closest(field, fieldsOfStates)
    report.error(
      'ASL186',
      place,
      `$states has no field ${quoted(field)}.`,
      guess === undefined ? `It has ${listed(fieldsOfStates)}.` : `Did you mean $states.${guess}?`,
    )
  }

  const checkReference = (reference: Reference, place: Place, state: StateEntry, use: ExpressionUse): void => {
    switch (reference._tag) {
      case 'Variable':
        variables.read(reference.name, place, state, use.isAssign === true)
        return
      case 'States':
        checkField(reference.field, place, state, use)
        return
      case 'Bare':
        report.error(
          'ASL182',
          place,
          `the name ${quoted(reference.name)} at the top level of the expression refers to nothing.`,
          `Start from $states or from a variable: $states.input.${reference.name}.`,
        )
        return
      case 'Root':
        report.error(
          'ASL183',
          place,
          `${reference.name} is not supported ${reference.name === '$' ? 'at the top level' : 'anywhere'}.`,
          'Read $states.input. Inside a step or a predicate, "$" is the current item.',
        )
        return
      case 'Eval':
        report.warn(
          'ASL187',
          place,
          'Step Functions has no $eval: the expression fails at run time.',
          'Use $parse to read JSON text.',
        )
        return
    }
  }

  const expression = (text: string, place: Place, state: StateEntry, use: ExpressionUse, isWhole: boolean): void => {
    const hasPlaceholders = text.includes('${')
    const inner = withoutPlaceholders(text.slice(2, -2), stand)
    const cached = known.get(inner)
    const read = cached ?? readExpression(inner)
    if (cached === undefined) known.set(inner, read)
    if (read.problem !== undefined) {
      if (hasPlaceholders) return
      const { message, at } = read.problem
      report.error(
        'ASL181',
        place,
        `${quoted(text)} cannot be parsed${at === undefined ? '' : `: after character ${at}`}: ${message}.`,
        inner.trim() === '' ? 'Write an expression between {% and %}.' : 'See https://docs.jsonata.org for the syntax.',
      )
      return
    }
    for (const reference of read.references) checkReference(reference, place, state, use)
    if (isWhole && use.result !== undefined && read.result !== undefined && !use.result.includes(read.result))
      report.warn(
        'ASL189',
        place,
        `the expression returns a ${read.result}, but the field needs ${listed(use.result, 'or')}.`,
        'The state would fail with States.QueryEvaluationError.',
      )
  }

  const text = (value: string, place: Place, state: StateEntry, use: ExpressionUse, isWhole: boolean): void => {
    if (isExpression(value)) {
      expression(value, place, state, use, isWhole)
      return
    }
    const isOpen = value.startsWith(start)
    if (isOpen || (value.endsWith(end) && !value.includes(start)))
      report.error(
        'ASL180',
        place,
        `${quoted(value)} ${isOpen ? 'starts with {% and does not end with %}' : 'ends with %} and does not start with {%'}.`,
        'An expression starts with {% and ends with %}, with nothing around it, not even a space.',
      )
    else if (/^\s*\{%[\s\S]*%\}\s*$/.test(value))
      report.warn(
        'ASL180',
        place,
        'the spaces around {% … %} make it a plain string that is not evaluated.',
        'Remove them if this is an expression.',
      )
  }

  const template = (root: unknown, place: Place, state: StateEntry, use: ExpressionUse): void => {
    if (typeof root === 'string') {
      text(root, place, state, use, true)
      return
    }
    const open: { readonly value: object; readonly place: Place }[] = []
    if (typeof root === 'object' && root !== null) open.push({ value: root, place })
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { value, place: here } = next
      const isList = Array.isArray(value)
      if (!isList && !isObject(value)) continue
      for (const key of Object.keys(value)) {
        const inner: unknown = (value as Readonly<Record<string, unknown>>)[key]
        const at = isList ? Number(key) : key
        if (!isList && key.endsWith('.$'))
          report.warn(
            'ASL195',
            within(here, key),
            `${quoted(key)} is an ordinary field name: JSONata evaluates no paths.`,
            `Name it ${quoted(key.slice(0, -2))}, and write the value as "{% … %}".`,
            'key',
          )
        if (typeof inner === 'string') {
          if (inner.includes(start) || inner.endsWith(end)) text(inner, within(here, at), state, use, false)
        } else if (typeof inner === 'object' && inner !== null) open.push({ value: inner, place: within(here, at) })
      }
    }
  }

  return { template }
}
