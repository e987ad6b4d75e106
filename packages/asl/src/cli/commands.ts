/** What each command of `orkestra` does: from its arguments to the text that it prints. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { run, SetupError, toDot, toMermaid } from '@orkestra/core'
import { emit } from '../emit/emit.ts'
import type { EmitOptions } from '../emit/options.ts'
import { toText } from '../toText.ts'
import { isDefinition, runDefinition } from './definition.ts'
import { loadWorkflow, UsageError } from './module.ts'
import { executionTable } from './table.ts'
import { validateCommand, validateUsage } from './validate/command.ts'

/** What is printed, and whether it is a success. */
export interface Printed {
  readonly text: string
  readonly ok: boolean
}

/** One of a few words. */
const oneOf = <T extends string>(option: string, allowed: readonly T[], value: string | undefined): T | undefined => {
  if (value === undefined) return undefined
  const found = allowed.find((word) => word.toLowerCase() === value.toLowerCase())
  if (found === undefined) throw new UsageError(`--${option} ${value}: it is one of ${allowed.join(', ')}.`)
  return found
}

const only = (positionals: readonly string[], usage: string): string => {
  const [reference, ...more] = positionals
  if (reference === undefined || more.length > 0) throw new UsageError(`usage: ${usage}`)
  return reference
}

const emitCommand = async (args: string[]): Promise<Printed> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'query-language': { type: 'string' },
      type: { type: 'string' },
      comment: { type: 'string' },
      indent: { type: 'string', default: '2' },
    },
  })
  const indent = Number(values.indent)
  if (!Number.isInteger(indent) || indent < 0 || indent > 10)
    throw new UsageError(`--indent ${values.indent}: it is a number of blanks from 0 to 10.`)
  const queryLanguage = oneOf('query-language', ['JSONPath', 'JSONata'], values['query-language'])
  const type = oneOf('type', ['STANDARD', 'EXPRESS'], values.type)
  const options: EmitOptions = {
    ...(queryLanguage && { queryLanguage }),
    ...(type && { type }),
    ...(values.comment !== undefined && { comment: values.comment }),
  }
  const workflow = await loadWorkflow(only(positionals, commands.emit.usage))
  return { text: `${toText(emit(workflow, options), { indent })}\n`, ok: true }
}

const drawings = { mermaid: toMermaid, dot: toDot }

const drawCommand = async (args: string[]): Promise<Printed> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'mermaid' } },
  })
  const format = oneOf('format', ['mermaid', 'dot'], values.format) ?? 'mermaid'
  return { text: drawings[format](await loadWorkflow(only(positionals, commands.draw.usage))), ok: true }
}

/** The input: JSON text, `-` for standard input, or the path of a JSON file. */
const readInput = (source: string): unknown => {
  const isText = /^\s*(?:[[{"\d-]|true\b|false\b|null\b)/.test(source) && source !== '-'
  let text: string
  try {
    text = isText ? source : readFileSync(source === '-' ? 0 : source, 'utf8')
  } catch (error) {
    throw new UsageError(`--input ${source}: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`--input ${source}: no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const runCommand = async (args: string[]): Promise<Printed> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      input: { type: 'string', default: '{}' },
      json: { type: 'boolean', default: false },
      clock: { type: 'string' },
      type: { type: 'string' },
      mocks: { type: 'string' },
      'test-case': { type: 'string' },
    },
  })
  const clock = oneOf('clock', ['virtual', 'real'], values.clock)
  const reference = only(positionals, commands.run.usage)
  const input = readInput(values.input)
  try {
    const execution = isDefinition(reference)
      ? await runDefinition(reference, input, {
          clock,
          type: oneOf('type', ['STANDARD', 'EXPRESS'], values.type),
          mocks: values.mocks,
          testCase: values['test-case'],
        })
      : await run(await loadWorkflow(reference), input as never, clock ? { clock } : {})
    return {
      text: values.json ? `${JSON.stringify(execution, null, 2)}\n` : executionTable(execution),
      ok: execution.status === 'SUCCEEDED',
    }
  } catch (error) {
    throw error instanceof SetupError ? new UsageError(error.message) : error
  }
}

export interface Command {
  readonly usage: string
  readonly help: string
  readonly act: (args: string[]) => Promise<Printed>
}

export const commands: Readonly<Record<'emit' | 'draw' | 'run' | 'validate', Command>> = {
  emit: {
    usage:
      'orkestra emit <module>[#export] [--query-language jsonpath|jsonata] [--type standard|express] [--comment <text>] [--indent <n>]',
    help: 'prints the Amazon States Language of a workflow',
    act: emitCommand,
  },
  draw: {
    usage: 'orkestra draw <module>[#export] [--format mermaid|dot]',
    help: 'prints its diagram',
    act: drawCommand,
  },
  run: {
    usage:
      'orkestra run <module>[#export]|<definition>.json [--input <json>|<file>|-] [--clock virtual|real] [--type standard|express] [--mocks <file> --test-case <machine>#<case>] [--json]',
    help: 'runs a workflow here with its real handlers, or a definition with mocks, and prints what happened in each state',
    act: runCommand,
  },
  validate: {
    usage: validateUsage,
    help: 'tells every mistake in definitions: JSON, YAML, and those in CloudFormation and SAM templates',
    act: validateCommand,
  },
}
