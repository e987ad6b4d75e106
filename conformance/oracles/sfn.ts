/** AWS's own client of Step Functions, against a server of ours: nothing here knows how the server works. */
import { SFNClient } from '@aws-sdk/client-sfn'
import { createServer, type Server, type ServerOptions } from '@orkestra/asl/serve'

export const account = '123456789012'
export const region = 'us-east-1'
export const role = `arn:aws:iam::${account}:role/workflow`

export const clientFor = (server: Server, of = region, accessKeyId = 'local'): SFNClient =>
  new SFNClient({
    endpoint: server.url,
    region: of,
    credentials: { accessKeyId, secretAccessKey: 'local' },
    disableHostPrefix: true,
    maxAttempts: 1,
  })

/** A server on a free port, and a client of it, for as long as the body takes. */
export const served = async (
  options: ServerOptions,
  body: (client: SFNClient, server: Server) => Promise<void>,
): Promise<void> => {
  const server = await createServer({ port: 0, ...options })
  const client = clientFor(server)
  try {
    await body(client, server)
  } finally {
    client.destroy()
    await server.close()
  }
}

/** The name and the message of the error that a call is refused with. */
export const refusal = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
  } catch (error) {
    const { name, message } = error as Error
    return `${name}: ${message}`
  }
  throw new Error('the call was not refused')
}
