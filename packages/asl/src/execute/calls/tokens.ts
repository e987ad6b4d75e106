/** Task tokens: how something outside of an execution answers a `.waitForTaskToken` task. */
import { Failure } from '../failure/failure.ts'
import { image } from '../payload/payload.ts'

/** The other end of the tokens of an execution: what SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat are on AWS. */
export interface TaskTokens {
  /** The task's result. @throws Error for a token that nobody waits for. */
  readonly succeed: (token: string, output: unknown) => void
  readonly fail: (token: string, error?: string, cause?: string) => void
  readonly heartbeat: (token: string) => void
  /** The tokens that wait for an answer, oldest first. */
  readonly waiting: () => readonly string[]
}

/** One task that waits. */
export interface Waiting {
  readonly answer: (result: { readonly output: unknown } | { readonly failure: Failure }) => void
  readonly beat: () => void
}

/** What the executor itself does with tokens. */
export interface Tokens {
  readonly open: (token: string, waiting: Waiting) => void
  readonly close: (token: string) => void
  readonly count: () => number
  /** Whether tokens are waited for in real time, on the virtual clock too. */
  readonly isPatient: boolean
}

const ends = new WeakMap<TaskTokens, Tokens>()

/**
 * The handle with which a test answers tasks that wait for their token. Give it to `execute`.
 *
 * @example
 * const tokens = taskTokens()
 * const running = execute(definition, input, { tokens, lambdas: { ask: ({ token }) => { tokens.succeed(token, { approved: true }) } } })
 *
 * On the virtual clock a token that is not answered at once times out, for time jumps when nothing else is to be done. With
 * `patient: true` it does not: no time-out comes before the answer, unless so much time has really passed. For tokens that a person
 * or another process answers.
 */
export const taskTokens = ({ patient = false }: { readonly patient?: boolean } = {}): TaskTokens => {
  const all = new Map<string, Waiting>()
  const find = (token: string): Waiting => {
    const found = all.get(token)
    if (found === undefined)
      throw new Error(
        `no task waits for the token ${JSON.stringify(token)}: it was answered, or timed out, or never was`,
      )
    return found
  }
  const handle: TaskTokens = {
    succeed: (token, output) => find(token).answer({ output: image(output) }),
    fail: (token, error, cause) => find(token).answer({ failure: new Failure(error, cause) }),
    heartbeat: (token) => find(token).beat(),
    waiting: () => [...all.keys()],
  }
  ends.set(handle, {
    open: (token, waiting) => {
      all.set(token, waiting)
    },
    close: (token) => {
      all.delete(token)
    },
    count: () => all.size,
    isPatient: patient,
  })
  return handle
}

/** The executor's end of a handle. */
export const tokensOf = (handle: TaskTokens): Tokens => ends.get(handle) as Tokens
