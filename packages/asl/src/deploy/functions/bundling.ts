/** How handlers are bundled: the same settings for CDK, SAM, Terraform and your own scripts. */
import { defaultRuntime, esbuildTarget } from './runtime.ts'

/** Settings of esbuild, by the names of its API. */
export interface Bundling {
  readonly bundle: true
  readonly platform: 'node'
  readonly format: 'esm'
  readonly target: string
  readonly minify: false
  readonly mainFields: string[]
  readonly external: string[]
  readonly banner: { readonly js: string }
  /** Only where a module needs it. */
  readonly alias?: Record<string, string>
}

/** What of a function decides how it is bundled, as an entry of `manifest` says it. */
export interface Bundled {
  /** Default: the runtime of a function that names none. */
  readonly runtime?: string
  /** What esbuild takes for what a module imports. Default: nothing. */
  readonly alias?: Readonly<Record<string, string>>
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
 * esbuild's settings for a function, as `manifest` describes it: one ES module, `index.mjs`, as a handler names itself by
 * `import.meta.url`; with `require`, `__filename` and `__dirname` for CommonJS packages in it; without the AWS SDK, which the runtime provides.
 *
 * @example
 * for (const fn of manifest(workflow)) await build({ ...bundling(fn), entryPoints: [fn.entry], outfile: `build/${fn.key}/index.mjs` })
 */
export const bundling = ({ runtime = defaultRuntime, alias = {} }: Bundled = {}): Bundling => ({
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: esbuildTarget(runtime),
  minify: false,
  mainFields: ['module', 'main'],
  // Not @smithy/*, which a runtime has some of, in versions of its own.
  external: ['@aws-sdk/*'],
  banner: { js: banner },
  ...(Object.keys(alias).length > 0 && { alias: { ...alias } }),
})

/**
 * What a bundle needs in the place of what a module imports: of fp-ts the ES form, of which only what is used stays.
 *
 * @example aliasFor(['fp-ts/lib/Either']) // { 'fp-ts/lib': 'fp-ts/es6' }
 */
export const aliasFor = (imports: readonly string[]): Readonly<Record<string, string>> =>
  imports.some((path) => /^fp-ts\/lib(\/|$)/.test(path)) ? { 'fp-ts/lib': 'fp-ts/es6' } : {}
