/** An execution: the way that it took, what waits in it, its history, and any moment of it. */
import { useState } from 'preact/hooks'
import { call, control, detailsOf, type Execution, type HistoryEvent, read } from './api.ts'
import { executionLink, machineLink, StartForm } from './machine.tsx'
import { Action, Data, Drawing, Failure, Status, time, took, useLive } from './parts.tsx'
import { StatePanel } from './state.tsx'

/** A task that waits, and the answer to it. */
const Waiting = ({ token, kind }: { readonly token: string; readonly kind: string }) => {
  const [output, set] = useState('{}')
  return (
    <section class="waiting" aria-label="A task waits">
      <p>
        {kind === 'token' ? 'A task waits for its token:' : 'An activity waits for its worker:'} <code>{token}</code>
      </p>
      <textarea
        rows={3}
        spellcheck={false}
        aria-label="Answer"
        value={output}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <div class="buttons">
        <Action kind="main" act={() => call('SendTaskSuccess', { taskToken: token, output })}>
          Succeed
        </Action>
        <Action act={() => call('SendTaskFailure', { taskToken: token, error: 'Refused', cause: output })}>Fail</Action>
      </div>
    </section>
  )
}

const History = ({
  events,
  at,
  go,
  start,
}: {
  readonly events: readonly HistoryEvent[]
  readonly at: number
  readonly go: (id: number) => void
  readonly start: number
}) => {
  const [most, setMost] = useState(200)
  return (
    <section class="history">
      <h2>History</h2>
      <table>
        <tbody>
          {events.slice(0, most).map((event) => {
            const { name, error, resource, index } = detailsOf(event)
            return (
              <tr key={event.id} class={event.id === at ? 'chosen' : event.id > at ? 'later' : ''}>
                <td>{event.id}</td>
                <td>
                  <button type="button" class="plain" onClick={() => go(event.id)}>
                    {event.type}
                  </button>
                </td>
                <td>
                  {[name, index === undefined ? undefined : `#${index}`, resource, error]
                    .filter((part) => part !== undefined)
                    .join(' ')}
                </td>
                <td class="soft">+{took(event.timestamp * 1000 - start)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {events.length > most && (
        <button type="button" onClick={() => setMost(most + 1000)}>
          Show more of {events.length}
        </button>
      )}
    </section>
  )
}

const MapRuns = ({ runs }: { readonly runs: Execution['mapRuns'] }) => (
  <>
    {runs.map((run) => (
      <section key={run.arn}>
        <h2>
          Map Run of {run.state} <Status of={run.status} />
        </h2>
        <ul class="children">
          {run.children.slice(0, 500).map((child) => (
            <li key={child.arn}>
              <a href={executionLink(child.arn)}>#{child.index}</a> <Status of={child.status} />
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
)

const Buttons = ({ execution, again }: { readonly execution: Execution; readonly again: () => void }) => {
  const { arn, status, isPaused, isExpress, parent } = execution
  const isRunning = status === 'RUNNING' && parent === undefined
  return (
    <div class="buttons">
      {isRunning && !isPaused && <Action act={() => control(arn, 'pause')}>Pause</Action>}
      {isRunning && isPaused && (
        <>
          <Action kind="main" act={() => control(arn, 'step')}>
            Step
          </Action>
          <Action act={() => control(arn, 'resume')}>Resume</Action>
        </>
      )}
      {isRunning && !isExpress && <Action act={() => call('StopExecution', { executionArn: arn })}>Stop</Action>}
      {!isRunning && status !== 'SUCCEEDED' && !isExpress && parent === undefined && (
        <Action kind="main" act={() => call('RedriveExecution', { executionArn: arn })}>
          Redrive from where it failed
        </Action>
      )}
      {parent === undefined && (
        <button type="button" onClick={again}>
          Run again…
        </button>
      )}
    </div>
  )
}

/** The states that were entered and not left, as far as an event. */
const openIn = (events: readonly HistoryEvent[], until: number): ReadonlySet<string> => {
  const count = new Map<string, number>()
  for (const event of events.slice(0, until)) {
    const name = detailsOf(event).name ?? ''
    if (event.type.endsWith('StateEntered')) count.set(name, (count.get(name) ?? 0) + 1)
    else if (event.type.endsWith('StateExited')) count.set(name, (count.get(name) ?? 0) - 1)
    else if (/^Execution(?:Succeeded|Failed|TimedOut|Aborted)$/.test(event.type)) count.clear()
  }
  return new Set([...count].flatMap(([name, open]) => (open > 0 ? [name] : [])))
}

/** A moment of the execution: all its events, or as far as one of them. */
const Time = ({
  count,
  at,
  go,
}: {
  readonly count: number
  readonly at: number
  readonly go: (id: number | undefined) => void
}) => (
  <div class="time">
    <button type="button" aria-label="One event back" disabled={at <= 1} onClick={() => go(at - 1)}>
      ‹
    </button>
    <input
      type="range"
      min={1}
      max={Math.max(1, count)}
      value={at}
      aria-label="Event"
      onInput={(event) => go(Number(event.currentTarget.value))}
    />
    <button
      type="button"
      aria-label="One event on"
      disabled={at >= count}
      onClick={() => go(at + 1 >= count ? undefined : at + 1)}
    >
      ›
    </button>
    <span>
      {at} / {count}
    </span>
  </div>
)

export const ExecutionView = ({ arn }: { readonly arn: string }) => {
  const execution = useLive(
    arn,
    (changed) => changed.includes(arn),
    () => read<Execution>('/execution', { arn }),
  )
  const [moment, go] = useState<number>()
  const [chosen, choose] = useState<string>()
  const [isAgain, setAgain] = useState(false)
  if (execution === undefined) return <p class="empty">There is no such execution.</p>
  const { events } = execution
  const at = moment === undefined ? events.length : Math.min(moment, events.length)
  const query: Record<string, string> =
    moment === undefined ? { execution: arn } : { execution: arn, until: String(at) }
  return (
    <article>
      <header>
        <a href={machineLink(execution.machine)}>{execution.machineName}</a>
        <h1>{execution.name}</h1>
        <Status of={execution.status} />
        {execution.isPaused && (
          <span class="status paused">paused{execution.held.length > 0 && ` before ${execution.held.join(', ')}`}</span>
        )}
        {execution.redriveCount > 0 && <span class="type">redriven {execution.redriveCount}×</span>}
        <span class="soft">
          {time(execution.startDate)}
          {execution.stopDate !== undefined && `, ${took(execution.stopDate - execution.startDate)}`}
        </span>
        <Buttons execution={execution} again={() => setAgain(!isAgain)} />
      </header>
      {(execution.error !== undefined || execution.cause !== undefined) && (
        <Failure error={execution.error} cause={execution.cause} />
      )}
      {isAgain && <StartForm machine={execution.machine} input={execution.input} />}
      {execution.waiting.map((waiting) => (
        <Waiting key={waiting.token} {...waiting} />
      ))}
      <Time count={events.length} at={at} go={go} />
      <div class="columns">
        <Drawing
          query={query}
          version={`${events.length} ${execution.status}`}
          chosen={chosen}
          choose={choose}
          open={openIn(events, at)}
        />
        <aside>
          {chosen === undefined ? (
            <>
              <Data title="Input" text={execution.input} />
              <Data title="Output" text={execution.output} />
              <p class="soft">Choose a state in the drawing to see what it was given and what it made of it.</p>
            </>
          ) : (
            <StatePanel execution={execution} state={chosen} at={at} close={() => choose(undefined)} />
          )}
        </aside>
      </div>
      <MapRuns runs={execution.mapRuns} />
      <History events={events} at={at} go={go} start={(events[0]?.timestamp ?? 0) * 1000} />
    </article>
  )
}
