/** One attempt at a task: the stand-in's context, and how long it may take. */

import { type Failure, timeoutFailure } from '../failure/failure.ts'
import type { Thread } from '../thread/thread.ts'
import { halt } from '../time/clock.ts'

/** What a stand-in gets as its second argument. */
export interface TaskContext {
  readonly state: string
  readonly resource: string
  /** 0 for the first. */
  readonly attempt: number
  /** Of a `.waitForTaskToken` task. */
  readonly token: string | undefined
  /** The role that the task assumes, of its `Credentials`. */
  readonly roleArn: string | undefined
  /** Waits on the execution's own clock: on the virtual one it takes no time, and the task's time-out counts it. */
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Says that the task is still at work, for its `HeartbeatSeconds`. */
  readonly heartbeat: () => void
  /** Of an activity, called before anything is awaited: no worker has taken it yet, and `started` is going to say when one does. */
  readonly queue: () => void
  readonly started: () => void
  /** Whether nobody waits for its answer any more: it was answered, or timed out, or the execution ended. */
  readonly isOver: () => boolean
}

/** In milliseconds; infinite where there is none. */
export interface Limits {
  readonly timeout: number
  readonly heartbeat: number
}

type Cancel = () => void

export class Attempt implements TaskContext {
  readonly state: string
  readonly resource: string
  readonly attempt: number
  readonly token: string | undefined
  readonly roleArn: string | undefined
  readonly #thread: Thread
  #set: Cancel[] | undefined
  #sleeping = 0
  #isOver = false
  #beat: (() => void) | undefined
  #start: (() => void) | undefined
  #isQueued = false

  constructor(thread: Thread, resource: string) {
    this.#thread = thread
    this.state = thread.name
    this.resource = resource
    this.attempt = thread.retries
    this.token = thread.token
    this.roleArn = thread.roleArn
  }

  // Made on demand, so that a stand-in may take them out of the object: most never ask, and there is an attempt per task.
  get sleep(): TaskContext['sleep'] {
    return (milliseconds) => this.#sleep(milliseconds)
  }

  get heartbeat(): TaskContext['heartbeat'] {
    return () => this.#beat?.()
  }

  get queue(): TaskContext['queue'] {
    return () => {
      this.#isQueued = true
    }
  }

  get started(): TaskContext['started'] {
    return () => {
      const start = this.#isOver ? undefined : this.#start
      this.#start = undefined
      start?.()
    }
  }

  get isOver(): TaskContext['isOver'] {
    return () => this.#isOver
  }

  /** Calls `start` as soon as a worker has taken the task: after the call, unless the stand-in queues it. */
  startingLater<A>(start: () => void, call: () => A): A {
    this.#start = start
    try {
      return call()
    } finally {
      if (!this.#isQueued) this.started()
    }
  }

  /** Calls `start` when the stand-in first lets time pass: then what it does has begun. */
  startingAsleep(start: () => void): void {
    this.#start = start
  }

  #sleep(milliseconds: number): Promise<void> {
    if (!this.#isQueued) this.started()
    return new Promise((resolve) => {
      this.#sleeping += 1
      this.#alarms.push(
        this.#thread.machine.clock.alarm(milliseconds, () => {
          this.#sleeping -= 1
          this.wake()
          resolve()
          // Another of its sleeps may still be on: once this one's follow-up has had its turn, the fiber waits again.
          if (this.#sleeping > 0) setTimeout(() => this.rest(), 0)
        }),
      )
      // Not before the time-out of the task is set: the stand-in may sleep in its first line.
      queueMicrotask(() => this.rest())
    })
  }

  /** Lets time pass while the stand-in sleeps, or while a token is out. */
  rest(): void {
    const { fiber, machine } = this.#thread
    if (this.#isOver || fiber.state !== 'working') return
    fiber.cancel = () => this.#cancel()
    machine.clock.suspend(fiber)
  }

  wake(): void {
    const { fiber, machine } = this.#thread
    if (fiber.state === 'sleeping') machine.clock.wake(fiber)
  }

  get #alarms(): Cancel[] {
    this.#set ??= []
    return this.#set
  }

  #cancel(): void {
    this.#isOver = true
    for (const cancel of this.#set ?? []) cancel()
  }

  /** Sets an alarm that ends the attempt. */
  #limit(milliseconds: number, isHeartbeat: boolean, end: (failure: Failure) => void): Cancel {
    const { clock, tokens } = this.#thread.machine
    const isPatient = this.token !== undefined && tokens.isPatient
    const ring = (): void => {
      this.wake()
      end(timeoutFailure(isHeartbeat))
    }
    const cancels = [clock.alarm(milliseconds, ring, true)]
    if (!clock.isReal && milliseconds < 2 ** 31) {
      // A stand-in that waits for something real keeps virtual time from passing; its own time counts too.
      const timer = setTimeout(() => (isPatient || this.#thread.fiber.state === 'working') && ring(), milliseconds)
      cancels.push(() => clearTimeout(timer))
    }
    return () => {
      for (const cancel of cancels) cancel()
    }
  }

  /** Waits for `result`, for as long as the limits allow. */
  within(result: Promise<unknown>, limits: Limits): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const { fiber } = this.#thread
      const finish = (act: () => void): void => {
        if (this.#isOver) return
        this.#cancel()
        if (fiber.state === 'working') fiber.cancel = undefined
        act()
      }
      const fail = (failure: Failure): void => finish(() => reject(failure))
      if (Number.isFinite(limits.timeout)) this.#alarms.push(this.#limit(limits.timeout, false, fail))
      if (Number.isFinite(limits.heartbeat)) {
        let cancel = this.#limit(limits.heartbeat, true, fail)
        this.#alarms.push(() => cancel())
        this.#beat = () => {
          cancel()
          if (!this.#isOver) cancel = this.#limit(limits.heartbeat, true, fail)
        }
      }
      fiber.cancel = () => this.#cancel()
      result.then(
        (value) => finish(() => resolve(value)),
        (error) => finish(() => reject(error)),
      )
    })
  }
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

/** Calls a stand-in, and waits for it where it gives a promise. */
export const called = (
  call: (...given: unknown[]) => unknown,
  input: unknown,
  attempt: Attempt,
  limits: Limits,
): unknown => {
  const result = call(input, attempt)
  return isThenable(result) ? attempt.within(Promise.resolve(result), limits) : result
}

/** Waits until the token of the attempt is answered. The task fiber rests meanwhile. */
export const answered = (
  thread: Thread,
  token: string,
  attempt: Attempt,
  limits: Limits,
  early: Promise<unknown>,
): Promise<unknown> => {
  attempt.rest()
  const wait = attempt.within(early, limits)
  return wait.then(
    (value) => (thread.fiber.state === 'stopped' ? halt() : value),
    (error) => {
      thread.machine.tokens.close(token)
      throw error
    },
  )
}

/** Opens a token: a promise of its answer. */
export const opened = (thread: Thread, token: string, attempt: Attempt): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const { tokens } = thread.machine
    tokens.open(token, {
      answer: (result) => {
        tokens.close(token)
        attempt.wake()
        if ('failure' in result) reject(result.failure)
        else resolve(result.output)
      },
      beat: () => attempt.heartbeat(),
    })
  })
