/**
 * Whether a function's own name may be a step's name. A bundler renames functions: esbuild makes `price2` of
 * `const price = compose(async function price() {})`, rollup `price$1`, and both invent names for default exports. So a name that a tool
 * may have made, or that the engine made (`bound handle`), is none.
 */
export const isCertain = (name: string): boolean =>
  /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) && !/^(?:default|anonymous)$|_default$|\d$/.test(name)

/** The error of a step without a name. */
export const nameless = (own: string): never => {
  throw new TypeError(
    `compose: a step needs a name, and ${own ? `a bundler may have made this function's, ${JSON.stringify(own)}` : 'this function has none'}. Write it as a string: handlers({ charge: … }) or compose({ name: 'charge' }, …)`,
  )
}
