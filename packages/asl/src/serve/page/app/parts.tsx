/** Small pieces that several views are made of. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { readText, watch } from './api.ts'

/** What is read again whenever it changes. */
export const useLive = <T,>(
  key: string,
  matters: (changed: readonly string[]) => boolean,
  load: () => Promise<T>,
): T | undefined => {
  const [value, set] = useState<{ key: string; value: T }>()
  useEffect(() => {
    let isOver = false
    let isLoading = false
    let isStale = false
    const again = async (): Promise<void> => {
      if (isLoading) {
        isStale = true
        return
      }
      isLoading = true
      try {
        const loaded = await load()
        if (!isOver) set({ key, value: loaded })
      } catch {
        // The server is away; the stream comes back with it.
      }
      isLoading = false
      if (isStale && !isOver) {
        isStale = false
        void again()
      }
    }
    const end = watch(matters, () => void again())
    return () => {
      isOver = true
      end()
    }
  }, [key])
  return value?.key === key ? value.value : undefined
}

export const Status = ({ of }: { readonly of: string }) => (
  <span class={`status ${of.toLowerCase()}`}>{of.replace('_', ' ').toLowerCase()}</span>
)

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** JSON with a heading, for whoever wants to see it. */
export const Data = ({
  title,
  text,
  isOpen = true,
}: {
  readonly title: string
  readonly text: string | undefined
  readonly isOpen?: boolean
}) =>
  text === undefined ? null : (
    <details open={isOpen}>
      <summary>{title}</summary>
      <pre>{pretty(text)}</pre>
    </details>
  )

export const time = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleTimeString(undefined, { hour12: false })

/** How long something took, as people read it. */
export const took = (milliseconds: number): string => {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`
  return milliseconds < 3_600_000
    ? `${Math.round(milliseconds / 60_000)} min`
    : `${(milliseconds / 3_600_000).toFixed(1)} h`
}

const none: ReadonlySet<string> = new Set()

/** Why something failed. The cause of a function's error is JSON: its message is told, and its trace is there for whoever wants it. */
export const Failure = ({
  error,
  cause,
}: {
  readonly error: string | undefined
  readonly cause: string | undefined
}) => {
  let message = cause
  let trace: string | undefined
  try {
    const report = JSON.parse(cause ?? '') as { readonly errorMessage?: unknown; readonly trace?: unknown }
    if (typeof report.errorMessage === 'string') {
      message = report.errorMessage
      trace = Array.isArray(report.trace) ? report.trace.join('\n') : undefined
    }
  } catch {
    // A plain text.
  }
  return (
    <div class="problem" role="alert">
      {error !== undefined && <b>{error}</b>} {message}
      {trace !== undefined && (
        <details>
          <summary>Trace</summary>
          <pre>{trace}</pre>
        </details>
      )}
    </div>
  )
}

/** A drawing of the server's, in which states can be chosen, by pointer and by keyboard. */
export const Drawing = ({
  query,
  version,
  chosen,
  choose,
  open = none,
}: {
  readonly query: Readonly<Record<string, string>>
  readonly version: string
  readonly chosen: string | undefined
  readonly choose: (state: string) => void
  /** The states that are at work. */
  readonly open?: ReadonlySet<string>
}) => {
  const [svg, set] = useState('')
  const view = useRef<HTMLElement>(null)
  const key = JSON.stringify(query) + version
  useEffect(() => {
    let isOver = false
    void readText('/drawing', query).then((text) => {
      if (!isOver) set(text)
    })
    return () => {
      isOver = true
    }
  }, [key])
  useEffect(() => {
    for (const shape of view.current?.querySelectorAll<SVGElement>('[data-state]') ?? []) {
      shape.setAttribute('tabindex', '0')
      shape.setAttribute('role', 'button')
      shape.setAttribute('aria-label', shape.querySelector('title')?.textContent ?? shape.dataset.state ?? '')
      shape.classList.toggle('chosen', shape.dataset.state === chosen)
      shape.classList.toggle('open', open.has(shape.dataset.state ?? ''))
    }
  }, [svg, chosen, open])
  const pick = (event: Event): void => {
    const shape = (event.target as Element).closest<SVGElement>('[data-state]')
    if (shape?.dataset.state !== undefined) choose(shape.dataset.state)
  }
  return (
    <section
      class="drawing"
      aria-label="Drawing"
      ref={view}
      onClick={pick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        pick(event)
      }}
      // The server draws it, and writes every name as text.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}

/** A button whose failure is shown beside it. */
export const Action = ({
  act,
  children,
  kind,
}: {
  readonly act: () => Promise<unknown>
  readonly children: ComponentChildren
  readonly kind?: string
}) => {
  const [problem, set] = useState('')
  return (
    <>
      <button
        type="button"
        class={kind ?? ''}
        onClick={() => {
          set('')
          act().catch((error: Error) => set(error.message))
        }}
      >
        {children}
      </button>
      {problem !== '' && (
        <span class="problem" role="alert">
          {problem}
        </span>
      )}
    </>
  )
}
