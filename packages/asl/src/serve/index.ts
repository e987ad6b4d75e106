/** Step Functions on this machine, by AWS's own API. An entry of its own: it listens, and runs what it is told to. */
export { DataError } from './journal/lines.ts'
export type { Registered, ServerOptions } from './options.ts'
export { createServer, type Server } from './server.ts'
export type { Problem } from './world.ts'
