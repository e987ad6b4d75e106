import { TaskFailure } from '@orkestra/asl/execute'
import { landsatIncompletes } from '../landsat.ts'
import { type Act, each, type Port } from './case.ts'

/** What the original's functions are called. */
const rename: Readonly<Record<string, string>> = {
  CheckLandsatIncomplete: 'check_landsat_incompletes',
  GetPathRowValues: 'pr2mgrs',
  CheckMGRSPathRowCompletes: 'check_mgrs_pathrow_complete',
  LogMGRS: 'mgrs_logger',
  LambdaLogger: 'lambda_logger',
}
const outputs: Readonly<Record<string, Act>> = {
  CheckLandsatIncomplete: () => [
    { date: 'd', MGRS: 'a', path: '1' },
    { date: 'd', MGRS: 'b', path: '2' },
  ],
  GetPathRowValues: () => ({ mgrs_ulx: 'x', mgrs_uly: 'y' }),
  CheckMGRSPathRowCompletes: (e: { readonly MGRS: string }) => (e.MGRS === 'a' ? '001,002' : null),
  LogMGRS: () => 'logged',
  LambdaLogger: () => 'error logged',
}
const tile: Act = () => ({ JobId: 'j', Status: 'SUCCEEDED' })
const fails = (): never => {
  throw new TaskFailure('Boom', 'x')
}

export const landsatPort: Port = {
  folder: '10-hls-landsat',
  workflow: landsatIncompletes,
  options: {},
  cases: [
    { name: 'typical', other: {}, job: tile },
    { name: 'the tile job fails', other: {}, job: fails },
    { name: 'path rows fail', other: { GetPathRowValues: fails }, job: tile },
    { name: 'check fails', other: { CheckLandsatIncomplete: fails }, job: tile },
    { name: 'the logger fails', other: { LogMGRS: fails }, job: tile },
  ].map(({ name, other, job }) => ({
    name,
    input: { id: '1' },
    standIns: () => {
      const acts = each({ ...outputs, ...other })
      return {
        original: {
          lambdas: Object.fromEntries(Object.entries(acts).map(([own, act]) => [rename[own] as string, act])),
          states: { RunLandsatTile: job },
        },
        ours: { lambdas: acts, states: { RunLandsatTile: job } },
      }
    },
  })),
}
