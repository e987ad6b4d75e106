/** The body of a request, bounded. */
import type { IncomingMessage } from 'node:http'

/** The largest request of the API is a definition of 1 MiB; in JSON each of its quotes and line ends takes two bytes. */
export const longestBody: number = 4 << 20

/** How long a body may take to come, in milliseconds. */
const slowest = 30_000

/** The text of the body; undefined for one that is too long, or that does not come. */
export const bodyOf = (request: IncomingMessage): Promise<string | undefined> =>
  new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > longestBody) return resolve(undefined)
    const chunks: Buffer[] = []
    let size = 0
    const end = (text: string | undefined): void => {
      clearTimeout(timer)
      resolve(text)
    }
    const timer = setTimeout(() => end(undefined), slowest)
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > longestBody) {
        request.pause()
        end(undefined)
      } else chunks.push(chunk)
    })
    request.on('end', () => end(Buffer.concat(chunks).toString('utf8')))
    request.on('error', () => end(undefined))
    request.on('close', () => end(undefined))
  })
