/**
 * Step Functions on this machine, behind the AWS API. A separate entry: it listens on a port.
 *
 * @module @orkestra/asl/serve
 */

export { DataError } from './journal.ts'
export type { Registered, ServerOptions } from './options.ts'
export { createServer, type Server } from './server.ts'
export type { Problem } from './world.ts'
