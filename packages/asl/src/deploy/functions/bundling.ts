/** How a handler is bundled, whatever tool does it: the same settings for CDK, SAM, Terraform and your own scripts. */
import { defaultRuntime, esbuildTarget } from './runtime.ts'

/** Settings of esbuild, by the names of its API. */
export interface Bundling {
  readonly bundle: true
  readonly platform: 'node'
  readonly format: 'esm'
  readonly target: string
  readonly mainFields: string[]
  readonly external: string[]
  readonly banner: { readonly js: string }
}

/**
 * What an ES module lacks and a CommonJS package in its bundle may use. On the global object, where a module's own constants of
 * these names do not collide with them.
 */
const banner: string = [
  "import{createRequire as __createRequire}from'node:module';",
  "import{fileURLToPath as __fileURLToPath}from'node:url';",
  'globalThis.require??=__createRequire(import.meta.url);',
  'globalThis.__filename??=__fileURLToPath(import.meta.url);',
  "globalThis.__dirname??=__fileURLToPath(new URL('.',import.meta.url));",
].join('')

/**
 * esbuild's settings for the handlers of a runtime: one ES module, `index.mjs`, as a handler names itself by `import.meta.url`; with
 * `require`, `__filename` and `__dirname` for what is CommonJS in it; without the AWS SDK, which the runtime has.
 *
 * @example await build({ ...bundling('nodejs24.x'), entryPoints: ['src/handlers.ts'], outfile: 'build/index.mjs' })
 */
export const bundling = (runtime: string = defaultRuntime): Bundling => ({
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: esbuildTarget(runtime),
  mainFields: ['module', 'main'],
  // Not @smithy/*, which a runtime has some of, in versions of its own.
  external: ['@aws-sdk/*'],
  banner: { js: banner },
})

/** Where a handler's bundle has fp-ts in it, its ES form: of that only what is used stays. */
export const fpTsAlias: Readonly<Record<string, string>> = { 'fp-ts/lib': 'fp-ts/es6' }
