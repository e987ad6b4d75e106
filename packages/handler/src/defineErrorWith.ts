/** Errors with a fixed name and typed data, for the catchers of a workflow. */
import { defineError } from './defineError.ts'

/** An error class with a fixed name and typed data. */
export interface DataErrorClass<Name extends string, Data> {
  new (message: string, data: Data, options?: ErrorOptions): Error & { readonly name: Name; readonly data: Data }
  readonly errorName: Name
  /** The data of an error that a workflow or a test caught; `undefined` if it is a different error or has no data. */
  dataOf(caught: CaughtError | Error): Data | undefined
}

/** The input of a workflow's catcher. */
export interface CaughtError {
  readonly Error: string | null
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
 * Creates an error class with a fixed name and typed data. The data is the last line of the message, because Step Functions passes on nothing else.
 *
 * @example
 * const OutOfStock = defineErrorWith<{ readonly sku: string }>()('OutOfStock')
 * throw new OutOfStock('no guitars left', { sku: 'guitar' })
 * // in the handler of `on('OutOfStock', …)`: OutOfStock.dataOf(caught)?.sku
 * @throws TypeError as `defineError` does.
 */
export const defineErrorWith =
  <Data>() =>
  <const Name extends string>(name: Name): DataErrorClass<Name, Data> => {
    const dataClass = class extends defineError(name) {
      readonly data: Data

      constructor(message: string, data: Data, options?: ErrorOptions) {
        super(`${message}\n${JSON.stringify(data)}`, options)
        this.data = data
      }

      static dataOf(caught: CaughtError | Error): Data | undefined {
        const isCaught = 'Cause' in caught
        if ((isCaught ? caught.Error : caught.name) !== name) return undefined
        const message = isCaught
          ? (parsedJson(caught.Cause) as { readonly errorMessage?: unknown } | null | undefined)?.errorMessage
          : caught.message
        return dataIn(message) as Data | undefined
      }
    }
    Object.defineProperty(dataClass, 'name', { value: name })
    return dataClass
  }
