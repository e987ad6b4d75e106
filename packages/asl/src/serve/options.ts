/** Options of a server. */
import type { AnyStep } from '@orkestra/core'
import type { StandIn } from '../execute/calls/answers.ts'
import type { MockConfig } from '../execute/index.ts'

export type MachineType = 'STANDARD' | 'EXPRESS'

/** A machine that exists from the start. */
export interface Registered {
  /** A workflow, whose composed handlers are called; or a definition, as an object or as JSON text. */
  readonly workflow: AnyStep | object | string
  /** Default: the workflow's own, else `'STANDARD'`. */
  readonly type?: MachineType
  /** Further functions, by the names under which the definition calls them. */
  readonly lambdas?: Readonly<Record<string, StandIn>>
}

export interface ServerOptions {
  /** Default 8083, as in Step Functions Local; 0 picks a free port. */
  readonly port?: number
  /** Default `'127.0.0.1'`: not reachable from the network. */
  readonly host?: string
  /** Machines by their names. */
  readonly workflows?: Readonly<Record<string, AnyStep | Registered>>
  /** Lambda functions by name: each gets the event and, like stand-ins of `execute`, a Lambda context that is also a `TaskContext`. An array returns its answers in turn. */
  readonly functions?: Readonly<Record<string, StandIn>>
  /** By resource: `{ 'arn:aws:states:::sqs:sendMessage': (parameters) => … }`. */
  readonly services?: Readonly<Record<string, StandIn>>
  /** The endpoint of all other functions: SAM's `sam local start-lambda`, or any Lambda endpoint. */
  readonly lambdaEndpoint?: string
  /** Endpoints of other services, by their name in a Resource: `{ dynamodb: 'http://127.0.0.1:8000' }`. Called by the user's own `@aws-sdk/client-*`. */
  readonly endpoints?: Readonly<Record<string, string>>
  /** A MockConfigFile of Step Functions Local: an execution of `…:stateMachine:Name#TestCase` is answered by it. */
  readonly mocks?: MockConfig
  /** Default `'real'`. With `'virtual'`, waits and retries take no time; task tokens still wait. */
  readonly clock?: 'real' | 'virtual'
  /** A folder for an append-only log that restores everything after a restart. Default: nothing is written to disk. */
  readonly data?: string
  /** The account of unsigned requests. Default `'123456789012'`. */
  readonly account?: string
  /** Default `'us-east-1'`. */
  readonly region?: string
  /** How many finished executions stay in memory with their histories. Default 10,000. Older ones are dropped, or read from `data`. */
  readonly keep?: number
  /** Further `Host` values to accept; loopback is always accepted. */
  readonly allowedHosts?: readonly string[]
  /** What time it is when something starts, in milliseconds since 1970, for results that are the same on any day. Default: the machine's own time. */
  readonly now?: () => number
  /** A seed: ids and jitter are then reproducible. */
  readonly seed?: number
  /** Receives log lines, such as a task without a stand-in, or a defect. */
  readonly log?: (line: string) => void
}
