/** The functions of conformance/bundles, as CDK bundles them: a process of its own for bundles.test.ts. */
import { stateMachine } from '@orkestra/cdk-adapter'
import { App, Stack } from 'aws-cdk-lib/core'
import { bundled } from '../bundles/workflow.ts'

const app = new App()
stateMachine(new Stack(app, 'Bundles'), 'Bundles', bundled)
app.synth()
