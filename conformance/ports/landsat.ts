/** NASA's HLS: tiles the Landsat granules that are still incomplete. */
import {
  catchError,
  choice,
  fail,
  identity,
  isNull,
  keeping,
  map,
  named,
  not,
  onAny,
  otherwise,
  retry,
  seq,
  service,
  succeed,
  task,
  when,
} from '@orkestra/core'

export interface Request {
  readonly id: string
}
interface Granule {
  readonly date: string
  readonly MGRS: string
  readonly path: string
}
interface Corner {
  readonly mgrs_ulx: string
  readonly mgrs_uly: string
}

const again = { intervalSeconds: 10 }
const logError = retry(task<object, unknown>('LambdaLogger'), again)
const logMgrs = retry(task<object, unknown>('LogMGRS'), again)

const tile = seq(
  identity<Granule & { readonly mgrs_metadata: Corner; readonly mgrs_completed: string | null }>(),
  service(
    'batch:submitJob.sync',
    (g) => ({
      JobName: 'LandsatTileJob',
      JobQueue: '${tilejobqueue}',
      JobDefinition: '${tile_job_definition}',
      ContainerOverrides: {
        Command: ['export && landsat-tile.sh'],
        Environment: [
          { Name: 'PATHROW_LIST', Value: g.mgrs_completed },
          { Name: 'INPUT_BUCKET', Value: '${intermediate_output_bucket}' },
          { Name: 'OUTPUT_BUCKET', Value: '${outputbucket}' },
          { Name: 'GCC_ROLE_ARN', Value: '${outputbucket_role_arn}' },
          { Name: 'DATE', Value: g.date },
          { Name: 'MGRS', Value: g.MGRS },
          { Name: 'LANDSAT_PATH', Value: g.path },
          { Name: 'MGRS_ULX', Value: g.mgrs_metadata.mgrs_ulx },
          { Name: 'MGRS_ULY', Value: g.mgrs_metadata.mgrs_uly },
          { Name: 'GIBS_OUTPUT_BUCKET', Value: '${gibs_outputbucket}' },
        ],
      },
    }),
    { name: 'RunLandsatTile' },
  ),
)

/** An error of the first two steps is logged, and ends the item; one of the job is kept, and logged with the rest. */
const process = seq(
  identity<Granule>(),
  catchError(
    seq(
      keeping(task<Granule, Corner>('GetPathRowValues'), 'mgrs_metadata'),
      keeping(task<Granule, string | null>('CheckMGRSPathRowCompletes'), 'mgrs_completed'),
    ),
    onAny(seq(named('LogMapError', logError), succeed())),
  ),
  choice(
    when(
      (g) => not(isNull(g.mgrs_completed)),
      seq(catchError(keeping(tile, 'tilejobinfo'), onAny(identity<object>(), { keeping: 'tilejobinfo' })), logMgrs),
    ),
    otherwise(identity()),
  ),
)

export const landsatIncompletes = seq(
  identity<Request>(),
  catchError(
    keeping(retry(task<Request, readonly Granule[]>('CheckLandsatIncomplete'), again), 'incompletes'),
    onAny(seq(named('LogError', logError), fail())),
  ),
  map((r) => r.incompletes, process, { maxConcurrency: 20 }),
)
