import { definition } from '@orkestra/cdk-adapter'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions'
import { Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { steps } from '../src/workflow.ts'

export class CdkOrchestrationStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const chain = new Wait(this, 'cool down', { time: WaitTime.duration(Duration.seconds(5)) })
      .next(definition(this, 'Steps', steps))
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
    )
  }
}
