/** Functions that return and throw all kinds of things: what Step Functions sees of each must not depend on `compose`. */
class OutOfStock extends Error {
  override readonly name = 'OutOfStock'
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const kinds: Readonly<Record<string, (event: never) => unknown>> = {
  text: () => 'text',
  nothing: () => undefined,
  promise: async () => ({ a: 1 }),
  json: () => ({ date: new Date(0), map: new Map([[1, 2]]), nan: Number.NaN, left: undefined, list: [undefined] }),
  toJSON: () => ({ toJSON: () => 'image' }),
  bigint: () => ({ n: 10n }),
  circular: () => {
    const value: Record<string, unknown> = {}
    value.self = value
    return value
  },
  named: async () => {
    throw new OutOfStock('no guitars', { cause: new RangeError('shelf') })
  },
  atOnce: () => {
    throw new RangeError('at once')
  },
  thrownText: () => {
    throw 'text'
  },
  thrownNull: async () => {
    throw null
  },
  thrownObject: async () => {
    throw { code: 7 }
  },
  aggregate: () => Promise.any([Promise.reject(new Error('a')), Promise.reject(new Error('b'))]),
  changesContext: async () => 'changed',
  slow: async () => {
    await sleep(60)
    return 'slow'
  },
  // The event is one that JSON cannot hold by the time that it is logged.
  late: async (event: never) => {
    Object.assign(event, { self: event, amount: 10n })
    await sleep(300)
    return 'late'
  },
  // These end the process, or Lambda ends it.
  floating: async () => {
    void Promise.reject(new Error('floating'))
    await sleep(200)
    return 'not reached'
  },
  uncaught: async () => {
    setTimeout(() => {
      throw new Error('uncaught')
    }, 1)
    await sleep(200)
    return 'not reached'
  },
  hangs: () => new Promise(() => setInterval(() => {}, 1000)),
  afterwards: async () => 'a new start',
}

export const all: readonly string[] = Object.keys(kinds)

/** The function: does what the event's kind says. */
export const act = (
  event: { readonly kind: string },
  context: { callbackWaitsForEmptyEventLoop: boolean },
): unknown => {
  context.callbackWaitsForEmptyEventLoop = false
  return (kinds[event.kind] as (event: never) => unknown)(event as never)
}
