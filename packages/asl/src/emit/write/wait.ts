/** How long a Wait lasts. https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html */
import type { Delay } from '@orkestra/core'
import type { Writer } from '../expression/writer.ts'
import type { Fields } from './stateWriter.ts'

/** `Seconds` as a number or computed, or `Timestamp`. @example waitFields({ kind: 'duration', seconds: 5 }, writer) // { Seconds: 5 } */
export const waitFields = (delay: Delay | undefined, writer: Writer): Fields =>
  delay === undefined || delay.kind === 'duration'
    ? { Seconds: delay?.seconds ?? 0 }
    : ((delay.kind === 'until' ? writer.until : writer.seconds)(delay.expression) as Fields)
