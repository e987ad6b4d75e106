/** A run as a table: the states entered, with what went in and out, attempts and virtual time. */
import { parseCause, type Succeeded, type Unfinished, type Visit, visits } from '@orkestra/core'
import Table from 'cli-table3'

const widest = 44

const brief = (value: unknown): string => {
  const text = JSON.stringify(value) ?? ''
  return text.length <= widest ? text : `${text.slice(0, widest - 1)}…`
}

const result = (visit: Visit): string => {
  const error =
    visit.error === undefined
      ? ''
      : `✗ ${visit.error}: ${parseCause({ Error: visit.error, Cause: visit.cause ?? '' }).errorMessage}`.slice(
          0,
          widest,
        )
  if (visit.leftAt === undefined) return error || '(stopped)'
  return error === '' ? brief(visit.output) : `${error}\n→ caught`
}

/** The text of the table and of the result under it. */
export const executionTable = (execution: Succeeded<unknown> | Unfinished): string => {
  const table = new Table({
    head: ['state', 'input', 'output', 'attempts', 'time'],
    colAligns: ['left', 'left', 'left', 'right', 'right'],
    style: { head: [], border: [] },
  })
  for (const visit of visits(execution.history))
    table.push([
      `${'  '.repeat(visit.depth)}${visit.state}`,
      brief(visit.input),
      result(visit),
      visit.attempts === 0 ? '' : visit.attempts,
      `${visit.enteredAt / 1000} s`,
    ])
  const end =
    execution.status === 'SUCCEEDED'
      ? `output: ${JSON.stringify(execution.output, null, 2)}`
      : `error: ${execution.error ?? '(none)'}\ncause: ${execution.cause ?? '(none)'}`
  return `${table.toString()}\n${execution.status}\n${end}\n`
}
