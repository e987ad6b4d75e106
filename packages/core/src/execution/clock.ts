/**
 * Time in an execution. An execution runs as fibers: one at first, one more per branch and per item at work. A clock knows
 * how many are at work, so that virtual time moves on exactly when all of them wait for it.
 */

/** Where a fiber stands, so that it can be stopped from outside. */
export interface Fiber {
  /** `working` in code, `sleeping` on the clock, or `joining`: waiting for fibers that it started. */
  state: 'working' | 'sleeping' | 'joining' | 'stopped'
  /** Takes a sleeping fiber's alarm off the clock. */
  cancel?: (() => void) | undefined
  /** The fibers it waits for. */
  readonly inner: Set<Fiber>
}

export interface Clock {
  /** Milliseconds since the start. */
  readonly now: () => number
  /** Lets a fiber wait, in milliseconds. Does not come back to a fiber that is stopped. */
  readonly sleep: (fiber: Fiber, milliseconds: number) => Promise<void>
  /** Adds to the number of fibers at work. */
  readonly busy: (change: number) => void
  /** Whether time passes by itself, so that a task can take too long. */
  readonly isReal: boolean
}

interface Alarm {
  readonly at: number
  readonly order: number
  readonly ring: () => void
  off: boolean
}

const isBefore = (a: Alarm, b: Alarm): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap: alarms are set and rung in O(log n), however many fibers sleep. */
const createAlarms = () => {
  const heap: Alarm[] = []
  const at = (i: number): Alarm => heap[i] as Alarm
  const swap = (i: number, j: number): void => {
    const a = at(i)
    heap[i] = at(j)
    heap[j] = a
  }
  return {
    add: (alarm: Alarm): void => {
      heap.push(alarm)
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1
        if (!isBefore(at(i), at(parent))) break
        swap(i, parent)
        i = parent
      }
    },
    take: (): Alarm | undefined => {
      const top = heap[0]
      const last = heap.pop()
      if (top === undefined || last === undefined || heap.length === 0) return top
      heap[0] = last
      for (let i = 0; ; ) {
        let least = i
        for (const child of [2 * i + 1, 2 * i + 2])
          if (child < heap.length && isBefore(at(child), at(least))) least = child
        if (least === i) return top
        swap(i, least)
        i = least
      }
    },
  }
}

/** A clock on which waiting takes no time: it jumps to the next alarm when no fiber is at work. */
export const createVirtualClock = (): Clock => {
  const alarms = createAlarms()
  let time = 0
  let order = 0
  let working = 1
  const busy = (change: number): void => {
    working += change
    while (working === 0) {
      const next = alarms.take()
      if (next === undefined) return
      if (next.off) continue
      time = next.at
      working = 1
      next.ring()
    }
  }
  return {
    isReal: false,
    now: () => time,
    busy,
    sleep: (fiber, milliseconds) =>
      new Promise((resolve) => {
        order += 1
        const alarm: Alarm = {
          at: time + milliseconds,
          order,
          off: false,
          ring: () => {
            fiber.state = 'working'
            fiber.cancel = undefined
            resolve()
          },
        }
        fiber.state = 'sleeping'
        fiber.cancel = () => {
          alarm.off = true
        }
        alarms.add(alarm)
        busy(-1)
      }),
  }
}

/** The machine's own clock. */
export const createRealClock = (): Clock => {
  const start = Date.now()
  return {
    isReal: true,
    now: () => Date.now() - start,
    busy: () => {},
    sleep: (fiber, milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          fiber.state = 'working'
          fiber.cancel = undefined
          resolve()
        }, milliseconds)
        fiber.state = 'sleeping'
        fiber.cancel = () => clearTimeout(timer)
      }),
  }
}

/** A fiber at work. */
export const createFiber = (): Fiber => ({ state: 'working', inner: new Set() })

/** Stops a fiber and all that it waits for: none of them goes on, and the clock no longer counts them. */
export const stop = (clock: Clock, fiber: Fiber, onStop: (fiber: Fiber) => void): void => {
  const stack = [fiber]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.state === 'stopped') continue
    at.cancel?.()
    at.cancel = undefined
    const wasWorking = at.state === 'working'
    at.state = 'stopped'
    onStop(at)
    stack.push(...at.inner)
    at.inner.clear()
    if (wasWorking) clock.busy(-1)
  }
}

/** For a fiber that was stopped: nothing comes after this. A promise of its own each time, for the collector to take. */
export const halt = (): Promise<never> => new Promise(() => {})

/**
 * Runs `count` fibers side by side for `parent`, which waits for them all; the first that throws stops the others.
 *
 * @throws what the first failing fiber threw.
 */
export const join = (
  clock: Clock,
  parent: Fiber,
  count: number,
  body: (fiber: Fiber, index: number) => Promise<void>,
  onStop: (fiber: Fiber) => void,
): Promise<void> => {
  if (count === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    parent.state = 'joining'
    let left = count
    clock.busy(count - 1)
    const fibers = Array.from({ length: count }, createFiber)
    for (const fiber of fibers) parent.inner.add(fiber)
    const done = (fiber: Fiber): void => {
      if (fiber.state === 'stopped') return
      fiber.state = 'stopped'
      parent.inner.delete(fiber)
      left -= 1
      if (left > 0) return clock.busy(-1)
      parent.state = 'working'
      resolve()
    }
    const failed = (fiber: Fiber, error: unknown): void => {
      if (fiber.state === 'stopped') return
      fiber.state = 'stopped'
      parent.state = 'working'
      for (const other of fibers) if (other !== fiber) stop(clock, other, onStop)
      parent.inner.clear()
      reject(error)
    }
    fibers.forEach((fiber, index) => {
      body(fiber, index).then(
        () => done(fiber),
        (error) => failed(fiber, error),
      )
    })
  })
}
