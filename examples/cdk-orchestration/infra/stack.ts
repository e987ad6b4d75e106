import { definition } from '@orkestra/cdk-adapter'
import { DefinitionBody, StateMachine, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions'
import { Duration, Stack, type StackProps } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { steps } from '../src/workflow.ts'

export class CdkOrchestrationStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const chain = new Wait(this, 'cool down', { time: WaitTime.duration(Duration.seconds(5)) })
      .next(definition(this, steps))
      .next(new Succeed(this, 'done'))
    new StateMachine(this, 'Machine', { definitionBody: DefinitionBody.fromChainable(chain), tracingEnabled: true })
  }
}
