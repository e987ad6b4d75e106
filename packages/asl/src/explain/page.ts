/** The page of a code: what `orkestra explain` prints and docs/diagnostics holds. */
import { emitDiagnostics } from '../emit/codes.ts'
import { fileDiagnostics } from '../files/codes.ts'
import { readDefinitionsIn } from '../files/readDefinitions.ts'
import type { Issue } from '../issue.ts'
import { diagnostics } from '../validate/codes/codes.ts'
import { evidence } from '../validate/codes/evidence.ts'
import { diagnose } from '../validate/index.ts'
import { jsonText } from './jsonText.ts'

const sources = {
  AWS: 'what AWS was measured or recorded to do',
  documentation: 'the AWS documentation',
  tooling: "AWS's own tools for definitions",
  specification: 'the specification, https://states-language.net',
  practice: 'practice: AWS accepts it, but it is rarely meant',
  Orkestra: 'emit',
}

const seen = {
  created: 'AWS refused to create it',
  validated: 'AWS refused it when asked to validate it',
  documented: 'AWS documents that it cannot be',
  tooling: "AWS's own tool reports it",
}

interface Entry {
  readonly severity: 'error' | 'warning'
  readonly source: keyof typeof sources
  readonly rule: string
  readonly aws?: string
  readonly type?: string
}

/** Every code with its severity and its rule, in the order in which they are numbered within their tables. */
export const codes: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ...Object.entries(diagnostics),
  ...Object.entries(fileDiagnostics),
  ...Object.entries(emitDiagnostics).map(([code, { rule }]): [string, Entry] => [
    code,
    { severity: 'error', source: 'Orkestra', rule },
  ]),
])

interface Shown {
  readonly language: string
  readonly bad: unknown
  readonly good: unknown
  /** What is reported of the bad one. */
  readonly issue: Pick<Issue, 'path' | 'message' | 'hint'> | undefined
}

const own = <T>(table: Readonly<Record<string, T>>, code: string): T | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined

const shownFor = async (code: string): Promise<Shown> => {
  const emitted = own(emitDiagnostics, code)
  if (emitted !== undefined) {
    const { bad, good, message, hint } = emitted
    return { language: 'typescript', bad: bad.trimEnd(), good: good.trimEnd(), issue: { path: '', message, hint } }
  }
  const inFile = own(fileDiagnostics, code)
  if (inFile !== undefined) {
    const { bad, good } = inFile
    const issues = (await readDefinitionsIn('template.yaml', bad)).flatMap((one) => one.issues)
    const issue = issues.find((found) => found.code === code)
    return { language: 'yaml', bad: bad.trimEnd(), good: good.trimEnd(), issue }
  }
  const { bad, good, type } = diagnostics[code as keyof typeof diagnostics]
  const issue = diagnose(bad(), type === undefined ? {} : { type }).find((found) => found.code === code)
  return { language: 'json', bad: bad(), good: good(), issue }
}

/** Some rules are about size: their examples are not printed in full. */
const cut = (text: string): string =>
  text
    .replace(/(.)\1{200,}/g, (run: string, letter: string) => `${letter.repeat(3)}… (${run.length} times ${letter})`)
    .split('\n')
    .flatMap((line, i, all) => (all.length < 60 || i < 12 ? [line] : i === 12 ? ['…'] : []))
    .join('\n')

const shown = (value: unknown): string => cut(typeof value === 'string' ? value : jsonText(value))

const place = (path: string): string =>
  path === '' ? 'the definition' : path.length > 120 ? `${path.slice(0, 120)}…` : path

/**
 * The page of a code, in Markdown: its rule, whose it is, an example that breaks it with what is reported, one that does not.
 *
 * @example await pageOf('ASL031') // '# ASL031\n\nA state has the fields of its type only. …'
 * @throws RangeError for a code that there is none of.
 */
export const pageOf = async (code: string): Promise<string> => {
  const entry = codes.get(code)
  if (entry === undefined) throw new RangeError(`there is no code ${JSON.stringify(code)}`)
  const { severity, source, rule, aws, type } = entry
  const { language, bad, good, issue } = await shownFor(code)
  const proof = severity === 'error' ? own(evidence, code) : undefined
  const rows = [
    ['severity', severity],
    ['source', sources[source]],
    ...(proof === undefined ? [] : [['evidence', `${seen[proof.seen]}, ${proof.source}`]]),
    ...(aws === undefined ? [] : [['AWS says', aws.replaceAll('|', '\\|')]]),
    ...(type === undefined ? [] : [['machine', type]]),
  ]
  return `# ${code}

${rule}

| | |
|---|---|
${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}

## Bad

\`\`\`${language}
${shown(bad)}
\`\`\`

> ${place(issue?.path ?? '')}: ${cut(issue?.message ?? '')}
> ${cut(issue?.hint ?? '')}

## Good

\`\`\`${language}
${shown(good)}
\`\`\`
`
}
