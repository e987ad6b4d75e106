/** Machines: create, update, describe, delete, list. */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../../execute/payload/payload.ts'
import { examine } from '../../validate/examine.ts'
import { type Action, type Call, optionalTextIn, textIn } from '../api/action.ts'
import { arnOf, checkedName, parseArn } from '../api/arn.ts'
import { ServiceError, validation } from '../api/error.ts'
import { pageOf } from '../api/page.ts'
import { seeded } from '../register.ts'
import { seconds } from '../wire.ts'
import type { MachineType, Revision, StateMachine } from '../world.ts'
import { checkedDefinition } from './definitions.ts'
import { executionBy, isIn, machineBy, targetOf } from './find.ts'
import { defaultLogging, firstRevision, newMachine } from './machine.ts'
import { tagsOf } from './tags.ts'
import { publish, versionArnOf } from './versions.ts'

const loggingOf = (given: unknown): unknown => {
  if (given === undefined) return defaultLogging
  const { level = 'OFF', includeExecutionData = false, destinations } = given as Record<string, unknown>
  const list = Array.isArray(destinations) ? destinations : []
  const group: unknown = isRecord(list[0]) ? list[0].cloudWatchLogsLogGroup : undefined
  const arn = isRecord(group) ? group.logGroupArn : undefined
  if (level !== 'OFF' && (list.length !== 1 || typeof arn !== 'string'))
    throw new ServiceError(
      'InvalidLoggingConfiguration',
      'Invalid Logging Configuration: Must specify exactly one Log Destination.',
    )
  return { level, includeExecutionData, ...(list.length > 0 && { destinations: list }) }
}

const checkedRole = (role: string): string => {
  if (!/^arn:[^:]+:iam::[^:]*:role\/.+/.test(role)) throw new ServiceError('InvalidArn', `Invalid Role Arn: '${role}'`)
  return role
}

const isSame = (a: Revision, b: Revision): boolean =>
  a.definition === b.definition &&
  isDeepStrictEqual(a.loggingConfiguration, b.loggingConfiguration) &&
  isDeepStrictEqual(a.tracingConfiguration, b.tracingConfiguration) &&
  isDeepStrictEqual(a.encryptionConfiguration, b.encryptionConfiguration)

const createStateMachine: Action = ({ world, request, scope }: Call) => {
  const name = checkedName(textIn(request, 'name'))
  const roleArn = checkedRole(textIn(request, 'roleArn'))
  const type = (optionalTextIn(request, 'type') ?? 'STANDARD') as MachineType
  const isPublished = request.publish === true
  if (request.versionDescription !== undefined && !isPublished)
    throw validation('Version description can only be set when publish is true')
  const tags = tagsOf(request.tags)
  seeded(world, scope)
  const definition = checkedDefinition(textIn(request, 'definition'), type)
  const revision = firstRevision(world, definition, roleArn, {
    loggingConfiguration: loggingOf(request.loggingConfiguration),
    tracingConfiguration: request.tracingConfiguration,
    encryptionConfiguration: request.encryptionConfiguration,
  })
  const arn = arnOf(scope, 'stateMachine', name)
  const known = world.machines.get(arn)
  // "Subsequent requests with the same name, definition, type and configurations will not create a duplicate"; role and tags do not count.
  const isDuplicate = known !== undefined && known.type === type && isSame(known.revision, revision)
  if (known !== undefined && !isDuplicate)
    throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`)
  const machine = known ?? newMachine(world, scope, name, type, revision, false)
  if (known === undefined) {
    for (const [key, value] of tags) machine.tags.set(key, value)
    world.machines.set(arn, machine)
  }
  const version = isPublished ? publish(world, machine, optionalTextIn(request, 'versionDescription')) : undefined
  world.changed({ kind: 'machine', arn })
  return {
    stateMachineArn: arn,
    creationDate: seconds(machine.creationDate),
    ...(version && { stateMachineVersionArn: versionArnOf(machine, version) }),
  }
}

const updateStateMachine: Action = ({ world, request }: Call) => {
  const machine = machineBy(world, textIn(request, 'stateMachineArn'))
  const definition = optionalTextIn(request, 'definition')
  const roleArn = optionalTextIn(request, 'roleArn')
  const { loggingConfiguration, tracingConfiguration, encryptionConfiguration } = request
  if (
    definition === undefined &&
    roleArn === undefined &&
    loggingConfiguration === undefined &&
    tracingConfiguration === undefined &&
    encryptionConfiguration === undefined
  )
    throw new ServiceError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    )
  const isPublished = request.publish === true
  if (request.versionDescription !== undefined && !isPublished)
    throw validation('Version description can only be set when publish is true')
  machine.revision = {
    ...machine.revision,
    id: randomUUID(),
    updateDate: world.now(),
    ...(definition !== undefined && { definition: checkedDefinition(definition, machine.type) }),
    ...(roleArn !== undefined && { roleArn: checkedRole(roleArn) }),
    ...(loggingConfiguration !== undefined && { loggingConfiguration: loggingOf(loggingConfiguration) }),
    ...(tracingConfiguration !== undefined && { tracingConfiguration }),
    ...(encryptionConfiguration !== undefined && { encryptionConfiguration }),
  }
  const version = isPublished ? publish(world, machine, optionalTextIn(request, 'versionDescription')) : undefined
  world.changed({ kind: 'machine', arn: machine.arn })
  return {
    updateDate: seconds(machine.revision.updateDate),
    revisionId: machine.revision.id,
    ...(version && { stateMachineVersionArn: versionArnOf(machine, version) }),
  }
}

const references = new WeakMap<Revision, Readonly<Record<string, readonly string[]>>>()

/** Which variables each state of a definition reads. */
const variableReferencesOf = (revision: Revision): Readonly<Record<string, readonly string[]>> => {
  const known = references.get(revision)
  if (known !== undefined) return known
  const read = examine(JSON.parse(revision.definition)).references
  const found = Object.fromEntries(Array.from(read, ([state, names]) => [state, [...names].sort()]))
  references.set(revision, found)
  return found
}

/** What is said of a machine wherever it is described. */
const described = ({ name }: StateMachine, revision: Revision, request: Call['request']): Record<string, unknown> => ({
  name,
  ...(request.includedData === 'METADATA_ONLY'
    ? { definition: '' }
    : { definition: revision.definition, variableReferences: variableReferencesOf(revision) }),
  roleArn: revision.roleArn,
  loggingConfiguration: revision.loggingConfiguration,
  tracingConfiguration: revision.tracingConfiguration,
  encryptionConfiguration: revision.encryptionConfiguration,
  ...(revision.id !== undefined && { revisionId: revision.id }),
})

const describeStateMachine: Action = ({ world, request }: Call) => {
  const { machine, revision, versionArn } = targetOf(world, textIn(request, 'stateMachineArn'))
  const version = versionArn === undefined ? undefined : machine.versions.get(Number(versionArn.split(':').at(-1)))
  return {
    stateMachineArn: versionArn ?? machine.arn,
    type: machine.type,
    status: 'ACTIVE',
    creationDate: seconds(version?.creationDate ?? machine.creationDate),
    ...described(machine, revision, request),
    ...(version?.description !== undefined && { description: version.description }),
  }
}

const describeStateMachineForExecution: Action = ({ world, request }: Call) => {
  const { machine, revision, mapRun } = executionBy(world, textIn(request, 'executionArn'))
  return {
    stateMachineArn: machine.arn,
    updateDate: seconds(revision.updateDate),
    ...described(machine, revision, request),
    ...(mapRun && { mapRunArn: mapRun.arn, label: mapRun.label }),
  }
}

const deleteStateMachine: Action = ({ world, request }: Call) => {
  const text = textIn(request, 'stateMachineArn')
  parseArn(text, 'stateMachine')
  const machine = world.machines.get(text)
  // Deleting what is not there is no error on AWS.
  if (machine === undefined) return {}
  world.machines.delete(text)
  for (const { running } of machine.executions) running?.abort.abort()
  world.changed({ kind: 'machine', arn: text })
  return {}
}

const listStateMachines: Action = ({ world, request, scope }: Call) => {
  seeded(world, scope)
  const mine = [...world.machines.values()].filter((machine) => isIn(machine.scope, scope))
  const { items, nextToken } = pageOf('stateMachines', mine, ({ order }) => order, 'growing', request)
  return {
    stateMachines: items.map(({ arn, name, type, creationDate }) => ({
      stateMachineArn: arn,
      name,
      type,
      creationDate: seconds(creationDate),
    })),
    ...(nextToken !== undefined && { nextToken }),
  }
}

export const stateMachineActions: Readonly<
  Record<
    | 'CreateStateMachine'
    | 'UpdateStateMachine'
    | 'DescribeStateMachine'
    | 'DescribeStateMachineForExecution'
    | 'DeleteStateMachine'
    | 'ListStateMachines',
    Action
  >
> = {
  CreateStateMachine: createStateMachine,
  UpdateStateMachine: updateStateMachine,
  DescribeStateMachine: describeStateMachine,
  DescribeStateMachineForExecution: describeStateMachineForExecution,
  DeleteStateMachine: deleteStateMachine,
  ListStateMachines: listStateMachines,
}
