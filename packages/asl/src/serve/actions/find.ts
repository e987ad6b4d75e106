/** What a request means by an ARN. */
import { type Arn, arnOf, parseArn } from '../api/arn.ts'
import { noActivity, noExecution, noMachine, noResource } from '../api/error.ts'
import { seeded } from '../register.ts'
import type { Activity, Alias, Execution, MapRun, Revision, StateMachine, World } from '../world.ts'

/** A machine, or a version or an alias of it. */
export interface Target {
  readonly machine: StateMachine
  readonly revision: Revision
  readonly versionArn: string | undefined
  readonly aliasArn: string | undefined
  readonly alias: Alias | undefined
  /** Of `…:stateMachine:Name#TestCase`. */
  readonly testCase: string | undefined
}

const isNumber = (text: string): boolean => /^[1-9]\d*$/.test(text)

/** The machine itself. @throws ServiceError InvalidArn, StateMachineDoesNotExist */
export const machineBy = (world: World, text: string): StateMachine => {
  const arn = parseArn(text, 'stateMachine')
  seeded(world, arn)
  const machine = arn.rest.length === 1 ? world.machines.get(text) : undefined
  if (machine === undefined) throw noMachine(text)
  return machine
}

/** One of the two versions that an alias leads to, by their weights. */
const routed = ({ routing }: Alias, chance: number): string => {
  const [first, second] = routing as readonly [Alias['routing'][number], Alias['routing'][number]?]
  if (second === undefined || chance * 100 < first.weight) return first.stateMachineVersionArn
  return second.stateMachineVersionArn
}

const versionOf = (machine: StateMachine, arn: string): Revision => {
  const version = machine.versions.get(Number(arn.split(':').at(-1)))
  if (version === undefined) throw noMachine(arn)
  return version.revision
}

/** A machine, or the version that a version's or an alias's ARN leads to. @throws ServiceError InvalidArn, StateMachineDoesNotExist */
export const targetOf = (world: World, text: string): Target => {
  const [plain = '', testCase] = text.split('#')
  const arn = parseArn(plain, 'stateMachine')
  const [name = '', qualifier, ...more] = arn.rest
  const base = arnOf(arn, 'stateMachine', name)
  seeded(world, arn)
  const machine = more.length === 0 ? world.machines.get(base) : undefined
  if (machine === undefined) throw noMachine(text)
  const found = { machine, versionArn: undefined, aliasArn: undefined, alias: undefined, testCase }
  if (qualifier === undefined) return { ...found, revision: machine.revision }
  if (isNumber(qualifier)) return { ...found, revision: versionOf(machine, plain), versionArn: plain }
  const alias = machine.aliases.get(qualifier)
  if (alias === undefined) throw noMachine(text)
  const versionArn = routed(alias, Math.random())
  return { ...found, revision: versionOf(machine, versionArn), versionArn, aliasArn: plain, alias }
}

/** @throws ServiceError InvalidArn, ResourceNotFound */
export const aliasBy = (world: World, text: string): { readonly machine: StateMachine; readonly alias: Alias } => {
  const arn = parseArn(text, 'stateMachine')
  const [name = '', qualifier = ''] = arn.rest
  const machine = world.machines.get(arnOf(arn, 'stateMachine', name))
  const alias = machine?.aliases.get(qualifier)
  if (machine === undefined || alias === undefined) throw noResource()
  return { machine, alias }
}

/** @throws ServiceError InvalidArn, ExecutionDoesNotExist */
export const executionBy = (world: World, text: string): Execution => {
  parseArn(text, 'execution')
  const execution = world.executions.get(text)
  if (execution === undefined) throw noExecution(text)
  return execution
}

/** @throws ServiceError InvalidArn, ActivityDoesNotExist */
export const activityBy = (world: World, text: string): Activity => {
  parseArn(text, 'activity')
  const activity = world.activities.get(text)
  if (activity === undefined) throw noActivity(text)
  return activity
}

/** @throws ServiceError InvalidArn, ResourceNotFound */
export const mapRunBy = (world: World, text: string): MapRun => {
  parseArn(text, 'mapRun')
  const run = world.mapRuns.get(text)
  if (run === undefined) throw noResource()
  return run
}

export const isIn = (scope: Pick<Arn, 'region' | 'account'>, other: Pick<Arn, 'region' | 'account'>): boolean =>
  scope.region === other.region && scope.account === other.account
