/** ARNs of Step Functions, taken apart. */
import { invalidArn, ServiceError } from './error.ts'

/** Whose request it is: accounts and regions are kept apart. */
export interface Scope {
  readonly partition: string
  readonly region: string
  readonly account: string
}

/** The partition that a region is in. */
export const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'

/** Of requests that are signed for none. */
export const defaultScope = ({
  account = '123456789012',
  region = 'us-east-1',
}: {
  readonly account?: string
  readonly region?: string
}): Scope => ({ partition: partitionOf(region), region, account })

export interface Arn extends Scope {
  readonly text: string
  readonly type: string
  /** What follows the type: `Orders`, `Orders:3`, `Orders/Label:uuid`. */
  readonly rest: readonly string[]
}

/** `arn:aws:states:us-east-1:123456789012:stateMachine` of a scope. */
export const arnOf = ({ partition, region, account }: Scope, type: string, ...rest: readonly string[]): string =>
  ['arn', partition, 'states', region, account, type, ...rest].join(':')

/**
 * Takes an ARN apart.
 *
 * @throws ServiceError InvalidArn for a text that is none, or is one of another type than those that are expected here.
 */
export const parseArn = (text: string, ...types: readonly string[]): Arn => {
  const [arn, partition = '', service = '', region = '', account = '', type = '', ...rest] = text.split(':')
  if (arn !== 'arn') throw invalidArn(`Invalid ARN prefix: ${text}`)
  if (partition === '' || type === '' || rest.length === 0) throw invalidArn(`ARN is not valid: ${text}`)
  if (service !== 'states') throw invalidArn(`Invalid service name: ${service}`)
  if (!types.includes(type)) throw invalidArn(`Resource type not valid in this context: ${type}`)
  return { text, partition, region, account, type, rest }
}

// https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html#StepFunctions-CreateStateMachine-request-name
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\ufffe\uffff]|\p{Surrogate}/u

/** A name of a machine, an execution or an activity. @throws ServiceError InvalidName */
export const checkedName = (name: string): string => {
  if (forbidden.test(name)) throw new ServiceError('InvalidName', `Invalid Name: '${name}'`)
  return name
}
