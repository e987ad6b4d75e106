/**
 * Thrown by `executeState` for a request that the TestState API refuses, with the message of AWS.
 *
 * @example await executeState(definition, {}, { stateName: 'Missing' }) // TestStateError
 */
export class TestStateError extends Error {
  override readonly name = 'TestStateError'
  /** `ValidationException` or `InvalidDefinition`. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
