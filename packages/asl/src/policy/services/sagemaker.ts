/** What SageMaker needs. https://docs.aws.amazon.com/step-functions/latest/dg/sagemaker-iam.html */
import { isExpression } from '../../language/jsonata.ts'
import type { Call } from '../call.ts'
import { passRole } from '../permissions/passRole.ts'

interface Job {
  /** As in `sagemaker:CreateTrainingJob`. */
  readonly type: string
  /** As in the ARN. */
  readonly resource: string
  /** As in the name of the rule by which its end is learnt. */
  readonly rule: string
  /** Hands on the roles that the job acts in. */
  readonly roles: (call: Call) => void
}

/** Of whatever is made: the developer guide allows it on all there is. */
const listTags = ({ allow }: Call): void => allow(['sagemaker:ListTags'], ['*'])

const ownRole = (call: Call): void => passRole(call, 'RoleArn', 'sagemaker.amazonaws.com')

/** The roles of the training jobs that a tuning job starts: of one definition, or of several. */
const rolesOfTrainings = (call: Call): void => {
  if (!call.isGiven('TrainingJobDefinitions'))
    return passRole(call, 'TrainingJobDefinition.RoleArn', 'sagemaker.amazonaws.com')
  const several = call.value('TrainingJobDefinitions')
  const roles: unknown[] = Array.isArray(several) ? several.map((definition) => definition?.RoleArn) : [undefined]
  for (const role of new Set(roles))
    if (typeof role === 'string' && !isExpression(role))
      call.allow(['iam:PassRole'], [call.arns.role(role)], {
        StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
      })
    else
      call.cannotDerive(['iam:PassRole'], 'a RoleArn in TrainingJobDefinitions is known only to the running execution')
}

const jobs: readonly Job[] = [
  { type: 'TrainingJob', resource: 'training-job', rule: 'TrainingJobs', roles: ownRole },
  // A transform job takes its role from its model.
  { type: 'TransformJob', resource: 'transform-job', rule: 'TransformJobs', roles: () => {} },
  { type: 'ProcessingJob', resource: 'processing-job', rule: 'ProcessingJobs', roles: ownRole },
  { type: 'LabelingJob', resource: 'labeling-job', rule: 'LabelingJobs', roles: ownRole },
  {
    type: 'HyperParameterTuningJob',
    resource: 'hyper-parameter-tuning-job',
    rule: 'TuningJobs',
    roles: rolesOfTrainings,
  },
]

const createJob =
  ({ type, resource, rule, roles }: Job) =>
  (call: Call): void => {
    const actions = [
      `sagemaker:Create${type}`,
      'sagemaker:AddTags',
      ...(call.isSync ? [`sagemaker:Describe${type}`, `sagemaker:Stop${type}`] : []),
    ]
    call.on(`${type}Name`, actions, (name) => [call.arns.of('sagemaker', `${resource}/${name}`)])
    roles(call)
    listTags(call)
    if (call.isSync) call.rule(`StepFunctionsGetEventsForSageMaker${rule}Rule`)
  }

/** Models and endpoints are in lower case in their ARNs; a placeholder keeps its own. */
const lower = (name: string): string =>
  name.replace(/\$\{[^}]*\}|[A-Z]/g, (part) => (part.length > 1 ? part : part.toLowerCase()))

const onNamed = (call: Call, field: string, resource: string, actions: readonly string[]): void =>
  call.on(
    field,
    [...actions, ...(call.isGiven('Tags') ? ['AddTags'] : [])].map((action) => `sagemaker:${action}`),
    (name) => [call.arns.of('sagemaker', `${resource}/${lower(name)}`)],
  )

const onEndpoint =
  (action: string) =>
  (call: Call): void => {
    if (action === 'CreateEndpoint') listTags(call)
    onNamed(call, 'EndpointName', 'endpoint', [action])
    call.on('EndpointConfigName', [`sagemaker:${action}`], (name) => [
      call.arns.of('sagemaker', `endpoint-config/${lower(name)}`),
    ])
  }

const createModel = (call: Call): void => {
  onNamed(call, 'ModelName', 'model', ['CreateModel'])
  listTags(call)
  if (call.isGiven('ExecutionRoleArn')) passRole(call, 'ExecutionRoleArn', 'sagemaker.amazonaws.com')
}

const createEndpointConfig = (call: Call): void => {
  onNamed(call, 'EndpointConfigName', 'endpoint-config', ['CreateEndpointConfig'])
  listTags(call)
  if (call.isGiven('ExecutionRoleArn')) passRole(call, 'ExecutionRoleArn', 'sagemaker.amazonaws.com')
}

/** By `service:action`. */
export const sagemakerRules: readonly (readonly [string, (call: Call) => void])[] = [
  ...jobs.map((job) => [`sagemaker:create${job.type}`, createJob(job)] as const),
  ['sagemaker:createEndpoint', onEndpoint('CreateEndpoint')],
  ['sagemaker:createEndpointConfig', createEndpointConfig],
  ['sagemaker:createModel', createModel],
  ['sagemaker:updateEndpoint', onEndpoint('UpdateEndpoint')],
]
