/** What a module exports, read from its source as esbuild reads it: TypeScript, default exports and re-exports included. */
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import type * as esbuild from 'esbuild'

/** What of a bundling decides how a module is read. */
export interface Reading {
  readonly loader?: Readonly<Record<string, string>>
  readonly tsconfig?: string
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

/**
 * The names that a module exports; `undefined` when they cannot be told from its source: it is CommonJS, passes on all of a
 * package, does not compile (the bundling says why), or esbuild is not installed where `from` looks, as when functions are bundled
 * in Docker.
 */
export const exportedNames = (
  path: string,
  { loader, tsconfig }: Reading = {},
  from: readonly string[] = places(),
): readonly string[] | undefined => {
  const compiler = installed(from)
  if (compiler === undefined) return undefined
  const folder = dirname(resolve(path))
  try {
    const { metafile, outputFiles } = compiler.buildSync({
      absWorkingDir: folder,
      entryPoints: [resolve(path)],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      metafile: true,
      write: false,
      outfile: join(folder, 'out.js'),
      logLevel: 'silent',
      ...(loader && { loader: loader as Record<string, esbuild.Loader> }),
      ...(tsconfig !== undefined && { tsconfig: resolve(tsconfig) }),
    })
    const isCommonJs = metafile.inputs[relative(folder, resolve(path))]?.format === 'cjs'
    // What stands for all of a package, or of a CommonJS module, is known when it runs.
    const isOpen = /^export \* from |__reExport\(/m.test(outputFiles[0]?.text ?? '')
    return isCommonJs || isOpen ? undefined : Object.values(metafile.outputs)[0]?.exports
  } catch {
    return undefined
  }
}
