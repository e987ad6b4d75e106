// Others that run definitions of Step Functions in the caller's own process: each gives a function that runs one execution to its end.
// Whoever answers Step Functions' API instead is measured through it: `--beside` of serve.mjs.
import { createRequire } from 'node:module'
import './withResolvers.mjs'

const awsLocalStepFunctions = async (definition, input) => {
  const { StateMachine } = await import('aws-local-stepfunctions')
  const machine = new StateMachine(definition, { validationOptions: { noValidate: true } })
  return () => machine.run(input).result
}

const statebox = async (definition, input) => {
  const Statebox = createRequire(import.meta.url)('@wmfs/statebox')
  const box = new Statebox({ messages: { info: () => {} } })
  await box.ready
  await box.createStateMachines({ bench: definition }, {})
  return async () => {
    const { status, ctx } = await box.startExecution(input, 'bench', { sendResponse: 'COMPLETE' })
    if (status !== 'SUCCEEDED') throw new Error(`statebox: ${status}`)
    return ctx
  }
}

/** By their names, with versions. */
export const peers = {
  'aws-local-stepfunctions 3.0.0': awsLocalStepFunctions,
  '@wmfs/statebox 1.118.0': statebox,
}
