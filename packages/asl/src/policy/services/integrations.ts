/**
 * What the optimized integrations need, one rule per action.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
 */

import { isExpression } from '../../language/jsonata.ts'
import { iamActions } from '../../sdk/actions.ts'
import { type Call, shown } from '../call.ts'
import { keyUse, useKeyOf } from '../permissions/encryption.ts'
import { bedrockRules } from './bedrock.ts'
import { codebuildRules } from './codebuild.ts'
import { onTable } from './dynamodb.ts'
import { eksRules } from './eks.ts'
import { emrRules } from './emr.ts'
import { callApi, invokeHttp } from './http.ts'
import { jobs } from './jobs.ts'
import { sagemakerRules } from './sagemaker.ts'
import { startExecution } from './states.ts'

export type Rule = (call: Call) => void

const dynamodb =
  (action: string): Rule =>
  (call) =>
    onTable(call, action, iamActions('dynamodb', action))

export const invokeLambda: Rule = ({ on, said, cannotDerive, arns }) => {
  const qualifier = said('Qualifier')
  if (qualifier === 'dynamic')
    return cannotDerive(['lambda:InvokeFunction'], 'Qualifier is known only to the running execution')
  on('FunctionName', ['lambda:InvokeFunction'], (name) =>
    arns.lambda(name, typeof qualifier === 'object' ? qualifier.text : undefined),
  )
}

export const publish: Rule = (call) => {
  const { said, on, cannotDerive, arns } = call
  if (said('TopicArn') === 'nothing' && said('TargetArn') === 'nothing' && said('PhoneNumber') !== 'nothing')
    return cannotDerive(
      ['sns:Publish'],
      'a phone number has no ARN: allow it on the NotResource arn:aws:sns:*:*:*, which leaves the topics out',
    )
  const field = said('TopicArn') === 'nothing' ? 'TargetArn' : 'TopicArn'
  on(field, ['sns:Publish'], arns.told)
  useKeyOf(call, field, keyUse.write)
}

export const sendMessage: Rule = (call) => {
  call.on('QueueUrl', ['sqs:SendMessage'], call.arns.queue)
  useKeyOf(call, 'QueueUrl', keyUse.write)
}

export const putEvents: Rule = ({ value, allow, cannotDerive, arns }) => {
  const actions = ['events:PutEvents']
  const entries = value('Entries')
  if (!Array.isArray(entries)) return cannotDerive(actions, 'Entries is known only to the running execution')
  for (const entry of entries) {
    const bus: unknown = entry?.EventBusName ?? 'default'
    const arn =
      typeof bus === 'string' && !isExpression(bus) && entry?.['EventBusName.$'] === undefined
        ? arns.named('events', 'event-bus/', bus)
        : 'dynamic'
    if (arn === 'dynamic') cannotDerive(actions, 'an EventBusName is known only to the running execution')
    else if (arn === undefined)
      cannotDerive(actions, `the ARN cannot be told from the EventBusName ${shown(String(bus))}`)
    else allow(actions, [arn])
  }
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrockagentcore.html */
const invokeHarness: Rule = ({ on, arns }) =>
  on('HarnessArn', ['bedrock-agentcore:InvokeHarness'], (arn) => {
    const told = arns.told(arn)
    return [told, `${told}/*`]
  })

/** By `service:action`. */
export const integrationRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['lambda:invoke', invokeLambda],
  ['sns:publish', publish],
  ['sqs:sendMessage', sendMessage],
  ['events:putEvents', putEvents],
  ['dynamodb:getItem', dynamodb('getItem')],
  ['dynamodb:putItem', dynamodb('putItem')],
  ['dynamodb:updateItem', dynamodb('updateItem')],
  ['dynamodb:deleteItem', dynamodb('deleteItem')],
  ['states:startExecution', startExecution],
  ['apigateway:invoke', callApi],
  ['bedrockagentcore:invokeHarness', invokeHarness],
  ['http:invoke', invokeHttp],
  ...bedrockRules,
  ...codebuildRules,
  ...eksRules,
  ...emrRules,
  ...jobs,
  ...sagemakerRules,
])
