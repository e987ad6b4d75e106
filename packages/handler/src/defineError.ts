/** An error class whose name a bundler cannot change. */
export interface NamedErrorClass<Name extends string> {
  new (message?: string, options?: ErrorOptions): Error & { readonly name: Name }
  /** What Step Functions shows as `Error`, and what a catcher names. */
  readonly errorName: Name
  /**
   * The same with data, which the catcher reads by `dataOf`. It travels in the message, as its last line, because Step Functions passes on
   * nothing else.
   *
   * @example
   * const OutOfStock = defineError('OutOfStock').carrying<{ readonly sku: string }>()
   * throw new OutOfStock('no guitars left', { sku: 'guitar' })
   * // in the handler of `on('OutOfStock', …)`: OutOfStock.dataOf(caught)?.sku
   */
  carrying<Data>(): DataErrorClass<Name, Data>
}

/** An error class with a fixed name and typed data. */
export interface DataErrorClass<Name extends string, Data> {
  new (message: string, data: Data, options?: ErrorOptions): Error & { readonly name: Name; readonly data: Data }
  readonly errorName: Name
  /** The data of an error, as it was caught by a workflow or in a test; `undefined` where the error is another, or has none. */
  dataOf(caught: CaughtError | Error): Data | undefined
}

/** What a catcher of a workflow gets. */
export interface CaughtError {
  readonly Error: string
  readonly Cause: string | null
}

const parsedJson = (text: string | null | undefined): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

const dataIn = (message: unknown): unknown =>
  typeof message === 'string' ? parsedJson(message.slice(message.lastIndexOf('\n') + 1)) : undefined

/**
 * Makes an error class with a fixed name. Step Functions matches errors by the `name` of what a function throws, and a
 * minifier renames classes: a name given as text stays.
 *
 * @example
 * const OrderRejected = defineError('OrderRejected')
 * throw new OrderRejected('out of stock') // Error: "OrderRejected"
 * @throws TypeError when the name is empty, or begins with `States.`, which is reserved.
 */
export const defineError = <const Name extends string>(name: Name): NamedErrorClass<Name> => {
  if (name.trim() === '' || name.startsWith('States.'))
    throw new TypeError(`defineError(${JSON.stringify(name)}): a name must not be empty nor begin with "States."`)
  const errorClass = class extends Error {
    static readonly errorName = name
    override readonly name = name

    static carrying(): DataErrorClass<Name, unknown> {
      const dataClass = class extends errorClass {
        readonly data: unknown

        constructor(message: string, data: unknown, options?: ErrorOptions) {
          super(`${message}\n${JSON.stringify(data)}`, options)
          this.data = data
        }

        static dataOf(caught: CaughtError | Error): unknown {
          if ('Cause' in caught)
            return caught.Error === name
              ? dataIn((parsedJson(caught.Cause) as { readonly errorMessage?: unknown } | undefined)?.errorMessage)
              : undefined
          return caught.name === name ? dataIn(caught.message) : undefined
        }
      }
      Object.defineProperty(dataClass, 'name', { value: name })
      return dataClass
    }
  }
  Object.defineProperty(errorClass, 'name', { value: name })
  return errorClass as unknown as NamedErrorClass<Name>
}
