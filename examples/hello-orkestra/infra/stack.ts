import { schedule } from '@orkestra/cdk-adapter'
import { minutes } from '@orkestra/core'
import { Stack, type StackProps } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { helloOrkestra } from '../src/workflow.ts'

export class HelloOrkestraStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    schedule(this, helloOrkestra, {
      rate: minutes(5),
      input: { name: 'guitar' },
      stateMachine: { id: 'HelloOrkestra' },
    })
  }
}
