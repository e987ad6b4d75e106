/** What a server is told when it is made. */
import type { AnyStep } from '@orkestra/core'
import type { StandIn } from '../execute/calls/answers.ts'
import type { MockConfig } from '../execute/index.ts'

export type MachineType = 'STANDARD' | 'EXPRESS'

/** A machine that is there from the start. */
export interface Registered {
  /** A workflow, whose composed handlers are called; or a definition, as an object or as JSON text. */
  readonly workflow: AnyStep | object | string
  /** Default: the workflow's own, else `'STANDARD'`. */
  readonly type?: MachineType
  /** By the names under which the definition calls them, for a workflow in which more is called than it brings along. */
  readonly lambdas?: Readonly<Record<string, StandIn>>
}

export interface ServerOptions {
  /** Default 8083, as Step Functions Local had it; 0 takes a free one. */
  readonly port?: number
  /** Default `'127.0.0.1'`: nobody else on the network can reach it. */
  readonly host?: string
  /** Machines by their names. */
  readonly workflows?: Readonly<Record<string, AnyStep | Registered>>
  /** Lambda functions by name: each gets the event and what stand-ins of `execute` get: Lambda's context, which is the `TaskContext` as well. An array gives its answers in turn. */
  readonly functions?: Readonly<Record<string, StandIn>>
  /** By resource: `{ 'arn:aws:states:::sqs:sendMessage': (parameters) => … }`. */
  readonly services?: Readonly<Record<string, StandIn>>
  /** Where functions run that are not among `functions`: SAM's `sam local start-lambda`, or any other Lambda endpoint. */
  readonly lambdaEndpoint?: string
  /** Where other services run, by the name that a Resource has for them: `{ dynamodb: 'http://127.0.0.1:8000' }`. Called by the user's own `@aws-sdk/client-*`. */
  readonly endpoints?: Readonly<Record<string, string>>
  /** A MockConfigFile of Step Functions Local: an execution of `…:stateMachine:Name#TestCase` is answered by it. */
  readonly mocks?: MockConfig
  /** Default `'real'`. On the virtual one waits and retries take no time; tokens are waited for all the same. */
  readonly clock?: 'real' | 'virtual'
  /** A folder for an append-only record, from which all comes back. Without it nothing is written to disk. */
  readonly data?: string
  /** Of requests that are signed for none. Default `'123456789012'`. */
  readonly account?: string
  /** Default `'us-east-1'`. */
  readonly region?: string
  /** How many ended executions are kept in memory with their histories. Default 10,000. Older ones are forgotten, or read from `data` again. */
  readonly keep?: number
  /** Further values of a request's `Host` that are let in; those of loopback always are. */
  readonly allowedHosts?: readonly string[]
  /** What time it is when something starts, in milliseconds since 1970, for results that are the same on any day. Default: the machine's own time. */
  readonly now?: () => number
  /** Makes ids and jitter the same each time. */
  readonly seed?: number
  /** Told a line for what a person should know: a task that nothing stands in for, a defect. */
  readonly log?: (line: string) => void
}
