import { awsLambda, schedule } from '@orkestra/cdk-adapter'
import { days } from '@orkestra/core'
import { LambdaRestApi } from 'aws-cdk-lib/aws-apigateway'
import { Stack, type StackProps } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { api } from '../src/api.ts'
import { processOrder } from '../src/workflow.ts'

export class RestStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const { stateMachine } = schedule(this, processOrder, {
      rate: days(1),
      input: { id: 'daily' },
      stateMachine: { id: 'ProcessOrder' },
    })
    const fn = awsLambda(this, api, { environment: { STATE_MACHINE_ARN: stateMachine.stateMachineArn } })
    stateMachine.grantStartExecution(fn)
    new LambdaRestApi(this, 'Api', { handler: fn, cloudWatchRole: false })
  }
}
