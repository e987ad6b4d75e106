import { awsLambda, schedule } from '@orkestra/cdk-adapter'
import { days } from '@orkestra/core'
import { LambdaRestApi } from 'aws-cdk-lib/aws-apigateway'
import { Stack, type StackProps, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { api } from '../src/api.ts'
import { processOrder } from '../src/workflow.ts'

export class RestStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const { stateMachine } = schedule(this, 'ProcessOrder', processOrder, {
      rate: days(1),
      input: { id: 'daily' },
    })
    const fn = awsLambda(this, 'ApiFn', api, {
      environment: { STATE_MACHINE_ARN: stateMachine.stateMachineArn },
    })
    stateMachine.grantStartExecution(fn)
    const noApi =
      'Who may call the API, and what is kept of that, is for an app to say; this is about starting a machine.'
    new LambdaRestApi(this, 'Api', { handler: fn, cloudWatchRole: false })
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
        reason: 'It lets a function write its logs, and nothing else.',
      },
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'X-Ray and the delivery of logs know no resources; nothing else here is allowed on all.',
      },
      { id: 'AwsSolutions-APIG1', reason: noApi },
      { id: 'AwsSolutions-APIG2', reason: noApi },
      { id: 'AwsSolutions-APIG3', reason: noApi },
      { id: 'AwsSolutions-APIG4', reason: noApi },
      { id: 'AwsSolutions-APIG6', reason: noApi },
      { id: 'AwsSolutions-COG4', reason: noApi },
      { id: 'Serverless-APIGWAccessLogging', reason: noApi },
      { id: 'Serverless-APIGWDefaultThrottling', reason: noApi },
      { id: 'Serverless-APIGWXrayEnabled', reason: noApi },
    )
  }
}
