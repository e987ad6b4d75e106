/** Which workflow the files of a folder are written from. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix, relative, resolve, sep } from 'node:path'
import { UsageError } from './module.ts'

/** The workflow as the files name it: its module from the folder that they are in, wherever the command is run. */
export const originFrom = (folder: string, module: string): string => {
  const [path = '', ...name] = module.split('#')
  return [relative(resolve(folder), resolve(path)).split(sep).join(posix.sep), ...name].join('#')
}

const writtenFrom = (text: string): string | undefined =>
  /Written by orkestra from (.+?): change|"?WrittenFrom"?: *"?([^"\n,]+)/.exec(text)?.slice(1).find(Boolean)

/**
 * That nothing is written over but what was written from the same workflow: no file of another one, and none that a person wrote where a
 * file is to be that says where it comes from.
 *
 * @throws UsageError when there is one, before anything is written.
 */
export const checkOrigin = (files: ReadonlyMap<string, string>, folder: string, origin: string): void => {
  for (const [name, text] of files) {
    const path = join(folder, name)
    // What is no file is for whoever writes to it.
    if (!existsSync(path) || !statSync(path).isFile()) continue
    const there = readFileSync(path, 'utf8')
    const other = writtenFrom(there)
    if (other !== undefined && other !== origin)
      throw new UsageError(
        `nothing was written: ${path} comes from ${other}, not from ${origin}. Give each workflow its own folder, or delete the old files.`,
      )
    if (other === undefined && there.trim() !== '' && writtenFrom(text) !== undefined)
      throw new UsageError(
        `nothing was written: ${path} was not written by orkestra. Give the workflow a folder of its own, or delete the file.`,
      )
  }
}
