import { stateMachine } from '@orkestra/cdk-adapter'
import { Stack, type StackProps } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { numbers } from '../src/workflow.ts'

export class PowertoolsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    stateMachine(this, numbers, { id: 'Numbers', lambda: { environment: { POWERTOOLS_LOG_LEVEL: 'INFO' } } })
  }
}
