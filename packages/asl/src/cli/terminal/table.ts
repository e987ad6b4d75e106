/** A run as a table: the states entered, with what went in and out, attempts and virtual time. */
import { parseCause } from '@orkestra/core'
import Table from 'cli-table3'
import type { Succeeded, Unfinished } from '../../execute/execution.ts'
import { type Visit, visits } from '../../execute/history/visits.ts'
import { type Paint, paintFor, plain } from './colour.ts'
import { visible } from './visible.ts'

/** How a table is printed: how wide its two columns of JSON may be, and in which colours. */
export interface TableLayout {
  readonly widest: number
  readonly paint: Paint
}

/** What is printed into pipes and files, whatever terminal there is. */
const anywhere: TableLayout = { widest: 44, paint: plain }

/** What is left of a line besides the columns of JSON, about. */
const otherColumns = 60

/** As wide as the terminal has room for. */
export const layoutOf = (
  { isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number },
  env: NodeJS.ProcessEnv,
): TableLayout => ({
  widest:
    isTTY === true && columns !== undefined ? Math.max(12, Math.floor((columns - otherColumns) / 2)) : anywhere.widest,
  paint: paintFor({ isTTY, env }),
})

const brief = (value: unknown, widest: number): string => {
  const text = JSON.stringify(value) ?? ''
  return text.length <= widest ? text : `${text.slice(0, widest - 1)}…`
}

const result = (visit: Visit, { widest, paint }: TableLayout): string => {
  const error =
    visit.error === undefined
      ? ''
      : visible(`✗ ${visit.error}: ${parseCause({ Error: visit.error, Cause: visit.cause ?? '' }).errorMessage}`).slice(
          0,
          widest,
        )
  if (visit.leftAt === undefined) return paint.red(error) || '(stopped)'
  return error === '' ? brief(visit.output, widest) : `${paint.red(error)}\n→ caught`
}

/** The text of the table and of the result under it. */
export const executionTable = (execution: Succeeded<unknown> | Unfinished, layout: TableLayout = anywhere): string => {
  const { widest, paint } = layout
  const table = new Table({
    head: ['state', 'input', 'output', 'attempts', 'time'],
    colAligns: ['left', 'left', 'left', 'right', 'right'],
    style: { head: [], border: [] },
  })
  for (const visit of visits(execution.history))
    table.push([
      `${'  '.repeat(visit.depth)}${visible(visit.state)}`,
      brief(visit.input, widest),
      result(visit, layout),
      visit.attempts === 0 ? '' : visit.attempts,
      `${visit.enteredAt / 1000} s`,
    ])
  const end =
    execution.status === 'SUCCEEDED'
      ? `output: ${JSON.stringify(execution.output, null, 2)}`
      : visible(`error: ${execution.error ?? '(none)'}\ncause: ${execution.cause ?? '(none)'}`)
  const status = execution.status === 'SUCCEEDED' ? paint.green(execution.status) : paint.red(execution.status)
  return `${table.toString()}\n${status}\n${end}\n`
}
