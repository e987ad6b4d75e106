/** `orkestra init`: a project to begin with. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, type Options, oneOf, only, read } from '../arguments.ts'
import { UsageError } from '../load/module.ts'
import { writeAll } from '../output.ts'

const targets = ['terraform', 'cloudformation', 'sam', 'cdk'] as const

const options = {
  target: { type: 'string', words: targets, meaning: 'what deploys it; has to be given' },
  name: {
    type: 'string',
    value: '<name>',
    meaning: 'of the package and of the machine. Default: the name of the folder',
  },
} as const satisfies Options

const head = { name: 'init', takes: '<folder>', options }

// As far from `dist` as from `src`.
const packageFolder = fileURLToPath(new URL('../../../', import.meta.url))

/** The files of a template, by their paths in the project. */
const templateFiles = (template: string): readonly (readonly [path: string, text: string])[] => {
  const folder = join(packageFolder, 'templates', template)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      // A package may hold no `.gitignore`: npm would obey it, and leaves it out.
      const path = relative(folder, file).replace(/^gitignore$/, '.gitignore')
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
        ? `no name can be made of ${folder}: give one, with --name.`
        : `--name ${given}: it is lower-case letters, digits and hyphens, begins with a letter, and has 63 at most.`,
    )
  return name
}

const own = (): { readonly version: string } => JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))

export const initCommand: Command = {
  ...head,
  completes: 'folders',
  purpose: 'writes a project: handlers, a workflow of them, a test, and what deploys it',
  more: 'A file that is there already is never overwritten: then nothing is written, and all such files are told.',
  examples: [
    { call: 'orkestra init orders --target terraform', says: 'a project in the folder orders' },
    { call: 'orkestra init shop --target cdk --name web-shop', says: 'under another name' },
  ],
  act: async (args) => {
    const { values, positionals } = read(head, args)
    const folder = only(positionals, head)
    if (folder.trim() === '') throw new UsageError('name the folder of the project: orkestra init orders …')
    const target = oneOf('target', targets, values.target)
    if (target === undefined) throw new UsageError(`say what deploys it: --target ${targets.join('|')}.`)
    const name = nameFor(values.name, folder)
    const filled = (text: string): string => text.replaceAll('__NAME__', name).replaceAll('__VERSION__', own().version)
    const files = new Map(
      [...templateFiles('project'), ...templateFiles(target)].map(([path, text]) => [join(folder, path), filled(text)]),
    )
    if (existsSync(folder) && !statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file.`)
    const there = [...files.keys()].filter((path) => existsSync(path))
    if (there.length > 0)
      throw new UsageError(
        `nothing was written, for these are there already:\n${there.map((path) => `  ${path}\n`).join('')}Name an empty folder, or move them away.`,
      )
    writeAll(files)
    return {
      text: `${[...files.keys()].map((path) => `wrote ${path}\n`).join('')}\nNext: cd ${folder} && npm install && npm test\n`,
      ok: true,
    }
  },
}
