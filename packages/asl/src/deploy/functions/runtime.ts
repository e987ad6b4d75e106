/** What Lambda runs functions in. */

/** The newest long-term release of Node.js that Lambda has: the runtime of a function that names none, whatever deploys it. */
export const defaultRuntime = 'nodejs24.x'

/** What esbuild calls a runtime of Node.js. @example esbuildTarget('nodejs24.x') // 'node24' */
export const esbuildTarget = (runtime: string): string => {
  const version = /^nodejs(\d+)/.exec(runtime)?.[1]
  return version === undefined ? 'es2022' : `node${version}`
}
