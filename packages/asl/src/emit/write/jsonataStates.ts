/**
 * States in JSONata. `Arguments`, `Output` and `Assign` see the input, and the last two the result, so that one state can say nearly
 * everything. https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
import type { Expression, Task } from '@orkestra/core'
import { type Assignment, type Draft, hasResult, outputOf } from '../draft/draft.ts'
import { isRoot, substitute } from '../draft/substitution.ts'
import { jsonataWriter } from '../expression/jsonataWriter.ts'
import type { Problem } from '../expression/problem.ts'
import { resourceArn, templateOf } from '../expression/template.ts'
import type { Writer } from '../expression/writer.ts'
import type { EmitOptions } from '../options.ts'
import { mapFields } from './distributed.ts'
import { functionName, invokeArn } from './lambda.ts'
import { contextField, needsIntegration, tokenEvent } from './lambdaCall.ts'
import { heartbeatField, timeFields } from './service.ts'
import { type Fields, namesWith, type StateWriter } from './stateWriter.ts'
import { waitFields } from './wait.ts'

const nameOf = namesWith('states.context.Execution.Input')

/** A result is found at a path of the raw result. */
const below = (expression: Expression, isWrapped: boolean): Expression =>
  isWrapped
    ? substitute(expression, (root) =>
        root._tag === 'Result' ? { _tag: 'Reference', root, path: ['Payload'] } : undefined,
      )
    : expression

const assignFields = (assigns: readonly Assignment[], isWrapped: boolean, writer: Writer): Fields =>
  assigns.length === 0
    ? {}
    : {
        Assign: Object.fromEntries(
          assigns.map(({ variable, value }) => [nameOf(variable), writer.template(below(value, isWrapped))]),
        ),
      }

/** What it hands on, and what it keeps. */
const after = (draft: Draft, isWrapped: boolean, writer: Writer): Fields => {
  const output = outputOf(draft)
  const isDefault = isRoot(output, hasResult(draft) ? 'Result' : 'Input') && !isWrapped
  return {
    ...(!isDefault && { Output: writer.template(below(output, isWrapped)) }),
    ...assignFields(draft.assigns, isWrapped, writer),
  }
}

const payloadTemplate = (payload: Expression | undefined, writer: Writer): unknown =>
  payload === undefined ? '{% $states.input %}' : writer.template(payload)

const given = (payload: Expression | undefined, writer: Writer): Fields =>
  payload === undefined || isRoot(payload, 'Input') ? {} : { Arguments: writer.template(payload) }

const taskFields = (draft: Draft, options: EmitOptions, writer: Writer): Fields => {
  const task = draft.node as Task
  const { target } = task
  switch (target.kind) {
    case 'lambda': {
      const fn = functionName(task, options)
      if (needsIntegration(task)) {
        const payload = task.waitsForToken ? tokenEvent(draft.payload) : draft.payload
        return {
          Resource: invokeArn(options, task),
          Arguments: { FunctionName: fn, Payload: payloadTemplate(payload, writer), ...contextField(task, 'JSONata') },
          ...after(draft, !task.waitsForToken, writer),
          ...heartbeatField(task),
        }
      }
      return options.payloadResponseOnly
        ? { Resource: fn, ...given(draft.payload, writer), ...after(draft, false, writer) }
        : {
            Resource: invokeArn(options),
            Arguments: { FunctionName: fn, Payload: payloadTemplate(draft.payload, writer) },
            ...after(draft, true, writer),
          }
    }
    case 'service':
      return {
        Resource: resourceArn(writer, target.resource),
        Arguments: payloadTemplate(draft.payload, writer),
        ...after(draft, false, writer),
        ...timeFields(task),
        ...(draft.credentials !== undefined && { Credentials: templateOf(writer, { RoleArn: draft.credentials }) }),
      }
    case 'activity':
      // A state of JSONata without Arguments gives its task the input, too: https://states-language.net/#arguments
      return {
        Resource: target.arn,
        ...given(draft.payload, writer),
        ...after(draft, false, writer),
        ...timeFields(task),
      }
    case 'fragment':
      return {}
  }
}

const failText = (field: 'Error' | 'Cause', text: Expression | undefined, writer: Writer): Fields =>
  text === undefined ? {} : { [field]: writer.template(text) }

/** States in JSONata. */
export const jsonataStates = (options: EmitOptions): StateWriter => {
  const arn = invokeArn(options)
  const writerOf = (problems: Problem[]): Writer => jsonataWriter(nameOf, problems, options.partition ?? 'aws')
  return {
    call: options.payloadResponseOnly
      ? (fn) => ({ Type: 'Task', Resource: fn })
      : (fn) => ({
          Type: 'Task',
          Resource: arn,
          Arguments: { FunctionName: fn, Payload: '{% $states.input %}' },
          Output: '{% $states.result.Payload %}',
        }),
    fields: (draft, problems) => {
      const writer = writerOf(problems)
      switch (draft.kind) {
        case 'Task':
          return taskFields(draft, options, writer)
        case 'Wait':
          return { ...waitFields(draft.delay, writer), ...after(draft, false, writer) }
        case 'Pass':
        case 'Choice':
        case 'Fragment':
        case 'Succeed':
          return after(draft, false, writer)
        case 'Parallel':
          return { ...given(draft.payload, writer), ...after(draft, false, writer) }
        case 'Map':
          return { ...(draft.items && mapFields(draft.items, writer)), ...after(draft, false, writer) }
        case 'Fail':
          return { ...failText('Error', draft.error, writer), ...failText('Cause', draft.cause, writer) }
        case 'Link':
          return {}
      }
    },
    rules: (draft, problems) => {
      const writer = writerOf(problems)
      return draft.rules.map(({ condition, assigns, output }) => ({
        ...writer.rule(condition),
        ...(output !== undefined && !isRoot(output, 'Input') && { Output: writer.template(output) }),
        ...assignFields(assigns, false, writer),
      }))
    },
    caught: ({ keep }) =>
      keep === undefined
        ? {}
        : keep === null
          ? { Output: '{% $states.input %}' }
          : { Output: `{% $merge([$states.input, {${JSON.stringify(keep)}: $states.errorOutput}]) %}` },
  }
}
