import { App } from 'aws-cdk-lib/core'
import { SingleLambdaStack } from './stack.ts'

const app = new App()
new SingleLambdaStack(app, 'SingleLambda')
app.synth()
