/** The task of a service call, however its types are known. */
import { checkedName } from '../combinators/task.ts'
import { type Duration, wholeSeconds } from '../duration.ts'
import { type Expression, parts } from '../expressions/expression.ts'
import { fieldNames } from '../expressions/fields.ts'
import { dataOf, isReference, type Ref, referenceTo, toExpression } from '../expressions/reference.ts'
import { frozenCopy } from '../graph/frozenCopy.ts'
import type { Task } from '../graph/graph.ts'
import { type Graph, graphOf } from '../graph/step.ts'

/** A resource in its parts, and what is known of it. */
export interface Resource {
  readonly action: string
  readonly pattern: string
  /** Fields that the arguments must hold. */
  readonly required: readonly string[]
}

/** What stands after `arn:aws:states:::`, and how it waits. */
export const resourcePattern: RegExp = /^(?:aws-sdk:)?[^:.]+:([^:.]+)(?:\.(sync|sync:2|waitForTaskToken))?$/

/** What a resource does not look like is said of it. */
export const refuseResource =
  (resource: string) =>
  (why: string): never => {
    throw new TypeError(`service ${JSON.stringify(resource)}: ${why}`)
  }

const tokenPath = ['Task', 'Token']

/** Whether an expression holds the task token, or something of the context that holds it. */
const passesToken = (expression: Expression): boolean => {
  if (expression._tag === 'Source') return /\bTask\b\W+Token\b/.test(expression.source)
  if (expression._tag === 'Reference' && expression.root._tag === 'Context')
    return expression.path.every((key, i) => key === tokenPath[i])
  return parts(expression).some(passesToken)
}

/** From one second, whole. */
const checkedSeconds = (place: string, field: string, value: Duration | undefined): void => {
  if (value !== undefined && (!Number.isFinite(value.seconds) || wholeSeconds(value) < 1))
    throw new RangeError(`${place}: ${field} must be at least one second, got ${value.seconds} s`)
}

/**
 * Checks how long a task may take and be silent.
 *
 * @throws RangeError when one is under a second, or the heartbeat is not shorter than the time-out (a rule of ASL).
 */
export const checkTimes = (place: string, taskTimeout: Duration | undefined, heartbeat: Duration | undefined): void => {
  checkedSeconds(place, 'taskTimeout', taskTimeout)
  checkedSeconds(place, 'heartbeat', heartbeat)
  if (taskTimeout && heartbeat && wholeSeconds(heartbeat) >= wholeSeconds(taskTimeout))
    throw new RangeError(
      `${place}: heartbeat (${heartbeat.seconds} s) must be shorter than taskTimeout (${taskTimeout.seconds} s)`,
    )
}

/** What is selected of the raw result; nothing where all of it is. */
const selected = (place: string, select: ((result: never) => unknown) | undefined): Expression | undefined => {
  if (select === undefined) return undefined
  const expression = toExpression(
    place,
    dataOf(place, () => select(referenceTo({ _tag: 'Result' }) as never)),
  )
  return expression._tag === 'Reference' && expression.root._tag === 'Result' && expression.path.length === 0
    ? undefined
    : expression
}

/** What is said of a call, whatever its types are. */
interface Said {
  readonly name?: string
  readonly result?: (result: never) => unknown
  readonly taskTimeout?: Duration
  readonly heartbeat?: Duration
  readonly credentials?: string | ((input: never) => unknown)
}

/**
 * A task that calls a resource.
 *
 * @throws TypeError, RangeError as `service` does.
 */
export const serviceTask = <I, O>(
  resource: string,
  { action, pattern, required }: Resource,
  given: unknown,
  { name = action, result, taskTimeout, heartbeat, credentials }: Said,
): Graph<I, O> => {
  const place = `service ${JSON.stringify(resource)}`
  checkedName(name, place)
  checkTimes(place, taskTimeout, heartbeat)
  if (heartbeat !== undefined && pattern === 'requestResponse')
    throw new TypeError(
      `${place}: heartbeat needs .sync or .waitForTaskToken: this call does not wait. Use taskTimeout.`,
    )
  const input = referenceTo<unknown>({ _tag: 'Input' })
  const token = referenceTo<string>({ _tag: 'Context' }, tokenPath)
  const make = given as (input: Ref<unknown>, token: Ref<string>) => unknown
  const told = toExpression(
    `${place}, arguments`,
    typeof given === 'function' && !isReference(given)
      ? dataOf(`${place}, arguments`, () => make(input, token))
      : given,
  )
  const keys = fieldNames(told)
  if (keys === undefined)
    throw new TypeError(
      `${place}: the arguments must be an object with its fields written out, not a reference or a list.`,
    )
  const missing = required.filter((field) => !keys.includes(field))
  if (missing.length > 0) throw new TypeError(`${place}: the arguments lack ${missing.join(', ')}.`)
  if (pattern === 'waitForTaskToken' && !passesToken(told))
    throw new TypeError(
      `${place}: the token is never passed on, so nothing can return it and the task would wait forever. Take it as the second parameter: (input, token) => ({ … token … }).`,
    )
  const selection = selected(`${place}, result`, result)
  const role =
    credentials === undefined
      ? undefined
      : toExpression(
          `${place}, credentials`,
          typeof credentials === 'function' && !isReference(credentials)
            ? dataOf(`${place}, credentials`, () => credentials(input as never))
            : credentials,
        )
  const node: Task = {
    _tag: 'Task',
    name,
    target: Object.freeze({ kind: 'service', resource, arguments: told }),
    ...(taskTimeout !== undefined && { taskTimeout: frozenCopy(taskTimeout) }),
    ...(heartbeat !== undefined && { heartbeat: frozenCopy<Duration>(heartbeat) }),
    ...(selection !== undefined && { result: selection }),
    ...(role !== undefined && { credentials: role }),
  }
  return graphOf(node)
}
