/** One definition where it stands in a document: as a value, as all of it, or as a text inside it. */
import { type Issue, pointer } from '../issue.ts'
import { readJson } from '../language/jsonText.ts'
import { diagnose } from '../validate/diagnose.ts'
import { examine } from '../validate/examine.ts'
import { type Document, type Path, positionIn } from './document.ts'
import { withPlaceholders } from './intrinsics.ts'

/** Where a definition stands. */
export interface DefinitionPlace {
  readonly file: string
  /** JSON pointer of the definition in its file; `''` is the whole file. */
  readonly path: string
  /** Of the definition in the text. Both count from 1. */
  readonly line?: number
  readonly column?: number
  /** The text that lines and columns count in. */
  readonly text: string
  /** The template or service file that leads to `file`, when that is another. */
  readonly from?: string
}

export const placeIn = (document: Document, path: Path): DefinitionPlace => ({
  file: document.file,
  path: pointer(path),
  ...positionIn(document, path),
  text: document.text,
})

/** Issues of a text inside a text, with lines and columns of the outer one. */
const shifted = (issues: readonly Issue[], document: Document, path: Path): readonly Issue[] => {
  const block = document.block(path)
  if (block !== undefined)
    return issues.map((issue) => ({
      ...issue,
      line: block.line + (issue.line ?? 1),
      column: block.indent + (issue.column ?? 1),
    }))
  const position = positionIn(document, path)
  return issues.map(({ line: _, column: __, ...issue }) => ({ ...issue, ...position }))
}

/** A definition that was read, before its template is compared with it. */
export interface Body {
  readonly definition: unknown
  readonly bare: ReadonlySet<string>
  readonly fills: ReadonlyMap<string, unknown>
  readonly issues: readonly Issue[]
  readonly place: DefinitionPlace
  /** Issues of the definition that are found later get their position from here. */
  readonly position: (issue: Issue) => Issue
}

export const none: ReadonlyMap<string, unknown> = new Map()

const keysOf = (path: string): Path =>
  path === ''
    ? []
    : path
        .slice(1)
        .split('/')
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Where a value is; for one that comes from an included file, where that is included. */
const nearest = (document: Document, path: Path): ReturnType<typeof positionIn> => {
  for (let length = path.length; length > 0; length -= 1) {
    const position = positionIn(document, path.slice(0, length))
    if (position !== undefined) return position
  }
  return positionIn(document, [])
}

export const readValue = (
  document: Document,
  path: Path,
  value: unknown,
  type: 'STANDARD' | 'EXPRESS',
  bare: ReadonlySet<string> | undefined,
): Body => {
  const { value: definition, fills } = withPlaceholders(value)
  return {
    definition,
    bare: bare ?? new Set(),
    fills,
    issues: document
      .located(examine(definition, { type, ...(bare && { bare }) }).findings, path)
      .map((issue) =>
        issue.line === undefined ? { ...issue, ...nearest(document, [...path, ...keysOf(issue.path)]) } : issue,
      ),
    place: placeIn(document, path),
    position: (issue) => ({ ...issue, ...nearest(document, [...path, ...keysOf(issue.path)]) }),
  }
}

/** A definition that is all of a document. */
export const readWhole = (document: Document, type: 'STANDARD' | 'EXPRESS'): Body => ({
  definition: document.value,
  bare: document.bare,
  fills: none,
  // Of JSON the text itself tells more: repeated keys, comments, half characters.
  issues:
    document.format === 'json'
      ? diagnose(document.text, { type })
      : document.located(examine(document.value, { type, bare: document.bare }).findings, []),
  place: placeIn(document, []),
  position: (issue) => ({ ...issue, ...positionIn(document, keysOf(issue.path)) }),
})

export const readInnerText = (
  document: Document,
  path: Path,
  { text, fills }: { readonly text: string; readonly fills: ReadonlyMap<string, unknown> },
  type: 'STANDARD' | 'EXPRESS',
): Body => {
  const read = readJson(text)
  return {
    ...('fault' in read
      ? { definition: undefined, bare: new Set<string>() }
      : { definition: read.value, bare: read.bare }),
    fills,
    issues: shifted(diagnose(text, { type }), document, path),
    place: placeIn(document, path),
    position: (issue) => shifted([issue], document, path)[0] as Issue,
  }
}
