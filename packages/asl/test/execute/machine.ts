/** Short ways to run a state or two. */
import { type ExecuteOptions, type Execution, execute } from '@orkestra/asl/execute'

/** A machine of one state. */
export const only = (state: Record<string, unknown>): Record<string, unknown> => ({
  StartAt: 'A',
  States: { A: { End: true, ...state } },
})

/** What comes out of it: the output, or the error's name and cause. */
export const outcome = (execution: Execution): unknown =>
  execution.status === 'SUCCEEDED' ? execution.output : [execution.status, execution.error, execution.cause]

/** The outcome of one state. */
export const run = async (
  state: Record<string, unknown>,
  input: unknown = {},
  options: ExecuteOptions = {},
): Promise<unknown> => outcome(await execute(only(state), input, options))

/** The outcome of a Pass that evaluates one JSONPath expression. */
export const evaluated = async (
  expression: string,
  input: unknown = {},
  options: ExecuteOptions = {},
): Promise<unknown> => {
  const made = await run({ Type: 'Pass', Parameters: { 'v.$': expression } }, input, options)
  return Array.isArray(made) ? made : (made as { readonly v: unknown }).v
}

/** The outcome of a Pass that evaluates one JSONata expression. */
export const queried = (expression: string, input: unknown = {}, options: ExecuteOptions = {}): Promise<unknown> =>
  run({ Type: 'Pass', QueryLanguage: 'JSONata', Output: `{% ${expression} %}` }, input, options)

/** The types of its events. */
export const types = (execution: Execution): readonly string[] => execution.history.map(({ type }) => type)

/** The error's name, of an outcome. */
export const errorIn = (made: unknown): unknown => (Array.isArray(made) ? made[1] : undefined)
