/** Roles that a call of the SDK hands on to a service, which is an action on the role. */
import { isExpression } from '../../language/jsonata.ts'
import type { Call } from '../call.ts'
import { isArn, isPlaceholder } from '../permissions/arns.ts'

/** To these a role is what they act on, or a principal. */
const ofRolesThemselves = new Set(['iam', 'sts', 'lakeformation', 'accessanalyzer'])

/**
 * Who acts in the roles that a service is given, where that is one and the same. By the service in the SDK; each has it in its guide, as
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
const principals: ReadonlyMap<string, string> = new Map([
  ...[
    'backup',
    'bedrock',
    'cloudformation',
    'codebuild',
    'codepipeline',
    'comprehend',
    'datasync',
    'firehose',
    'forecast',
    'glue',
    'iot',
    'kendra',
    'lambda',
    'personalize',
    'pipes',
    'rekognition',
    'sagemaker',
    'scheduler',
    'textract',
    'transcribe',
    'transfer',
    'translate',
  ].map((service) => [service, `${service}.amazonaws.com`] as const),
  ['bedrockagent', 'bedrock.amazonaws.com'],
  ['eventbridge', 'events.amazonaws.com'],
  ['kinesisanalyticsv2', 'kinesisanalytics.amazonaws.com'],
  ['sfn', 'states.amazonaws.com'],
])

/** The role of a task is ECS's, whoever starts it. */
const ofTasks = /^(?:TaskRoleArn|ExecutionRoleArn)$/
const tasks = new Set(['ecs', 'batch'])

const isRole = (text: string): boolean => /^arn:[^:]+:iam::[^:]*:role\//.test(text)

/** In these a field called `Role` is one, by its ARN or, in Glue, by its name. Elsewhere it may be what somebody plays. */
const havingRole = new Set(['glue', 'lambda'])

/** A field that hands a role on, whatever it holds. */
const namesRole = (key: string, service: string): boolean =>
  /Role(?:Arn|ARN)$/.test(key) || (key === 'Role' && havingRole.has(service))

/**
 * Allows to hand on the roles that the call is given, to the service that will act in them. Where the arguments do not tell the role, or
 * nobody tells the service, it says so: a permission to hand a role to any is more than the call asks for.
 */
export const handedOn = ({ given, allow, cannotDerive, arns }: Call, service: string): void => {
  if (given === undefined || ofRolesThemselves.has(service)) return
  const open: (readonly [key: string, value: unknown])[] = Object.entries(given)
  const done = new Set<string>()
  const once = (what: string): boolean => !done.has(what) && done.add(what).size > 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [key, value] = next
    if (typeof value === 'object' && value !== null) {
      for (const [inner, each] of Object.entries(value)) open.push([Array.isArray(value) ? key : inner, each])
      continue
    }
    if (typeof value !== 'string') continue
    const field = key.replace(/\.\$$/, '')
    if (field !== key || isExpression(value)) {
      if (namesRole(field, service) && once(field))
        cannotDerive(['iam:PassRole'], `${field} is known only to the running execution`)
      continue
    }
    const isTold = isRole(value) || isArn(arns.told(value))
    const isNamed = namesRole(field, service) && (isPlaceholder(value) || (service === 'glue' && field === 'Role'))
    if (!(isTold ? /Role(?:Arn|ARN)?$/.test(field) : isNamed) || !once(value)) continue
    const principal = tasks.has(service) && ofTasks.test(field) ? 'ecs-tasks.amazonaws.com' : principals.get(service)
    if (principal === undefined)
      cannotDerive(
        ['iam:PassRole'],
        `the call hands the role ${arns.role(value)} on, to a service that it does not name`,
      )
    else allow(['iam:PassRole'], [arns.role(value)], { StringEquals: { 'iam:PassedToService': principal } })
  }
}
