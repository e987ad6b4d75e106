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
    rule: 'A Wait state has one of Seconds, SecondsPath, Timestamp and TimestampPath.',
    aws: 'There should only be one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp]',
    bad: () => machine({ A: { Type: 'Wait', End: true } }),
    good: () => machine({ A: { Type: 'Wait', Seconds: 5, End: true } }),
  },
  ASL071: {
    severity: 'error',
    source: 'AWS',
    rule: 'Seconds is a whole number from 0 to 99999999, or in JSONata an expression.',
    aws: 'Expected value of type Integer',
    bad: () => machine({ A: { Type: 'Wait', Seconds: '5', End: true } }),
    good: () => machine({ A: { Type: 'Wait', Seconds: 5, End: true } }),
  },
  ASL072: {
    severity: 'error',
    source: 'AWS',
    rule: 'Timestamp is RFC 3339, with upper-case T and Z or an offset.',
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
    rule: 'A Fail state has not both Error and ErrorPath.',
    aws: 'There should only be one of the following fields: [Error, ErrorPath]',
    bad: () => machine({ A: { Type: 'Fail', Error: 'Rejected', ErrorPath: '$.error' } }),
    good: () => machine({ A: { Type: 'Fail', ErrorPath: '$.error' } }),
  },
  ASL081: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Fail state has not both Cause and CausePath.',
    aws: 'There should only be one of the following fields: [Cause, CausePath]',
    bad: () => machine({ A: { Type: 'Fail', Cause: 'too late', CausePath: '$.cause' } }),
    good: () => machine({ A: { Type: 'Fail', CausePath: '$.cause' } }),
  },
  ASL082: {
    severity: 'error',
    source: 'documentation',
    rule: 'ErrorPath and CausePath are paths, or calls that give a text.',
    bad: () => machine({ A: { Type: 'Fail', CausePath: 'States.ArrayLength($.errors)' } }),
    good: () => machine({ A: { Type: 'Fail', CausePath: "States.Format('{} errors', States.ArrayLength($.errors))" } }),
  },
  ASL083: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Fail state has Error, Cause, their paths and a Comment, and nothing else; both are texts.',
    aws: "Field 'OutputPath' is not supported",
    bad: () => machine({ A: { Type: 'Fail', InputPath: '$.x' } }),
    good: () => machine({ A: { Type: 'Fail', ErrorPath: '$.x' } }),
  },
  ASL090: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Task has a Resource, and it is an ARN.',
    aws: 'Value is not a valid resource ARN',
    bad: () => machine({ A: task({ Resource: 'addPrice' }) }),
    good: () => machine({ A: task({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:addPrice' }) }),
  },
  ASL091: {
    severity: 'error',
    source: 'AWS',
    rule: 'The integration exists. One that is not known here is a warning: AWS may have it by now; so is the action of an "aws-sdk" resource that is not camelCase.',
    aws: 'The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.',
    bad: () => machine({ A: task({ Resource: 'arn:aws:states:::dynamodb:query' }) }),
    good: () => machine({ A: task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:query' }) }),
  },
  ASL092: {
    severity: 'error',
    source: 'AWS',
    rule: 'The integration can wait in the way that is asked for.',
    aws: 'The resource provided arn:aws:states:::sqs:sendMessage.sync is not recognized.',
    bad: () => machine({ A: task({ Resource: 'arn:aws:states:::sqs:sendMessage.sync' }) }),
    good: () => machine({ A: task({ Resource: 'arn:aws:states:::sqs:sendMessage' }) }),
  },
  ASL093: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Task has not both TimeoutSeconds and TimeoutSecondsPath.',
    aws: 'There should only be one of the following fields: [TimeoutSeconds, TimeoutSecondsPath]',
    bad: () => machine({ A: task({ TimeoutSeconds: 9, TimeoutSecondsPath: '$.timeout' }) }),
    good: () => machine({ A: task({ TimeoutSecondsPath: '$.timeout' }) }),
  },
  ASL094: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Task has not both HeartbeatSeconds and HeartbeatSecondsPath.',
    aws: 'There should only be one of the following fields: [HeartbeatSeconds, HeartbeatSecondsPath]',
    bad: () => machine({ A: task({ HeartbeatSeconds: 9, HeartbeatSecondsPath: '$.beat' }) }),
    good: () => machine({ A: task({ HeartbeatSecondsPath: '$.beat' }) }),
  },
  ASL095: {
    severity: 'error',
    source: 'AWS',
    rule: 'TimeoutSeconds and HeartbeatSeconds are whole numbers from 1 to 99999999, or in JSONata expressions.',
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
    rule: 'Credentials have a RoleArn, in JSONPath also as RoleArn.$.',
    aws: "The field 'RoleArn' is required but was missing",
    bad: () => machine({ A: task({ Credentials: { Role: 'arn:aws:iam::123456789012:role/r' } }) }),
    good: () => machine({ A: task({ Credentials: { RoleArn: 'arn:aws:iam::123456789012:role/r' } }) }),
  },
  ASL098: {
    severity: 'error',
    source: 'AWS',
    rule: 'An activity takes no Credentials.',
    aws: "The field 'Credentials' is not supported for activities",
    bad: () => machine({ A: task({ Resource: activity, Credentials: { 'RoleArn.$': '$.role' } }) }),
    good: () => machine({ A: task({ Credentials: { 'RoleArn.$': '$.role' } }) }),
  },
  ASL099: {
    severity: 'warning',
    source: 'AWS',
    rule: 'A task that waits for its token hands it out. AWS takes it otherwise, and the task waits until it times out.',
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
    rule: 'An integration is given what it cannot do without (for "aws-sdk" a warning).',
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
    rule: 'A Lambda task retries the errors of the Lambda service; a task that waits for somebody else has a limit.',
    bad: () => machine({ A: task() }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['Lambda.ServiceException'] }] }) }),
  },
  ASL102: {
    severity: 'warning',
    source: 'documentation',
    rule: 'The service and the action of an "aws-sdk" resource are those that Step Functions can call. AWS may have newer ones.',
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
    rule: 'The fields that a call is given, those within fields as well, are those of its operation, and begin with a capital. One that is not known at all is a warning: AWS may have newer ones.',
    aws: 'The field "static" is not supported by Step Functions',
    bad: () =>
      machine({ A: task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:listTables', Parameters: { limit: 5 } }) }),
    good: () =>
      machine({ A: task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:listTables', Parameters: { Limit: 5 } }) }),
  },
}
