import { App } from 'aws-cdk-lib/core'
import { RestStack } from './stack.ts'

const app = new App()
new RestStack(app, 'Rest')
app.synth()
