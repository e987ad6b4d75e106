/** What a task's function is invoked with, in either language. */
import type { Expression, Task } from '@orkestra/core'

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

/**
 * The arguments of `lambda:invoke` besides the function's name, in a query language or as templates of it.
 *
 * @example lambdaArguments(nodeOf(task('x')), 'JSONata').Payload // '{% $states.input %}'
 */
export const lambdaArguments = (
  { waitsForToken, passesContext }: Task,
  language: 'JSONPath' | 'JSONata',
): { readonly Payload: string | Readonly<Record<string, string>>; readonly ClientContext?: string } => ({
  Payload: payload[language][waitsForToken ? 'token' : 'plain'],
  ...(passesContext && { ClientContext: clientContext[language] }),
})

/** Whether a task's call needs the integration, as an ARN alone passes on neither a token nor a context. */
export const needsIntegration = ({ waitsForToken, passesContext }: Task): boolean =>
  waitsForToken === true || passesContext === true

/** What a function that passes a token on is given, of what the step is given. */
export const tokenEvent = (payload: Expression | undefined): Expression => ({
  _tag: 'Object',
  fields: [
    ['input', payload ?? { _tag: 'Reference', root: { _tag: 'Input' }, path: [] }],
    ['token', { _tag: 'Reference', root: { _tag: 'Context' }, path: ['Task', 'Token'] }],
  ],
})

/** The client context as a field of the arguments. */
export const contextField = (task: Task, language: 'JSONPath' | 'JSONata'): Readonly<Record<string, string>> =>
  task.passesContext ? { [language === 'JSONPath' ? 'ClientContext.$' : 'ClientContext']: clientContext[language] } : {}
