/** The record on disk, from which machines and executions come back. */
import { isRecord } from '../../execute/payload/payload.ts'
import type { Journal, World } from '../world.ts'
import { openLines } from './lines.ts'
import { type EndRecord, endRecord, executionRecord, type Line, machineRecord } from './records.ts'
import { restorer } from './restore.ts'

const kinds: ReadonlySet<unknown> = new Set<Line['t']>([
  'machine',
  'machineGone',
  'activity',
  'activityGone',
  'started',
  'ended',
])

/** @throws SyntaxError for a text that is no line of ours. */
const lineOf = (text: string): Line => {
  const line: unknown = JSON.parse(text)
  if (!isRecord(line) || !kinds.has(line.t)) throw new SyntaxError('no line of the record')
  return line as Line
}

/** Executions that were at work when the server went are over: their tasks are gone. */
const abortRunning = (world: World, journal: Journal): void => {
  for (const execution of world.executions.values())
    if (execution.status === 'RUNNING') {
      execution.status = 'ABORTED'
      execution.stopDate = world.now()
      execution.cause = 'The server was ended while the execution was at work.'
      execution.events = [
        {
          id: 1,
          previousEventId: 0,
          timestamp: 0,
          type: 'ExecutionStarted',
          executionStartedEventDetails: { input: JSON.parse(execution.input) as unknown },
        },
        {
          id: 2,
          previousEventId: 0,
          timestamp: execution.stopDate - execution.startDate,
          type: 'ExecutionAborted',
          executionAbortedEventDetails: {},
        },
      ]
      journal.ended(execution)
      world.ended.push(execution)
    }
}

/**
 * Opens the record of a folder, and brings back what it holds. An execution that was at work when the server went comes back as
 * ABORTED.
 *
 * @throws DataError when the folder is in use, or the record is not one.
 */
export const openJournal = (folder: string, world: World, setOrder: (least: number) => void): Journal => {
  const offsets = new Map<string, number>()
  const restore = restorer(world, offsets)
  const lines = openLines(folder, (text, offset) => setOrder(restore(lineOf(text), offset)))
  const write = (line: Line): number => lines.add(JSON.stringify(line))
  const endAt = (offset: number): EndRecord =>
    (JSON.parse(lines.at(offset)) as Extract<Line, { readonly t: 'ended' }>).execution
  const journal: Journal = {
    machine: (machine) => void write({ t: 'machine', machine: machineRecord(machine) }),
    machineGone: (arn) => void write({ t: 'machineGone', arn }),
    activity: ({ queue: _, workers: __, tags, ...rest }) =>
      void write({ t: 'activity', activity: { ...rest, tags: [...tags] } }),
    activityGone: (arn) => void write({ t: 'activityGone', arn }),
    started: (execution) => void write({ t: 'started', execution: executionRecord(execution) }),
    ended: (execution) => void offsets.set(execution.arn, write({ t: 'ended', execution: endRecord(execution) })),
    shed: (execution) => {
      if (offsets.has(execution.arn)) execution.events = []
    },
    eventsOf: (execution) => {
      const offset = offsets.get(execution.arn)
      if (execution.running !== undefined || offset === undefined || execution.events.length > 0) return undefined
      return endAt(offset).events
    },
    close: lines.close,
  }
  abortRunning(world, journal)
  return journal
}
