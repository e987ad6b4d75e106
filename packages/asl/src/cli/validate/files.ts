/** Which files a call means: names, folders, patterns with `*`, and `-`. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { UsageError } from '../module.ts'

/** Standard input. */
export const standardInput = '-'

const definitionName = /\.asl(?:\.json|\.ya?ml)?$/i

/** Every file below a folder, without what others have installed there. */
const walk = (folder: string): readonly string[] => {
  const found: string[] = []
  const open = [folder]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = next === '.' ? entry.name : join(next, entry.name)
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && entry.name !== '.git') open.push(path)
      } else found.push(path)
    }
  return found.sort()
}

/** A pattern as a regular expression: `*` within a name, `**` across folders, `?`, and `{a,b}`. */
const patternOf = (glob: string): RegExp => {
  let source = ''
  let depth = 0
  for (let at = 0; at < glob.length; at += 1) {
    const char = glob[at] as string
    if (glob.startsWith('**/', at)) {
      source += '(?:[^/]+/)*'
      at += 2
    } else if (glob.startsWith('**', at)) {
      source += '.*'
      at += 1
    } else if (char === '*') source += '[^/]*'
    else if (char === '?') source += '[^/]'
    else if (char === '{') {
      source += '(?:'
      depth += 1
    } else if (char === '}' && depth > 0) {
      source += ')'
      depth -= 1
    } else if (char === ',' && depth > 0) source += '|'
    else source += char.replace(/[\\^$.|+()[\]{}]/g, '\\$&')
  }
  return new RegExp(`^${source}${')'.repeat(depth)}$`)
}

const expand = (argument: string): readonly string[] => {
  const glob = argument.split(sep).join('/').replace(/^\.\//, '')
  const wild = glob.search(/[*?{]/)
  const slash = glob.lastIndexOf('/', wild)
  const folder = slash === -1 ? '.' : glob.slice(0, slash) || '/'
  if (!existsSync(folder)) return []
  const pattern = patternOf(glob)
  return walk(folder).filter((file) => pattern.test(file.split(sep).join('/')))
}

/**
 * The files that arguments mean, each once, in order. A folder means the definitions below it: `*.asl`, `*.asl.json`,
 * `*.asl.yaml`.
 *
 * @throws UsageError when one means nothing.
 */
export const filesOf = (args: readonly string[]): readonly string[] => {
  const found = new Set<string>()
  for (const argument of args) {
    if (argument === standardInput) {
      found.add(argument)
      continue
    }
    if (!existsSync(argument)) {
      const expanded = /[*?{]/.test(argument) ? expand(argument) : []
      if (expanded.length === 0)
        throw new UsageError(/[*?{]/.test(argument) ? `no file matches ${argument}.` : `there is no file ${argument}.`)
      for (const file of expanded) found.add(file)
    } else if (statSync(argument).isDirectory()) {
      const below = walk(argument).filter((file) => definitionName.test(file))
      if (below.length === 0)
        throw new UsageError(
          `there is no definition below ${argument}: none of its files ends in .asl, .asl.json or .asl.yaml.`,
        )
      for (const file of below) found.add(file)
    } else found.add(argument)
  }
  return [...found]
}
