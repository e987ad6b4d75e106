/** What Bedrock needs. https://docs.aws.amazon.com/step-functions/latest/dg/bedrock-iam.html */
import type { Arns } from './arns.ts'
import type { Call } from './call.ts'
import { passRole } from './passRole.ts'

/** Of a foundation model by its id: no account owns it. */
const modelArn = (arns: Arns, id: string): string =>
  id.startsWith('arn:') || id.startsWith('${') ? id : arns.unowned('bedrock', `foundation-model/${id}`)

const invokeModel = ({ on, said, cannotDerive, arns }: Call): void => {
  on('ModelId', ['bedrock:InvokeModel'], (id) => [modelArn(arns, id)])
  for (const [field, action] of [
    ['Input.S3Uri', 's3:GetObject'],
    ['Output.S3Uri', 's3:PutObject'],
  ] as const)
    if (said(field) !== 'nothing')
      on(field, [action], (uri) =>
        uri.startsWith('s3://') ? [arns.global('s3', uri.slice('s3://'.length))] : undefined,
      )
  if (said('GuardrailIdentifier') !== 'nothing')
    cannotDerive(['bedrock:ApplyGuardrail'], 'a guardrail is granted by its ARN')
}

const customizeModel = (call: Call): void => {
  const { on, isGiven, isSync, allow, arns } = call
  // What is made has no name before it is made, but for its kind.
  const made = [arns.of('bedrock', 'custom-model/*'), arns.of('bedrock', 'model-customization-job/*')]
  on('BaseModelIdentifier', ['bedrock:CreateModelCustomizationJob'], (id) => [modelArn(arns, id), ...made])
  if (isGiven('JobTags') || isGiven('CustomModelTags')) allow(['bedrock:TagResource'], made)
  passRole(call, 'RoleArn', 'bedrock.amazonaws.com')
  if (isSync)
    allow(
      ['bedrock:GetModelCustomizationJob', 'bedrock:StopModelCustomizationJob'],
      [arns.of('bedrock', 'model-customization-job/*')],
    )
}

/** By `service:action`. */
export const bedrockRules: readonly (readonly [string, (call: Call) => void])[] = [
  ['bedrock:invokeModel', invokeModel],
  ['bedrock:createModelCustomizationJob', customizeModel],
]
