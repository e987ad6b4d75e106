/** What the module of a handler exports, once it is bundled. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join, relative, resolve } from 'node:path'
import { initSync, parse } from 'cjs-module-lexer'
import type * as esbuild from 'esbuild'
import { aliasFor, bundling } from './bundling.ts'

/** What of a bundling decides how a module is read. */
export interface ModuleReading {
  readonly loader?: Readonly<Record<string, string>>
  readonly tsconfig?: string
}

export interface HandlerModule {
  /** What it exports, by name; of a CommonJS module what is found in its text, as Node.js does for `import`. */
  readonly exports: readonly string[]
  /** Bundled as an ES module it has one export then, `default`, and the others are fields of it. */
  readonly isCommonJs: boolean
  /** What its bundle needs in the place of what it imports, or a module of its own beside it. */
  readonly alias: Readonly<Record<string, string>>
}

/** Why a module cannot be read. */
export interface Unreadable {
  readonly why: string
}

// The app's own, as NodejsFunction takes it, or the one beside this package.
const places = (): readonly string[] => [join(process.cwd(), 'app.js'), import.meta.url]

const installed = (from: readonly string[]): typeof esbuild | undefined => {
  for (const place of from)
    try {
      return createRequire(place)('esbuild')
    } catch {}
  return undefined
}

/** What Node.js finds in the text of a CommonJS module, and in those that it passes on. */
const commonJsNames = (compiler: typeof esbuild, path: string): readonly string[] => {
  initSync()
  const names = new Set<string>(['default'])
  const seen = new Set<string>()
  const stack = [path]
  for (let file = stack.pop(); file !== undefined; file = stack.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const loader = /^\.[cm]?ts$/.test(extname(file)) ? 'ts' : extname(file) === '.tsx' ? 'tsx' : 'js'
    const { code } = compiler.transformSync(readFileSync(file, 'utf8'), { loader, format: 'cjs', logLevel: 'silent' })
    const found = parse(code, file)
    for (const name of found.exports) names.add(name)
    for (const other of found.reexports)
      try {
        stack.push(createRequire(file).resolve(other))
      } catch {}
  }
  return [...names]
}

const said = (error: unknown): string =>
  ((error as { readonly errors?: readonly { readonly text: string }[] }).errors ?? [])
    .map(({ text }) => text)
    .join('; ') || String((error as Error).message ?? error)

/**
 * What a module exports, read from its source as esbuild reads it: TypeScript, default exports and re-exports included. What is
 * passed on of whole packages is known once they are bundled with it, so then they are, as they are for the deployment.
 *
 * `from`: where esbuild is looked for.
 *
 * @example readModule('src/handlers.ts') // { exports: ['price', 'tax'], … }
 */
export const readModule = (
  path: string,
  { loader, tsconfig }: ModuleReading = {},
  from: readonly string[] = places(),
): HandlerModule | Unreadable => {
  const entry = resolve(path)
  if (!existsSync(entry)) return { why: 'there is no such file' }
  const compiler = installed(from)
  if (compiler === undefined) return { why: 'it takes esbuild to read it: npm install --save-dev esbuild' }
  const folder = dirname(entry)
  const built = (packages: 'external' | 'bundle') =>
    compiler.buildSync({
      ...bundling(),
      absWorkingDir: folder,
      entryPoints: [entry],
      packages,
      metafile: true,
      write: false,
      outfile: join(folder, 'index.mjs'),
      logLevel: 'silent',
      ...(loader && { loader: loader as Record<string, esbuild.Loader> }),
      ...(tsconfig !== undefined && { tsconfig: resolve(tsconfig) }),
    })
  try {
    const own = built('external')
    const imports = Object.values(own.metafile.inputs).flatMap((input) => input.imports)
    const alias = aliasFor(imports.map(({ path: imported }) => imported))
    if (own.metafile.inputs[relative(folder, entry)]?.format === 'cjs')
      return { exports: commonJsNames(compiler, entry), isCommonJs: true, alias }
    const isOpen = /^export \* from |__reExport\(/m.test(own.outputFiles[0]?.text ?? '')
    const { metafile } = isOpen ? built('bundle') : own
    return { exports: Object.values(metafile.outputs)[0]?.exports ?? [], isCommonJs: false, alias }
  } catch (error) {
    return { why: said(error) }
  }
}

/** How Lambda finds what a module exports under a name, within the bundle. @example 'default.handler' */
export const handlerPath = (name: string, { isCommonJs }: HandlerModule): string =>
  isCommonJs && name !== 'default' ? `default.${name}` : name

/**
 * Explains what is wrong with a handler whose module cannot be read or does not export it; `undefined` if nothing is. `shown`
 * names the module in the message.
 *
 * @example handlerProblem('price', 'price', 'handlers.ts', readModule('src/handlers.ts')) // undefined
 */
export const handlerProblem = (
  name: string,
  wanted: string,
  shown: string,
  module: HandlerModule | Unreadable,
): string | undefined => {
  if ('why' in module) return `${shown}, the module of ${JSON.stringify(name)}, cannot be read: ${module.why}`
  if (module.exports.includes(wanted)) return undefined
  const others = module.isCommonJs ? module.exports.filter((other) => other !== 'default') : module.exports
  const found = others.length === 0 ? 'nothing' : others.map((other) => JSON.stringify(other)).join(', ')
  const hint = module.isCommonJs
    ? "Export it by `exports.name = …`, or name what it is exported as: compose({ handler: '…' }, …)"
    : "Export it, or name what it is exported as: compose({ handler: '…' }, …)"
  return `${shown} exports no ${JSON.stringify(wanted)}, the handler of ${JSON.stringify(name)}; it exports ${found}. ${hint}`
}
