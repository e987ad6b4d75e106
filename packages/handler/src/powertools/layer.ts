/** The code that the tools share. */
import type { Handler } from '../composed.ts'

/** Wraps a handler in one tool. */
export type Layer = (next: Handler, name: string) => Handler

/** Handlers can throw anything, but the tools accept only errors. */
export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))
