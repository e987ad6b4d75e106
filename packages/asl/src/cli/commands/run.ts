/** `orkestra run`: a workflow run here, with its real handlers. */
import { readFileSync } from 'node:fs'
import { SetupError } from '../../execute/answers.ts'
import { type Command, type Options, oneOf, only, read } from '../arguments.ts'
import { type Given, isDefinition, runDefinition, runWorkflow } from '../definition.ts'
import { loadWorkflow, UsageError } from '../module.ts'
import { timed } from '../progress.ts'
import { session } from '../session.ts'
import { executionTable, layoutOf } from '../table.ts'

const options = {
  input: {
    type: 'string',
    default: '{}',
    value: '<json>|<file>|-',
    meaning: 'JSON, a file that holds it, or - for standard input',
  },
  json: { type: 'boolean', default: false, meaning: 'print the whole execution as JSON' },
  clock: {
    type: 'string',
    words: ['virtual', 'real'],
    meaning: 'on the virtual one, waits and retries take no time. Default: virtual',
  },
  type: { type: 'string', words: ['standard', 'express'], meaning: 'of the state machine. Default: standard' },
  mocks: { type: 'string', value: '<file>', meaning: 'a MockConfigFile of Step Functions Local' },
  'test-case': { type: 'string', value: '<machine>#<case>', meaning: 'the case of it' },
} as const satisfies Options

const head = { name: 'run', takes: '<module>[#export]|<definition>.json', options }

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

const act: Command['act'] = async (args, around = session()) => {
  const { values, positionals } = read(head, args)
  const given: Given = {
    clock: oneOf('clock', ['virtual', 'real'], values.clock),
    type: oneOf('type', ['STANDARD', 'EXPRESS'], values.type),
    mocks: values.mocks,
    testCase: values['test-case'],
  }
  const reference = only(positionals, head)
  const input = readInput(values.input)
  try {
    const workflow = isDefinition(reference) ? undefined : await loadWorkflow(reference, around)
    const running =
      workflow === undefined ? runDefinition(reference, input, given) : runWorkflow(workflow, input, given)
    const execution = await timed(`running ${reference}`, around.progress, running)
    return {
      text: values.json
        ? `${JSON.stringify(execution, null, 2)}\n`
        : executionTable(execution, layoutOf(process.stdout, process.env)),
      ok: execution.status === 'SUCCEEDED',
    }
  } catch (error) {
    throw error instanceof SetupError ? new UsageError(error.message) : error
  }
}

export const runCommand: Command = {
  ...head,
  completes: 'both',
  purpose:
    'runs a workflow here with its real handlers, or a definition with mocks, and prints what happened in each state',
  examples: [
    { call: 'orkestra run workflow.ts#orders --input \'{"id":"7"}\'', says: 'a table of its states' },
    { call: 'orkestra run workflow.ts#orders --input input.json --json', says: 'the whole execution, for programs' },
    { call: 'orkestra run machine.asl.json', says: 'any definition' },
  ],
  act,
}
