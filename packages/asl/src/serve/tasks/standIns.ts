/**
 * Who does the work of an execution's tasks: the handlers that came with the workflow, the functions and services that the server was
 * given, other machines and activities of the server itself, a Lambda endpoint, the user's own AWS clients. The first that knows the
 * task does it; for what none knows, the execution fails with how to supply it.
 */

import { answering, SetupError, type StandIn } from '../../execute/calls/answers.ts'
import { functionName, givenFunction, type Wanted } from '../../execute/calls/calls.ts'
import type { ExecuteOptions } from '../../execute/index.ts'
import { parseResource } from '../../language/resource.ts'
import type { Execution, World } from '../world.ts'
import { activityStandIn } from './activities.ts'
import type { Call } from './call.ts'
import { invokeEndpoint } from './lambdaEndpoint.ts'
import { ownStandIn } from './ownMachines.ts'
import { serviceStandIn } from './services.ts'

type Given = Readonly<Record<string, StandIn>> | undefined

// A list of answers is used up by all executions together, so it is made a function once.
const ready = new WeakMap<object, Map<string, Call>>()

const find = (given: Given, name: string): Call | undefined => {
  if (given === undefined || !Object.hasOwn(given, name)) return undefined
  const calls = ready.get(given) ?? new Map<string, Call>()
  ready.set(given, calls)
  const known = calls.get(name)
  if (known !== undefined) return known
  const call = answering(name, given[name] as StandIn) as Call
  calls.set(name, call)
  return call
}

const findFunction = (given: Given, name: string): Call | undefined => {
  const key = givenFunction(given, name)
  return key === undefined ? undefined : find(given, key)
}

const handlersElsewhere = (world: World, name: string): Call | undefined => {
  for (const { revision, isRegistered } of world.machines.values()) {
    const call = isRegistered ? findFunction(revision.handlers, name) : undefined
    if (call !== undefined) return call
  }
  return undefined
}

const lambda = (world: World, execution: Execution, reference: string): Call | undefined => {
  const { options } = world
  const name = functionName(reference)
  const own =
    // Those that the machine has now: after a reload an execution goes on with the code as it is.
    findFunction(execution.machine.revision.handlers, name) ??
    findFunction(execution.revision.handlers, name) ??
    findFunction(options.functions, name) ??
    handlersElsewhere(world, name)
  if (own !== undefined) return own as Call
  const { lambdaEndpoint } = options
  return lambdaEndpoint === undefined ? undefined : (event) => invokeEndpoint(lambdaEndpoint, name, event)
}

const service = (world: World, execution: Execution, resource: string): Call | undefined => {
  const given = find(world.options.services, resource)
  if (given !== undefined) return given
  const parsed = parseResource(resource)
  if (parsed?.kind === 'activity') return activityStandIn(world, execution, resource)
  if (parsed?.kind !== 'integration' && parsed?.kind !== 'sdk') return undefined
  return ownStandIn(world, parsed) ?? serviceStandIn(world.options, parsed)
}

const unknown = ({ kind, name }: Wanted): SetupError => {
  if (kind === 'lambda') {
    const short = functionName(name)
    return new SetupError(
      `The function ${JSON.stringify(name)} has no stand-in. Add one: on the command line --function ${short}=path/to/module.ts#export, or --lambda-endpoint http://127.0.0.1:3001; in a test createServer({ functions: { ${JSON.stringify(short)}: (event) => … } }).`,
    )
  }
  const parsed = parseResource(name)
  const by = parsed !== undefined && 'service' in parsed ? parsed.service : 'service'
  return new SetupError(
    `${name} has no stand-in. Add one: on the command line --endpoint ${by}=http://127.0.0.1:<port> with @aws-sdk/client-* installed, or --mocks <file>; in a test createServer({ services: { ${JSON.stringify(name)}: (parameters) => … } }).`,
  )
}

/** What an execution is run with: everything that its tasks may ask for. */
export const standInsFor = (world: World, execution: Execution): Pick<ExecuteOptions, 'standIn'> => ({
  standIn: (wanted) => {
    const call =
      wanted.kind === 'lambda' ? lambda(world, execution, wanted.name) : service(world, execution, wanted.name)
    if (call === undefined) throw unknown(wanted)
    const noted: Call = (input, context) => {
      if (context?.token !== undefined) {
        world.tokens.set(context.token, execution)
        execution.tokensOut.push(context.token)
      }
      return call(input, context)
    }
    return noted as StandIn
  },
})
