/**
 * Who may talk to the server. It does what it is asked, so no web page may ask: not one of another site (its `Origin` is not ours), and
 * not one that a rebound DNS name leads here (its `Host` is not ours).
 */
import type { IncomingMessage } from 'node:http'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

const isLoopback = (name: string): boolean =>
  loopback.has(name) || name.endsWith('.localhost') || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)

/** `localhost:8083` without its port. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/** Why a request is not let in; undefined when it is. */
export const refusalOf = (
  { method, url, headers }: IncomingMessage,
  allowedHosts: ReadonlySet<string>,
): string | undefined => {
  const { host = '', origin } = headers
  const name = nameOf(host)
  // The `sync-` host of StartSyncExecution and TestState, where it resolves at all.
  const bare = name.replace(/^sync-/, '')
  if (!isLoopback(bare) && !allowedHosts.has(bare))
    return `the Host ${JSON.stringify(host)} is not one of this server: allow it with --allow-host ${bare}`
  if (origin !== undefined && origin !== `http://${host}`)
    return `the Origin ${JSON.stringify(origin)} is not this server's own: no other page may use it`
  // A cross-site GET of a script or an image has no Origin; browsers tell of it so.
  const site = headers['sec-fetch-site']
  // A link to the page itself may be anywhere: it shows nothing to where it came from, and nobody may frame it.
  if (method === 'GET' && url === '/' && headers['sec-fetch-mode'] === 'navigate') return undefined
  if (site === 'cross-site' || site === 'same-site') return 'a page of another site may not use this server'
  return undefined
}
