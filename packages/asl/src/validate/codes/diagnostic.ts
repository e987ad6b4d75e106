/** What there is to know about a code. */

export interface Diagnostic {
  /** Most often; a code whose rule says so is in places the other. */
  readonly severity: 'error' | 'warning'
  /**
   * Whose rule it is: `AWS` was measured or recorded on AWS itself, `documentation` stands in AWS's, `tooling` is checked by AWS's own
   * language service or linter, `specification` stands in that of the language, and `practice` is good sense. `evidence.ts` says where.
   */
  readonly source: 'AWS' | 'documentation' | 'tooling' | 'specification' | 'practice'
  readonly rule: string
  /** How AWS words it, where that is known. */
  readonly aws?: string
  /** For which type of machine the examples are. */
  readonly type?: 'EXPRESS'
  /** A definition that breaks this rule, as a value or as text. Made when it is asked for: some are large. */
  readonly bad: () => unknown
  /** Nearly the same, and right. */
  readonly good: () => unknown
}

export type Table<C extends string> = Readonly<Record<C, Diagnostic>>
