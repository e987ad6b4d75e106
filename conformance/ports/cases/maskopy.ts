import { maskopy } from '../maskopy.ts'
import { type Act, boom, each, type Port } from './case.ts'

const outputs: Readonly<Record<string, Act | readonly unknown[]>> = {
  AuthorizeUser: () => 'postgres',
  CheckInputs: () => ({ ok: true }),
  UseExistingSnapshot: () => [{ SnapshotName: 's', Engine: 'pg' }],
  CheckCreationStatus: [false, true],
  ShareSnapshots: () => [{ SnapshotName: 's' }],
  CreateDestinationSnapshots: () => [{ SnapshotName: 'd' }],
  CheckDestinationCreationStatus: [true],
  RestoreDatabases: () => [{ DBIdentifier: { DBInstanceIdentifier: 'maskopy-1' } }],
  CheckRestoreStatus: [false, false, true],
  CreateFargate: () => ({ ClusterName: 'c', TaskDefinition: 't', PlatformVersion: '1.4' }),
  FargateRunTask: () => ({ TaskArn: 'a' }),
  TakeFinalSnapshot: () => [{ SnapshotName: 'f' }],
  CheckFinalSnapshotavailability: [true],
  ErrorHandlingAndCleanup: () => [{ Message: 'bad' }],
  'Publish Failure': () => ({ MessageId: '1' }),
  CleanupAndTagging: () => [{ Success: true }, { Message: 'fine' }],
  'Publish Success': () => ({ MessageId: '2' }),
}

export const maskopyPort: Port = {
  folder: '2-maskopy',
  workflow: maskopy,
  options: {},
  cases: [
    { name: 'all goes well', other: {} },
    { name: 'RestoreDatabases fails', other: { RestoreDatabases: boom } },
    {
      name: 'the cleanup has failed',
      other: { CleanupAndTagging: () => [{ Success: false }, { Message: 'not fine' }] },
    },
  ].map(({ name, other }) => ({
    name,
    input: { ApplicationName: 'app', DestinationEnv: 'dev', RdsSnapshotIdentifier: 'x' },
    standIns: () => ({
      original: { states: each({ ...outputs, ...other }) },
      ours: { states: each({ ...outputs, ...other }) },
    }),
  })),
}
