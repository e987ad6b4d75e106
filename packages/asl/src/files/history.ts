/** The history of an execution in a file: what AWS prints, or what `orkestra run --json` does. */
import type { HistoryEvent } from '../execute/history/events.ts'
import { isObject } from '../validate/outline/fields.ts'
import { FileError, readText } from './readText.ts'

/** AWS gives times as ISO texts, or as seconds with a fraction; ours are milliseconds since the start. */
const millisecondsOf = (timestamp: unknown): number | undefined => {
  if (typeof timestamp === 'number') return timestamp
  if (typeof timestamp !== 'string') return undefined
  const time = Date.parse(timestamp)
  return Number.isNaN(time) ? undefined : time
}

/** What is JSON text with AWS is a value with us. */
const payloads = new Set(['input', 'output', 'parameters'])

const withValues = (event: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(event).map(([key, details]) => [
      key,
      key.endsWith('EventDetails') && isObject(details)
        ? Object.fromEntries(
            Object.entries(details).map(([name, value]) => [name, payloads.has(name) ? parsed(value) : value]),
          )
        : details,
    ]),
  )

const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    // It was cut, or never was JSON.
    return value
  }
}

const isEvent = (
  value: unknown,
): value is Readonly<Record<string, unknown>> & { readonly id: number; readonly type: string } =>
  isObject(value) && typeof value.id === 'number' && typeof value.type === 'string'

/**
 * The events of an execution, from the output of `aws stepfunctions get-execution-history`, of `orkestra run --json`, or a list of
 * events. Times count in milliseconds from the first event.
 *
 * @example historyIn(JSON.parse(text), 'history.json').length
 * @throws FileError when there are no events in it.
 */
export const historyIn = (value: unknown, file: string): readonly HistoryEvent[] => {
  const isAws = isObject(value) && Array.isArray(value.events)
  const list: unknown = isAws ? value.events : isObject(value) ? value.history : value
  if (!Array.isArray(list) || list.length === 0 || !list.every(isEvent))
    throw new FileError(
      `${file} contains no execution history: expected the output of aws stepfunctions get-execution-history, or of orkestra run --json.`,
    )
  // `--reverse-order` gives the last event first.
  const events = [...list].sort((a, b) => a.id - b.id)
  const start = millisecondsOf(events[0]?.timestamp) ?? 0
  // Older versions of the AWS CLI print seconds since 1970.
  const scale = isAws && typeof events[0]?.timestamp === 'number' ? 1000 : 1
  return events.map((event) => ({
    ...withValues(event),
    previousEventId: typeof event.previousEventId === 'number' ? event.previousEventId : 0,
    timestamp: ((millisecondsOf(event.timestamp) ?? start) - start) * scale,
  })) as unknown as readonly HistoryEvent[]
}

/**
 * The events in a file, see `historyIn`.
 *
 * @example toHtml(workflow, { execution: await readHistory('history.json') })
 * @throws FileError when it cannot be read, is not JSON, or holds no events.
 */
export const readHistory = async (file: string): Promise<readonly HistoryEvent[]> => {
  const { text } = await readText(file)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new FileError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  return historyIn(value, file)
}
