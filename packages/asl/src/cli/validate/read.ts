/** The issues of one file: a definition in JSON or YAML, or a template that holds definitions. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { Issue } from '../../issue.ts'
import { type Position, readJson } from '../../language/jsonText.ts'
import { type DiagnoseOptions, diagnose } from '../../validate/diagnose.ts'
import { examine } from '../../validate/examine.ts'
import { issueOf, withPositions } from '../../validate/locate.ts'
import { type Place, rootPlace } from '../../validate/place.ts'
import type { Finding } from '../../validate/report.ts'
import { definitionsIn, type Embedded, isTemplate } from './template.ts'
import { readYaml, type YamlText } from './yaml.ts'

/** What was found in one definition. */
export interface Checked {
  readonly file: string
  /** The text that lines and columns count in. */
  readonly text: string
  /** The resource, when the definition is part of a template. */
  readonly resource?: string
  /** Whether a template led to this file, and said of which type the machine is. */
  readonly isFromTemplate?: boolean
  readonly issues: readonly Issue[]
}

export interface ReadOptions {
  /** For files that do not say it themselves. */
  readonly type: DiagnoseOptions['type']
}

/** A text with the means to find places in it. */
interface Source {
  readonly file: string
  readonly text: string
  readonly yaml?: YamlText
}

const pathOf = (place: Place): readonly (string | number)[] => {
  const keys: (string | number)[] = []
  for (let at: Place | undefined = place; at?.parent !== undefined; at = at.parent) keys.push(at.key)
  return keys.reverse()
}

const located = (
  { text, yaml }: Source,
  findings: readonly Finding[],
  prefix: readonly (string | number)[],
): readonly Issue[] =>
  yaml === undefined
    ? withPositions(text, findings, prefix)
    : findings.map((finding) => issueOf(finding, yaml.locate([...prefix, ...pathOf(finding.place)], finding.isKey)))

const wholeText: Finding = {
  code: 'ASL001',
  severity: 'error',
  place: rootPlace,
  isKey: false,
  message: '',
  hint: '',
}

/** Where a text that stands inside a template begins, for the lines of its own issues. */
const shifted = (issues: readonly Issue[], source: Source, path: readonly (string | number)[]): readonly Issue[] => {
  const block = source.yaml?.block(path)
  if (block !== undefined)
    return issues.map((issue) => ({
      ...issue,
      line: block.line + (issue.line ?? 1),
      column: block.indent + (issue.column ?? 1),
    }))
  const [at] = located(source, [wholeText], path)
  const position: Partial<Position> =
    at?.line !== undefined && at.column !== undefined ? { line: at.line, column: at.column } : {}
  return issues.map(({ code, severity, path: pointer, message, hint }) => ({
    code,
    severity,
    path: pointer,
    message,
    hint,
    ...position,
  }))
}

const checkEmbedded = (embedded: Embedded, source: Source): readonly Checked[] => {
  const { definition, path, type, name: resource } = embedded
  const { file, text } = source
  switch (definition._tag) {
    case 'Value': {
      const { findings } = examine(definition.value, { type })
      return [{ file, text, resource, issues: located(source, findings, path) }]
    }
    case 'Text': {
      const issues = diagnose(definition.text, { type })
      return [{ file, text, resource, issues: shifted(issues, source, definition.isWhole ? path : path.slice(0, 4)) }]
    }
    case 'File': {
      const beside = join(dirname(file), definition.file)
      // A package or a build may still have to make it.
      if (!existsSync(beside)) return []
      return checkText(beside, readFileSync(beside, 'utf8'), { type }).map((one) => ({ ...one, isFromTemplate: true }))
    }
  }
}

const checkYaml = (file: string, text: string, { type = 'STANDARD' }: ReadOptions): readonly Checked[] => {
  const yaml = readYaml(text)
  if ('issues' in yaml) return [{ file, text, issues: yaml.issues }]
  const source: Source = { file, text, yaml }
  if (isTemplate(yaml.value)) return definitionsIn(yaml.value).flatMap((embedded) => checkEmbedded(embedded, source))
  return [{ file, text, issues: located(source, examine(yaml.value, { type }).findings, []) }]
}

const checkJson = (file: string, text: string, { type = 'STANDARD' }: ReadOptions): readonly Checked[] => {
  // Nearly every file is a definition, and is not read twice for that.
  if (text.includes('"Resources"')) {
    const read = readJson(text)
    if ('value' in read && isTemplate(read.value))
      return definitionsIn(read.value).flatMap((embedded) => checkEmbedded(embedded, { file, text }))
  }
  return [{ file, text, issues: diagnose(text, { type }) }]
}

/** Checks the text of a file. What its name does not tell, its first character does: `{` begins JSON. */
export const checkText = (file: string, text: string, options: ReadOptions): readonly Checked[] => {
  const extension = extname(file).toLowerCase()
  const isYaml =
    extension === '.yaml' || extension === '.yml' || (extension !== '.json' && !/^\ufeff?\s*[{[]/.test(text))
  return isYaml ? checkYaml(file, text, options) : checkJson(file, text, options)
}
