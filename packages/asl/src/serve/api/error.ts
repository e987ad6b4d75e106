/** Errors of the API, by the names under which AWS's SDKs know them. */

/** A request that is refused. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  /** What `__type` says: `StateMachineDoesNotExist`. */
  readonly code: string
  /** Fields beside the message, where AWS has them. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.more = more
  }
}

/** @example throw validation('Version description can only be set when publish is true') */
export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message)

export const invalidArn = (what: string): ServiceError => new ServiceError('InvalidArn', `Invalid Arn: '${what}'`)

export const invalidToken = (): ServiceError => new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'")

export const noMachine = (arn: string): ServiceError =>
  new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)

export const noExecution = (arn: string): ServiceError =>
  new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)

export const noActivity = (arn: string): ServiceError =>
  new ServiceError('ActivityDoesNotExist', `Activity Does Not Exist: '${arn}'`)

export const notSupported = (): ServiceError =>
  new ServiceError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine')

/** How AWS answers for an alias that it does not have. */
export const noResource = (): ServiceError =>
  new ServiceError('ResourceNotFound', 'Request references a resource that does not exist.')
