import { App } from 'aws-cdk-lib/core'
import { HelloOrkestraStack } from './stack.ts'

const app = new App()
new HelloOrkestraStack(app, 'HelloOrkestra')
app.synth()
