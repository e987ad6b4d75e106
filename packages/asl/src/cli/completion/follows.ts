/** What can stand where, for the scripts of every shell. */
import type { Command, Option } from '../arguments.ts'

/** What follows an option: words, a path, or something that only its user knows. */
export type Follows = readonly string[] | 'path' | 'free'

/** What follows an option that takes a value. */
export const follows = ({ words, value = '' }: Option): Follows =>
  words ?? (/path|file|folder/.test(value) ? 'path' : 'free')

/** The extensions of the files that a command takes; `undefined` for one that takes none. */
export const extensionsOf = ({ completes }: Command): readonly string[] | undefined => {
  const modules = ['ts', 'mts', 'js', 'mjs']
  const definitions = ['json', 'yaml', 'yml', 'asl', 'tftpl', 'tpl']
  switch (completes) {
    case 'modules':
      return modules
    case 'definitions':
      return definitions
    case 'both':
      return [...modules, ...definitions]
    case 'folders':
      return []
    default:
      return undefined
  }
}

/** The exports of a module, in the shells' own words: a line of `sed -nE` that needs no Node. */
export const exportsPattern: string = 's/^export const ([A-Za-z_$][A-Za-z0-9_$]*).*/\\1/p'
