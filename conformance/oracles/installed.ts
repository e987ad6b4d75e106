/**
 * The packages as `npm install` would put them into a project, without a registry: what they publish is copied, what they depend on is
 * linked to this repository's own copies. That a real `npm install` of real tarballs comes to the same is `packed.test.ts`'s to show.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export type Package = 'core' | 'asl' | 'handler' | 'cdk-adapter'

interface Manifest {
  readonly files: readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
  readonly publishConfig: { readonly exports: unknown }
}

const linked = (target: string, at: string): void => {
  if (existsSync(at)) return
  mkdirSync(dirname(at), { recursive: true })
  symlinkSync(realpathSync(target), at)
}

/** Installs packages of this workspace, and others that it has by the paths of their folders, into `folder/node_modules`. */
export const install = (
  folder: string,
  packages: readonly Package[],
  others: Readonly<Record<string, string>>,
): void => {
  const modules = join(folder, 'node_modules')
  for (const name of packages) {
    const from = resolve('packages', name)
    if (!existsSync(join(from, 'cjs/index.js'))) throw new Error(`packages/${name} is not built: npm run build`)
    const { publishConfig, ...manifest } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Manifest
    const to = join(modules, '@orkestra', name)
    for (const pattern of manifest.files) {
      // A file, a folder, or what ends alike in a folder.
      const [path = '', ending = ''] = pattern.split('/**/*')
      const isWanted = (file: string): boolean =>
        !file.endsWith('.map') && (file.endsWith(ending) || statSync(file).isDirectory())
      if (!path.startsWith('!') && path !== 'src')
        cpSync(join(from, path), join(to, path), { recursive: true, filter: isWanted })
    }
    writeFileSync(join(to, 'package.json'), JSON.stringify({ ...manifest, exports: publishConfig.exports }))
    for (const dependency of Object.keys(manifest.dependencies ?? {}))
      if (!dependency.startsWith('@orkestra/'))
        linked(join(from, 'node_modules', dependency), join(modules, dependency))
  }
  for (const [name, path] of Object.entries(others)) linked(path, join(modules, name))
}
