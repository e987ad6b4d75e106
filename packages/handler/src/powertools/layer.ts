/** What the tools have in common. */
import type { Handler } from '../composed.ts'

/** One tool around a handler. */
export type Layer = (next: Handler, name: string) => Handler

/** Anything can be thrown; the tools take errors. */
export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))
