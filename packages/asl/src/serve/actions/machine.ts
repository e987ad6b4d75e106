/** A machine as it begins, with AWS's defaults. */
import { arnOf, type Scope } from '../api/arn.ts'
import type { MachineType, Revision, StateMachine, World } from '../world.ts'

export const defaultLogging: Readonly<Record<string, unknown>> = { level: 'OFF', includeExecutionData: false }
const defaultTracing = { enabled: false }
const defaultEncryption = { type: 'AWS_OWNED_KEY' }

/** A machine that is not in the world yet. */
export const newMachine = (
  world: World,
  scope: Scope,
  name: string,
  type: MachineType,
  revision: Revision,
  isRegistered: boolean,
): StateMachine => ({
  order: world.nextOrder(),
  arn: arnOf(scope, 'stateMachine', name),
  name,
  scope,
  type,
  creationDate: world.now(),
  revision,
  versions: new Map(),
  published: 0,
  aliases: new Map(),
  tags: new Map(),
  executions: new Set(),
  isRegistered,
})

/** A revision of no machine yet, with AWS's defaults. */
export const firstRevision = (
  world: World,
  definition: string,
  roleArn: string,
  more: Partial<
    Pick<Revision, 'handlers' | 'loggingConfiguration' | 'tracingConfiguration' | 'encryptionConfiguration'>
  > = {},
): Revision => ({
  id: undefined,
  definition,
  roleArn,
  loggingConfiguration: more.loggingConfiguration ?? defaultLogging,
  tracingConfiguration: more.tracingConfiguration ?? defaultTracing,
  encryptionConfiguration: more.encryptionConfiguration ?? defaultEncryption,
  updateDate: world.now(),
  handlers: more.handlers,
})
