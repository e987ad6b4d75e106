/** Where the passes put what they find. */
import type { Code } from '../codes/codes.ts'
import type { Place } from './place.ts'

export interface Finding {
  readonly code: Code
  readonly severity: 'error' | 'warning'
  readonly place: Place
  /** Whether the mistake is that the key stands there at all; else it is in the value. */
  readonly isKey: boolean
  readonly message: string
  readonly hint: string
  /** Where in the text, when the place alone does not tell. */
  readonly offset?: number
}

type Say = (code: Code, place: Place, message: string, hint: string, at?: 'key' | 'value') => void

export interface Report {
  readonly findings: readonly Finding[]
  /** Whether it is known which placeholders stand in quotes; else each may become any value. */
  readonly knowsQuotes: boolean
  readonly error: Say
  readonly warn: Say
}

/** An empty report. */
export const createReport = (knowsQuotes = false): Report => {
  const findings: Finding[] = []
  const say =
    (severity: Finding['severity']): Say =>
    (code, place, message, hint, at = 'value') => {
      findings.push({ code, severity, place, isKey: at === 'key', message, hint })
    }
  return { findings, knowsQuotes, error: say('error'), warn: say('warning') }
}
