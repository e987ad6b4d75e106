/** `orkestra validate`: the issues of definitions in files. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from '../module.ts'
import { filesOf, standardInput } from './files.ts'
import { asGitHub, asJson, asText, type Count } from './format.ts'
import { type Checked, checkText } from './read.ts'

export const validateUsage =
  'orkestra validate <file>|<folder>|<pattern>|-… [--type standard|express] [--format text|json|github] [--json] [--max-warnings <n>]'

const formats = ['text', 'json', 'github'] as const

const oneOf = <T extends string>(option: string, allowed: readonly T[], value: string): T => {
  const found = allowed.find((word) => word.toLowerCase() === value.toLowerCase())
  if (found === undefined) throw new UsageError(`--${option} ${value}: it is one of ${allowed.join(', ')}.`)
  return found
}

const readText = (file: string): string => {
  try {
    return readFileSync(file === standardInput ? 0 : file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** From this many files on, a terminal shows how far it has come. */
const many = 50

const progress = (done: number, all: number): void => {
  if (all < many || !process.stderr.isTTY) return
  process.stderr.write(done === all ? '\r\u001b[K' : `\r${done} of ${all} files`)
}

/**
 * Checks files, and prints what is wrong in them. Not ok when there is an error, or more warnings than `--max-warnings`.
 *
 * @throws UsageError when a file is not there or cannot be read, or an option makes no sense.
 */
export const validateCommand = async (args: string[]): Promise<{ readonly text: string; readonly ok: boolean }> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      type: { type: 'string', default: 'STANDARD' },
      format: { type: 'string' },
      json: { type: 'boolean', default: false },
      'max-warnings': { type: 'string' },
    },
  })
  if (positionals.length === 0) throw new UsageError(`usage: ${validateUsage}`)
  const type = oneOf('type', ['STANDARD', 'EXPRESS'], values.type)
  const format = oneOf('format', formats, values.format ?? (values.json ? 'json' : 'text'))
  const most = values['max-warnings'] === undefined ? Number.POSITIVE_INFINITY : Number(values['max-warnings'])
  if (!(most >= 0) || (Number.isFinite(most) && !Number.isInteger(most)))
    throw new UsageError(`--max-warnings ${values['max-warnings']}: it is a whole number from 0 on.`)
  const files = filesOf(positionals)
  const checked: Checked[] = []
  for (const [i, file] of files.entries()) {
    const name = file === standardInput ? '<stdin>' : file
    for (const one of checkText(name, readText(file), { type })) checked.push(one)
    progress(i + 1, files.length)
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
  const text = format === 'json' ? asJson(once, count) : format === 'github' ? asGitHub(once) : asText(once, count)
  return { text, ok: errors === 0 && warnings <= most }
}
