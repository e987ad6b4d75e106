/** Diagnostics of Wait, Succeed, Fail and Task. */
import type { Table } from './diagnostic.ts'
import { activity, machine, task } from './examples.ts'

export type TasksCode =
  | 'ASL070'
  | 'ASL071'
  | 'ASL072'
  | 'ASL073'
  | 'ASL080'
  | 'ASL081'
  | 'ASL082'
  | 'ASL083'
  | 'ASL090'
  | 'ASL091'
  | 'ASL092'
  | 'ASL093'
  | 'ASL094'
  | 'ASL095'
  | 'ASL096'
  | 'ASL097'
  | 'ASL098'
  | 'ASL099'
  | 'ASL100'
  | 'ASL101'
  | 'ASL102'
  | 'ASL103'

export const tasksCodes: Table<TasksCode> = {
  ASL070: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Wait state has exactly one of Seconds, SecondsPath, Timestamp and TimestampPath.',
    aws: 'There should only be one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp]',
    bad: () => machine({ A: { Type: 'Wait', End: true } }),
    good: () => machine({ A: { Type: 'Wait', Seconds: 5, End: true } }),
  },
  ASL071: {
    severity: 'error',
    source: 'AWS',
    rule: 'Seconds is a whole number from 0 to 99999999, or an expression in JSONata.',
    aws: 'Expected value of type Integer',
    bad: () => machine({ A: { Type: 'Wait', Seconds: '5', End: true } }),
    good: () => machine({ A: { Type: 'Wait', Seconds: 5, End: true } }),
  },
  ASL072: {
    severity: 'error',
    source: 'AWS',
    rule: 'Timestamp is RFC 3339, with an upper-case T, and Z or an offset.',
    aws: 'String does not match RFC3339 timestamp',
    bad: () => machine({ A: { Type: 'Wait', Timestamp: '2030-01-01T00:00:00', End: true } }),
    good: () => machine({ A: { Type: 'Wait', Timestamp: '2030-01-01T00:00:00+02:00', End: true } }),
  },
  ASL073: {
    severity: 'error',
    source: 'AWS',
    rule: 'SecondsPath and TimestampPath are paths.',
    aws: 'Value must be a valid JSONPath.',
    bad: () => machine({ A: { Type: 'Wait', SecondsPath: 'delay', End: true } }),
    good: () => machine({ A: { Type: 'Wait', SecondsPath: '$.delay', End: true } }),
  },
  ASL080: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Fail state does not have both Error and ErrorPath.',
    aws: 'There should only be one of the following fields: [Error, ErrorPath]',
    bad: () => machine({ A: { Type: 'Fail', Error: 'Rejected', ErrorPath: '$.error' } }),
    good: () => machine({ A: { Type: 'Fail', ErrorPath: '$.error' } }),
  },
  ASL081: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Fail state does not have both Cause and CausePath.',
    aws: 'There should only be one of the following fields: [Cause, CausePath]',
    bad: () => machine({ A: { Type: 'Fail', Cause: 'too late', CausePath: '$.cause' } }),
    good: () => machine({ A: { Type: 'Fail', CausePath: '$.cause' } }),
  },
  ASL082: {
    severity: 'error',
    source: 'documentation',
    rule: 'ErrorPath and CausePath are paths, or intrinsic calls that return a string.',
    bad: () => machine({ A: { Type: 'Fail', CausePath: 'States.ArrayLength($.errors)' } }),
    good: () => machine({ A: { Type: 'Fail', CausePath: "States.Format('{} errors', States.ArrayLength($.errors))" } }),
  },
  ASL083: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Fail state has only Error, Cause, their paths and a Comment; Error and Cause are strings.',
    aws: "Field 'OutputPath' is not supported",
    bad: () => machine({ A: { Type: 'Fail', InputPath: '$.x' } }),
    good: () => machine({ A: { Type: 'Fail', ErrorPath: '$.x' } }),
  },
  ASL090: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Task has a Resource that is an ARN.',
    aws: 'Value is not a valid resource ARN',
    bad: () => machine({ A: task({ Resource: 'addPrice' }) }),
    good: () => machine({ A: task({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:addPrice' }) }),
  },
  ASL091: {
    severity: 'error',
    source: 'AWS',
    rule: 'The integration exists. One that is unknown here is a warning, because AWS may have added it; so is an "aws-sdk" action that is not in camelCase.',
    aws: 'The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.',
    bad: () => machine({ A: task({ Resource: 'arn:aws:states:::dynamodb:query' }) }),
    good: () => machine({ A: task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:query' }) }),
  },
  ASL092: {
    severity: 'error',
    source: 'AWS',
    rule: 'The integration supports the requested pattern.',
    aws: 'The resource provided arn:aws:states:::sqs:sendMessage.sync is not recognized.',
    bad: () => machine({ A: task({ Resource: 'arn:aws:states:::sqs:sendMessage.sync' }) }),
    good: () => machine({ A: task({ Resource: 'arn:aws:states:::sqs:sendMessage' }) }),
  },
  ASL093: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Task does not have both TimeoutSeconds and TimeoutSecondsPath.',
    aws: 'There should only be one of the following fields: [TimeoutSeconds, TimeoutSecondsPath]',
    bad: () => machine({ A: task({ TimeoutSeconds: 9, TimeoutSecondsPath: '$.timeout' }) }),
    good: () => machine({ A: task({ TimeoutSecondsPath: '$.timeout' }) }),
  },
  ASL094: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Task does not have both HeartbeatSeconds and HeartbeatSecondsPath.',
    aws: 'There should only be one of the following fields: [HeartbeatSeconds, HeartbeatSecondsPath]',
    bad: () => machine({ A: task({ HeartbeatSeconds: 9, HeartbeatSecondsPath: '$.beat' }) }),
    good: () => machine({ A: task({ HeartbeatSecondsPath: '$.beat' }) }),
  },
  ASL095: {
    severity: 'error',
    source: 'AWS',
    rule: 'TimeoutSeconds and HeartbeatSeconds are whole numbers from 1 to 99999999, or expressions in JSONata.',
    aws: 'Minimum value is 1',
    bad: () => machine({ A: task({ TimeoutSeconds: 1.5 }) }),
    good: () => machine({ A: task({ TimeoutSeconds: 2 }) }),
  },
  ASL096: {
    severity: 'warning',
    source: 'specification',
    rule: 'HeartbeatSeconds is less than TimeoutSeconds.',
    bad: () => machine({ A: task({ TimeoutSeconds: 30, HeartbeatSeconds: 60 }) }),
    good: () => machine({ A: task({ TimeoutSeconds: 60, HeartbeatSeconds: 30 }) }),
  },
  ASL097: {
    severity: 'error',
    source: 'AWS',
    rule: 'Credentials has a RoleArn; in JSONPath, RoleArn.$ works too.',
    aws: "The field 'RoleArn' is required but was missing",
    bad: () => machine({ A: task({ Credentials: { Role: 'arn:aws:iam::123456789012:role/r' } }) }),
    good: () => machine({ A: task({ Credentials: { RoleArn: 'arn:aws:iam::123456789012:role/r' } }) }),
  },
  ASL098: {
    severity: 'error',
    source: 'AWS',
    rule: 'An activity does not take Credentials.',
    aws: "The field 'Credentials' is not supported for activities",
    bad: () => machine({ A: task({ Resource: activity, Credentials: { 'RoleArn.$': '$.role' } }) }),
    good: () => machine({ A: task({ Credentials: { 'RoleArn.$': '$.role' } }) }),
  },
  ASL099: {
    severity: 'warning',
    source: 'AWS',
    rule: 'A task that waits for its token passes the token on. AWS accepts it otherwise, and the task waits until it times out.',
    aws: '(accepted; the run ends in States.Timeout)',
    bad: () =>
      machine({
        A: task({
          Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
          Parameters: { QueueUrl: 'u', 'MessageBody.$': '$' },
        }),
      }),
    good: () =>
      machine({
        A: task({
          Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
          Parameters: { QueueUrl: 'u', MessageBody: { 'token.$': '$$.Task.Token' } },
        }),
      }),
  },
  ASL100: {
    severity: 'error',
    source: 'AWS',
    rule: 'An integration gets its required parameters (for "aws-sdk", a warning).',
    aws: 'The field "QueueUrl" is required but was missing',
    bad: () =>
      machine({ A: task({ Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: { 'MessageBody.$': '$' } }) }),
    good: () =>
      machine({
        A: task({
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Parameters: { 'QueueUrl.$': '$.queue', 'MessageBody.$': '$' },
        }),
      }),
  },
  ASL101: {
    severity: 'warning',
    source: 'documentation',
    rule: 'A Lambda task retries errors of the Lambda service; a task that waits for a callback or a job has a time-out.',
    bad: () => machine({ A: task() }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['Lambda.ServiceException'] }] }) }),
  },
  ASL102: {
    severity: 'warning',
    source: 'documentation',
    rule: 'Step Functions can call the service and action of an "aws-sdk" resource. AWS may have added newer ones.',
    bad: () =>
      machine({
        A: task({
          Resource: 'arn:aws:states:::aws-sdk:dynamodb:getItm',
          Parameters: { TableName: 't', Key: { id: { S: 'a' } } },
        }),
      }),
    good: () =>
      machine({
        A: task({
          Resource: 'arn:aws:states:::aws-sdk:dynamodb:getItem',
          Parameters: { TableName: 't', Key: { id: { S: 'a' } } },
        }),
      }),
  },
  ASL103: {
    severity: 'error',
    source: 'AWS',
    rule: "A call's fields, nested ones included, exist in its operation and start with a capital letter. An unknown field is a warning: AWS may have added it.",
    aws: 'The field "static" is not supported by Step Functions',
    bad: () =>
      machine({ A: task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:listTables', Parameters: { limit: 5 } }) }),
    good: () =>
      machine({ A: task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:listTables', Parameters: { Limit: 5 } }) }),
  },
}
