import { task } from '@orkestra/cdk-adapter'
import {
  EcsFargateContainerDefinition,
  EcsJobDefinition,
  FargateComputeEnvironment,
  JobQueue,
} from 'aws-cdk-lib/aws-batch'
import { Vpc } from 'aws-cdk-lib/aws-ec2'
import { ContainerImage } from 'aws-cdk-lib/aws-ecs'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import { BatchSubmitJob } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Size, Stack, type StackProps, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { banana } from '../src/handlers.ts'

export class BatchStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const vpc = new Vpc(this, 'Vpc', { maxAzs: 1, natGateways: 0, flowLogs: { all: {} } })
    const jobQueue = new JobQueue(this, 'Queue', {
      computeEnvironments: [
        { computeEnvironment: new FargateComputeEnvironment(this, 'Fargate', { vpc, maxvCpus: 1 }), order: 1 },
      ],
    })
    const jobDefinition = new EcsJobDefinition(this, 'Job', {
      container: new EcsFargateContainerDefinition(this, 'Container', {
        image: ContainerImage.fromRegistry('public.ecr.aws/docker/library/busybox:latest'),
        cpu: 0.25,
        memory: Size.mebibytes(512),
      }),
    })
    const chain = task(this, 'banana', banana)
      .next(
        new BatchSubmitJob(this, 'peel', {
          jobName: 'peel',
          jobQueueArn: jobQueue.jobQueueArn,
          jobDefinitionArn: jobDefinition.jobDefinitionArn,
        }),
      )
      .next(new Succeed(this, 'done'))
    new StateMachine(this, 'Machine', {
      definitionBody: DefinitionBody.fromChainable(chain),
      tracingEnabled: true,
      logs: { level: LogLevel.ALL, destination: new LogGroup(this, 'Logs') },
    })
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
        reason: 'It lets a function write its logs, and nothing else.',
      },
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'X-Ray and the delivery of logs know no resources; nothing else here is allowed on all.',
      },
      {
        id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:batch:<AWS::Region>:<AWS::AccountId>:job-definition/*]',
        reason: 'CDK allows any definition of a job, in the one queue.',
      },
      {
        id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/batch/job:*]',
        reason: 'The log group of all jobs, which Batch makes.',
      },
      { id: 'AwsSolutions-IAM5[Resource::<bananaFn0C897A9B.Arn>:*]', reason: 'Its versions, as CDK grants them.' },
    )
  }
}
