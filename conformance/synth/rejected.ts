/** An app that the default rules must not let pass: it shows that they are looked at. */

import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { App, Stack } from 'aws-cdk-lib/core'

const app = new App()
const stack = new Stack(app, 'Rejected')
new CfnStateMachine(stack, 'Machine', {
  roleArn: 'arn:aws:iam::123456789012:role/workflow',
  definitionString: JSON.stringify({ StartAt: 'nowhere', States: { here: { Type: 'Pass', End: true } } }),
})
app.synth()
