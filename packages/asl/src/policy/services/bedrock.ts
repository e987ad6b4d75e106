/** What Bedrock needs. https://docs.aws.amazon.com/step-functions/latest/dg/bedrock-iam.html */

import { type Call, shown } from '../call.ts'
import { type Arns, isArn } from '../permissions/arns.ts'
import { passRole } from '../permissions/passRole.ts'
import { objectArn } from './s3.ts'

/** Of a foundation model by its id: no account owns it. */
const modelArn = (arns: Arns, id: string): string =>
  isArn(id) || id.startsWith('${') ? arns.told(id) : arns.unowned('bedrock', `foundation-model/${id}`)

/**
 * The id of a profile that routes to several regions: where they are, and a model. An id of a model begins with its maker.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
const profileId = /^(?:us|us-gov|eu|apac|jp|au|ca|sa|me|global)\.([a-z0-9]+\.[^/]+)$/

/**
 * Allows to invoke a model. A profile needs itself and, by way of itself alone, its model wherever it routes to: which regions those
 * are changes, and the condition keeps all others out.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
export const invokeModelOf = (call: Call, actions: readonly string[]): void => {
  const { said, on, allow, cannotDerive, arns } = call
  const model = said('ModelId')
  if (typeof model !== 'object') return on('ModelId', actions, () => undefined)
  const id = arns.told(model.text)
  if (id.startsWith('${') && arns.meaning(model.text) === undefined)
    return cannotDerive(actions, `the ModelId ${shown(id)} may be a model, or a profile that routes to models`)
  const named = /^arn:[^:]+:bedrock:.*:inference-profile\/(.+)$/.exec(id)?.[1] ?? id
  const routed = profileId.exec(named)?.[1]
  if (routed !== undefined) {
    const profile = isArn(id) ? id : arns.of('bedrock', `inference-profile/${id}`)
    allow(actions, [profile])
    return allow(actions, [arns.everywhere('bedrock', `foundation-model/${routed}`)], {
      StringEquals: { 'bedrock:InferenceProfileArn': profile },
    })
  }
  allow(actions, [modelArn(arns, id)])
  if (/:application-inference-profile\/|:inference-profile\//.test(id))
    cannotDerive(actions, `which models the profile ${shown(id)} routes to stands in the profile`)
}

const invokeModel = (call: Call): void => {
  const { on, said, cannotDerive } = call
  invokeModelOf(call, ['bedrock:InvokeModel'])
  for (const [field, action] of [
    ['Input.S3Uri', 's3:GetObject'],
    ['Output.S3Uri', 's3:PutObject'],
  ] as const)
    if (said(field) !== 'nothing')
      on(field, [action], (uri) => {
        const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? []
        return bucket === undefined || key === undefined ? undefined : objectArn(call, bucket, key)
      })
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
