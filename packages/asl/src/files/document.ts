/** A text as a value, with the places of what is in it, whichever format it is written in. */
import { extname } from 'node:path'
import type { Issue } from '../issue.ts'
import { createPositions, type Position } from '../language/jsonPlaces.ts'
import { readJson } from '../language/jsonText.ts'
import { issueOf, withPositions } from '../validate/report/locate.ts'
import { type Place, rootPlace, within } from '../validate/report/place.ts'
import type { Finding } from '../validate/report/report.ts'
import type { YamlText, YamlVersion } from './yaml.ts'

export type Path = readonly (string | number)[]

export interface Document {
  readonly file: string
  readonly text: string
  readonly format: 'json' | 'yaml'
  readonly value: unknown
  /** JSON pointers of the placeholders that stand without quotes. */
  readonly bare: ReadonlySet<string>
  /** Findings about the value at `prefix`, as issues with the line and the column in the text. */
  readonly located: (findings: readonly Finding[], prefix: Path) => readonly Issue[]
  /** Where the text inside a text begins, when the outer one is a block whose lines are the inner one's lines. */
  readonly block: YamlText['block']
}

/** A text that cannot be read as a value. */
export interface Unreadable {
  readonly issues: readonly Issue[]
}

/** The keys that lead to a place. */
export const pathOf = (place: Place): Path => {
  const keys: (string | number)[] = []
  for (let at: Place | undefined = place; at?.parent !== undefined; at = at.parent) keys.push(at.key)
  return keys.reverse()
}

const none: ReadonlySet<string> = new Set()

const parsedFast = (text: string): { readonly value: unknown; readonly bare: ReadonlySet<string> } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown, bare: none }
  } catch {
    return undefined
  }
}

const jsonDocument = (file: string, text: string): Document | Unreadable => {
  const read = parsedFast(text) ?? readJson(text)
  if ('fault' in read)
    return {
      issues: [
        {
          code: 'ASL001',
          severity: 'error',
          path: '',
          message: `the text is not JSON: ${read.fault.message}.`,
          hint: 'Fix the syntax; everything else is checked once the text parses.',
          ...createPositions(text)(read.fault.at),
        },
      ],
    }
  return {
    file,
    text,
    format: 'json',
    value: read.value,
    bare: read.bare,
    located: (findings, prefix) => withPositions(text, findings, prefix),
    block: () => undefined,
  }
}

const yamlDocument = async (file: string, text: string, version?: YamlVersion): Promise<Document | Unreadable> => {
  // Most files are JSON, and the reader of YAML takes as long to load as all else.
  const { readYaml } = await import('./yaml.ts')
  const yaml = readYaml(text, version)
  if ('issues' in yaml) return yaml
  return {
    file,
    text,
    format: 'yaml',
    value: yaml.value,
    bare: yaml.bare,
    located: (findings, prefix) =>
      findings.map((finding) => issueOf(finding, yaml.locate([...prefix, ...pathOf(finding.place)], finding.isKey))),
    block: yaml.block,
  }
}

/** Endings that tools put behind the real one: `machine.asl.json.tftpl`. */
const templateEnding = /\.(?:tftpl|tpl|tmpl|j2)$/i

/** The ending that says what a file holds. */
export const endingOf = (file: string): string => extname(file.replace(templateEnding, '')).toLowerCase()

/** Whether a text is YAML: where the name of the file does not say it, its first character does. */
const isYaml = (file: string, text: string): boolean => {
  const ending = endingOf(file)
  return ending === '.yaml' || ending === '.yml' || (ending !== '.json' && !/^\ufeff?\s*(?:[{[]|\/[/*])/.test(text))
}

/** Reads a text as JSON or as YAML. `version` is of YAML. */
export const readDocument = async (
  file: string,
  text: string,
  version?: YamlVersion,
): Promise<Document | Unreadable> => (isYaml(file, text) ? yamlDocument(file, text, version) : jsonDocument(file, text))

/** Reads a text as YAML, which JSON is as well. */
export const readAsYaml = (file: string, text: string, version: YamlVersion): Promise<Document | Unreadable> =>
  yamlDocument(file, text, version)

const keysOf = (path: Path): Place => within(rootPlace, ...path)

/** The position of the value at a path, or of its key. */
export const positionIn = (document: Document, path: Path, at: 'key' | 'value' = 'value'): Position | undefined => {
  const finding: Finding = {
    code: 'ASL001',
    severity: 'error',
    place: keysOf(path),
    isKey: at === 'key',
    message: '',
    hint: '',
  }
  const [issue] = document.located([finding], [])
  return issue?.line === undefined || issue.column === undefined
    ? undefined
    : { line: issue.line, column: issue.column }
}
