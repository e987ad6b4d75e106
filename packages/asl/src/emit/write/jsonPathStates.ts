/**
 * States in JSONPath. A state's input and its result are in different places there: `Parameters` sees the input, `ResultSelector` and
 * `Assign` the result, and `ResultPath` alone brings both together.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html
 */
import { type Expression, fieldNames, type Path, showExpression, type Task } from '@orkestra/core'
import { type Assignment, type Draft, outputOf } from '../draft/draft.ts'
import { isRoot, isSame, readsRoot, substitute } from '../draft/substitution.ts'
import { intrinsicOf } from '../expression/intrinsics.ts'
import { jsonPathWriter } from '../expression/jsonPathWriter.ts'
import { pathOf } from '../expression/paths.ts'
import { jsonPathTemplate } from '../expression/payloadTemplate.ts'
import type { Problem } from '../expression/problem.ts'
import { payloadField, resourceArn, templateOf } from '../expression/template.ts'
import type { Writer } from '../expression/writer.ts'
import type { EmitOptions } from '../options.ts'
import { mapFields } from './distributed.ts'
import { functionName, invokeArn } from './lambda.ts'
import { contextField, needsIntegration, tokenEvent } from './lambdaCall.ts'
import { heartbeatField, timeFields } from './service.ts'
import { type Fields, fieldAdded, namesWith, type StateWriter } from './stateWriter.ts'
import { waitFields } from './wait.ts'

const nameOf = namesWith('$.Execution.Input')

const inAnotherState = 'Compute it in a pass(…) of its own before or after, or emit with queryLanguage: "JSONata".'

const cannot = (problems: Problem[], expression: Expression, what: string): Fields => {
  problems.push({ expression: showExpression(expression), what, wayOut: inAnotherState })
  return {}
}

/** A field of the payload as a reference path. */
const fieldPath = (key: string): string =>
  /^[A-Za-z_]\w*$/.test(key) ? `$.${key}` : `$['${key.replace(/[\\']/g, '\\$&')}']`

/** A result is found at a path of the raw result. */
const below = (expression: Expression, prefix: Path): Expression =>
  prefix.length === 0
    ? expression
    : substitute(expression, (root) => (root._tag === 'Result' ? { _tag: 'Reference', root, path: prefix } : undefined))

const path = (expression: Expression): string | undefined => pathOf(expression, nameOf)

/** What a state with a result hands on. */
const outputFields = (draft: Draft, prefix: Path, problems: Problem[]): Fields => {
  const output = below(outputOf(draft), prefix)
  if (isRoot(output, 'Result')) return {}
  if (isRoot(output, 'Input')) return { ResultPath: null }
  const added = fieldAdded(output)
  if (added !== undefined && isRoot(added.object, 'Input') && !readsRoot(added.value, 'Input')) {
    const ResultPath = fieldPath(added.key)
    if (isRoot(added.value, 'Result')) return { ResultPath }
    if (fieldNames(added.value) !== undefined)
      return { ResultSelector: jsonPathTemplate(added.value, nameOf, problems), ResultPath }
    return cannot(problems, output, 'a ResultPath in JSONPath takes the result, or an object made of it')
  }
  const found = path(output)
  const isOfResult = output._tag === 'Reference' && output.root._tag === 'Result'
  if (found !== undefined) return isOfResult ? { OutputPath: found } : { ResultPath: null, OutputPath: found }
  if (readsRoot(output, 'Input'))
    return cannot(problems, output, 'JSONPath cannot make one value of the input and of the result of a state')
  if (fieldNames(output) !== undefined) return { ResultSelector: jsonPathTemplate(output, nameOf, problems) }
  // A selector is an object, so the value is put into one and taken out again.
  return output._tag === 'Literal'
    ? { ResultSelector: { value: output.value }, OutputPath: '$.value' }
    : { ResultSelector: { 'value.$': intrinsicOf(output, nameOf, problems) }, OutputPath: '$.value' }
}

/** Variables, of what `$` is where they are assigned. */
const assignFields = (
  assigns: readonly Assignment[],
  prefix: Path,
  sees: (value: Expression) => Expression | undefined,
  problems: Problem[],
): Fields => {
  if (assigns.length === 0) return {}
  const entries = assigns.map(({ variable, value }): readonly [string, unknown] => {
    const name = nameOf(variable) as string
    const seen = sees(value)
    if (seen === undefined) {
      cannot(problems, value, 'a variable in JSONPath is made of the result of its state, not of its input')
      return [name, null]
    }
    const at = below(seen, prefix)
    if (at._tag === 'Literal' || at._tag === 'Object') return [name, jsonPathTemplate(at, nameOf, problems)]
    return [`${name}.$`, intrinsicOf(at, nameOf, problems)]
  })
  return { Assign: Object.fromEntries(entries) }
}

const ofResult = (value: Expression): Expression | undefined => (readsRoot(value, 'Input') ? undefined : value)

/** What a state with a result says of data, but for what it is given. */
const after = (draft: Draft, prefix: Path, problems: Problem[]): Fields => {
  const output = outputFields(draft, prefix, problems)
  const { assigns } = draft
  if (assigns.length === 0) return output
  // No documentation says which of the two results an Assign sees, the raw or the selected one.
  if ('ResultSelector' in output) {
    const reader = assigns.find(({ value }) => readsRoot(value, 'Result'))
    if (reader !== undefined)
      cannot(problems, reader.value, 'a state in JSONPath cannot both select from its result and keep some of it')
  }
  return { ...output, ...assignFields(assigns, prefix, ofResult, problems) }
}

/** What a state is given whole: nothing is said of the input itself. */
const given = (payload: Expression | undefined, problems: Problem[]): Fields => {
  if (payload === undefined || isRoot(payload, 'Input')) return {}
  const found = path(payload)
  if (found !== undefined) return { InputPath: found }
  if (fieldNames(payload) !== undefined) return { Parameters: jsonPathTemplate(payload, nameOf, problems) }
  return cannot(problems, payload, 'what a state is given in JSONPath is a path or an object')
}

const payloadParameter = (payload: Expression | undefined, problems: Problem[]): Fields => {
  if (payload === undefined) return { 'Payload.$': '$' }
  return templateOf(
    { language: 'JSONPath', template: (value) => jsonPathTemplate(value, nameOf, problems) },
    {
      Payload: payload,
    },
  ) as Fields
}

const invoked = (draft: Draft, fn: string, options: EmitOptions, problems: Problem[]): Fields => {
  const task = draft.node as Task
  const payload = task.waitsForToken ? tokenEvent(draft.payload) : draft.payload
  return {
    Resource: invokeArn(options, task),
    Parameters: { FunctionName: fn, ...payloadParameter(payload, problems), ...contextField(task, 'JSONPath') },
    ...after(draft, task.waitsForToken ? [] : ['Payload'], problems),
  }
}

/** The function by its ARN: its result is the payload alone, and so can be put into a field of the input. */
const direct = (draft: Draft, fn: string, problems: Problem[]): Fields => {
  const { payload } = draft
  // The integration sends an empty object where there is null; a path may lead to one.
  if (payload !== undefined && path(payload) !== undefined && !isRoot(payload, 'Input'))
    cannot(problems, payload, 'a function that is called by its ARN is given its whole input, or an object')
  return { Resource: fn, ...given(payload, problems), ...after(draft, [], problems) }
}

const lambdaFields = (draft: Draft, task: Task, options: EmitOptions, problems: Problem[]): Fields => {
  const fn = functionName(task, options)
  if (needsIntegration(task)) return { ...invoked(draft, fn, options, problems), ...heartbeatField(task) }
  if (options.payloadResponseOnly)
    return { Resource: fn, ...given(draft.payload, problems), ...after(draft, [], problems) }
  const [first, second]: [Problem[], Problem[]] = [[], []]
  const fields = invoked(draft, fn, options, first)
  if (first.length === 0) return fields
  const other = direct(draft, fn, second)
  if (second.length === 0) return other
  problems.push(...first)
  return fields
}

const taskFields = (draft: Draft, options: EmitOptions, problems: Problem[]): Fields => {
  const task = draft.node as Task
  const writer = jsonPathWriter(nameOf, problems, options.partition ?? 'aws')
  const { target } = task
  switch (target.kind) {
    case 'lambda':
      return lambdaFields(draft, task, options, problems)
    case 'service':
      return {
        Resource: resourceArn(writer, target.resource),
        ...payloadField(writer, draft.payload as Expression),
        ...after(draft, [], problems),
        ...timeFields(task),
        ...(draft.credentials !== undefined && { Credentials: templateOf(writer, { RoleArn: draft.credentials }) }),
      }
    case 'activity':
      return {
        Resource: target.arn,
        ...given(draft.payload, problems),
        ...after(draft, [], problems),
        ...timeFields(task),
      }
    case 'fragment':
      return {}
  }
}

const passOutput = (output: Expression, options: EmitOptions, problems: Problem[]): Fields => {
  if (isRoot(output, 'Input')) return {}
  const added = fieldAdded(output)
  if (added !== undefined && isRoot(added.object, 'Input')) {
    const ResultPath = fieldPath(added.key)
    const { value } = added
    if (value._tag === 'Literal') return { Result: value.value, ResultPath }
    const found = path(value)
    if (found !== undefined) return { InputPath: found, ResultPath }
    if (fieldNames(value) !== undefined) return { Parameters: jsonPathTemplate(value, nameOf, problems), ResultPath }
  }
  return jsonPathWriter(nameOf, problems, options.partition ?? 'aws').pass(output) as Fields
}

const passFields = (draft: Draft, options: EmitOptions, problems: Problem[]): Fields => {
  const output = outputOf(draft)
  const found = draft.assigns.length > 0 ? path(output) : undefined
  // An Assign sees what InputPath leaves of the input, but not what OutputPath does.
  const fields =
    found === undefined || isRoot(output, 'Input') ? passOutput(output, options, problems) : { OutputPath: found }
  if (draft.assigns.length === 0) return fields
  const handsOn = isRoot(output, 'Input') || found !== undefined
  const sees = (value: Expression): Expression | undefined => {
    if (handsOn || !readsRoot(value, 'Input')) return value
    // What it hands on is what an Assign of a Pass sees, unless that is put into a field.
    return !('ResultPath' in fields || 'OutputPath' in fields) && isSame(value, output)
      ? { _tag: 'Reference', root: { _tag: 'Input' }, path: [] }
      : undefined
  }
  return { ...fields, ...assignFields(draft.assigns, [], sees, problems) }
}

/** What a state without a result hands on: its input, or what is at a path. */
const handedOn = (draft: Draft, problems: Problem[]): Fields => {
  const output = outputOf(draft)
  if (isRoot(output, 'Input')) return {}
  const found = path(output)
  return found === undefined
    ? cannot(problems, output, `a ${draft.kind} in JSONPath hands on what is at a path`)
    : { OutputPath: found }
}

const ofInput = (value: Expression): Expression => value

/** The intrinsic functions that give a text. https://states-language.net/#fail-state */
const givesText = /^States\.(?:Format|JsonToString|ArrayGetItem|Base64Encode|Base64Decode|Hash|UUID)\(/

/** A text that is written here, at a path, or of an intrinsic function. */
const failText = (field: 'Error' | 'Cause', text: Expression | undefined, problems: Problem[]): Fields => {
  if (text === undefined) return {}
  if (text._tag === 'Literal') return { [field]: text.value }
  const written = path(text) ?? intrinsicOf(text, nameOf, problems)
  const isText = written === undefined || path(text) !== undefined || givesText.test(written)
  return isText
    ? { [`${field}Path`]: written }
    : cannot(problems, text, `${field}Path in JSONPath takes a path to one text, or a call that gives one`)
}

/** States in JSONPath. */
export const jsonPathStates = (options: EmitOptions): StateWriter => {
  const arn = invokeArn(options)
  const writerOf = (problems: Problem[]): Writer => jsonPathWriter(nameOf, problems, options.partition ?? 'aws')
  return {
    call: options.payloadResponseOnly
      ? (fn) => ({ Type: 'Task', Resource: fn })
      : (fn) => ({
          Type: 'Task',
          Resource: arn,
          Parameters: { FunctionName: fn, 'Payload.$': '$' },
          OutputPath: '$.Payload',
        }),
    fields: (draft, problems) => {
      switch (draft.kind) {
        case 'Task':
          return taskFields(draft, options, problems)
        case 'Pass':
          return passFields(draft, options, problems)
        case 'Wait':
          return {
            ...waitFields(draft.delay, writerOf(problems)),
            ...handedOn(draft, problems),
            ...assignFields(draft.assigns, [], ofInput, problems),
          }
        case 'Choice':
          if (!isRoot(outputOf(draft), 'Input'))
            return cannot(problems, outputOf(draft), 'a Choice in JSONPath hands on its input')
          return assignFields(draft.assigns, [], ofInput, problems)
        case 'Parallel':
          return { ...given(draft.payload, problems), ...after(draft, [], problems) }
        case 'Fragment':
          return after(draft, [], problems)
        case 'Map': {
          const { items } = draft
          return { ...(items && mapFields(items, writerOf(problems))), ...after(draft, [], problems) }
        }
        case 'Succeed':
          return handedOn(draft, problems)
        case 'Fail':
          return { ...failText('Error', draft.error, problems), ...failText('Cause', draft.cause, problems) }
        case 'Link':
          return {}
      }
    },
    rules: (draft, problems) => {
      const writer = writerOf(problems)
      return draft.rules.map(({ condition, assigns, output }) => {
        if (output !== undefined && !isRoot(output, 'Input'))
          cannot(problems, output, 'a Choice in JSONPath hands on its input')
        return { ...writer.rule(condition), ...assignFields(assigns, [], ofInput, problems) }
      })
    },
    caught: ({ keep }) => (keep === undefined ? {} : { ResultPath: keep === null ? null : fieldPath(keep) }),
  }
}
