/** How issues are printed: for people, for programs, and for GitHub's annotations. */
import type { Issue } from '../../issue.ts'
import { type Paint, plain } from '../colour.ts'
import type { Checked } from './read.ts'

export interface Count {
  readonly files: number
  readonly errors: number
  readonly warnings: number
}

const byPosition = (a: Issue, b: Issue): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Long lines are shown around the place only. */
const widest = 120

/** The line of an issue, with a caret under its column. */
const excerpt = (lines: readonly string[], { line, column }: Issue): string => {
  const text = line === undefined ? undefined : lines[line - 1]
  if (text === undefined || column === undefined) return ''
  const from = column > widest - 20 ? column - 40 : 0
  const shown = text.slice(from, from + widest).replaceAll('\t', ' ')
  const number = String(line)
  const dots = from > 0 ? '…' : ''
  return `  ${number} | ${dots}${shown}\n  ${' '.repeat(number.length)} | ${' '.repeat(column - 1 - from + dots.length)}^\n`
}

const place = ({ file, resource }: Checked, { line, column, path }: Issue): string =>
  `${file}${line === undefined ? '' : `:${line}:${column}`}${resource === undefined ? '' : ` (${resource})`}${path === '' ? '' : ` ${path}`}`

/** For people: each issue with its line, a caret and a way out; then a sentence. */
export const asText = (
  checked: readonly Checked[],
  { files, errors, warnings }: Count,
  paint: Paint = plain,
): string => {
  const parts: string[] = []
  for (const one of checked) {
    if (one.issues.length === 0) continue
    const lines = one.text.split(/\r?\n/)
    for (const issue of [...one.issues].sort(byPosition))
      parts.push(
        `${paint.bold(place(one, issue))}\n${paint[issue.severity === 'error' ? 'red' : 'yellow'](`${issue.severity} ${issue.code}`)}: ${issue.message}\n${excerpt(lines, issue)}  ${issue.hint}\n`,
      )
  }
  const end =
    errors === 0 && warnings === 0
      ? `${plural(files, 'file')}, no issue.\n`
      : `${plural(errors, 'error')} and ${plural(warnings, 'warning')} in ${plural(files, 'file')}.\n`
  return [...parts, end].join('\n')
}

/** For programs. */
export const asJson = (checked: readonly Checked[], count: Count): string => {
  const issues = checked.flatMap(({ file, resource, issues: found }) =>
    found.map((issue) => ({ file, ...(resource !== undefined && { resource }), ...issue })),
  )
  return `${JSON.stringify({ ...count, issues }, null, 2)}\n`
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** As GitHub's workflow commands, which annotate a pull request. */
export const asGitHub = (checked: readonly Checked[]): string =>
  checked
    .flatMap(({ file, issues }) =>
      issues.map(({ severity, code, line = 1, column = 1, message, hint, path }) => {
        const properties = `file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(code)}`
        return `::${severity} ${properties}::${escapeData(`${path === '' ? '' : `${path}: `}${message}\n${hint}`)}\n`
      }),
    )
    .join('')
