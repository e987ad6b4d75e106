/** `orkestra run`: a workflow run here, with its real handlers. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { run, SetupError } from '@orkestra/core'
import { type Command, oneOf, only } from '../arguments.ts'
import { isDefinition, runDefinition } from '../definition.ts'
import { loadWorkflow, UsageError } from '../module.ts'
import { executionTable } from '../table.ts'

const usage =
  'orkestra run <module>[#export]|<definition>.json [--input <json>|<file>|-] [--clock virtual|real] [--type standard|express] [--mocks <file> --test-case <machine>#<case>] [--json]'

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

const act: Command['act'] = async (args) => {
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
  const reference = only(positionals, usage)
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

export const runCommand: Command = {
  usage,
  help: 'runs a workflow here with its real handlers, or a definition with mocks, and prints what happened in each state',
  act,
}
