/** Every issue of a definition, as data: a value or a text. */

import type { Issue } from '../issue.ts'
import { createPositions } from '../language/jsonPlaces.ts'
import { countMembers } from '../language/jsonScan.ts'
import { type Duplicate, readJson } from '../language/jsonText.ts'
import { definitionLimit } from '../language/quotas.ts'
import { type ExamineOptions, examine } from './examine.ts'
import { bytesOf } from './outline/survey.ts'
import { issueOf, withPositions } from './report/locate.ts'
import { rootPlace, within } from './report/place.ts'
import type { Finding } from './report/report.ts'
import { quoted } from './report/wording.ts'

export type DiagnoseOptions = ExamineOptions

/** More than this many repeated keys are not listed: the first ones tell. */
const manyDuplicates = 100

const duplicateFinding = ({ path, at }: Duplicate): Finding => ({
  code: 'ASL010',
  severity: 'warning',
  place: within(rootPlace, ...path),
  isKey: true,
  message: `the key ${quoted(String(path.at(-1)))} is duplicated; parsers keep the last one and drop the others.`,
  hint: 'Rename one of them, or remove it.',
  offset: at,
})

const commentFinding = (at: number): Finding => ({
  code: 'ASL001',
  severity: 'error',
  place: rootPlace,
  isKey: false,
  message: 'JSON has no comments: AWS cannot parse this text.',
  hint: 'Use the field "Comment", which every state has, or write YAML.',
  offset: at,
})

const noJson = (text: string, message: string, at: number): Issue => ({
  code: 'ASL001',
  severity: 'error',
  path: '',
  message: `the text is not JSON: ${message}.`,
  hint: text.trim() === '' ? 'Pass a definition.' : 'Fix the syntax; everything else is checked once the text parses.',
  ...createPositions(text)(at),
})

/** A surrogate without its other half, written as an escape. */
const loneEscape =
  /\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}/

const loneSurrogate = (text: string): readonly Finding[] => {
  const found = text.includes('\\u') ? loneEscape.exec(text) : null
  if (found === null) return []
  return [
    {
      code: 'ASL001',
      severity: 'warning',
      place: rootPlace,
      isKey: false,
      message: `${found[0]} is half of a surrogate pair, which UTF-8 cannot encode.`,
      hint: 'Write both halves, or the whole character.',
      offset: found.index,
    },
  ]
}

/** A parser that is native and fast, then ours, which tells more. */
const parseFast = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

const none: ReadonlySet<string> = new Set()

const diagnoseText = (text: string, options: DiagnoseOptions): readonly Issue[] => {
  const size = bytesOf(text, definitionLimit)
  const fast = parseFast(text)
  const examined = fast === undefined ? undefined : examine(fast.value, { ...options, bare: none }, size)
  if (examined !== undefined && countMembers(text) === examined.members)
    return withPositions(text, [...loneSurrogate(text), ...examined.findings])
  // A repeated key, a placeholder without quotes, or no JSON at all.
  const read = readJson(text, manyDuplicates)
  if ('fault' in read) return [noJson(text, read.fault.message, read.fault.at)]
  const { findings } = examined ?? examine(read.value, { ...options, bare: read.bare }, size)
  return withPositions(text, [
    ...(read.commentAt === undefined ? [] : [commentFinding(read.commentAt)]),
    ...read.duplicates.map(duplicateFinding),
    ...loneSurrogate(text),
    ...findings,
  ])
}

/**
 * Every error and warning of a definition, in one pass: any ASL, as a value or as JSON text. For text, the
 * issues have line and column. In text, a quoted `${…}` placeholder is a string, and an unquoted one can be any value;
 * in a value it can be anything, unless `bare` lists the unquoted ones. Pure; never throws.
 *
 * @example diagnose({ StartAt: 'A', States: { A: { Type: 'Pass', Nxt: 'B' } } })
 * // [{ code: 'ASL031', severity: 'error', path: '/States/A/Nxt', message: …, hint: 'Did you mean "Next"?' }, …]
 */
export const diagnose = (definition: unknown, options: DiagnoseOptions = {}): readonly Issue[] =>
  typeof definition === 'string'
    ? diagnoseText(definition, options)
    : examine(definition, options).findings.map((finding) => issueOf(finding))
