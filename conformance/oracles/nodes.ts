/**
 * The Node.js versions of Lambda's runtimes, as far as they are there: this one, and those that `ORKESTRA_NODES` names (paths of
 * binaries, separated as in PATH). `.ci/run` installs and names Node.js 22 and 24 where it can.
 */
import { spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'

export interface NodeVersion {
  readonly major: number
  readonly path: string
}

const majorOf = (path: string): number =>
  Number(spawnSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }).stdout)

/** One per major version, ascending. */
export const nodeVersions = (): readonly NodeVersion[] => {
  const paths = [process.execPath, ...(process.env.ORKESTRA_NODES ?? '').split(delimiter).filter((path) => path !== '')]
  const found = new Map(paths.map((path) => [majorOf(path), path]))
  return [...found].map(([major, path]) => ({ major, path })).sort((a, b) => a.major - b.major)
}
