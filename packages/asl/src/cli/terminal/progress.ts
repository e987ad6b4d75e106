/** How far long work has come: one line of a terminal, on standard error, gone at the end. In pipes there is none of it. */

export interface Progress {
  /** Shows a line, not more often than one can read. */
  readonly show: (line: string) => void
  /** Takes it away. */
  readonly end: () => void
}

/** What of a stream matters here. */
export interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

const clear = '\r\u001b[K'
/** What is quicker needs no progress, and what changes faster cannot be read. In milliseconds. */
const patience = 300
const pause = 80

/** The progress that a stream shows. `now` in milliseconds. */
export const progressOn = (stream: Terminal, now: () => number = Date.now): Progress => {
  if (stream.isTTY !== true) return { show: () => undefined, end: () => undefined }
  const began = now()
  let last = began + patience - pause
  let isShown = false
  return {
    show: (line) => {
      if (now() - last < pause) return
      last = now()
      isShown = true
      // A line that wraps could not be taken away.
      stream.write(`${clear}${line.slice(0, (stream.columns ?? 80) - 1)}`)
    },
    end: () => {
      if (isShown) stream.write(clear)
      isShown = false
    },
  }
}

/** Waits for work while showing for how long it has been going on. */
export const timed = async <T>(label: string, { show }: Progress, work: Promise<T>): Promise<T> => {
  const began = Date.now()
  const timer = setInterval(() => show(`${label} … ${Math.floor((Date.now() - began) / 1000)} s`), 100)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}
