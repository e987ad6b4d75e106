/**
 * What the optimized integrations need, one rule per action.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
 */
import { bedrockRules } from './bedrock.ts'
import type { Call, Said } from './call.ts'
import { codebuildRules } from './codebuild.ts'
import { eksRules } from './eks.ts'
import { emrRules } from './emr.ts'
import { jobs } from './jobs.ts'
import { sagemakerRules } from './sagemaker.ts'

export type Rule = (call: Call) => void

const dynamodb =
  (action: string): Rule =>
  ({ on, arns }) =>
    on('TableName', [`dynamodb:${action}`], (table) => [arns.named('dynamodb', 'table/', table)])

export const invokeLambda: Rule = ({ on, arns }) => on('FunctionName', ['lambda:InvokeFunction'], arns.lambda)

export const publish: Rule = ({ said, on, cannotDerive }) => {
  if (said('TopicArn') === 'nothing' && said('TargetArn') === 'nothing' && said('PhoneNumber') !== 'nothing')
    return cannotDerive(
      ['sns:Publish'],
      'a phone number has no ARN: allow it on the NotResource arn:aws:sns:*:*:*, which leaves the topics out',
    )
  on(said('TopicArn') === 'nothing' ? 'TargetArn' : 'TopicArn', ['sns:Publish'], (arn) => [arn])
}

export const sendMessage: Rule = ({ on, arns }) =>
  on('QueueUrl', ['sqs:SendMessage'], (url) => {
    const arn = arns.queue(url)
    return arn === undefined ? undefined : [arn]
  })

export const putEvents: Rule = ({ value, allow, cannotDerive, arns }) => {
  const actions = ['events:PutEvents']
  const entries = value('Entries')
  if (!Array.isArray(entries)) return cannotDerive(actions, 'Entries is known only to the running execution')
  for (const entry of entries) {
    const bus: unknown = entry?.EventBusName ?? 'default'
    if (typeof bus !== 'string' || bus.startsWith('{%') || entry?.['EventBusName.$'] !== undefined)
      cannotDerive(actions, 'an EventBusName is known only to the running execution')
    else allow(actions, [arns.named('events', 'event-bus/', bus)])
  }
}

const startExecution: Rule = ({ on, isSync, arns, rule }) => {
  on('StateMachineArn', ['states:StartExecution'], (arn) => [arn])
  if (!isSync) return
  on('StateMachineArn', ['states:DescribeExecution', 'states:StopExecution'], (machine) => {
    const executions = arns.executions(machine)
    return executions === undefined ? undefined : [executions]
  })
  rule('StepFunctionsGetEventsForStepFunctionsExecutionRule')
}

const callApi: Rule = ({ said, on, cannotDerive, arns }) => {
  const [stage, method, path] = [said('Stage'), said('Method'), said('Path')]
  if (stage === 'dynamic' || method === 'dynamic' || path === 'dynamic')
    return cannotDerive(['execute-api:Invoke'], 'Stage, Method or Path is known only to the running execution')
  const text = (said: Exclude<Said, 'dynamic'>, otherwise: string) => (said === 'nothing' ? otherwise : said.text)
  on('ApiEndpoint', ['execute-api:Invoke'], (endpoint) => {
    const id = endpoint.split('.execute-api.')[0]
    if (id === undefined || id === endpoint) return undefined
    // A request without a stage goes to the one named $default.
    return [
      arns.of(
        'execute-api',
        `${id}/${text(stage, '$default')}/${text(method, '*')}/${text(path, '').replace(/^\//, '')}`,
      ),
    ]
  })
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html */
const invokeHttp: Rule = ({ said, on, allow, cannotDerive, arns }) => {
  const [endpoint, method] = [said('ApiEndpoint'), said('Method')]
  if (endpoint === 'dynamic' || endpoint === 'nothing' || method === 'dynamic')
    cannotDerive(['states:InvokeHTTPEndpoint'], 'ApiEndpoint or Method is known only to the running execution')
  else
    allow(['states:InvokeHTTPEndpoint'], ['*'], {
      StringEquals: {
        'states:HTTPEndpoint': endpoint.text,
        ...(method !== 'nothing' && { 'states:HTTPMethod': method.text }),
      },
    })
  const connection =
    said('Authentication.ConnectionArn') === 'nothing'
      ? 'InvocationConfig.ConnectionArn'
      : 'Authentication.ConnectionArn'
  on(connection, ['events:RetrieveConnectionCredentials'], (arn) => [arn])
  on(connection, ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'], (arn) => {
    // The secret of a connection is named after it: events!connection/NAME/ID.
    const name = /^arn:[^:]+:events:.+:connection\/([^/]+)/.exec(arn)?.[1]
    return [arns.of('secretsmanager', `secret:events!connection/${name ?? '*'}${name === undefined ? '' : '/*'}`)]
  })
}

/** By `service:action`. */
export const integrationRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['lambda:invoke', invokeLambda],
  ['sns:publish', publish],
  ['sqs:sendMessage', sendMessage],
  ['events:putEvents', putEvents],
  ['dynamodb:getItem', dynamodb('GetItem')],
  ['dynamodb:putItem', dynamodb('PutItem')],
  ['dynamodb:updateItem', dynamodb('UpdateItem')],
  ['dynamodb:deleteItem', dynamodb('DeleteItem')],
  ['states:startExecution', startExecution],
  ['apigateway:invoke', callApi],
  ['http:invoke', invokeHttp],
  ...bedrockRules,
  ...codebuildRules,
  ...eksRules,
  ...emrRules,
  ...jobs,
  ...sagemakerRules,
])
