/** The context object. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */

/** The item that an iteration works on. */
export interface Item {
  readonly index: number
  readonly value: unknown
  readonly key?: string
  readonly source: string
}

/** What a thread knows of where it is. */
interface Standing {
  readonly name: string
  readonly enteredAt: number
  readonly retries: number
  readonly hasRetries: boolean
  readonly item: Item | undefined
  readonly token: string | undefined
}

/** What identifies an execution, and what was laid over its context by whoever started it. */
export interface Identity {
  readonly execution: Readonly<Record<string, unknown>>
  readonly stateMachine: Readonly<Record<string, unknown>>
  /** Fields of the context as given by the caller: they win. */
  readonly given: Readonly<Record<string, unknown>>
  /** The time at which it started, in milliseconds since 1970. */
  readonly startedAt: number
}

const mapOf = (item: Item): Record<string, unknown> => ({
  Item: {
    Index: item.index,
    ...(item.key !== undefined && { Key: item.key }),
    Value: item.value,
    ...(item.source !== 'STATE_DATA' && { Source: item.source }),
  },
})

const merged = (base: Record<string, unknown>, given: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  for (const [key, value] of Object.entries(given)) {
    const own = base[key]
    base[key] =
      typeof own === 'object' && own !== null && typeof value === 'object' && value !== null
        ? { ...own, ...value }
        : value
  }
  return base
}

/** The context as it is for a thread in a state. */
export const contextOf = (identity: Identity, thread: Standing): Record<string, unknown> => {
  const context: Record<string, unknown> = {
    Execution: identity.execution,
    StateMachine: identity.stateMachine,
    State: {
      Name: thread.name,
      EnteredTime: new Date(identity.startedAt + thread.enteredAt).toISOString(),
      ...(thread.hasRetries && { RetryCount: thread.retries }),
    },
  }
  if (thread.item !== undefined) context.Map = mapOf(thread.item)
  if (thread.token !== undefined) context.Task = { Token: thread.token }
  return merged(context, identity.given)
}
