/** What the AWS CLI prints about a machine: its definition is JSON text in a field. */
import { isObject } from '../validate/outline/fields.ts'

export interface Exported {
  readonly definition: string
  readonly name: string | undefined
  readonly type: 'STANDARD' | 'EXPRESS' | undefined
}

/**
 * A machine as `aws stepfunctions describe-state-machine` and `describe-state-machine-for-execution` print it, and as
 * `create-state-machine --cli-input-json` takes it.
 */
export const exportedMachine = (value: unknown): Exported | undefined => {
  if (!isObject(value) || typeof value.definition !== 'string' || value.States !== undefined) return undefined
  return {
    definition: value.definition,
    name: typeof value.name === 'string' ? value.name : undefined,
    type: value.type === 'EXPRESS' || value.type === 'STANDARD' ? value.type : undefined,
  }
}

/** Whether a value is the output of `aws stepfunctions get-execution-history`. */
export const isHistory = (value: unknown): boolean =>
  isObject(value) &&
  Array.isArray(value.events) &&
  value.States === undefined &&
  value.events.every((event) => isObject(event) && typeof event.type === 'string')
