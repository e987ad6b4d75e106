/** The record of an execution that has not begun. */
import type { Execution, World } from './world.ts'

interface NewExecution extends Pick<Execution, 'name' | 'arn' | 'input' | 'revision' | 'startDate'> {
  readonly versionArn?: string | undefined
  readonly aliasArn?: string | undefined
  readonly traceHeader?: string | undefined
}

/** Made before anything runs, so that a client can ask for it at once. */
export const newExecution = (world: World, machine: Execution['machine'], given: NewExecution): Execution => ({
  order: world.nextOrder(),
  machine,
  versionArn: undefined,
  aliasArn: undefined,
  traceHeader: undefined,
  ...given,
  stopDate: undefined,
  status: 'RUNNING',
  output: undefined,
  error: undefined,
  cause: undefined,
  events: [],
  mapRun: undefined,
  mapRuns: [],
  redriveCount: 0,
  redriveDate: undefined,
  redriveToken: undefined,
  workers: new Map(),
  tokensOut: [],
  running: undefined,
})
