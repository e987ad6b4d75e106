/**
 * A line in the log before Lambda cuts a handler off, which otherwise leaves nothing but "Task timed out".
 *
 * Made to cost an invocation next to nothing: it only notes itself. One timer serves all invocations, is set anew when it
 * rings, and asks then, and only then, whether the invocation at hand has ended. Lambda runs one invocation at a time and
 * gives each the same time, so the last one noted is the one to watch.
 */
import type { Context } from './context.ts'

/** How many milliseconds before the end the line is written. */
const margin = 500

export interface Watched {
  readonly event: unknown
  readonly context: Context
  readonly result: Promise<unknown>
  readonly report: (event: unknown, remaining: number) => void
}

let current: Watched | undefined
let timer: ReturnType<typeof setTimeout> | undefined

const isPending = (result: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    result.then(
      () => false,
      () => false,
    ),
    // Two turns later than a settled promise would have answered.
    Promise.resolve()
      .then(() => {})
      .then(() => true),
  ])

const arm = (milliseconds: number): void => {
  timer = setTimeout(check, milliseconds)
  timer.unref?.()
}

const check = async (): Promise<void> => {
  timer = undefined
  const watched = current
  if (watched === undefined || !(await isPending(watched.result))) {
    if (watched === current) current = undefined
    else watch(current)
    return
  }
  const remaining = watched.context.getRemainingTimeInMillis()
  if (remaining > margin) return arm(remaining - margin)
  current = undefined
  // A process that was frozen in between wakes after the deadline: then it is over, and there is nothing to say.
  if (remaining >= 0) watched.report(watched.event, remaining)
}

/** Watches an invocation until its result is there. */
export const watch = (invocation: Watched | undefined): void => {
  current = invocation
  if (timer === undefined && invocation !== undefined)
    arm(Math.max(0, invocation.context.getRemainingTimeInMillis() - margin))
}
