import { App } from 'aws-cdk-lib/core'
import { CdkOrchestrationStack } from './stack.ts'

const app = new App()
new CdkOrchestrationStack(app, 'CdkOrchestration')
app.synth()
