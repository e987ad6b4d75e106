/**
 * Whether a function's own name can be a step's name. Bundlers rename functions: in `const price = compose(async function price() {})`, esbuild
 * renames the function to `price2` and rollup to `price$1`, and both invent names for default exports. So a name that a tool can have generated, or
 * the engine did (`bound handle`), does not count.
 */
export const isCertain = (name: string): boolean =>
  /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) && !/^(?:default|anonymous)$|_default$|\d$/.test(name)

/** Throws the error for a step without a name. */
export const nameless = (own: string): never => {
  throw new TypeError(
    `compose: a step needs a name, and ${own ? `a bundler may have made this function's, ${JSON.stringify(own)}` : 'this function has none'}. Write it as a string: handlers({ charge: … }) or compose({ name: 'charge' }, …)`,
  )
}
