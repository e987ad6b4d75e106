/** What a run of a command tells those around it: the files that it read and wrote, and how far it has come. */
import { resolve } from 'node:path'
import type { Progress } from './terminal/progress.ts'

export interface Session {
  /** Absolute paths. When one changes, the result may. */
  readonly reads: Set<string>
  readonly writes: Set<string>
  readonly progress: Progress
}

const silent: Progress = { show: () => undefined, end: () => undefined }

/** A session that nobody watches, unless told otherwise. */
export const session = (progress: Progress = silent): Session => ({ reads: new Set(), writes: new Set(), progress })

/** Notes a file that is read. */
export const noted = (path: string, { reads }: Session): string => {
  reads.add(resolve(path))
  return path
}
