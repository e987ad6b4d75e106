/** `orkestra validate`: the issues of definitions in files. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, type Options, oneOf, type Printed, read, usageOf, watching } from '../arguments.ts'
import { paintFor } from '../colour.ts'
import { UsageError } from '../module.ts'
import { noted, type Session, session } from '../session.ts'
import { filesOf, standardInput } from './files.ts'
import { asGitHub, asJson, asText, type Count } from './format.ts'
import { type Checked, checkText } from './read.ts'

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

const readText = (file: string): string => {
  try {
    return readFileSync(file === standardInput ? 0 : file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Checks files, and prints what is wrong in them. Not ok when there is an error, or more warnings than `--max-warnings`.
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
    throw new UsageError(`--max-warnings ${values['max-warnings']}: it is a whole number from 0 on.`)
  const files = filesOf(positionals)
  const checked: Checked[] = []
  for (const [i, file] of files.entries()) {
    const name = file === standardInput ? '<stdin>' : noted(file, around)
    for (const one of checkText(name, readText(file), { type })) checked.push(one)
    around.progress.show(`${i + 1} of ${files.length} files`)
  }
  const fromTemplates = new Set(checked.flatMap(({ file, isFromTemplate }) => (isFromTemplate ? resolve(file) : [])))
  const once = checked.filter(({ file, isFromTemplate }) => isFromTemplate || !fromTemplates.has(resolve(file)))
  let errors = 0
  let warnings = 0
  for (const { issues } of once)
    for (const { severity } of issues)
      if (severity === 'error') errors += 1
      else warnings += 1
  const count: Count = { files: files.length, errors, warnings }
  const text =
    format === 'json'
      ? asJson(once, count)
      : format === 'github'
        ? asGitHub(once)
        : asText(once, count, paintFor({ isTTY: process.stdout.isTTY, env: process.env }))
  return { text, ok: errors === 0 && warnings <= most }
}

export const validateCommand: Command = {
  ...head,
  completes: 'definitions',
  purpose: 'tells every mistake in definitions: JSON, YAML, and those in CloudFormation and SAM templates',
  more: 'A folder means every *.asl, *.asl.json and *.asl.yaml below it. Each mistake has a code, a place and a way out; docs/diagnostics has a page per code.',
  examples: [
    { call: 'orkestra validate machine.asl.json template.yaml', says: 'files' },
    { call: "orkestra validate 'machines/**/*.asl.json' --max-warnings 0", says: 'a pattern; warnings fail as well' },
  ],
  act,
}
