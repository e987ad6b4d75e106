import type { TaskContext } from '../../execute/index.ts'

/** A stand-in as the engine calls it. */
export type Call = (input: unknown, context: TaskContext) => unknown
