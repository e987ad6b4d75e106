/** Aliases of machines, which lead to one version or, by weight, to two. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-alias.html */
import { isDeepStrictEqual } from 'node:util'
import { type Action, type Call, optionalTextIn, textIn } from '../api/action.ts'
import { arnOf, parseArn } from '../api/arn.ts'
import { noResource, ServiceError, validation } from '../api/error.ts'
import { pageOf } from '../api/page.ts'
import { seconds } from '../wire.ts'
import type { Alias, StateMachine, World } from '../world.ts'
import { aliasBy, machineBy } from './find.ts'

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const mostAliases = 100

type Routing = Alias['routing']

const aliasArnOf = ({ arn }: StateMachine, { name }: Alias): string => `${arn}:${name}`

const isVersion = (text: string): boolean => /:stateMachine:[^:]+:[1-9]\d*$/.test(text)

/** The machine whose versions an alias leads to. @throws ServiceError ValidationException, ResourceNotFound */
const routedMachine = (world: World, routing: Routing): StateMachine => {
  const arns = routing.map(({ stateMachineVersionArn }) => stateMachineVersionArn)
  if (!arns.every(isVersion))
    throw validation(`Routing configuration must contain state machine version ARNs. Received: [${arns.join(', ')}]`)
  if (new Set(arns).size < arns.length)
    throw validation(
      `Routing configuration must contain distinct state machine version ARNs. Received: [${arns.join(', ')}]`,
    )
  const weights = routing.map(({ weight }) => weight)
  if (weights.reduce((sum, weight) => sum + weight, 0) !== 100)
    throw validation(`Sum of routing configuration weights must equal 100. Received: [${weights.join(', ')}]`)
  const machines = arns.map((text) => {
    const arn = parseArn(text, 'stateMachine')
    const machine = world.machines.get(arnOf(arn, 'stateMachine', arn.rest[0] as string))
    if (machine?.versions.has(Number(arn.rest[1])) !== true) throw noResource()
    return machine
  })
  if (new Set(machines).size > 1)
    throw validation(
      `Routing configuration must contain versions of the same state machine. Received: [${arns.join(', ')}]`,
    )
  return machines[0] as StateMachine
}

const createStateMachineAlias: Action = ({ world, request }: Call) => {
  const name = textIn(request, 'name')
  const routing = request.routingConfiguration as Routing
  const description = optionalTextIn(request, 'description')
  const machine = routedMachine(world, routing)
  const known = machine.aliases.get(name)
  if (known !== undefined) {
    if (!isDeepStrictEqual(known.routing, routing) || known.description !== description)
      throw new ServiceError(
        'ConflictException',
        'Failed to create alias because an alias with the same name and a different routing configuration already exists.',
      )
    return { stateMachineAliasArn: aliasArnOf(machine, known), creationDate: seconds(known.creationDate) }
  }
  if (machine.aliases.size >= mostAliases)
    throw new ServiceError('ServiceQuotaExceededException', `A state machine has at most ${mostAliases} aliases`)
  const now = world.now()
  const alias: Alias = { name, order: world.nextOrder(), description, routing, creationDate: now, updateDate: now }
  machine.aliases.set(name, alias)
  world.changed({ kind: 'machine', arn: machine.arn })
  return { stateMachineAliasArn: aliasArnOf(machine, alias), creationDate: seconds(now) }
}

const describeStateMachineAlias: Action = ({ world, request }: Call) => {
  const { machine, alias } = aliasBy(world, textIn(request, 'stateMachineAliasArn'))
  return {
    stateMachineAliasArn: aliasArnOf(machine, alias),
    name: alias.name,
    ...(alias.description !== undefined && { description: alias.description }),
    routingConfiguration: alias.routing,
    creationDate: seconds(alias.creationDate),
    updateDate: seconds(alias.updateDate),
  }
}

const updateStateMachineAlias: Action = ({ world, request }: Call) => {
  const { machine, alias } = aliasBy(world, textIn(request, 'stateMachineAliasArn'))
  const routing = request.routingConfiguration as Routing | undefined
  const description = optionalTextIn(request, 'description')
  if (routing === undefined && description === undefined)
    throw validation('Either the description or the routing configuration must be specified')
  if (routing !== undefined) {
    if (routedMachine(world, routing) !== machine)
      throw validation('Routing configuration must contain versions of the state machine of the alias')
    alias.routing = routing
  }
  if (description !== undefined) alias.description = description
  alias.updateDate = world.now()
  world.changed({ kind: 'machine', arn: machine.arn })
  return { updateDate: seconds(alias.updateDate) }
}

const deleteStateMachineAlias: Action = ({ world, request }: Call) => {
  const text = textIn(request, 'stateMachineAliasArn')
  const arn = parseArn(text, 'stateMachine')
  const machine = world.machines.get(arnOf(arn, 'stateMachine', arn.rest[0] as string))
  if (machine?.aliases.delete(arn.rest[1] ?? '') === true) world.changed({ kind: 'machine', arn: machine.arn })
  return {}
}

const listStateMachineAliases: Action = ({ world, request }: Call) => {
  const text = textIn(request, 'stateMachineArn')
  const version = isVersion(text) ? text : undefined
  const machine = machineBy(world, version === undefined ? text : text.slice(0, text.lastIndexOf(':')))
  const all = [...machine.aliases.values()].filter(
    ({ routing }) =>
      version === undefined || routing.some(({ stateMachineVersionArn }) => stateMachineVersionArn === version),
  )
  const { items, nextToken } = pageOf(`aliases ${text}`, all, ({ order }) => order, 'growing', request)
  return {
    stateMachineAliases: items.map((alias) => ({
      stateMachineAliasArn: aliasArnOf(machine, alias),
      creationDate: seconds(alias.creationDate),
    })),
    ...(nextToken !== undefined && { nextToken }),
  }
}

export const aliasActions: Readonly<
  Record<
    | 'CreateStateMachineAlias'
    | 'DescribeStateMachineAlias'
    | 'UpdateStateMachineAlias'
    | 'DeleteStateMachineAlias'
    | 'ListStateMachineAliases',
    Action
  >
> = {
  CreateStateMachineAlias: createStateMachineAlias,
  DescribeStateMachineAlias: describeStateMachineAlias,
  UpdateStateMachineAlias: updateStateMachineAlias,
  DeleteStateMachineAlias: deleteStateMachineAlias,
  ListStateMachineAliases: listStateMachineAliases,
}
