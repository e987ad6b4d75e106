#!/usr/bin/env node
import { DeployError } from '../deploy/manifest.ts'
/** The command line. Results go to standard output, all else to standard error; exit 0 done, 1 the workflow is at fault, 2 the call is. */
import { AslError } from '../issue.ts'
import { PolicySizeError } from '../policy/attach.ts'
import type { Command } from './arguments.ts'
import { commands } from './commands.ts'
import { UsageError } from './module.ts'

const help = (): string =>
  [
    'orkestra: typed workflows for AWS Step Functions',
    '',
    ...Object.values<Command>(commands).map((command) => `  ${command.usage}\n      ${command.help}`),
    '',
    'A module is a TypeScript or JavaScript file; without #export, its default export or its only workflow.',
    'Exit codes: 0 done, 1 the workflow is at fault, 2 the call is.',
    '',
  ].join('\n')

const isParseArgsError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

const main = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h' || args.includes('--help')) {
    process.stdout.write(help())
    return name === undefined ? 2 : 0
  }
  if (!Object.hasOwn(commands, name)) {
    process.stderr.write(`orkestra: there is no command ${JSON.stringify(name)}.\n\n${help()}`)
    return 2
  }
  const command: Command = commands[name as keyof typeof commands]
  try {
    const { text, ok, note } = await command.act(args)
    if (note !== undefined) process.stderr.write(note)
    process.stdout.write(text)
    return ok ? 0 : 1
  } catch (error) {
    if (error instanceof AslError) {
      process.stderr.write(`orkestra ${name}: the workflow makes no valid definition.\n${error.message}\n`)
      return 1
    }
    if (error instanceof DeployError || error instanceof PolicySizeError) {
      process.stderr.write(`orkestra ${name}: the workflow cannot be deployed.\n${error.message}\n`)
      return 1
    }
    if (error instanceof UsageError || isParseArgsError(error)) {
      process.stderr.write(`orkestra ${name}: ${error.message}\n`)
      return 2
    }
    throw error
  }
}

process.exitCode = await main(process.argv.slice(2))
