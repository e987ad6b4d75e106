// One document, made in three ways: a chain of n tasks with, after every tenth, a Parallel of three whose errors are caught.
// 1.7 n states.
import { parCatch, seqAll, task } from '@orkestra/core'
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { Chain, Parallel, Pass, StateGraph } from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { App, Stack } from 'aws-cdk-lib/core'

export const arn = 'arn:aws:lambda:us-east-1:123456789012:function:f'

const branches = (i) => [`P${i}B0`, `P${i}B1`, `P${i}B2`]
const isFollowed = (i) => i % 10 === 9

/** As a graph. */
export const graph = (n) => {
  const steps = []
  for (let i = 0; i < n; i++) {
    steps.push(task(`T${i}`))
    if (isFollowed(i)) steps.push(parCatch(...branches(i).map((name) => task(name))))
  }
  return seqAll(steps)
}

/** By hand: what somebody would write who knows just this document. The lower bound. */
export const byHand = (n) => {
  const task = () => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: arn, 'Payload.$': '$' },
    OutputPath: '$.Payload',
    Retry: [
      {
        ErrorEquals: [
          'Lambda.ClientExecutionTimeoutException',
          'Lambda.ServiceException',
          'Lambda.AWSLambdaException',
          'Lambda.SdkClientException',
          'Lambda.TooManyRequestsException',
        ],
        IntervalSeconds: 2,
        MaxAttempts: 6,
        BackoffRate: 2,
      },
    ],
  })
  const leading = (state, next) => {
    if (next === undefined) state.End = true
    else state.Next = next
    return state
  }
  const branch = (name) => {
    const state = task()
    state.Catch = [{ ErrorEquals: ['States.ALL'], Next: `${name}_failed` }]
    state.End = true
    return { StartAt: name, States: { [name]: state, [`${name}_failed`]: { Type: 'Pass', End: true } } }
  }
  const States = {}
  for (let i = 0; i < n; i++) {
    const next = i === n - 1 ? undefined : `T${i + 1}`
    if (!isFollowed(i)) {
      States[`T${i}`] = leading(task(), next)
      continue
    }
    const parallel = `Parallel ${branches(i).join(', ')}`
    States[`T${i}`] = leading(task(), parallel)
    States[parallel] = leading({ Type: 'Parallel', Branches: branches(i).map(branch) }, next)
  }
  return { StartAt: 'T0', States }
}

/** By aws-cdk-lib: build the states, then render them. Its retry names one error less, and its caught branches keep the input. */
export const byCdk = (n) => {
  const stack = new Stack(new App({ analyticsReporting: false }), 'S', {
    env: { region: 'us-east-1', account: '123456789012' },
  })
  const lambdaFunction = LambdaFunction.fromFunctionArn(stack, 'F', arn)
  const invoke = (name) => new LambdaInvoke(stack, name, { lambdaFunction, outputPath: '$.Payload' })
  let chain
  for (let i = 0; i < n; i++) {
    const step = invoke(`T${i}`)
    chain = chain ? chain.next(step) : Chain.start(step)
    if (!isFollowed(i)) continue
    const parallel = new Parallel(stack, `Parallel ${branches(i).join(', ')}`)
    for (const name of branches(i)) parallel.branch(invoke(name).addCatch(new Pass(stack, `${name}_failed`)))
    chain = chain.next(parallel)
  }
  return new StateGraph(chain.startState, 'chain').toGraphJson()
}
