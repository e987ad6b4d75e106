/** An error class whose name a bundler cannot change. */
export interface NamedErrorClass<Name extends string> {
  new (message?: string, options?: ErrorOptions): Error & { readonly name: Name }
  /** The value of `Error` in Step Functions, which catchers match. */
  readonly errorName: Name
}

/**
 * Creates an error class with a fixed name. Step Functions matches errors by the `name` of the thrown error. Minifiers rename classes, but
 * not a name written as a string.
 *
 * @example
 * const OrderRejected = defineError('OrderRejected')
 * throw new OrderRejected('out of stock') // Error: "OrderRejected"
 * @throws TypeError when the name is empty or starts with `States.`, which is reserved.
 */
export const defineError = <const Name extends string>(name: Name): NamedErrorClass<Name> => {
  if (name.trim() === '' || name.startsWith('States.'))
    throw new TypeError(`defineError(${JSON.stringify(name)}): a name must not be empty or begin with "States."`)
  const errorClass = class extends Error {
    static readonly errorName = name
    override readonly name = name
  }
  Object.defineProperty(errorClass, 'name', { value: name })
  return errorClass
}
