import type { Task } from '@orkestra/core'

/**
 * The key of the placeholder for a task's function: the task's name, reduced to letters and digits, which CloudFormation and
 * Terraform both take. Where that leaves a digit in front, or nothing, `fn` goes before it.
 *
 * @example placeholderKey('charge-card') // 'chargecard'
 */
export const placeholderKey = (name: string): string => {
  const reduced = name.replace(/[^A-Za-z0-9]/g, '')
  // Terraform's identifiers start with a letter.
  return /^[A-Za-z]/.test(reduced) ? reduced : `fn${reduced}`
}

/** What a task's function is called in its state: the placeholder, or the function's ARN where that is the task's name. @example placeholder(x) // '${x}' */
export const placeholder = ({ name }: Task): string => (isFunctionArn(name) ? name : `\${${placeholderKey(name)}}`)

/**
 * Which placeholder stands for which function: what `DefinitionSubstitutions` or `templatefile` are to be given.
 *
 * @example placeholders([x, y]) // Map { 'x' => 'x', 'y' => 'y' }: from the key to the task's name
 */
export const placeholders = (tasks: readonly Task[]): ReadonlyMap<string, string> =>
  new Map(tasks.map((task) => [placeholderKey(task.name), task.name]))

/**
 * Whether a task's name is the ARN of a function: then that function is called, and nothing stands for it.
 *
 * @example isFunctionArn('arn:aws:lambda:eu-west-1:123456789012:function:legacy') // true
 */
export const isFunctionArn = (name: string): boolean => /^arn:[^:]+:lambda:[^:]*:[^:]*:function:./.test(name)
