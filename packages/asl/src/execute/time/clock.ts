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
  /** Rings once, unless the function that it gives is called before. Nobody waits for it: it keeps no fiber from working. */
  readonly alarm: (milliseconds: number, ring: () => void) => () => void
  /** A fiber waits for something outside of the execution, until `wake`. */
  readonly suspend: (fiber: Fiber) => void
  /** A fiber that sleeps, or is suspended, goes on. */
  readonly wake: (fiber: Fiber) => void
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

/**
 * A clock on which waiting takes no time: it jumps to the next alarm when no fiber is at work. While `isAwaited` says that
 * something from outside is due, it first lets the event loop turn once.
 */
export const createVirtualClock = (isAwaited: () => boolean = () => false): Clock => {
  const alarms = createAlarms()
  let time = 0
  let order = 0
  let working = 1
  const moveOn = (): void => {
    while (working === 0) {
      const next = alarms.take()
      if (next === undefined) return
      if (next.off) continue
      time = next.at
      next.ring()
    }
  }
  const busy = (change: number): void => {
    working += change
    if (working > 0) return
    if (isAwaited()) setTimeout(moveOn, 0)
    else moveOn()
  }
  const alarm = (milliseconds: number, ring: () => void): (() => void) => {
    order += 1
    const set: Alarm = { at: time + milliseconds, order, ring, off: false }
    alarms.add(set)
    return () => {
      set.off = true
    }
  }
  const wake = (fiber: Fiber): void => {
    fiber.state = 'working'
    fiber.cancel = undefined
    working += 1
  }
  return {
    isReal: false,
    now: () => time,
    busy,
    alarm,
    wake,
    suspend: (fiber) => {
      fiber.state = 'sleeping'
      busy(-1)
    },
    sleep: (fiber, milliseconds) =>
      new Promise((resolve) => {
        fiber.state = 'sleeping'
        fiber.cancel = alarm(milliseconds, () => {
          wake(fiber)
          resolve()
        })
        busy(-1)
      }),
  }
}

const longestTimer = 2 ** 31 - 1

/** The machine's own clock. */
export const createRealClock = (): Clock => {
  const start = Date.now()
  const alarm = (milliseconds: number, ring: () => void): (() => void) => {
    const end = Date.now() + milliseconds
    let timer: ReturnType<typeof setTimeout>
    // A timer of more than 2^31 - 1 ms would ring at once.
    const set = (left: number): void => {
      timer = setTimeout(() => (end - Date.now() > 0 ? set(end - Date.now()) : ring()), Math.min(left, longestTimer))
    }
    set(milliseconds)
    return () => clearTimeout(timer)
  }
  const wake = (fiber: Fiber): void => {
    fiber.state = 'working'
    fiber.cancel = undefined
  }
  return {
    isReal: true,
    now: () => Date.now() - start,
    busy: () => {},
    alarm,
    wake,
    suspend: (fiber) => {
      fiber.state = 'sleeping'
    },
    sleep: (fiber, milliseconds) =>
      new Promise((resolve) => {
        fiber.state = 'sleeping'
        fiber.cancel = alarm(milliseconds, () => {
          wake(fiber)
          resolve()
        })
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
 * Runs `count` fibers side by side for `parent`, which waits for them all; the first that throws stops the others, and those that have
 * not begun never do. `fail` does so at once, where a throw takes its way up first.
 *
 * @throws what the first failing fiber threw.
 */
export const join = (
  clock: Clock,
  parent: Fiber,
  count: number,
  body: (fiber: Fiber, index: number, fail: (error: unknown) => void) => Promise<void>,
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
    for (const [index, fiber] of fibers.entries()) {
      if (fiber.state === 'stopped') return
      const fail = (error: unknown): void => failed(fiber, error)
      body(fiber, index, fail).then(() => done(fiber), fail)
    }
  })
}
