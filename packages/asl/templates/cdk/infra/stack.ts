import { stateMachine } from '@orkestra/cdk-adapter'
import { Stack, type StackProps } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { workflow } from '../src/workflow.ts'

/** The machine, a bundled function for every handler, and a role that may invoke just these. */
export class WorkflowStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    stateMachine(this, 'Workflow', workflow)
  }
}
