/** Where a new project gets the packages of Orkestra from: the registry, or wherever this command line came from. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inPackage, ownVersion } from '../ownPackage.ts'
import { UsageError } from './load/module.ts'

/** The entries in a project's package.json, and a note for its user. */
export interface PackageSources {
  /** @example specifierOf('@orkestra/core') // '0.1.0', or 'file:../orkestra/packages/core' */
  readonly specifierOf: (name: string) => string
  /** Empty where the packages come from a registry. */
  readonly note: string
}

/** The folder of this package. */
const ownFolder = (): string => fileURLToPath(inPackage(''))

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** As any other package manager leaves it: the project that it was installed in names its tarball. */
const declaredFor = (name: string): string | undefined => {
  type Dependencies = Readonly<Record<string, string>>
  for (let folder = dirname(realpathSync(ownFolder())); folder !== dirname(folder); folder = dirname(folder)) {
    const { dependencies, devDependencies } = (readJson(join(folder, 'package.json')) ?? {}) as {
      readonly dependencies?: Dependencies
      readonly devDependencies?: Dependencies
    }
    const wanted = devDependencies?.[name] ?? dependencies?.[name]
    if (wanted?.endsWith('.tgz')) return resolve(folder, wanted.replace(/^file:/, ''))
  }
  return undefined
}

/** Where a package was installed from: as npm notes it beside the modules, or as the project declares it. */
const resolvedBy = (name: string): string | undefined => {
  // …/node_modules/@orkestra/asl
  const modules = resolve(ownFolder(), '../..')
  const lock = readJson(join(modules, '.package-lock.json')) as
    | { readonly packages?: Readonly<Record<string, { readonly resolved?: string; readonly link?: boolean }>> }
    | undefined
  if (lock === undefined) return declaredFor(name)
  const entry = lock?.packages?.[`node_modules/${name}`]
  if (entry?.resolved?.startsWith('file:')) return resolve(dirname(modules), entry.resolved.slice('file:'.length))
  return entry?.link === true && entry.resolved !== undefined ? resolve(dirname(modules), entry.resolved) : undefined
}

const isInstalled = (): boolean => realpathSync(ownFolder()).split(sep).includes('node_modules')

/** The place of a package that is here and on no registry; `undefined` for one that npm gets by its version. */
const placeOf = (name: string): string | undefined => {
  const short = name.slice('@orkestra/'.length)
  if (isInstalled()) {
    const own = resolvedBy('@orkestra/asl')
    if (own === undefined) return undefined
    // The tarballs of one packing lie beside each other; one that was not installed here may be needed there.
    return resolvedBy(name) ?? own.replace(/asl(?=[^/\\]*$)/, short)
  }
  return join(cloneFolder(), 'tarballs', `orkestra-${short}.tgz`)
}

const cloneFolder = (): string => resolve(realpathSync(ownFolder()), '../..')

/** A clone's packages depend on each other as a workspace, which npm cannot install: their tarballs it can. */
const pack = (): boolean => {
  const root = cloneFolder()
  if (existsSync(join(root, 'tarballs/orkestra-asl.tgz'))) return false
  const packed = spawnSync(process.execPath, ['scripts/pack.mjs'], { cwd: root, encoding: 'utf8' })
  if (packed.status !== 0)
    throw new UsageError(`the packages of ${root} cannot be packed. Run npm run pack there first.\n${packed.stderr}`)
  return true
}

const slashes = (path: string): string => path.split(sep).join('/')

/**
 * The sources of the packages of a project in `folder`. Where this command line was installed from a registry, the version that it has
 * itself; where it was installed from tarballs, those; and in a clone, its tarballs, which are packed if there are none.
 *
 * @throws UsageError for a clone that cannot be packed.
 */
export const packageSources = (folder: string): PackageSources => {
  const target = resolve(folder)
  // Of a folder that is not there yet, npm resolves links as the one above it has them.
  const at = existsSync(dirname(target))
    ? join(realpathSync(dirname(target)), target.slice(dirname(target).length))
    : target
  const hasPacked = !isInstalled() && pack()
  const own = placeOf('@orkestra/asl')
  const specifierOf = (name: string): string => {
    const place = placeOf(name)
    return place === undefined ? ownVersion() : `file:${slashes(relative(at, place))}`
  }
  if (own === undefined) return { specifierOf, note: '' }
  const from = slashes(dirname(own))
  const news = hasPacked ? `Packed this clone into ${from}. ` : ''
  const note = `${news}The packages are not on a registry yet: package.json names the tarballs in ${from}.\n`
  return { specifierOf, note }
}
