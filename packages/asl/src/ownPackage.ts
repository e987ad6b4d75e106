/** The package that this is part of. */
import { readFileSync } from 'node:fs'

/**
 * Where a file or a folder of the package is. As far from here in `src` and `dist` as from any module of the published builds: there
 * is no deeper folder in `esm`, and `cjs` has the folders of `src`.
 *
 * @example inPackage('package.json') // the URL of the manifest
 */
export const inPackage = (path: string): URL => new URL(`../${path}`, import.meta.url)

/** Its version, which is that of all packages of Orkestra. @example ownVersion() // '0.1.0' */
export const ownVersion = (): string =>
  (JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { readonly version: string }).version
