/**
 * What a workflow means: a value for an input. There is no clock, no history and no machine here, and nothing is emitted; what is
 * executed of the emitted definition must come to the same. Read it from `meaning` at the end upwards.
 *
 * Where siblings fail in different ways, the first one decides, and which one that is depends on time. Then the meaning is a race.
 */
import {
  type AnyStep,
  type Catch,
  type Delay,
  type Each,
  type Expression,
  type Handler,
  type Node,
  nodeOf,
  type Repeat,
  repeatLimitCause,
  repeatLimitReached,
  type Task,
  taskRetries,
} from '@orkestra/core'
import { instantOf } from '../../packages/asl/src/language/timestamp.ts'
import { catching, Ended, errorOutput, Failed, isNamed, Race, retried } from './failures.ts'
import { isRecord } from './scope.ts'
import { type Here, isTrue, mistake, valueOf, type World } from './world.ts'

/** What a workflow comes to. */
export type Meaning =
  | { readonly status: 'SUCCEEDED'; readonly output: unknown }
  | { readonly status: 'FAILED'; readonly error: string | null; readonly cause: string | null }
  | { readonly status: 'RACE' }

/** Payloads are JSON. */
const image = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')

/** `lambda:invoke` sends a text as it is, which the function reads as JSON if it is some; and no null. */
const arrived = (payload: unknown): unknown => {
  if (payload === null) return {}
  if (typeof payload !== 'string') return payload
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}

/** A branch or an item: what ends it, ends no more than it. */
const scoped = (node: Node, input: unknown, here: Here): unknown => {
  try {
    return meant(node, input, here)
  } catch (thrown) {
    if (thrown instanceof Ended) return thrown.output
    throw thrown
  }
}

/** What all of them give; the failure of one, or of several that fail alike; or a race. */
const together = ({ world }: Here, work: readonly (() => unknown)[]): readonly unknown[] => {
  const outputs: unknown[] = []
  const failures: Failed[] = []
  for (const each of work)
    try {
      outputs.push(each())
    } catch (thrown) {
      if (!(thrown instanceof Failed)) throw thrown
      failures.push(thrown)
    }
  const [first] = failures
  if (first === undefined) return outputs
  if (work.length > 1) world.stopped?.()
  if (failures.some(({ error, cause }) => error !== first.error || cause !== first.cause)) throw new Race()
  throw first
}

const task = (node: Task, input: unknown, here: Here): unknown => {
  const { world } = here
  const { target, name } = node
  if (node.credentials) valueOf(node.credentials, here, input)
  const result = (() => {
    switch (target.kind) {
      case 'lambda':
      case 'fragment':
        return world.lambda(name, world.payloadResponseOnly || target.kind === 'fragment' ? input : arrived(input))
      case 'service':
        return world.service(target.resource, valueOf(target.arguments, here, input))
      case 'activity':
        return world.service(target.arn, input)
    }
  })()
  return node.result ? valueOf(node.result, here, input, image(result)) : image(result)
}

/** The items of a map, or its batches of them, and what each gives to the step. */
const itemsOf = ({ items, selector, distributed }: Each, input: unknown, here: Here): readonly Here[] => {
  const reader = distributed?.reader
  const array = reader
    ? here.world.service(reader.resource, valueOf(reader.arguments, here, input))
    : items
      ? valueOf(items, here, input)
      : input
  if (!Array.isArray(array)) throw mistake(here, 'a map goes over an array')
  const each = array.map((value, index) => ({
    ...here,
    item: value,
    context: { ...here.context, Map: { Item: { Index: index, Value: value } } },
  }))
  const selected = each.map((at) => (selector ? { ...at, item: valueOf(selector, at, input) } : at))
  const { maxItemsPerBatch: size, batchInput } = distributed?.batcher ?? {}
  if (size === undefined) return selected
  const shared = batchInput ? { BatchInput: valueOf(batchInput, here, input) } : {}
  return Array.from({ length: Math.ceil(selected.length / size) }, (_, i) => ({
    ...here,
    item: { ...shared, Items: selected.slice(i * size, (i + 1) * size).map(({ item }) => item) },
  }))
}

const map = (node: Each, input: unknown, here: Here): unknown => {
  const items = itemsOf(node, input, here)
  if (!node.distributed)
    return together(
      here,
      items.map((at) => () => scoped(node.item, at.item, at)),
    )
  // Each item is an execution of its own, which sees no variable. What fails is left out, as long as that is tolerated.
  const outputs = items.flatMap(({ item }) => {
    try {
      return [scoped(node.item, item, { ...here, variables: new Map() })]
    } catch (thrown) {
      if (thrown instanceof Failed) return []
      throw thrown
    }
  })
  const failures = items.length - outputs.length
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = node.distributed
  const isTolerated =
    failures === 0 ||
    ((count !== undefined || percentage !== undefined) &&
      failures <= (count ?? failures) &&
      (failures * 100) / items.length <= (percentage ?? 100))
  if (isTolerated) return outputs
  if (items.length > 1) here.world.stopped?.()
  throw new Failed('States.ExceedToleratedFailureThreshold', '')
}

/** Each lap gets the same, or what the one before gave. */
const repeat = ({ body, until, maxAttempts, carries, asksFirst }: Repeat, input: unknown, here: Here): unknown => {
  let given = input
  if (asksFirst && isTrue(until, here, given)) return given
  for (let attempt = 1; ; attempt += 1) {
    const output = meant(body, given, here)
    if (isTrue(until, here, output)) return output
    if (maxAttempts !== undefined && attempt >= maxAttempts)
      throw new Failed(repeatLimitReached, repeatLimitCause(maxAttempts))
    if (carries) given = output
  }
}

/** Takes no time; but what says for how long must make sense. */
const wait = (delay: Delay, input: unknown, here: Here): unknown => {
  if (delay.kind === 'duration') return input
  const value = valueOf(delay.expression, here, input)
  const seconds = here.world.language === 'JSONPath' && /^\d+$/.test(String(value)) ? Number(value) : value
  const isGood =
    delay.kind === 'until' ? instantOf(value) !== undefined : Number.isInteger(seconds) && Number(seconds) >= 0
  if (!isGood) throw mistake(here, 'there is no such time')
  return input
}

/** A handler gets the error, or what the failing step got and the error in a field of it. */
const handled = (handlers: readonly Handler[], failure: Failed, payload: unknown, here: Here): unknown => {
  const found = handlers.find(({ errors }) => isNamed(errors, failure))
  if (found === undefined) throw failure
  const error = errorOutput(failure)
  return meant(found.handler, found.keep === undefined ? error : keep(payload, found.keep, error, here), here)
}

const extending: ReadonlySet<Node['_tag']> = new Set(['Keep', 'Wait', 'Identity'])

/** Of a sequence, each step that leaves the payload as it is or adds to it fails for itself; all that come after count as one. */
const caught = ({ body, handlers }: Catch, input: unknown, here: Here): unknown => {
  const isTold = handlers.some((handler) => handler.keep !== undefined)
  const isPlain = body._tag === 'Seq' && body.stateName === undefined && body.comment === undefined
  const steps = isTold && isPlain ? body.steps : [body]
  let payload = input
  let failed: Failed | undefined
  const output = catching(
    () => {
      let reached = input
      for (const [i, step] of steps.entries()) {
        if (steps.slice(0, i).every(({ _tag }) => extending.has(_tag))) payload = reached
        reached = meant(step, reached, here)
      }
      return reached
    },
    (failure) => {
      failed = failure
    },
  )
  return failed === undefined ? output : handled(handlers, failed, payload, here)
}

const keep = (input: unknown, key: string, output: unknown, here: Here): unknown => {
  if (isRecord(input)) return Object.fromEntries([...Object.entries(input), [key, output]])
  throw here.world.language === 'JSONata'
    ? mistake(here, 'only objects can be merged')
    : new Failed('States.ResultPathMatchFailure', 'the input is not an object')
}

const text = (of: Expression | undefined, input: unknown, here: Here): string | null =>
  of === undefined ? null : String(valueOf(of, here, input))

/** A node, of an input. */
const meant = (node: Node, input: unknown, here: Here): unknown => {
  switch (node._tag) {
    case 'Task':
      return retried(taskRetries(node, []), () => task(node, input, here))
    case 'Identity':
      return input
    case 'Wait':
      return wait(node.delay, input, here)
    case 'Pass':
      return valueOf(node.value, here, input)
    case 'Seq':
      return node.steps.reduce((reached, step) => meant(step, reached, here), input)
    case 'Par': {
      const outputs = together(
        here,
        node.branches.map((branch) => () => scoped(branch, input, here)),
      )
      return node.keys ? Object.fromEntries(node.keys.map((key, i) => [key, outputs[i]])) : outputs
    }
    case 'Map':
      return map(node, input, here)
    case 'Choice':
      return meant(
        node.arms.find(({ condition }) => isTrue(condition, here, input))?.then ?? node.otherwise,
        input,
        here,
      )
    case 'Bind': {
      const value = node.value ? meant(node.value, input, here) : input
      return meant(node.body, value, {
        ...here,
        variables: new Map(here.variables).set(node.variable.level ?? 0, value),
      })
    }
    case 'Repeat':
      return repeat(node, input, here)
    case 'Keep': {
      const output = meant(node.body, input, here)
      return node.key === undefined ? input : keep(input, node.key, output, here)
    }
    case 'Succeed':
      throw new Ended(node.output === undefined ? input : valueOf(node.output, here, input))
    case 'Fail':
      throw new Failed(text(node.error, input, here), text(node.cause, input, here))
    case 'Capture':
      return catching(() => meant(node.body, input, here), errorOutput)
    case 'Retry': {
      const { body, policies } = node
      if (body._tag === 'Task') return retried(taskRetries(body, policies), () => task(body, input, here))
      return retried(policies, () => meant(body, input, here))
    }
    case 'Catch':
      return caught(node, input, here)
  }
}

/** What a workflow means, of an input, in a world. */
export const meaning = (workflow: AnyStep, input: unknown, world: World): Meaning => {
  const start = image(input)
  try {
    const output = scoped(nodeOf(workflow), start, {
      world,
      variables: new Map(),
      context: { Execution: { Input: start } },
    })
    return { status: 'SUCCEEDED', output }
  } catch (thrown) {
    if (thrown instanceof Race) return { status: 'RACE' }
    if (thrown instanceof Failed) return { status: 'FAILED', error: thrown.error, cause: thrown.cause }
    throw thrown
  }
}
