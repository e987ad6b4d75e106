import { App } from 'aws-cdk-lib/core'
import { BatchStack } from './stack.ts'

const app = new App()
new BatchStack(app, 'Batch')
app.synth()
