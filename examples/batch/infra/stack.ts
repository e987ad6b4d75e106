import { task } from '@orkestra/cdk-adapter'
import {
  EcsFargateContainerDefinition,
  EcsJobDefinition,
  FargateComputeEnvironment,
  JobQueue,
} from 'aws-cdk-lib/aws-batch'
import { Vpc } from 'aws-cdk-lib/aws-ec2'
import { ContainerImage } from 'aws-cdk-lib/aws-ecs'
import { DefinitionBody, StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import { BatchSubmitJob } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Size, Stack, type StackProps } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { banana } from '../src/handlers.ts'

export class BatchStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const vpc = new Vpc(this, 'Vpc', { maxAzs: 1, natGateways: 0 })
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
    const chain = task(this, banana)
      .next(
        new BatchSubmitJob(this, 'peel', {
          jobName: 'peel',
          jobQueueArn: jobQueue.jobQueueArn,
          jobDefinitionArn: jobDefinition.jobDefinitionArn,
        }),
      )
      .next(new Succeed(this, 'done'))
    new StateMachine(this, 'Machine', { definitionBody: DefinitionBody.fromChainable(chain), tracingEnabled: true })
  }
}
