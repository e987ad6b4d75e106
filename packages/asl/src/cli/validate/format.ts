/** How issues are printed: for people, for programs, and for GitHub's annotations. */
import type { ReadDefinition } from '../../files/readDefinitions.ts'
import type { Issue } from '../../issue.ts'
import { type Paint, plain } from '../terminal/colour.ts'
import { visible } from '../terminal/visible.ts'

/** What was checked, and what was not. */
export interface Summary {
  readonly files: number
  /** Definitions that were looked at. */
  readonly definitions: number
  readonly errors: number
  readonly warnings: number
  /** Files that hold no definition. */
  readonly without: readonly string[]
  /** Definitions that are known at deployment only. */
  readonly unread: readonly { readonly file: string; readonly name: string; readonly why: string }[]
}

/** Counts what was found in a number of files. */
export const summaryOf = (checked: readonly ReadDefinition[], files: number, without: readonly string[]): Summary => {
  let errors = 0
  let warnings = 0
  for (const { issues } of checked)
    for (const { severity } of issues)
      if (severity === 'error') errors += 1
      else warnings += 1
  const unread = checked.flatMap(({ place: { file }, name, unread: why }) =>
    why === undefined ? [] : [{ file, name, why }],
  )
  return { files, definitions: checked.length - unread.length, errors, warnings, without, unread }
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
  const shown = visible(text.slice(from, from + widest).replaceAll('\t', ' '))
  const before = visible(text.slice(from, column - 1).replaceAll('\t', ' ')).length
  const number = String(line)
  const dots = from > 0 ? '…' : ''
  return `  ${number} | ${dots}${shown}\n  ${' '.repeat(number.length)} | ${' '.repeat(before + dots.length)}^\n`
}

/** The machine, where its file holds more than the definition. */
const machineOf = ({ name, place }: ReadDefinition): string | undefined => (place.path === '' ? undefined : name)

const placeOf = (one: ReadDefinition, { line, column, path }: Issue): string => {
  const machine = machineOf(one)
  return visible(
    `${one.place.file}${line === undefined ? '' : `:${line}:${column}`}${machine === undefined ? '' : ` (${machine})`}${path === '' ? '' : ` ${path}`}`,
  )
}

/** What was not looked at, a line each. */
const leftOut = ({ without, unread }: Summary): readonly string[] => [
  ...without.map((file) => `${file} holds no definition.\n`),
  ...unread.map(({ file, name, why }) => `${name} in ${file} was not checked: ${why}.\n`),
]

/** In a sentence; `no issue` is only said of definitions that were looked at. */
const sentence = ({ files, definitions, errors, warnings }: Summary): string => {
  const where = `${plural(definitions, 'definition')} in ${plural(files, 'file')}`
  if (errors > 0 || warnings > 0) return `${plural(errors, 'error')} and ${plural(warnings, 'warning')}; ${where}.\n`
  return definitions === 0 ? `nothing was checked: ${where}.\n` : `${where}, no issue.\n`
}

/** For people: each issue with its line, a caret and a way out; then a sentence. */
export const asText = (checked: readonly ReadDefinition[], summary: Summary, paint: Paint = plain): string => {
  const parts: string[] = []
  for (const one of checked) {
    if (one.issues.length === 0) continue
    const lines = one.place.text.split(/\r?\n/)
    for (const issue of [...one.issues].sort(byPosition))
      parts.push(
        `${paint.bold(placeOf(one, issue))}\n${paint[issue.severity === 'error' ? 'red' : 'yellow'](`${issue.severity} ${issue.code}`)}: ${visible(issue.message)}\n${excerpt(lines, issue)}  ${visible(issue.hint)}\n`,
      )
  }
  return [...parts, visible(leftOut(summary).join('')) + sentence(summary)].join('\n')
}

/** For programs. */
export const asJson = (checked: readonly ReadDefinition[], summary: Summary): string => {
  const issues = checked.flatMap((one) =>
    one.issues.map((issue) => {
      const resource = machineOf(one)
      return { file: one.place.file, ...(resource !== undefined && { resource }), ...issue }
    }),
  )
  return `${JSON.stringify({ ...summary, issues }, null, 2)}\n`
}

const escapeData = (text: string): string =>
  visible(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** As GitHub's workflow commands, which annotate a pull request. */
export const asGitHub = (checked: readonly ReadDefinition[], summary: Summary): string =>
  [
    ...checked.flatMap(({ place: { file }, issues }) =>
      issues.map(({ severity, code, line = 1, column = 1, message, hint, path }) => {
        const properties = `file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(code)}`
        return `::${severity} ${properties}::${escapeData(`${path === '' ? '' : `${path}: `}${message}\n${hint}`)}\n`
      }),
    ),
    ...leftOut(summary).map((line) => `::notice::${escapeData(line.trimEnd())}\n`),
  ].join('')
