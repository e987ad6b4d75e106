/** Which files a path means: a file, the definitions below a folder, or whatever matches a pattern. */
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import picomatch from 'picomatch'
import { FileError, reasonOf } from './readText.ts'

/** Names of files that hold definitions: ASL, templates of SAM and CDK, and services of the Serverless
 * Framework, and configurations of Terraform. */
const definitionName =
  /(?:\.asl(?:\.json|\.ya?ml)?(?:\.tftpl|\.tpl)?|\.template\.(?:json|ya?ml)|^template\.(?:json|ya?ml)|^serverless\.ya?ml|\.tf|\.tofu)$/i

const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw new FileError(`the folder ${folder} cannot be read: ${reasonOf(error)}.`)
  }
}

/** Every file below a folder, in order, without what others have installed there. Links to folders are not followed. */
const walk = (folder: string): readonly string[] => {
  const found: string[] = []
  const open = [folder]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const entry of entriesOf(next)) {
      const path = next === '.' ? entry.name : join(next, entry.name)
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && entry.name !== '.git') open.push(path)
      } else found.push(path)
    }
  return found.sort()
}

const slashed = (path: string): string => path.split(sep).join('/')

const matching = (pattern: string): readonly string[] => {
  const glob = slashed(pattern).replace(/^\.\//, '')
  const { base } = picomatch.scan(glob)
  const folder = base === '' ? '.' : base
  if (!existsSync(folder)) return []
  const isMatch = picomatch(glob, { dot: true })
  return walk(folder).filter((file) => isMatch(slashed(file)))
}

const isPattern = (path: string): boolean => picomatch.scan(path).isGlob

const below = (folder: string): readonly string[] => {
  const found = walk(folder).filter((file) => definitionName.test(file.slice(file.lastIndexOf(sep) + 1)))
  if (found.length === 0)
    throw new FileError(
      `no file below ${folder} is named as a definition: *.asl, *.asl.json, *.asl.yaml, *.template.json, template.yaml, serverless.yml, *.tf.`,
    )
  return found
}

/**
 * The files that paths mean, each once, in order. A folder means the definitions below it; a pattern is one of `*`, `**`, `?`, `{a,b}`,
 * `[a-z]` and `!(a|b)`.
 *
 * @example findFiles(['machines', 'infra/*.yaml']) // ['machines/a.asl.json', 'infra/template.yaml']
 * @throws FileError when a path means no file, or a folder cannot be read.
 */
export const findFiles = (paths: readonly string[]): readonly string[] => {
  const found = new Set<string>()
  for (const path of paths) {
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) found.add(path)
      else for (const file of below(path)) found.add(file)
      continue
    }
    const matched = isPattern(path) ? matching(path) : []
    if (matched.length === 0)
      throw new FileError(isPattern(path) ? `no file matches ${path}.` : `there is no file ${path}.`)
    for (const file of matched) found.add(file)
  }
  return [...found]
}
