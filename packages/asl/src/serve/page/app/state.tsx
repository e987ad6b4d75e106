/** What happened in one state: each stay in it, its attempts, and every stage of its data. */
import { useEffect, useState } from 'preact/hooks'
import { detailsOf, type Execution, type HistoryEvent, read, type Stages } from './api.ts'
import { Data, Failure, took } from './parts.tsx'

interface Stay {
  readonly entered: HistoryEvent
  readonly exited: HistoryEvent | undefined
  readonly attempts: number
  readonly failures: readonly { readonly error: string | undefined; readonly cause: string | undefined }[]
}

const isStart = /^(?:Task|LambdaFunction|Activity)Scheduled$/
const isFailure = /^(?:Task|LambdaFunction|Activity)(?:Failed|TimedOut)$|^EvaluationFailed$/

/** The stays in a state, as far as an event. An event belongs to the state that was entered last on the way to it. */
const staysIn = (events: readonly HistoryEvent[], state: string, until: number): readonly Stay[] => {
  const of = new Map<
    number,
    { entered: HistoryEvent; exited?: HistoryEvent; attempts: number; failures: Stay['failures'][number][] }
  >()
  const stateOf: (number | undefined)[] = []
  for (const event of events.slice(0, until)) {
    let at = stateOf[event.previousEventId]
    const details = detailsOf(event)
    if (event.type.endsWith('StateEntered')) {
      at = event.id
      if (details.name === state) of.set(event.id, { entered: event, attempts: 0, failures: [] })
    } else if (event.type.endsWith('StateExited') && details.name === state) {
      // What was inside of it is left with it.
      const open = [...of.values()].filter((stay) => stay.exited === undefined)
      const stay = (at === undefined ? undefined : of.get(at)) ?? open.at(-1)
      if (stay !== undefined) stay.exited = event
    } else if (at !== undefined) {
      const stay = of.get(at)
      if (stay !== undefined && isStart.test(event.type)) stay.attempts += 1
      if (stay !== undefined && isFailure.test(event.type))
        stay.failures.push({ error: details.error, cause: details.cause })
    }
    stateOf[event.id] = at
  }
  return [...of.values()].map(({ exited, ...stay }) => ({ ...stay, exited }))
}

const titles: Readonly<Record<string, string>> = {
  afterInputPath: 'After InputPath',
  afterParameters: 'After Parameters',
  afterArguments: 'After Arguments',
  result: 'Result',
  afterResultSelector: 'After ResultSelector',
  afterResultPath: 'After ResultPath',
  afterItemsPath: 'After ItemsPath',
  afterItemSelector: 'After ItemSelector',
}

/** Each variable is a text of JSON by itself. */
const assignedText = (assigned: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(assigned).map(([name, value]) => [name, JSON.parse(value) as unknown])),
  )

const StagesOf = ({ execution, event }: { readonly execution: string; readonly event: number }) => {
  const [stages, set] = useState<Stages>()
  useEffect(() => {
    let isOver = false
    void read<Stages>('/stages', { execution, event: String(event) }).then((found) => {
      if (!isOver) set(found)
    })
    return () => {
      isOver = true
    }
  }, [execution, event])
  if (stages === undefined) return null
  return (
    <>
      {Object.entries(titles).map(([name, title]) =>
        stages.data !== undefined && Object.hasOwn(stages.data, name) ? (
          <Data key={name} title={title} text={JSON.stringify(stages.data[name])} isOpen={false} />
        ) : null,
      )}
      {Object.keys(stages.variables).length > 0 && (
        <Data title="Variables" text={JSON.stringify(stages.variables)} isOpen={false} />
      )}
      {stages.problem !== undefined && <p class="soft">Its stages cannot be shown: {stages.problem}</p>}
    </>
  )
}

export const StatePanel = ({
  execution,
  state,
  at,
  close,
}: {
  readonly execution: Execution
  readonly state: string
  readonly at: number
  readonly close: () => void
}) => {
  const [index, setIndex] = useState(0)
  const stays = staysIn(execution.events, state, at)
  const stay = stays[Math.min(index, stays.length - 1)]
  return (
    <section aria-label={`State ${state}`}>
      <h2>{state}</h2>
      {stays.length > 1 && (
        <label class="inline">
          Stay
          <select
            value={Math.min(index, stays.length - 1)}
            onInput={(event) => setIndex(Number(event.currentTarget.value))}
          >
            {stays.map(({ entered }, i) => (
              <option key={entered.id} value={i}>
                {i + 1} of {stays.length}
              </option>
            ))}
          </select>
        </label>
      )}
      {stay === undefined ? (
        <p class="empty">It was not entered.</p>
      ) : (
        <>
          <p class="soft">
            {stay.exited === undefined
              ? 'Not left.'
              : `${took((stay.exited.timestamp - stay.entered.timestamp) * 1000)}.`}
            {stay.attempts > 0 && ` ${stay.attempts} attempt${stay.attempts === 1 ? '' : 's'}.`}
          </p>
          {stay.failures.map(({ error, cause }, i) => (
            <Failure key={i} error={error} cause={cause} />
          ))}
          <Data title="Input" text={detailsOf(stay.entered).input} />
          <StagesOf execution={execution.arn} event={stay.entered.id} />
          {stay.exited !== undefined && <Data title="Output" text={detailsOf(stay.exited).output} />}
          {stay.exited !== undefined && detailsOf(stay.exited).assignedVariables !== undefined && (
            <Data title="Assigned" text={assignedText(detailsOf(stay.exited).assignedVariables)} />
          )}
        </>
      )}
      <button type="button" onClick={close}>
        Close
      </button>
    </section>
  )
}
