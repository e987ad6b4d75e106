/** `orkestra init`: a project to begin with. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inPackage } from '../../ownPackage.ts'
import { type Command, type Options, oneOf, only, read } from '../arguments.ts'
import { UsageError } from '../load/module.ts'
import { writeAll } from '../output.ts'
import { packageSources } from '../packageSources.ts'

const targets = ['terraform', 'cloudformation', 'sam', 'cdk'] as const

const options = {
  target: { type: 'string', words: targets, meaning: 'the deployment tool (required)' },
  name: {
    type: 'string',
    value: '<name>',
    meaning: 'the name of the package and the machine. Default: the name of the folder',
  },
} as const satisfies Options

const head = { name: 'init', takes: '<folder>', options }

/** The files of a template, by their paths in the project. */
const templateFiles = (template: string): readonly (readonly [path: string, text: string])[] => {
  const folder = fileURLToPath(inPackage(`templates/${template}`))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      // A package may hold no `.gitignore`: npm would obey it, and leaves it out.
      const path = relative(folder, file).replace(/^(gitignore$|vscode\b)/, '.$1')
      return [path, readFileSync(file, 'utf8')] as const
    })
}

/** What may be the name of a package, of a machine and of a stack. */
const nameFor = (given: string | undefined, folder: string): string => {
  const name =
    given ??
    basename(resolve(folder))
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[-\d]+|-+$/g, '')
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(name))
    throw new UsageError(
      given === undefined
        ? `cannot derive a name from ${folder}: set one with --name.`
        : `--name ${given}: use lower-case letters, digits and hyphens, starting with a letter, at most 63 characters.`,
    )
  return name
}

export const initCommand: Command = {
  ...head,
  completes: 'folders',
  purpose: 'creates a project: handlers, a workflow, a test, and a deployment',
  more: 'Files are never overwritten. If any exists, nothing is written, and the conflicts are listed.',
  examples: [
    { call: 'orkestra init orders --target terraform', says: 'a project in the folder orders' },
    { call: 'orkestra init shop --target cdk --name web-shop', says: 'under another name' },
  ],
  act: async (args) => {
    const { values, positionals } = read(head, args)
    const folder = only(positionals, head)
    if (folder.trim() === '') throw new UsageError('name a folder for the project: orkestra init orders …')
    const target = oneOf('target', targets, values.target)
    if (target === undefined) throw new UsageError(`choose a deployment tool: --target ${targets.join('|')}.`)
    const name = nameFor(values.name, folder)
    const sources = packageSources(folder)
    const filled = (text: string): string =>
      text
        .replaceAll('__NAME__', name)
        .replaceAll(
          /"(@orkestra\/[^"]+)": "__VERSION__"/g,
          (_, id: string) => `"${id}": ${JSON.stringify(sources.specifierOf(id))}`,
        )
    const files = new Map(
      [...templateFiles('project'), ...templateFiles(target)].map(([path, text]) => [join(folder, path), filled(text)]),
    )
    if (existsSync(folder) && !statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file.`)
    const there = [...files.keys()].filter((path) => existsSync(path))
    if (there.length > 0)
      throw new UsageError(
        `nothing was written: these files already exist:\n${there.map((path) => `  ${path}\n`).join('')}Use an empty folder, or move them.`,
      )
    writeAll(files)
    return {
      text: `${[...files.keys()].map((path) => `wrote ${path}\n`).join('')}\n${sources.note}Next: cd ${folder} && npm install && npm test\n`,
      ok: true,
    }
  },
}
