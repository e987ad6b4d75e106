import { App } from 'aws-cdk-lib/core'
import { PowertoolsStack } from './stack.ts'

const app = new App()
new PowertoolsStack(app, 'Powertools')
app.synth()
