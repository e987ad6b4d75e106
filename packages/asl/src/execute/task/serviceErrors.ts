/** The names that errors of AWS services have in Step Functions. */
import type { Resource } from '../../language/resource.ts'
import { sdkNameOf, sdkService } from '../../sdk/services.ts'
import { TaskFailure } from './taskFailure.ts'

/** A call of a service. */
export type ServiceCall = Extract<Resource, { readonly kind: 'integration' | 'sdk' }>

/** How the errors of optimized integrations begin; those of the SDK's are in the table. */
const optimizedPrefixes: ReadonlyMap<string, string> = new Map([
  ['dynamodb', 'DynamoDB'],
  ['ecs', 'ECS'],
  ['emr-serverless', 'EMRServerless'],
  ['sqs', 'SQS'],
  ['sns', 'SNS'],
  ['events', 'EventBridge'],
  ['states', 'StepFunctions'],
])

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The name of a service's error, as a workflow catches it. @example serviceErrorName(putItem, 'ResourceNotFoundException') // 'DynamoDB.ResourceNotFoundException' */
export const serviceErrorName = ({ kind, service, action }: ServiceCall, name: string): string => {
  const own = kind === 'integration' ? optimizedPrefixes.get(service) : undefined
  const prefix = own ?? sdkService(sdkNameOf(service, action))?.errors ?? firstUpper(service)
  // The SDK of Java, whose names these are, ends them all so.
  return `${prefix}.${kind === 'sdk' && !name.endsWith('Exception') ? `${name}Exception` : name}`
}

/** What a client of the AWS SDK throws when the service refuses: it says whose fault it is. */
const isServiceException = (thrown: unknown): thrown is Error => {
  try {
    return thrown instanceof Error && '$fault' in thrown
  } catch {
    // A Proxy may refuse to say.
    return false
  }
}

/** The refusal of a service as the task's failure; nothing for any other error. */
export const clientFailure = (call: ServiceCall, thrown: unknown): TaskFailure | undefined =>
  isServiceException(thrown) ? new TaskFailure(serviceErrorName(call, thrown.name), thrown.message) : undefined
