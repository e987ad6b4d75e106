/** FINRA's maskopy: copies a database, masks it, and cleans up whatever was made when a step fails. */
import {
  catchError,
  choice,
  eq,
  fail,
  identity,
  keeping,
  minutes,
  not,
  onAny,
  otherwise,
  type RetryOptions,
  repeatUntil,
  retry,
  seconds,
  seq,
  service,
  task,
  when,
} from '@orkestra/core'

export interface Request {
  readonly ApplicationName: string
  readonly DestinationEnv: string
  readonly RdsSnapshotIdentifier: string
}
interface Fargate {
  readonly ClusterName: string
  readonly TaskDefinition: string
  readonly PlatformVersion: string
}
interface Tagged {
  readonly Success: boolean
  readonly Message: string
}
type Snapshots = readonly { readonly SnapshotName: string; readonly Engine: string }[]

const throttled: RetryOptions = {
  errors: ['MaskopyThrottlingException'],
  intervalSeconds: 5,
  maxAttempts: 3,
  backoffRate: 4,
}
const bugs: RetryOptions = { errors: ['TypeError', 'NameError', 'KeyError'], maxAttempts: 0 }
const twice: RetryOptions = { intervalSeconds: 2, maxAttempts: 2 }
const transient = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'States.Timeout',
]
const own = <O>(name: string) => task<object, O>(name, { retryServiceErrors: false })
const lambda = <O>(name: string, error = 'MaskopyResourceException') =>
  retry(own<O>(name), { errors: [...transient, error], ...twice }, throttled, bugs)
const authorized = <O>(name: string) => lambda<O>(name, 'MaskopyTimeoutException')
const poll = (name: string, every = seconds(180)) =>
  repeatUntil(lambda<boolean>(name), (done) => done, { every, first: 'wait' })

const QueueUrl = 'https://sqs.REGION.amazonaws.com/ACCOUNT/SQS_NAME'
const failure = fail({ error: 'Error', cause: 'Error Occurred in one of the steps' })

const cleanUp = seq(
  keeping(retry(own<readonly [Tagged]>('ErrorHandlingAndCleanup'), bugs, throttled, twice), 'DeletedResources'),
  service('sqs:sendMessage', (d) => ({ QueueUrl, MessageBody: d.DeletedResources[0].Message }), {
    name: 'Publish Failure',
  }),
  failure,
)

const maskedCopy = seq(
  identity<Request>(),
  keeping(authorized<string>('AuthorizeUser'), 'Engine'),
  keeping(authorized<object>('CheckInputs'), 'CheckInputs'),
  keeping(lambda<Snapshots>('UseExistingSnapshot'), 'CreatedSnapshots'),
  keeping(poll('CheckCreationStatus'), 'SnapshotsAvailable'),
  keeping(lambda<Snapshots>('ShareSnapshots'), 'SharedSnapshots'),
  keeping(lambda<Snapshots>('CreateDestinationSnapshots'), 'CreatedDestinationSnapshots'),
  keeping(poll('CheckDestinationCreationStatus'), 'DestinationSnapshotsAvailable'),
  keeping(lambda<readonly object[]>('RestoreDatabases'), 'DestinationRestoredDatabases'),
  keeping(poll('CheckRestoreStatus', minutes(5)), 'DestinationRestoredDatabasesComplete'),
  keeping(lambda<Fargate>('CreateFargate'), 'fargate'),
  keeping(
    retry(
      service(
        'ecs:runTask.sync',
        ({ fargate: { ClusterName: Cluster, TaskDefinition, PlatformVersion } }) => ({
          LaunchType: 'FARGATE',
          Cluster,
          TaskDefinition,
          PlatformVersion,
          NetworkConfiguration: {
            AwsvpcConfiguration: { AssignPublicIp: 'DISABLED', SecurityGroups: ['sg-1'], Subnets: ['subnet-1'] },
          },
        }),
        { name: 'FargateRunTask' },
      ),
      { errors: ['States.Timeout', 'States.TaskFailed', 'States.Permissions'], ...twice },
    ),
    'ECSRunTask',
  ),
  keeping(lambda<Snapshots>('TakeFinalSnapshot'), 'CreatedFinalSnapshots'),
  keeping(poll('CheckFinalSnapshotavailability'), 'FinalSnapshotAvailable'),
)

export const maskopy = seq(
  catchError(maskedCopy, onAny(cleanUp, { keeping: 'ErrorResult' })),
  keeping(
    retry(
      own<readonly [Tagged, Tagged]>('CleanupAndTagging'),
      { errors: ['States.TaskFailed'], ...twice },
      throttled,
      twice,
    ),
    'CleanupAndTagging',
  ),
  keeping(
    service('sqs:sendMessage', (d) => ({ QueueUrl, MessageBody: d.CleanupAndTagging[1].Message }), {
      name: 'Publish Success',
    }),
    'Publish',
  ),
  choice(
    when((d) => not(eq(d.CleanupAndTagging[0].Success, false)), identity()),
    otherwise(failure),
  ),
)
