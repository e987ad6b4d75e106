/** What a task's function is invoked with, in either language. */
import type { Task } from '@orkestra/core'
import type { TaskState } from '../states.ts'
import type { EmitOptions } from './options.ts'

/**
 * The client context, for `passesContext`: base64 of `{ "custom": { "execution": …, "state": { Name, EnteredTime, RetryCount } } }`, well
 * below Lambda's 3,583 bytes. `$$.State` holds these three only, and is written by an intrinsic, so that any name of a state is JSON.
 */
const clientContext = {
  JSONPath:
    'States.Base64Encode(States.Format(\'\\{"custom":\\{"execution":"{}","state":{}\\}\\}\', $$.Execution.Id, States.JsonToString($$.State)))',
  JSONata:
    '{% $base64encode($string({"custom": {"execution": $states.context.Execution.Id, "state": $states.context.State}})) %}',
}

const payload = {
  JSONPath: { plain: '$', token: { 'input.$': '$', 'token.$': '$$.Task.Token' } },
  JSONata: {
    plain: '{% $states.input %}',
    token: { input: '{% $states.input %}', token: '{% $states.context.Task.Token %}' },
  },
}

/** The arguments of `lambda:invoke` besides the function's name, as texts of a query language or templates of them. */
export const lambdaArguments = (
  { waitsForToken, passesContext }: Task,
  language: 'JSONPath' | 'JSONata',
): { readonly Payload: string | Readonly<Record<string, string>>; readonly ClientContext?: string } => ({
  Payload: payload[language][waitsForToken ? 'token' : 'plain'],
  ...(passesContext && { ClientContext: clientContext[language] }),
})

/** Fields of JSONPath whose value is computed end in `.$`. */
const computed = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [typeof value === 'string' ? `${key}.$` : key, value]),
  )

/**
 * The state's type, resource, arguments and output. A task that waits for a token or passes its context on is invoked by the
 * integration, as an ARN alone can do neither.
 */
export const lambdaCall = (task: Task, fn: string, options: EmitOptions): TaskState => {
  const { waitsForToken, passesContext } = task
  if (options.payloadResponseOnly && !waitsForToken && !passesContext) return { Type: 'Task', Resource: fn }
  const language = options.queryLanguage ?? 'JSONPath'
  const told = lambdaArguments(task, language)
  const Resource = `arn:${options.partition ?? 'aws'}:states:::lambda:invoke${waitsForToken ? '.waitForTaskToken' : ''}`
  // The integration's result wraps the function's in status and headers; a step's output is the payload alone. A token's is as it is.
  if (language === 'JSONata') {
    const Output = waitsForToken ? {} : { Output: '{% $states.result.Payload %}' }
    return { Type: 'Task', Resource, Arguments: { FunctionName: fn, ...told }, ...Output }
  }
  const OutputPath = waitsForToken ? {} : { OutputPath: '$.Payload' }
  return { Type: 'Task', Resource, Parameters: { FunctionName: fn, ...computed(told) }, ...OutputPath }
}
