/** A service call and an activity as the fields of a Task state. https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
import { type Expression, fieldNames, type Task, wholeSeconds } from '@orkestra/core'
import type { TaskState } from '../states.ts'
import { payloadField, resourceArn, type TemplateWriter, templateOf } from './template.ts'

/** Of a Task state, what its target and options say; not its name, `Retry`, `Catch` and successor. */
export type TaskFields = Omit<TaskState, 'Next' | 'End' | 'Retry' | 'Catch' | 'Comment' | 'QueryLanguage'>

export type ServiceTask = Task & { readonly target: { readonly kind: 'service' } }
export type ActivityTask = Task & { readonly target: { readonly kind: 'activity' } }

/**
 * What is made of a task's raw result. A `ResultSelector` can only be an object, so in JSONPath anything else is put into one and taken
 * out of it again.
 */
export const resultFields = (
  result: Expression | undefined,
  writer: TemplateWriter,
): Pick<TaskState, 'ResultSelector' | 'OutputPath' | 'Output'> => {
  if (result === undefined) return {}
  if (writer.language === 'JSONata') return { Output: writer.template(result) }
  return fieldNames(result) !== undefined
    ? { ResultSelector: writer.template(result) }
    : { ResultSelector: templateOf(writer, { value: result }), OutputPath: '$.value' }
}

const timeFields = ({ taskTimeout, heartbeat }: Task): Pick<TaskState, 'TimeoutSeconds' | 'HeartbeatSeconds'> => ({
  ...(taskTimeout && { TimeoutSeconds: wholeSeconds(taskTimeout) }),
  ...(heartbeat && { HeartbeatSeconds: wholeSeconds(heartbeat) }),
})

/**
 * The fields of a service call.
 *
 * @example
 * serviceFields(service('sns:publish', { Message: 'm' }), writer)
 * // { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Parameters: { Message: 'm' } }
 */
export const serviceFields = (task: ServiceTask, writer: TemplateWriter): TaskFields => ({
  Type: 'Task',
  Resource: resourceArn(writer, task.target.resource),
  ...payloadField(writer, task.target.arguments),
  ...resultFields(task.result, writer),
  ...timeFields(task),
  ...(task.credentials !== undefined && { Credentials: templateOf(writer, { RoleArn: task.credentials }) }),
})

/** The fields of an activity. It gets the whole input. */
export const activityFields = (task: ActivityTask, writer: TemplateWriter): TaskFields => ({
  Type: 'Task',
  Resource: task.target.arn,
  // A state of JSONata without Arguments gives its task the input, too: https://states-language.net/#arguments
  ...resultFields(task.result, writer),
  ...timeFields(task),
})

/** The fields of a task that is no function. */
export const calling = (task: ServiceTask | ActivityTask, writer: TemplateWriter): TaskFields =>
  task.target.kind === 'service'
    ? serviceFields(task as ServiceTask, writer)
    : activityFields(task as ActivityTask, writer)
