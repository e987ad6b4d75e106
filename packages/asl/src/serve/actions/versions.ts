/** Versions of machines. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-version.html */
import { type Action, type Call, optionalTextIn, textIn } from '../api/action.ts'
import { arnOf, parseArn } from '../api/arn.ts'
import { ServiceError } from '../api/error.ts'
import { pageOf } from '../api/page.ts'
import { seconds } from '../wire.ts'
import type { StateMachine, Version, World } from '../world.ts'
import { machineBy } from './find.ts'

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const mostVersions = 1000

export const versionArnOf = ({ arn }: Pick<StateMachine, 'arn'>, { number }: Pick<Version, 'number'>): string =>
  `${arn}:${number}`

const latestOf = ({ versions }: StateMachine): Version | undefined => [...versions.values()].at(-1)

/** Publishes the machine as it is; what is published already is not published twice. @throws ServiceError ServiceQuotaExceededException */
export const publish = (world: World, machine: StateMachine, description: string | undefined): Version => {
  const latest = latestOf(machine)
  if (latest !== undefined && latest.revision === machine.revision) return latest
  if (machine.versions.size >= mostVersions)
    throw new ServiceError('ServiceQuotaExceededException', `A state machine has at most ${mostVersions} versions`)
  machine.published += 1
  const version: Version = {
    number: machine.published,
    revision: machine.revision,
    description,
    creationDate: world.now(),
  }
  machine.versions.set(version.number, version)
  return version
}

const publishStateMachineVersion: Action = ({ world, request }: Call) => {
  const machine = machineBy(world, textIn(request, 'stateMachineArn'))
  const revisionId = optionalTextIn(request, 'revisionId')
  // Before its first update a machine has the revision INITIAL.
  const current = machine.revision.id ?? 'INITIAL'
  if (revisionId !== undefined && revisionId !== '' && revisionId !== current)
    throw new ServiceError(
      'ConflictException',
      `Failed to publish the State Machine version for revision ${revisionId}. The current State Machine revision is ${current}.`,
    )
  const version = publish(world, machine, optionalTextIn(request, 'description'))
  world.changed({ kind: 'machine', arn: machine.arn })
  return { stateMachineVersionArn: versionArnOf(machine, version), creationDate: seconds(version.creationDate) }
}

const deleteStateMachineVersion: Action = ({ world, request }: Call) => {
  const text = textIn(request, 'stateMachineVersionArn')
  const arn = parseArn(text, 'stateMachine')
  const [name = '', number = ''] = arn.rest
  const machine = world.machines.get(arnOf(arn, 'stateMachine', name))
  if (machine === undefined) return {}
  const aliases = [...machine.aliases.values()].filter(({ routing }) =>
    routing.some(({ stateMachineVersionArn }) => stateMachineVersionArn === text),
  )
  if (aliases.length > 0)
    throw new ServiceError(
      'ConflictException',
      `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${aliases.map((alias) => alias.name).join(', ')}]`,
    )
  machine.versions.delete(Number(number))
  world.changed({ kind: 'machine', arn: machine.arn })
  return {}
}

const listStateMachineVersions: Action = ({ world, request }: Call) => {
  const text = textIn(request, 'stateMachineArn')
  parseArn(text, 'stateMachine')
  const machine = world.machines.get(text)
  const newestFirst = machine === undefined ? [] : [...machine.versions.values()].reverse()
  const { items, nextToken } = pageOf(`versions ${text}`, newestFirst, ({ number }) => number, 'falling', request)
  return {
    stateMachineVersions: items.map((version) => ({
      stateMachineVersionArn: versionArnOf({ arn: text }, version),
      creationDate: seconds(version.creationDate),
    })),
    ...(nextToken !== undefined && { nextToken }),
  }
}

export const versionActions: Readonly<
  Record<'PublishStateMachineVersion' | 'DeleteStateMachineVersion' | 'ListStateMachineVersions', Action>
> = {
  PublishStateMachineVersion: publishStateMachineVersion,
  DeleteStateMachineVersion: deleteStateMachineVersion,
  ListStateMachineVersions: listStateMachineVersions,
}
