/** A hold on a running execution: to stop it between states, to let it go on state by state, and to read its history meanwhile. */
import type { HistoryEvent } from '../history/events.ts'
import type { Recorder } from '../history/recorder.ts'
import type { Fiber } from '../time/clock.ts'

/** What is held: the fiber that it runs in tells whether it is still there. */
interface Waiting {
  readonly fiber: Fiber
}

/** The handle with which somebody outside holds one execution. */
export interface ExecutionControl {
  /**
   * Holds every thread of the execution before the next state that it would enter. What a state has begun goes on: a task, a wait.
   * The virtual clock stands still while a thread is held; the real one does not.
   */
  readonly pause: () => void
  /** Lets all go on. */
  readonly resume: () => void
  /** While paused: lets one held thread enter its state, the one that has been held longest, or the next to come. */
  readonly step: () => void
  readonly isPaused: () => boolean
  /** The names of the states that are held before they are entered, the oldest first. */
  readonly held: () => readonly string[]
  /** What has happened so far. Empty before the execution starts, and without a history. */
  readonly history: () => readonly HistoryEvent[]
}

/** The executor's end of it. */
export interface Gate {
  readonly isShut: () => boolean
  /** Comes back when the thread may enter the state. */
  readonly pass: (thread: Waiting, state: string) => Promise<void>
  readonly watch: (recorder: Recorder) => void
}

interface Held {
  readonly thread: Waiting
  readonly state: string
  readonly release: () => void
}

const gates = new WeakMap<ExecutionControl, Gate>()

/**
 * A handle to pause, step and read one execution. Give it to `execute`; pause it before to stop at the first state.
 *
 * @example
 * const control = executionControl()
 * control.pause()
 * const running = execute(definition, input, { control })
 * control.step() // enters the first state
 * control.history().at(-1) // what it came to
 * control.resume()
 */
export const executionControl = (): ExecutionControl => {
  let isPaused = false
  let credits = 0
  let queue: Held[] = []
  let watched: Recorder | undefined
  // A branch that was stopped while it was held has nothing to enter any more.
  const alive = (): Held[] => {
    queue = queue.filter(({ thread }) => thread.fiber.state !== 'stopped')
    return queue
  }
  const handle: ExecutionControl = {
    pause: () => {
      isPaused = true
    },
    resume: () => {
      isPaused = false
      credits = 0
      const all = alive()
      queue = []
      for (const { release } of all) release()
    },
    step: () => {
      if (!isPaused) return
      const next = alive().shift()
      if (next === undefined) credits += 1
      else next.release()
    },
    isPaused: () => isPaused,
    held: () => alive().map(({ state }) => state),
    history: () => watched?.events.slice() ?? [],
  }
  gates.set(handle, {
    isShut: () => isPaused,
    pass: (thread, state) => {
      if (credits > 0) {
        credits -= 1
        return Promise.resolve()
      }
      return new Promise((release) => queue.push({ thread, state, release }))
    },
    watch: (recorder) => {
      watched = recorder
    },
  })
  return handle
}

/** The executor's end of a handle. */
export const gateOf = (handle: ExecutionControl): Gate => gates.get(handle) as Gate
