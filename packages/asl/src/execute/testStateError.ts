/** A request of TestState that AWS refuses, in its words. */
export class TestStateError extends Error {
  override readonly name = 'TestStateError'
  /** `ValidationException` or `InvalidDefinition`. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
