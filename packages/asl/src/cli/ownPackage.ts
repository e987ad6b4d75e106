/** The package that the command line is part of. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Its folder: as far from `dist` as from `src`. */
export const packageFolder: string = fileURLToPath(new URL('../../', import.meta.url))

/** Its version, which is that of all packages of Orkestra. @example ownVersion() // '0.1.0' */
export const ownVersion = (): string =>
  (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { readonly version: string }).version
