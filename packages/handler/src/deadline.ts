/**
 * The guard logs a line before Lambda ends an invocation at its time-out. Without it, the log contains only "Task timed out".
 *
 * It costs an invocation next to nothing: each invocation adds itself to a set and removes itself when it ends. The set is a linked ring, because
 * a `Set` that grows and shrinks at each invocation costs ten times as much. A single timer serves all invocations and never fires later than the
 * first deadline. One process can run several invocations: a composed handler can call another, and Lambda's managed instances run several.
 */
import type { Context } from './context.ts'

/** Settings of the log line before a time-out. */
export interface DeadlineOptions {
  /** How many milliseconds before the time-out to log the line. Default 100. */
  readonly margin?: number
  /** Whether to include the event. Default `false`, because events can contain personal data and can be large. */
  readonly logEvent?: boolean
}

/** An invocation that is about to time out. Times are in milliseconds. */
export interface Deadline {
  readonly name: string
  readonly requestId: string
  readonly elapsed: number
  readonly remaining: number
  /** Set only with `logEvent`. */
  readonly event?: unknown
}

/** The settings shared by a handler's invocations. */
export interface Guard {
  readonly margin: number
  readonly report: (invocation: Invocation, remaining: number) => void
}

/** A link of the ring. */
interface Link {
  before: Link
  after: Link
}

/** A running invocation. */
export interface Invocation extends Link {
  readonly guard: Guard
  readonly context: Context
  readonly event: unknown
  /** The remaining time at the start. */
  readonly given: number
  readonly report: (remaining: number) => void
}

/** The ring of running invocations: the first comes after this link, the last before it. */
const pending = {} as Link
pending.before = pending
pending.after = pending

let timer: ReturnType<typeof setTimeout> | undefined
let due = Number.POSITIVE_INFINITY

// Longer ones overflow, and would ring at once.
const longestTimer = 2 ** 31 - 1

const arm = (milliseconds: number): void => {
  clearTimeout(timer)
  due = Date.now() + milliseconds
  timer = setTimeout(ring, Math.min(Math.max(milliseconds, 0), longestTimer))
  timer.unref?.()
}

/** An observer never changes the outcome: a context whose clock fails is not watched. */
const timeLeft = (context: Context): number => {
  try {
    return context.getRemainingTimeInMillis()
  } catch {
    return Number.NaN
  }
}

const ring = (): void => {
  timer = undefined
  due = Number.POSITIVE_INFINITY
  let next = Number.POSITIVE_INFINITY
  const late: (readonly [Invocation, number])[] = []
  for (let link = pending.after; link !== pending; link = link.after) {
    const invocation = link as Invocation
    const { guard, context } = invocation
    const remaining = timeLeft(context)
    if (remaining > guard.margin) next = Math.min(next, remaining - guard.margin)
    else late.push([invocation, remaining])
  }
  if (next < Number.POSITIVE_INFINITY) arm(next)
  for (const [invocation, remaining] of late) {
    unwatch(invocation)
    // A process that was frozen in between wakes after the deadline: then it is over, and there is nothing to say.
    if (remaining >= 0) invocation.report(remaining)
  }
}

// Lambda's managed instances run several invocations in a process, and tell them apart by the asynchronous context.
const isShared = 'AWS_LAMBDA_MAX_CONCURRENCY' in process.env

/** Calls back in the asynchronous context of this call, which the timer that serves all does not have. A promise keeps it. */
const inThisContext = <T>(call: (value: T) => void): ((value: T) => void) => {
  let resolve: (value: T) => void = call
  void new Promise<T>((resolved) => {
    resolve = resolved
  }).then(call)
  return resolve
}

/** Watches an invocation until `unwatch`. */
export const watch = (guard: Guard, context: Context, event: unknown): Invocation => {
  const given = timeLeft(context)
  const { before } = pending
  const report = (remaining: number) => guard.report(invocation, remaining)
  const invocation: Invocation = {
    guard,
    context,
    event,
    given,
    report: isShared ? inThisContext(report) : report,
    before,
    after: pending,
  }
  before.after = invocation
  pending.before = invocation
  const left = given - guard.margin
  if (Date.now() + left < due) arm(left)
  return invocation
}

/** Ends the watch; again, it changes nothing. */
export const unwatch = (invocation: Invocation): void => {
  invocation.before.after = invocation.after
  invocation.after.before = invocation.before
  invocation.before = invocation
  invocation.after = invocation
}

/** Writes JSON, whatever it is given. */
const lineOf = (deadline: Deadline, message: string): string => {
  const line = { level: 'WARN', message, ...deadline }
  try {
    return JSON.stringify(line)
  } catch (error) {
    return JSON.stringify({ ...line, event: String(error) })
  }
}

/** The guard of a handler; none where it is switched off. @throws RangeError when the margin is no positive number. */
export const guardOf = (
  name: string,
  options: DeadlineOptions | false,
  onDeadline?: (deadline: Deadline) => void,
): Guard | undefined => {
  if (!options) return undefined
  const { margin = 100, logEvent } = options
  if (!(margin > 0 && margin < longestTimer))
    throw new RangeError(
      `compose ${JSON.stringify(name)}: deadline.margin must be a positive number of milliseconds, got ${margin}`,
    )
  return {
    margin,
    report: ({ context, event, given }, remaining) => {
      const deadline: Deadline = {
        name,
        requestId: context.awsRequestId,
        elapsed: given - remaining,
        remaining,
        ...(logEvent && { event }),
      }
      try {
        // It may be asynchronous all the same, and must not reject unheard.
        if (onDeadline) void Promise.resolve(onDeadline(deadline)).catch(() => {})
        else console.warn(lineOf(deadline, `${name} has ${remaining} ms left before its time-out`))
      } catch {}
    },
  }
}
