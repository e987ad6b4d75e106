/** What stands in for functions and services: found by state, by resource or by function, when a task needs it. */
import { placeholderKey } from '../../emit/placeholder.ts'
import { answering, SetupError, type StandIn } from './answers.ts'

type Given = Readonly<Record<string, StandIn>>

/** What a task needs and nothing was given for: a function, by its name or ARN, or a service, by its resource. */
export interface Wanted {
  readonly kind: 'lambda' | 'service'
  readonly name: string
}
export type Call = (...given: unknown[]) => unknown

/** Stand-ins, by whatever they stand in for. */
export interface Calls {
  readonly state: (name: string) => Call | undefined
  readonly service: (resource: string) => Call | undefined
  /** @throws SetupError when there is none. */
  readonly lambda: (state: string, name: string) => Call
  /** The error for a task that nothing stands in for. */
  readonly missing: (state: string, resource: string) => SetupError
}

/** `arn:aws:lambda:…:function:charge:live`, `charge:live`, `${charge}` and `charge` all mean `charge`. */
export const functionName = (text: string): string => {
  const name = text.replace(/^.*:function:/s, '')
  const placeholder = /^\$\{([^}]*)\}/.exec(name)
  return placeholder ? (placeholder[1] as string) : name.replace(/:.*$/s, '')
}

/**
 * Under which of the given names a function is found: its own, or one whose placeholder is called so, as `chargecard` is that of the
 * task `charge-card`.
 *
 * @throws SetupError where several names would do.
 */
export const givenFunction = (given: Given | undefined, name: string): string | undefined => {
  if (given === undefined) return undefined
  if (Object.hasOwn(given, name)) return name
  const same = Object.keys(given).filter((each) => placeholderKey(each) === name || placeholderKey(name) === each)
  if (same.length > 1)
    throw new SetupError(
      `execute: the function ${JSON.stringify(name)} could be any of ${same.map((each) => JSON.stringify(each)).join(', ')}: they differ only in characters that a placeholder cannot have`,
    )
  return same[0]
}

const table = (kind: string, given: Given | undefined, otherwise?: (name: string) => StandIn | undefined) => {
  const ready = new Map<string, Call>()
  return (name: string): Call | undefined => {
    const known = ready.get(name)
    if (known !== undefined) return known
    const own = given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined
    const standIn = own ?? otherwise?.(name)
    if (standIn === undefined) return undefined
    const call = answering(`${kind} ${name}`, standIn)
    ready.set(name, call)
    return call
  }
}

const list = (given: Given | undefined): string => {
  const names = Object.keys(given ?? {})
  return names.length === 0 ? 'none is given' : `given are ${names.map((name) => JSON.stringify(name)).join(', ')}`
}

/** Looks stand-ins up among those given. */
export const createCalls = (
  lambdas: Given | undefined,
  states: Given | undefined,
  services: Given | undefined,
  standIn?: (wanted: Wanted) => StandIn | undefined,
): Calls => {
  const byName = table('function', lambdas)
  const asked = table('function', undefined, standIn && ((name) => standIn({ kind: 'lambda', name })))
  const byResource = table('service', services)
  const ofService = table('service', services, standIn && ((name) => standIn({ kind: 'service', name })))
  // By the name as the definition has it: taking it apart each time would cost as much as the call.
  const found = new Map<string, Call>()
  return {
    state: states === undefined ? () => undefined : table('state', states),
    service: ofService,
    lambda: (state, name) => {
      const known = found.get(name)
      if (known !== undefined) return known
      const short = functionName(name)
      const call = byName(name) ?? byName(givenFunction(lambdas, short) ?? short) ?? byResource(name) ?? asked(name)
      if (call !== undefined) {
        found.set(name, call)
        return call
      }
      throw new SetupError(
        `execute: the state ${JSON.stringify(state)} invokes the function ${JSON.stringify(name)}, and ${list(lambdas)}. Add it: execute(definition, input, { lambdas: { ${JSON.stringify(short)}: (event) => … } })`,
      )
    },
    missing: (state, resource) =>
      new SetupError(
        `execute: the state ${JSON.stringify(state)} needs ${resource}, which does not run here and has no stand-in. Add one: execute(definition, input, { services: { ${JSON.stringify(resource)}: (parameters) => … } }), or { states: { ${JSON.stringify(state)}: … } }`,
      ),
  }
}
