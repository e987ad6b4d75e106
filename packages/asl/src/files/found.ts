/** A definition that a file holds or leads to, before it is read. */
import type { Document, Path } from './document.ts'

/** How a definition stands in a file. */
export type Body =
  /** `isText`: it is written as JSON text with its placeholders in quotes, so that each of them is text. */
  | {
      readonly _tag: 'Value'
      readonly value: unknown
      readonly isText: boolean
      /** Where placeholders may become any value, when the file says it. */
      readonly bare?: ReadonlySet<string>
    }
  /** JSON text inside the file. `fills` are the placeholders that the template fills itself. */
  | {
      readonly _tag: 'Text'
      readonly text: string
      readonly fills: ReadonlyMap<string, unknown>
    }
  /** Another file. `path` leads to the definition in it. */
  | { readonly _tag: 'File'; readonly file: string; readonly path: Path }
  /** Known at deployment only. */
  | { readonly _tag: 'Elsewhere'; readonly why: string }

/** What a template says of the placeholders in a definition. */
export interface Declared {
  /** `DefinitionSubstitutions`; `undefined` when what they are is not known. */
  readonly substitutions: ReadonlyMap<string, unknown> | undefined
  /** The path of the substitutions in the template, when it has any. */
  readonly path: Path | undefined
  /** What `Fn::Sub` can name. */
  readonly resources: ReadonlySet<string>
}

export interface Found {
  readonly name: string
  readonly type: 'STANDARD' | 'EXPRESS' | undefined
  readonly document: Document
  readonly path: Path
  readonly body: Body
  /** What fills its placeholders, where nothing is compared with it. */
  readonly substitutions?: ReadonlyMap<string, unknown>
  /** In templates of CloudFormation and SAM. */
  readonly declared?: Declared
}
