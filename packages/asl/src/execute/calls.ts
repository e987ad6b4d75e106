/** What stands in for functions and services: found by state, by resource or by function, when a task needs it. */
import { answering, SetupError, type StandIn } from './answers.ts'

type Given = Readonly<Record<string, StandIn>>
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

const table = (kind: string, given: Given | undefined) => {
  const ready = new Map<string, Call>()
  return (name: string): Call | undefined => {
    const known = ready.get(name)
    if (known !== undefined) return known
    if (given === undefined || !Object.hasOwn(given, name)) return undefined
    const call = answering(`${kind} ${name}`, given[name] as StandIn)
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
): Calls => {
  const byName = table('function', lambdas)
  const byResource = table('service', services)
  // By the name as the definition has it: taking it apart each time would cost as much as the call.
  const found = new Map<string, Call>()
  return {
    state: states === undefined ? () => undefined : table('state', states),
    service: byResource,
    lambda: (state, name) => {
      const known = found.get(name)
      if (known !== undefined) return known
      const call = byName(name) ?? byName(functionName(name)) ?? byResource(name)
      if (call !== undefined) {
        found.set(name, call)
        return call
      }
      throw new SetupError(
        `execute: the state ${JSON.stringify(state)} invokes the function ${JSON.stringify(name)}, and ${list(lambdas)}. Supply it: execute(definition, input, { lambdas: { ${JSON.stringify(functionName(name))}: (event) => … } })`,
      )
    },
    missing: (state, resource) =>
      new SetupError(
        `execute: the state ${JSON.stringify(state)} needs ${resource}, which does not run here, and nothing stands in for it. Supply its answer: execute(definition, input, { services: { ${JSON.stringify(resource)}: (parameters) => … } }), or { states: { ${JSON.stringify(state)}: … } }`,
      ),
  }
}
