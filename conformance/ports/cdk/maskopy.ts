/** Maskopy as CDK's own constructs say it. */

import { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import {
  Choice,
  Condition,
  CustomState,
  Fail,
  type IChainable,
  type RetryProps,
  Succeed,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke, SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Duration } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'

const throttled: RetryProps = {
  errors: ['MaskopyThrottlingException'],
  interval: Duration.seconds(5),
  maxAttempts: 3,
  backoffRate: 4,
}
const bugs: RetryProps = { errors: ['TypeError', 'NameError', 'KeyError'], maxAttempts: 0 }
const twice: RetryProps = { interval: Duration.seconds(2), maxAttempts: 2 }
const transient = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'States.Timeout',
]

export class Maskopy extends Construct {
  readonly start: IChainable

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const queue = Queue.fromQueueArn(this, 'Queue', 'arn:aws:sqs:us-east-1:123456789012:SQS_NAME')
    const send = (name: string, message: string, resultPath?: string) =>
      new SqsSendMessage(this, name, {
        queue,
        messageBody: TaskInput.fromJsonPathAt(message),
        ...(resultPath !== undefined && { resultPath }),
      })
    const own = (name: string, key: string) =>
      new LambdaInvoke(this, name, {
        lambdaFunction: Lambda.fromFunctionArn(
          this,
          `${name}Function`,
          `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
        ),
        payloadResponseOnly: true,
        retryOnServiceExceptions: false,
        resultPath: `$.${key}`,
      })

    const failure = new Fail(this, 'FailureState', { error: 'Error', cause: 'Error Occurred in one of the steps' })
    const cleanUp = own('ErrorHandlingAndCleanup', 'DeletedResources')
      .addRetry(bugs)
      .addRetry(throttled)
      .addRetry(twice)
      .next(send('Publish Failure', '$.DeletedResources[0].Message'))
      .next(failure)
    const caught = { resultPath: '$.ErrorResult' }
    const lambda = (name: string, key: string, error = 'MaskopyResourceException') =>
      own(name, key)
        .addRetry({ errors: [...transient, error], ...twice })
        .addRetry(throttled)
        .addRetry(bugs)
        .addCatch(cleanUp, caught)
    const authorized = (name: string, key: string) => lambda(name, key, 'MaskopyTimeoutException')
    const poll = (name: string, key: string, next: IChainable, every = Duration.seconds(180)) => {
      const wait = new Wait(this, `Wait ${name}`, { time: WaitTime.duration(every) })
      const isDone = Condition.booleanEquals(`$.${key}`, true)
      wait.next(lambda(name, key)).next(new Choice(this, `${name}?`).when(isDone, next).otherwise(wait))
      return wait
    }
    const fargate = new CustomState(this, 'FargateRunTask', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::ecs:runTask.sync',
        Parameters: {
          LaunchType: 'FARGATE',
          'Cluster.$': '$.fargate.ClusterName',
          'TaskDefinition.$': '$.fargate.TaskDefinition',
          'PlatformVersion.$': '$.fargate.PlatformVersion',
          NetworkConfiguration: {
            AwsvpcConfiguration: { AssignPublicIp: 'DISABLED', SecurityGroups: ['sg-1'], Subnets: ['subnet-1'] },
          },
        },
        ResultPath: '$.ECSRunTask',
      },
    })
      .addRetry({ errors: ['States.Timeout', 'States.TaskFailed', 'States.Permissions'], ...twice })
      .addCatch(cleanUp, caught)

    // A poll leads on from its Choice, so what comes after it is made before it.
    const finished = own('CleanupAndTagging', 'CleanupAndTagging')
      .addRetry({ errors: ['States.TaskFailed'], ...twice })
      .addRetry(throttled)
      .addRetry(twice)
      .next(send('Publish Success', '$.CleanupAndTagging[1].Message', '$.Publish'))
      .next(
        new Choice(this, 'Cleaned up?')
          .when(Condition.booleanEquals('$.CleanupAndTagging[0].Success', false), failure)
          .otherwise(new Succeed(this, 'SuccessState')),
      )
    const masked = lambda('CreateFargate', 'fargate')
      .next(fargate)
      .next(lambda('TakeFinalSnapshot', 'CreatedFinalSnapshots'))
      .next(poll('CheckFinalSnapshotavailability', 'FinalSnapshotAvailable', finished))
    const restored = lambda('RestoreDatabases', 'DestinationRestoredDatabases').next(
      poll('CheckRestoreStatus', 'DestinationRestoredDatabasesComplete', masked, Duration.minutes(5)),
    )
    const shared = lambda('ShareSnapshots', 'SharedSnapshots')
      .next(lambda('CreateDestinationSnapshots', 'CreatedDestinationSnapshots'))
      .next(poll('CheckDestinationCreationStatus', 'DestinationSnapshotsAvailable', restored))
    this.start = authorized('AuthorizeUser', 'Engine')
      .next(authorized('CheckInputs', 'CheckInputs'))
      .next(lambda('UseExistingSnapshot', 'CreatedSnapshots'))
      .next(poll('CheckCreationStatus', 'SnapshotsAvailable', shared))
  }
}
