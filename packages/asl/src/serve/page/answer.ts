/** What a browser asks for. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { World } from '../world.ts'

/** Answers one request of a browser. */
export const answerPage = async (_world: World, _request: IncomingMessage, response: ServerResponse): Promise<void> => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('There is nothing here.\n')
}
