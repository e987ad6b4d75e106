/** Amazon States Language as types: what is emitted, and what any reader of ASL meets. https://states-language.net/ */

export type QueryLanguage = 'JSONPath' | 'JSONata'

/** Whatever stands in a payload template. */
export type Template = unknown

/** A `States` object and where it begins: a machine, a branch, an item processor. */
export interface Scope {
  Comment?: string
  StartAt: string
  States: Record<string, State>
}

export interface StateMachine extends Scope {
  Version?: string
  TimeoutSeconds?: number
  QueryLanguage?: QueryLanguage
}

export interface Retrier {
  ErrorEquals: string[]
  IntervalSeconds?: number
  MaxAttempts?: number
  BackoffRate?: number
  MaxDelaySeconds?: number
  JitterStrategy?: 'FULL' | 'NONE'
  Comment?: string
}

export interface Catcher {
  ErrorEquals: string[]
  Next: string
  ResultPath?: string | null
  Output?: Template
  Assign?: Record<string, Template>
  Comment?: string
}

interface Any {
  Comment?: string
  QueryLanguage?: QueryLanguage
}

/** Where a state leads: to the next one, or to the end of its scope. */
export interface Onward {
  Next?: string
  End?: true
}

interface Data {
  InputPath?: string | null
  Parameters?: Template
  Arguments?: Template
  ResultSelector?: Template
  ResultPath?: string | null
  OutputPath?: string | null
  Output?: Template
  Assign?: Record<string, Template>
}

export interface TaskState extends Any, Onward, Data {
  Type: 'Task'
  Resource: string
  TimeoutSeconds?: number | string
  TimeoutSecondsPath?: string
  HeartbeatSeconds?: number | string
  HeartbeatSecondsPath?: string
  Credentials?: Template
  Retry?: Retrier[]
  Catch?: Catcher[]
}

export interface PassState extends Any, Onward, Data {
  Type: 'Pass'
  Result?: unknown
}

export interface ParallelState extends Any, Onward, Data {
  Type: 'Parallel'
  Branches: Scope[]
  Retry?: Retrier[]
  Catch?: Catcher[]
}

/** How a Map runs its items. */
export interface ProcessorConfig {
  Mode?: 'INLINE' | 'DISTRIBUTED'
  ExecutionType?: 'STANDARD' | 'EXPRESS'
}

export interface MapState extends Any, Onward, Data {
  Type: 'Map'
  ItemProcessor?: Scope & { ProcessorConfig?: ProcessorConfig }
  Iterator?: Scope
  Items?: Template
  ItemsPath?: string
  ItemSelector?: Template
  ItemReader?: Template
  ItemBatcher?: Template
  ResultWriter?: Template
  MaxConcurrency?: number | string
  MaxConcurrencyPath?: string
  ToleratedFailureCount?: number | string
  ToleratedFailureCountPath?: string
  ToleratedFailurePercentage?: number | string
  ToleratedFailurePercentagePath?: string
  Label?: string
  Retry?: Retrier[]
  Catch?: Catcher[]
}

export interface ChoiceState extends Any, Data {
  Type: 'Choice'
  Choices: Template[]
  Default?: string
}

export interface WaitState extends Any, Onward, Data {
  Type: 'Wait'
  Seconds?: number | string
  SecondsPath?: string
  Timestamp?: string
  TimestampPath?: string
}

export interface SucceedState extends Any, Data {
  Type: 'Succeed'
}

export interface FailState extends Any {
  Type: 'Fail'
  Error?: string
  ErrorPath?: string
  Cause?: string
  CausePath?: string
}

export type State =
  | TaskState
  | PassState
  | ParallelState
  | MapState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
