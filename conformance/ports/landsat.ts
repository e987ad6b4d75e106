/** NASA's HLS: tiles the Landsat granules that are still incomplete. */
import {
  capture,
  catchError,
  choice,
  fail,
  identity,
  isNull,
  keeping,
  map,
  named,
  type Of,
  onAny,
  otherwise,
  retry,
  seq,
  service,
  succeed,
  task,
  when,
} from '@orkestra/core'

type Granule = { readonly date: string; readonly MGRS: string; readonly path: string }
type Corner = { readonly mgrs_ulx: string; readonly mgrs_uly: string }

const again = { intervalSeconds: 10 }
const check = retry(task<{ readonly id: string }, readonly Granule[]>('CheckLandsatIncomplete'), again)
const logError = retry(task<object, unknown>('LambdaLogger'), again)
const logMgrs = retry(task<object, unknown>('LogMGRS'), again)
const environment = (values: Readonly<Record<string, Of<string | null>>>) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }))

/** An error of the first two steps is logged, and ends the item; one of the job is kept, and logged with the rest. */
const tile = seq(
  catchError(
    seq(
      keeping(task<Granule, Corner>('GetPathRowValues'), 'mgrs_metadata'),
      keeping(task<Granule, string | null>('CheckMGRSPathRowCompletes'), 'mgrs_completed'),
    ),
    onAny(seq(named('LogMapError', logError), succeed())),
  ),
  choice(
    when((g) => isNull(g.mgrs_completed), succeed()),
    otherwise(identity()),
  ),
  keeping(
    capture(
      service(
        'batch:submitJob.sync',
        ({ date, MGRS, path, mgrs_metadata: { mgrs_ulx, mgrs_uly }, mgrs_completed }) => ({
          JobName: 'LandsatTileJob',
          JobQueue: '${tilejobqueue}',
          JobDefinition: '${tile_job_definition}',
          ContainerOverrides: {
            Command: ['export && landsat-tile.sh'],
            Environment: environment({
              PATHROW_LIST: mgrs_completed,
              INPUT_BUCKET: '${intermediate_output_bucket}',
              OUTPUT_BUCKET: '${outputbucket}',
              GCC_ROLE_ARN: '${outputbucket_role_arn}',
              DATE: date,
              MGRS,
              LANDSAT_PATH: path,
              MGRS_ULX: mgrs_ulx,
              MGRS_ULY: mgrs_uly,
              GIBS_OUTPUT_BUCKET: '${gibs_outputbucket}',
            }),
          },
        }),
        { name: 'RunLandsatTile' },
      ),
    ),
    'tilejobinfo',
  ),
  logMgrs,
)

export const landsatIncompletes = seq(
  catchError(keeping(check, 'incompletes'), onAny(seq(named('LogError', logError), fail()))),
  map((r) => r.incompletes, tile, { maxConcurrency: 20 }),
)
