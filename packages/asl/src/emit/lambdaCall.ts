/** What a task's function is invoked with, in either language. */
import type { Task } from '@orkestra/core'
import type { TaskState } from '../states.ts'
import type { EmitOptions } from './options.ts'

/**
 * The client context, for `passesContext`: base64 of `{ "custom": { "execution": …, "state": { Name, EnteredTime, RetryCount } } }`, well
 * below Lambda's 3,583 bytes. `$$.State` holds these three only, and is written by an intrinsic, so that any name of a state is JSON.
 */
const clientContext = {
  JSONPath: {
    'ClientContext.$':
      'States.Base64Encode(States.Format(\'\\{"custom":\\{"execution":"{}","state":{}\\}\\}\', $$.Execution.Id, States.JsonToString($$.State)))',
  },
  JSONata: {
    ClientContext:
      '{% $base64encode($string({"custom": {"execution": $states.context.Execution.Id, "state": $states.context.State}})) %}',
  },
}

const payload = {
  JSONPath: { plain: { 'Payload.$': '$' }, token: { Payload: { 'input.$': '$', 'token.$': '$$.Task.Token' } } },
  JSONata: {
    plain: { Payload: '{% $states.input %}' },
    token: { Payload: { input: '{% $states.input %}', token: '{% $states.context.Task.Token %}' } },
  },
}

/**
 * The state's type, resource, arguments and output. A task that waits for a token or passes its context on is invoked by the
 * integration, as an ARN alone can do neither.
 */
export const lambdaCall = (task: Task, fn: string, options: EmitOptions): TaskState => {
  const { waitsForToken, passesContext } = task
  if (options.payloadResponseOnly && !waitsForToken && !passesContext) return { Type: 'Task', Resource: fn }
  const language = options.queryLanguage ?? 'JSONPath'
  const told = {
    FunctionName: fn,
    ...payload[language][waitsForToken ? 'token' : 'plain'],
    ...(passesContext && clientContext[language]),
  }
  const Resource = `arn:${options.partition ?? 'aws'}:states:::lambda:invoke${waitsForToken ? '.waitForTaskToken' : ''}`
  // The integration's result wraps the function's in status and headers; a step's output is the payload alone. A token's is as it is.
  return language === 'JSONata'
    ? { Type: 'Task', Resource, Arguments: told, ...(!waitsForToken && { Output: '{% $states.result.Payload %}' }) }
    : { Type: 'Task', Resource, Parameters: told, ...(!waitsForToken && { OutputPath: '$.Payload' }) }
}
