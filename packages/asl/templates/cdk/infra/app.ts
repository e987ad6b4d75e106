import { App } from 'aws-cdk-lib/core'
import { WorkflowStack } from './stack.ts'

const app = new App()
new WorkflowStack(app, '__NAME__')
app.synth()
