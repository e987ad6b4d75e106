/** The pieces that the examples of the diagnostics are made of. */

type Members = Readonly<Record<string, unknown>>

export const pass = (fields: Members = {}): Members => ({ Type: 'Pass', End: true, ...fields })

export const succeed: Members = { Type: 'Succeed' }

export const task = (fields: Members = {}): Members => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  End: true,
  ...fields,
})

export const activity = 'arn:aws:states:us-east-1:123456789012:activity:approve'

/** States, of which the first is where to start. */
export const scope = (states: Readonly<Record<string, Members>>): Members => ({
  StartAt: Object.keys(states)[0],
  States: states,
})

export const machine = (states: Readonly<Record<string, Members>>, language?: string): Members => ({
  ...(language !== undefined && { QueryLanguage: language }),
  ...scope(states),
})

export const isNull: Members = { Variable: '$.x', IsNull: true, Next: 'Z' }

export const choice = (rule: Members): Members => ({ Type: 'Choice', Choices: [rule], Default: 'Z' })

export const parallel = (...branches: readonly Members[]): Members => ({
  Type: 'Parallel',
  Branches: branches,
  End: true,
})

export const distributed: Members = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }

export const map = (fields: Members = {}, config?: Members, inner: Members = pass()): Members => ({
  Type: 'Map',
  ItemProcessor: { ...(config !== undefined && { ProcessorConfig: config }), ...scope({ Item: inner }) },
  End: true,
  ...fields,
})

/** A job that is asked for again and again. */
export const poll = (seconds: number): Members =>
  machine({
    Sleep: { Type: 'Wait', Seconds: seconds, Next: 'Ask' },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:glue:getJobRun',
      Parameters: { JobName: 'nightly', RunId: 'jr_1' },
      Next: 'IsDone',
    },
    IsDone: {
      Type: 'Choice',
      Choices: [{ Variable: '$.JobRun.JobRunState', StringEquals: 'SUCCEEDED', Next: 'Done' }],
      Default: 'Sleep',
    },
    Done: succeed,
  })

/** All pages of a table, one after the other, with what is kept of each. */
export const pages = (all: string): Members =>
  machine(
    {
      Begin: { Type: 'Pass', Assign: { all: [], next: null }, Next: 'Read' },
      Read: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:dynamodb:scan',
        Arguments: { TableName: 'orders', ExclusiveStartKey: '{% $next %}' },
        Assign: { all, next: '{% $states.result.LastEvaluatedKey %}' },
        Next: 'HasMore',
      },
      HasMore: { Type: 'Choice', Choices: [{ Condition: '{% $exists($next) %}', Next: 'Pause' }], Default: 'Done' },
      Pause: { Type: 'Wait', Seconds: 10, Next: 'Read' },
      Done: succeed,
    },
    'JSONata',
  )

/** Of a map: the lines of a file. */
export const fromS3: Members = {
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: { InputType: 'JSONL' },
    Parameters: { Bucket: 'orders', Key: 'orders.jsonl' },
  },
}

/** Parallel states, one in the other. */
export const nested = (depth: number): Members => {
  let inner = scope({ [`P${depth}`]: pass() })
  for (let i = depth - 1; i >= 0; i -= 1) inner = scope({ [`P${i}`]: parallel(inner) })
  return inner
}
