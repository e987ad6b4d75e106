/**
 * What calls of the AWS SDK need. Which action an API call asks for, and on what, is no rule but a table of each service
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/); what is not in this one is told, not guessed.
 */
import type { Call } from './call.ts'
import { invokeLambda, publish, putEvents, type Rule, sendMessage } from './integrations.ts'

/** The services whose actions have another prefix than the SDK has a name. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['apigatewayv2', 'apigateway'],
  ['cloudwatchlogs', 'logs'],
  ['cloudwatchevents', 'events'],
  ['cognitoidentityprovider', 'cognito-idp'],
  ['cognitoidentity', 'cognito-identity'],
  ['costexplorer', 'ce'],
  ['databasemigration', 'dms'],
  ['efs', 'elasticfilesystem'],
  ['emr', 'elasticmapreduce'],
  ['emrserverless', 'emr-serverless'],
  ['eventbridge', 'events'],
  ['iotdataplane', 'iotdata'],
  ['opensearch', 'es'],
  ['resourcegroupstaggingapi', 'tag'],
  ['sesv2', 'ses'],
  ['sfn', 'states'],
])

/** The IAM action of an API call, as far as its name tells. @example actionOf('sfn', 'listExecutions') // 'states:ListExecutions' */
export const actionOf = (service: string, action: string): string =>
  `${prefixes.get(service) ?? service}:${action.charAt(0).toUpperCase()}${action.slice(1)}`

const onTable =
  (action: string): Rule =>
  ({ on, said, arns }) =>
    on('TableName', [action], (table) => {
      const arn = arns.named('dynamodb', 'table/', table)
      const index = said('IndexName')
      return index === 'nothing' ? [arn] : [`${arn}/index/${index === 'dynamic' ? '*' : index.text}`]
    })

const onBucket =
  (action: string): Rule =>
  ({ on, arns }) =>
    on('Bucket', [action], (bucket) => [arns.global('s3', bucket)])

const onObject =
  (action: string): Rule =>
  ({ on, said, cannotDerive, arns }) => {
    const key = said('Key')
    // The bucket is known and the key is not: all of the bucket would be more than the state asks for.
    if (typeof key !== 'object') return cannotDerive([action], 'Key is known only to the running execution')
    on('Bucket', [action], (bucket) => [arns.global('s3', `${bucket}/${key.text}`)])
  }

const onArn =
  (field: string, action: string): Rule =>
  ({ on }) =>
    on(field, [action], (text) => (text.startsWith('arn:') || text.startsWith('${') ? [text] : undefined))

const onSecret: Rule = ({ on, arns }) =>
  on('SecretId', ['secretsmanager:GetSecretValue'], (id) => [
    // An ARN ends in six characters that nobody chooses.
    id.startsWith('arn:') || id.startsWith('${') ? id : arns.of('secretsmanager', `secret:${id}-??????`),
  ])

const onParameter =
  (action: string): Rule =>
  ({ on, arns }) =>
    on('Name', [action], (name) => [arns.named('ssm', 'parameter/', name.replace(/^\//, ''))])

const tableActions = ['query', 'scan', 'getItem', 'putItem', 'updateItem', 'deleteItem', 'describeTable']

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...tableActions.map((action) => [`dynamodb:${action}`, onTable(actionOf('dynamodb', action))] as const),
  ['lambda:invoke', invokeLambda],
  ['sns:publish', publish],
  ['sqs:sendMessage', sendMessage],
  ['eventbridge:putEvents', putEvents],
  ['s3:getObject', onObject('s3:GetObject')],
  ['s3:headObject', onObject('s3:GetObject')],
  ['s3:putObject', onObject('s3:PutObject')],
  ['s3:deleteObject', onObject('s3:DeleteObject')],
  ['s3:listObjects', onBucket('s3:ListBucket')],
  ['s3:listObjectsV2', onBucket('s3:ListBucket')],
  ['sfn:startExecution', onArn('StateMachineArn', 'states:StartExecution')],
  ['sfn:startSyncExecution', onArn('StateMachineArn', 'states:StartSyncExecution')],
  ['sfn:describeStateMachine', onArn('StateMachineArn', 'states:DescribeStateMachine')],
  ['sfn:describeExecution', onArn('ExecutionArn', 'states:DescribeExecution')],
  ['sfn:stopExecution', onArn('ExecutionArn', 'states:StopExecution')],
  ['secretsmanager:getSecretValue', onSecret],
  ['ssm:getParameter', onParameter('ssm:GetParameter')],
  ['ssm:putParameter', onParameter('ssm:PutParameter')],
])

/** What a call of the SDK needs. */
export const allowSdk = (service: string, action: string, call: Call): void => {
  const rule = rules.get(`${service}:${action}`)
  if (rule !== undefined) return rule(call)
  call.cannotDerive(
    [actionOf(service, action)],
    `what ${service}:${action} acts on, and under which action, is not known here`,
  )
}
