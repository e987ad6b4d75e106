import { stateMachine } from '@orkestra/cdk-adapter'
import { Stack, type StackProps, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { numbers } from '../src/workflow.ts'

export class PowertoolsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    stateMachine(this, 'Numbers', numbers, {
      lambda: { environment: { POWERTOOLS_LOG_LEVEL: 'INFO' } },
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
