import type { Duration, Task } from '@orkestra/core'
import type { QueryLanguage, Scope } from '../states.ts'

/** What is to be emitted. */
export interface EmitOptions {
  /** Default `"JSONPath"`. */
  readonly queryLanguage?: QueryLanguage
  /** Default `"STANDARD"`. */
  readonly type?: 'STANDARD' | 'EXPRESS'
  /** The machine's `Comment`, instead of the graph's own. */
  readonly comment?: string
  /** After which the whole execution times out. */
  readonly timeout?: Duration
  /** Of the integrations' ARNs: `"aws"` (default), `"aws-cn"`, `"aws-us-gov"`. */
  readonly partition?: string
  /** `false`: do not check the size of the definition. */
  readonly limits?: boolean
  /**
   * The name or ARN of a task's function. By default a placeholder `${name}`, for CloudFormation's `DefinitionSubstitutions`
   * and Terraform's `templatefile` to fill.
   */
  readonly functionArn?: (task: Task) => string
  /** The states of tasks that are fragments, by the task's name. Each stands as a Parallel of one branch, its output unwrapped. */
  readonly fragments?: Readonly<Record<string, Scope>>
  /** `false`: each step as states of its own, as a check on the rewrites that make fewer of them. Default `true`. */
  readonly fuse?: boolean
  /** Invoke functions by their ARN, not through `lambda:invoke`: fewer characters, and no `Payload` around the result. */
  readonly payloadResponseOnly?: boolean
}
