/** Executions: start, start and wait, stop, describe, list. */
import { randomUUID } from 'node:crypto'
import { type Action, type Call, optionalTextIn, textIn } from '../api/action.ts'
import { arnOf, checkedName, parseArn } from '../api/arn.ts'
import { checked } from '../api/check.ts'
import { noResource, notSupported, ServiceError, validation } from '../api/error.ts'
import { pageOf } from '../api/page.ts'
import { requests } from '../api/requests.ts'
import { launch } from '../launch.ts'
import { newExecution } from '../newExecution.ts'
import { retire } from '../retire.ts'
import { included, parsedJson, seconds } from '../wire.ts'
import type { Execution, StateMachine, World } from '../world.ts'
import { executionBy, mapRunBy, type Target, targetOf } from './find.ts'
import { redriveStatusOf } from './redrive.ts'

/** @throws ServiceError InvalidExecutionInput */
const checkedInput = (text: string): string => {
  if (text === '')
    throw new ServiceError('InvalidExecutionInput', "Invalid State Machine Execution Input: 'Invalid execution input.'")
  const parsed = parsedJson(text)
  if ('problem' in parsed)
    throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${parsed.problem}'`)
  return text
}

const begun = (world: World, target: Target, request: Call['request'], isHeld = false): Execution => {
  const { machine, revision, versionArn, aliasArn, testCase } = target
  const input = checkedInput(optionalTextIn(request, 'input') ?? '{}')
  const given = optionalTextIn(request, 'name')
  const name = given === undefined ? randomUUID() : checkedName(given)
  const arn =
    machine.type === 'EXPRESS'
      ? arnOf(machine.scope, 'express', machine.name, name, randomUUID())
      : arnOf(machine.scope, 'execution', machine.name, name)
  const known = world.executions.get(arn)
  if (known !== undefined) {
    // The same request again is the same execution, as long as it runs.
    if (known.status === 'RUNNING' && known.input === input && known.aliasArn === aliasArn) return known
    throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)
  }
  const execution = newExecution(world, machine, {
    name,
    arn,
    input,
    revision,
    versionArn,
    aliasArn,
    traceHeader: optionalTextIn(request, 'traceHeader'),
    startDate: world.now(),
  })
  world.executions.set(arn, execution)
  machine.executions.add(execution)
  try {
    launch(world, execution, { testCase, isHeld, onSettled: () => retire(world, execution) })
  } catch (error) {
    world.executions.delete(arn)
    machine.executions.delete(execution)
    throw error
  }
  return execution
}

const startExecution: Action = ({ world, request }: Call) => {
  const { arn, startDate } = begun(world, targetOf(world, textIn(request, 'stateMachineArn')), request)
  return { executionArn: arn, startDate: seconds(startDate) }
}

/** StartExecution for the page: the execution is held before its first state. @throws ServiceError */
export const startHeld = (world: World, request: unknown): { readonly executionArn: string } => {
  const asked = checked(request, requests.StartExecution)
  return { executionArn: begun(world, targetOf(world, textIn(asked, 'stateMachineArn')), asked, true).arn }
}

const billedMemory = 64
const billedStep = 100

const startSyncExecution: Action = async ({ world, request }: Call) => {
  const target = targetOf(world, textIn(request, 'stateMachineArn'))
  if (target.machine.type !== 'EXPRESS') throw notSupported()
  const execution = begun(world, target, request)
  await execution.running?.settled
  const { stopDate = execution.startDate } = execution
  const withData = request.includedData !== 'METADATA_ONLY'
  return {
    executionArn: execution.arn,
    stateMachineArn: target.versionArn ?? target.aliasArn ?? target.machine.arn,
    name: execution.name,
    startDate: seconds(execution.startDate),
    stopDate: seconds(stopDate),
    status: execution.status,
    ...(execution.error !== undefined && { error: execution.error }),
    ...(execution.cause !== undefined && { cause: execution.cause }),
    ...included('input', execution.input, withData),
    ...included('output', execution.output, withData),
    ...(execution.traceHeader !== undefined && { traceHeader: execution.traceHeader }),
    billingDetails: {
      billedMemoryUsedInMB: billedMemory,
      billedDurationInMilliseconds: Math.max(1, Math.ceil((stopDate - execution.startDate) / billedStep)) * billedStep,
    },
  }
}

const stopExecution: Action = async ({ world, request }: Call) => {
  const execution = executionBy(world, textIn(request, 'executionArn'))
  const { running } = execution
  if (running !== undefined) {
    execution.error = optionalTextIn(request, 'error')
    execution.cause = optionalTextIn(request, 'cause')
    running.abort.abort()
    await running.settled
  }
  return { stopDate: seconds(execution.stopDate ?? world.now()) }
}

/** What DescribeExecution and ListExecutions say of how often an execution was redriven. */
const redrivenOf = ({ redriveCount, redriveDate, machine }: Execution): Record<string, unknown> =>
  machine.type === 'EXPRESS'
    ? {}
    : { redriveCount, ...(redriveDate !== undefined && { redriveDate: seconds(redriveDate) }) }

const describeExecution: Action = ({ world, request }: Call) => {
  const execution = executionBy(world, textIn(request, 'executionArn'))
  const withData = request.includedData !== 'METADATA_ONLY'
  const { machine, mapRun } = execution
  return {
    executionArn: execution.arn,
    stateMachineArn: mapRun === undefined ? machine.arn : `${machine.arn}/${mapRun.label}`,
    name: execution.name,
    status: execution.status,
    startDate: seconds(execution.startDate),
    ...(execution.stopDate !== undefined && { stopDate: seconds(execution.stopDate) }),
    ...included('input', execution.input, withData),
    ...included('output', execution.output, withData),
    ...(execution.error !== undefined && { error: execution.error }),
    ...(execution.cause !== undefined && { cause: execution.cause }),
    ...(execution.traceHeader !== undefined && { traceHeader: execution.traceHeader }),
    ...(execution.versionArn !== undefined && { stateMachineVersionArn: execution.versionArn }),
    ...(execution.aliasArn !== undefined && { stateMachineAliasArn: execution.aliasArn }),
    ...(mapRun && { mapRunArn: mapRun.arn }),
    ...redrivenOf(execution),
    ...redriveStatusOf(world, execution),
  }
}

/** Newest first, as AWS lists them. */
const newestFirst = (executions: Iterable<Execution>): Execution[] => [...executions].reverse()

/** Whose executions are asked for: those of a machine, a version, an alias, or a Map Run. */
const listed = (world: World, request: Call['request']): readonly Execution[] => {
  const machineArn = optionalTextIn(request, 'stateMachineArn')
  const mapRunArn = optionalTextIn(request, 'mapRunArn')
  if ((machineArn === undefined) === (mapRunArn === undefined))
    throw validation('Must provide exactly one of State Machine ARN or Map Run ARN.')
  if (mapRunArn !== undefined) return newestFirst(mapRunBy(world, mapRunArn).children.values())
  const { machine, versionArn, aliasArn } = listedTarget(world, machineArn as string)
  if (machine.type === 'EXPRESS') throw notSupported()
  const all = newestFirst(machine.executions)
  if (aliasArn !== undefined) return all.filter((execution) => execution.aliasArn === aliasArn)
  return versionArn === undefined ? all : all.filter((execution) => execution.versionArn === versionArn)
}

/** An alias is listed for itself, whatever version it leads to. */
const listedTarget = (
  world: World,
  arn: string,
): {
  readonly machine: StateMachine
  readonly versionArn: string | undefined
  readonly aliasArn: string | undefined
} => {
  const parsed = parseArn(arn, 'stateMachine')
  if (parsed.rest.length > 2) throw noResource()
  return targetOf(world, arn)
}

const listExecutions: Action = ({ world, request }: Call) => {
  const { statusFilter, redriveFilter, stateMachineArn, mapRunArn } = request
  const wanted = listed(world, request).filter(
    (execution) =>
      (statusFilter === undefined || execution.status === statusFilter) &&
      (redriveFilter === undefined || execution.redriveCount > 0 === (redriveFilter === 'REDRIVEN')),
  )
  const list = `executions ${String(stateMachineArn ?? mapRunArn)} ${String(statusFilter)} ${String(redriveFilter)}`
  const { items, nextToken } = pageOf(list, wanted, ({ order }) => order, 'falling', request)
  return {
    executions: items.map((execution) => ({
      executionArn: execution.arn,
      stateMachineArn: execution.machine.arn,
      name: execution.name,
      status: execution.status,
      startDate: seconds(execution.startDate),
      ...(execution.stopDate !== undefined && { stopDate: seconds(execution.stopDate) }),
      ...(execution.mapRun && { mapRunArn: execution.mapRun.arn, itemCount: 1 }),
      ...(execution.versionArn !== undefined && { stateMachineVersionArn: execution.versionArn }),
      ...(execution.aliasArn !== undefined && { stateMachineAliasArn: execution.aliasArn }),
      ...redrivenOf(execution),
    })),
    ...(nextToken !== undefined && { nextToken }),
  }
}

export const executionActions: Readonly<
  Record<'StartExecution' | 'StartSyncExecution' | 'StopExecution' | 'DescribeExecution' | 'ListExecutions', Action>
> = {
  StartExecution: startExecution,
  StartSyncExecution: startSyncExecution,
  StopExecution: stopExecution,
  DescribeExecution: describeExecution,
  ListExecutions: listExecutions,
}
