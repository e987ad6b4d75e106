import { awsLambda, schedule } from '@orkestra/cdk-adapter'
import { hours } from '@orkestra/core'
import { Stack, type StackProps } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { helloWorld } from '../src/handlers.ts'

export class SingleLambdaStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const fn = awsLambda(this, helloWorld)
    schedule(this, helloWorld, {
      rate: hours(1),
      stateMachine: { id: 'Hourly', type: 'EXPRESS', functions: { helloWorld: fn } },
    })
  }
}
