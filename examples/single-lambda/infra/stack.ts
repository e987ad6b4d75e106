import { awsLambda, schedule } from '@orkestra/cdk-adapter'
import { hours } from '@orkestra/core'
import { Stack, type StackProps, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { helloWorld } from '../src/handlers.ts'

export class SingleLambdaStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const fn = awsLambda(this, 'HelloWorld', helloWorld)
    schedule(this, 'Hourly', helloWorld, {
      rate: hours(1),
      stateMachine: { type: 'EXPRESS', functions: { helloWorld: fn } },
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
