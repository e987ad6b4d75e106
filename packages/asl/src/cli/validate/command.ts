/** `orkestra validate`: the issues of definitions in files. */
import { resolve } from 'node:path'
import type { ReadDefinition } from '../../files/readDefinitions.ts'
import { type Command, type Options, oneOf, type Printed, read, usageOf, watching } from '../arguments.ts'
import { definitionsIn, standardInput } from '../load/definitions.ts'
import { UsageError } from '../load/module.ts'
import { type Session, session } from '../session.ts'
import { paintFor } from '../terminal/colour.ts'
import { asGitHub, asJson, asText, summaryOf } from './format.ts'

const formats = ['text', 'json', 'github'] as const

const options = {
  type: {
    type: 'string',
    default: 'standard',
    words: ['standard', 'express'],
    meaning: 'the type of the machines; templates say it themselves',
  },
  format: {
    type: 'string',
    words: formats,
    meaning: 'for people, for programs, or as annotations of GitHub. Default: text',
  },
  json: { type: 'boolean', default: false, meaning: 'the same as --format json' },
  'max-warnings': {
    type: 'string',
    value: '<n>',
    meaning: 'exit with 1 when there are more. Default: any number is fine',
  },
  ...watching,
} as const satisfies Options

const head = { name: 'validate', takes: '<file>|<folder>|<pattern>|-…', options }

/** The files that are meant; standard input stands among them as itself. */
const filesOf = async (paths: readonly string[]): Promise<readonly string[]> => {
  const { FileError, findFiles } = await import('../../files/index.ts')
  try {
    return paths.flatMap((path) => (path === standardInput ? [path] : findFiles([path]))).filter(isFirst)
  } catch (error) {
    throw error instanceof FileError ? new UsageError(error.message) : error
  }
}

const isFirst = (path: string, i: number, all: readonly string[]): boolean => all.indexOf(path) === i

/** A file that a template leads to is checked as the template says, and not once more for itself. */
const once = (checked: readonly ReadDefinition[]): readonly ReadDefinition[] => {
  const fromOthers = new Set(checked.flatMap(({ place }) => (place.from === undefined ? [] : [resolve(place.file)])))
  return checked.filter(({ place }) => place.from !== undefined || !fromOthers.has(resolve(place.file)))
}

/**
 * Checks files, and prints what is wrong in them. Not ok when there is an error, more warnings than `--max-warnings`, or no definition.
 *
 * @throws UsageError when a file is not there or cannot be read, or an option makes no sense.
 */
const act = async (args: string[], around: Session = session()): Promise<Printed> => {
  const { values, positionals } = read(head, args)
  if (positionals.length === 0) throw new UsageError(`usage: ${usageOf(head)}`)
  const type = oneOf('type', ['STANDARD', 'EXPRESS'], values.type) ?? 'STANDARD'
  const format = oneOf('format', formats, values.format) ?? (values.json ? 'json' : 'text')
  const most = values['max-warnings'] === undefined ? Number.POSITIVE_INFINITY : Number(values['max-warnings'])
  if (!(most >= 0) || (Number.isFinite(most) && !Number.isInteger(most)))
    throw new UsageError(`--max-warnings ${values['max-warnings']}: expected a whole number, 0 or more.`)
  const files = await filesOf(positionals)
  const all: ReadDefinition[] = []
  const without: string[] = []
  for (const [i, file] of files.entries()) {
    const found = await definitionsIn(file, { type }, around)
    all.push(...found)
    if (found.length === 0) without.push(file === standardInput ? '<stdin>' : file)
    around.progress.show(`${i + 1} of ${files.length} files`)
  }
  const checked = once(all)
  const summary = summaryOf(checked, files.length, without)
  const text =
    format === 'json'
      ? asJson(checked, summary)
      : format === 'github'
        ? asGitHub(checked, summary)
        : asText(checked, summary, paintFor({ isTTY: process.stdout.isTTY, env: process.env }))
  const { errors, warnings, definitions } = summary
  return { text, ok: errors === 0 && warnings <= most && definitions > 0 }
}

export const validateCommand: Command = {
  ...head,
  completes: 'definitions',
  purpose:
    'reports every problem in definitions: in JSON and YAML, in templates of CloudFormation, SAM, CDK, Terraform and Serverless',
  more: 'A folder means every *.asl, *.asl.json, *.asl.yaml, *.template.json, template.yaml and serverless.yml below it. Each problem has a code, a location and a fix.',
  examples: [
    { call: 'orkestra validate machine.asl.json template.yaml', says: 'files' },
    { call: "orkestra validate 'machines/**/*.asl.json' --max-warnings 0", says: 'a pattern; warnings fail as well' },
  ],
  act,
}
