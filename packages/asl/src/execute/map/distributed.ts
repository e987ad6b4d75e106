/** A Map whose iterations are executions of their own. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html */

import { SetupError } from '../calls/answers.ts'
import { Failure } from '../failure/failure.ts'
import type { HistoryEvent } from '../history/events.ts'
import { createRecorder, detailsOf } from '../history/recorder.ts'
import { copy, isRecord, textOf } from '../payload/payload.ts'
import type { Blueprint } from '../plan/blueprint.ts'
import { field, optionalText, type Raw } from '../plan/fields.ts'
import { refusal } from '../plan/refuse.ts'
import type { Item } from '../thread/context.ts'
import {
  type ChildExecution,
  createThread,
  type Machine,
  type MapRun,
  machines,
  type ReadyScope,
  runScope,
  type Thread,
  takeParts,
} from '../thread/thread.ts'
import { createVariables } from '../thread/variables.ts'
import { type createFiber, halt, join } from '../time/clock.ts'
import { type Batching, batches, batchingOf } from './batches.ts'
import type { ItemsOf, SelectItem } from './items.ts'
import { createPace, most } from './pace.ts'
import { parametersOf, readerOf } from './reader.ts'
import { type Setting, settingOf } from './settings.ts'

/** What a distributed Map has besides what every Map has. */
export interface Distribution {
  readonly reader: ReturnType<typeof readerOf> | undefined
  readonly batching: Batching | undefined
  readonly writer: ((thread: Thread, results: readonly unknown[]) => Promise<unknown>) | undefined
  readonly toleratedCount: Setting
  readonly toleratedPercentage: Setting
  readonly label: string
}

/** `WriterConfig.Transformation`. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
const shapeOf = (
  transformation: unknown,
  isWritten: boolean,
): ((thread: Thread, results: readonly unknown[]) => readonly unknown[]) => {
  if (transformation === 'FLATTEN') return (_thread, results) => results.flat()
  if (transformation !== 'NONE' || isWritten) return (_thread, results) => results
  return (thread) => {
    throw new SetupError(
      `the state ${JSON.stringify(thread.name)}: ResultWriter's Transformation NONE writes AWS's own records of the child executions, which do not exist here; use COMPACT or FLATTEN, or answer for the state: { states: { ${JSON.stringify(thread.name)}: … } }`,
    )
  }
}

const writerOf = ({ at, isJsonata }: Blueprint, writer: Raw): Distribution['writer'] => {
  const here = [...at, 'ResultWriter']
  const resource = optionalText(writer, 'Resource', here)
  const config = field(writer, 'WriterConfig')
  const transformation = isRecord(config) ? field(config, 'Transformation') : undefined
  const shape = shapeOf(transformation, resource !== undefined)
  // Without a place to write to it only shapes the results.
  if (resource === undefined) return async (thread, results) => shape(thread, results)
  const parameters = parametersOf(writer, isJsonata, 'ResultWriter', here)
  return async (thread, results) => {
    const { calls, random, identity } = thread.machine
    const given = await parameters(thread)
    const call = calls.service(resource)
    if (call === undefined) throw calls.missing(thread.name, resource)
    await call({ ...(isRecord(given) ? given : {}), Body: copy(shape(thread, results)) })
    const { Bucket, Prefix } = isRecord(given) ? given : {}
    const id = random.uuid()
    return {
      MapRunArn: mapRunArn(identity.stateMachine.Id, thread.name, id),
      ResultWriterDetails: { Bucket, Key: `${Prefix === undefined ? '' : `${textOf(Prefix)}/`}${id}/manifest.json` },
    }
  }
}

const mapRunArn = (machine: unknown, label: string, id: string): string =>
  `${textOf(machine).replace(':stateMachine:', ':mapRun:')}/${label}:${id}`

/** Reads the fields of a distributed Map. */
export const distributionOf = (blueprint: Blueprint, processor: Raw): Distribution => {
  const { raw, at, name } = blueprint
  const part = (key: string): Raw | undefined => {
    const value = field(raw, key)
    if (value === undefined) return undefined
    if (!isRecord(value)) throw refusal('ASL130', [...at, key], 'it must be an object.', 'Give it a Resource.')
    return value
  }
  const reader = part('ItemReader')
  const batcher = part('ItemBatcher')
  const writer = part('ResultWriter')
  const config = field(processor, 'ProcessorConfig')
  if (isRecord(config) && config.ExecutionType !== 'STANDARD' && config.ExecutionType !== 'EXPRESS')
    throw refusal(
      'ASL126',
      [...at, 'ItemProcessor', 'ProcessorConfig', 'ExecutionType'],
      'a distributed Map says what its children are.',
      'Write STANDARD or EXPRESS.',
    )
  return {
    reader: reader && readerOf(blueprint, reader),
    batching: batcher && batchingOf(blueprint, batcher),
    writer: writer && writerOf(blueprint, writer),
    toleratedCount: settingOf(blueprint, 'ToleratedFailureCount'),
    toleratedPercentage: settingOf(blueprint, 'ToleratedFailurePercentage'),
    label: optionalText(raw, 'Label', at) ?? name,
  }
}

/** What every Map gives its iterations. */
export interface Work {
  readonly scope: ReadyScope
  readonly selector: SelectItem | undefined
  readonly maxConcurrency: Setting
}

interface Child {
  readonly status: 'SUCCEEDED' | 'FAILED'
  readonly input: unknown
  readonly output: unknown
  readonly history: readonly HistoryEvent[]
}

/** What identifies a child: it is an execution of its own, and its input is what it was started with. */
const childOf = (machine: Machine, label: string, input: unknown, child: ChildExecution): Machine => {
  const { identity, random, recorder, limits, clock, onEvent } = machine
  const Name = random.uuid()
  const Id = `${textOf(identity.stateMachine.Id).replace(':stateMachine:', ':execution:')}/${label}:${Name}`
  const { Execution, ...given } = identity.given
  const { Id: _, Name: __, Input: ___, ...execution } = isRecord(Execution) ? Execution : {}
  return {
    ...machine,
    recorder: createRecorder(recorder.isKept, limits.events, clock.now, onEvent && ((event) => onEvent(event, child))),
    open: new Map(),
    identity: {
      ...identity,
      given: { ...given, Execution: execution },
      execution: { ...identity.execution, Id, Name, Input: input },
    },
  }
}

/** Runs one child to its end, as an execution with a history and variables of its own. */
const runChild = async (
  machine: Machine,
  depth: number,
  scope: ReadyScope,
  fiber: ReturnType<typeof createFiber>,
  input: unknown,
): Promise<Child> => {
  const { recorder } = machine
  recorder.add(0, () => ({ type: 'ExecutionStarted', executionStartedEventDetails: { input } }))
  const inner = createThread(machine, fiber, {
    variables: createVariables(undefined),
    depth: depth + 1,
    item: undefined,
    value: input,
    event: 0,
  })
  try {
    const running = runScope(inner, scope)
    if (running !== undefined) await running
    if (fiber.state === 'stopped') return await halt()
    recorder.end(inner.event, {
      type: 'ExecutionSucceeded',
      executionSucceededEventDetails: { output: inner.value },
    })
    return { status: 'SUCCEEDED', input, output: inner.value, history: recorder.events }
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    recorder.end(inner.event, { type: 'ExecutionFailed', executionFailedEventDetails: detailsOf(thrown) })
    return { status: 'FAILED', input, output: undefined, history: recorder.events }
  }
}

const inputsOf = async (
  thread: Thread,
  distribution: Distribution,
  items: readonly unknown[],
  source: string,
  selector: SelectItem | undefined,
): Promise<readonly unknown[]> => {
  const inputs: unknown[] = []
  for (const [index, value] of items.entries()) {
    const item: Item = { index, value, source }
    inputs.push(selector === undefined ? value : await selector(thread, item))
  }
  return distribution.batching === undefined ? inputs : batches(thread, distribution.batching, inputs)
}

/** Runs all children. The result is the array of their outputs, or what the `ResultWriter` says of it. */
export const runDistributed = async (
  thread: Thread,
  distribution: Distribution,
  itemsFrom: ItemsOf,
  work: Work,
): Promise<unknown> => {
  const { machine, name } = thread
  const { recorder, clock, random, identity } = machine
  const { reader, toleratedCount, toleratedPercentage, writer, label } = distribution
  const read = reader === undefined ? undefined : await reader(thread)
  const items = read?.items ?? ((await itemsFrom(thread)) as readonly unknown[])
  const parts = takeParts(thread)
  thread.event =
    parts?.startedEvent ??
    recorder.add(thread.event, () => ({
      type: 'MapStateStarted',
      mapStateStartedEventDetails: { length: items.length },
    }))
  const asked = Number((await work.maxConcurrency(thread)) ?? 0)
  const count = await toleratedCount(thread)
  const percentage = await toleratedPercentage(thread)
  machine.inspect?.('maxConcurrency', asked)
  const inputs = await inputsOf(thread, distribution, items, read?.source ?? 'STATE_DATA', work.selector)
  const known = parts?.mapRunArn
  const arn = known ?? mapRunArn(identity.stateMachine.Id, label, random.uuid())
  const started = recorder.add(thread.event, () =>
    known === undefined
      ? { type: 'MapRunStarted', mapRunStartedEventDetails: { mapRunArn: arn } }
      : { type: 'MapRunRedriven', mapRunRedrivenEventDetails: { mapRunArn: arn } },
  )
  thread.event = started
  const children: (Child | undefined)[] = new Array(inputs.length)
  const pace = createPace({
    maxConcurrency: asked,
    toleratedFailureCount: typeof count === 'number' ? count : undefined,
    toleratedFailurePercentage: typeof percentage === 'number' ? percentage : undefined,
  })
  const { onMapRun } = machine
  onMapRun?.({ mapRunArn: arn, state: name, items: items.length, executions: inputs.length, ...pace.control })
  // Its concurrency may still grow where somebody can change it: then those that may not run yet rest.
  const width = onMapRun === undefined ? pace.concurrency() : most
  let failures = 0
  let next = 0
  const machineOf = machines(thread)
  const keep = (): void => {
    if (!recorder.isKept) return
    const run: MapRun = { state: name, mapRunArn: arn, executions: children.filter((child) => child !== undefined) }
    machine.mapRuns.push(run)
  }
  try {
    await join(
      clock,
      thread.fiber,
      Math.min(inputs.length, width, most),
      async (fiber, _, fail) => {
        while (next < inputs.length) {
          if (!(await pace.turn(clock, fiber))) continue
          if (next >= inputs.length) break
          const index = next
          next += 1
          const part = parts?.at.get(index)
          if (part !== undefined && 'output' in part) {
            children[index] = { status: 'SUCCEEDED', input: inputs[index], output: part.output, history: [] }
            pace.done()
            continue
          }
          const input = inputs[index]
          const child: ChildExecution = { mapRunArn: arn, state: name, index }
          const own = childOf(machineOf(index), label, input, child)
          const ended = await runChild(own, thread.depth, work.scope, fiber, input)
          children[index] = ended
          if (ended.status === 'FAILED') failures += 1
          if (pace.isExceeded(failures, inputs.length))
            return fail(
              new Failure(
                'States.ExceedToleratedFailureThreshold',
                'The specified tolerated failure threshold was exceeded',
              ),
            )
          pace.done()
        }
        pace.release()
      },
      () => {},
    )
  } catch (thrown) {
    if (thrown instanceof Failure)
      thread.event = recorder.add(started, () => ({
        type: 'MapRunFailed',
        mapRunFailedEventDetails: detailsOf(thrown),
      }))
    throw thrown
  } finally {
    keep()
  }
  if (thread.fiber.state === 'stopped') return halt()
  thread.event = recorder.add(started, () => ({ type: 'MapRunSucceeded' }))
  thread.event = recorder.add(thread.event, () => ({ type: 'MapStateSucceeded' }))
  const results = children.filter((child) => child?.status === 'SUCCEEDED').map((child) => child?.output)
  return writer === undefined ? results : writer(thread, results)
}
