/** `orkestra run`: a workflow run here, with its real handlers. */
import { readFileSync } from 'node:fs'
import { isObject } from '../../validate/outline/fields.ts'
import { type Command, naming, type Options, oneOf, only, read } from '../arguments.ts'
import type { Given } from '../execute.ts'
import { isDefinition } from '../load/definitions.ts'
import { loadWorkflow, UsageError } from '../load/module.ts'
import { session } from '../session.ts'
import { timed } from '../terminal/progress.ts'

const options = {
  input: {
    type: 'string',
    default: '{}',
    value: '<json>|<file>|-',
    meaning: 'JSON, a file with JSON, or - for standard input',
  },
  json: { type: 'boolean', default: false, meaning: 'print the whole execution as JSON' },
  clock: {
    type: 'string',
    words: ['virtual', 'real'],
    meaning: 'virtual: waits and retries take no time. Default: virtual',
  },
  type: { type: 'string', words: ['standard', 'express'], meaning: 'the type of the machine. Default: standard' },
  machine: naming,
  substitutions: {
    type: 'string',
    value: '<json>|<file>',
    meaning: 'values for the placeholders of a definition, by name, except those that its template fills',
  },
  tasks: {
    type: 'string',
    value: '<json>|<file>',
    meaning: 'results of tasks, by name, instead of calling their handlers: {"charge":{"ok":true}}',
  },
  mocks: { type: 'string', value: '<file>', meaning: 'a MockConfigFile of Step Functions Local' },
  'test-case': { type: 'string', value: '<machine>#<case>', meaning: 'the case of it' },
} as const satisfies Options

const head = { name: 'run', takes: '<module>[#export]|<definition>', options }

/** What an option gives: JSON text, `-` for standard input, or the path of a JSON file. */
const readInput = (source: string, option = 'input'): unknown => {
  const isText = /^\s*(?:[[{"\d-]|true\b|false\b|null\b)/.test(source) && source !== '-'
  let text: string
  try {
    text = isText ? source : readFileSync(source === '-' ? 0 : source, 'utf8')
  } catch (error) {
    throw new UsageError(`--${option} ${source}: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`--${option} ${source}: not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const act: Command['act'] = async (args, around = session()) => {
  const { values, positionals } = read(head, args)
  const objectOf = (option: 'substitutions' | 'tasks', example: string): Readonly<Record<string, unknown>> => {
    const source = values[option]
    const value = source === undefined ? {} : readInput(source, option)
    if (!isObject(value)) throw new UsageError(`--${option}: it is a JSON object: '${example}'.`)
    return value
  }
  const given: Given = {
    clock: oneOf('clock', ['virtual', 'real'], values.clock),
    type: oneOf('type', ['STANDARD', 'EXPRESS'], values.type),
    mocks: values.mocks,
    testCase: values['test-case'],
    tasks: objectOf('tasks', '{"charge":{"ok":true}}'),
  }
  const reference = only(positionals, head)
  const input = readInput(values.input)
  const substitutions = objectOf('substitutions', '{"wait":5}')
  // Only here: the other commands load nothing that runs.
  const [{ SetupError }, { executionTable, layoutOf }, { runDefinition, runWorkflow }] = await Promise.all([
    import('../../execute/calls/answers.ts'),
    import('../terminal/table.ts'),
    import('../execute.ts'),
  ])
  try {
    const workflow = isDefinition(reference) ? undefined : await loadWorkflow(reference, around)
    const running =
      workflow === undefined
        ? runDefinition(reference, input, { ...given, machine: values.machine, substitutions }, around)
        : runWorkflow(workflow, input, given, around)
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
    'runs a workflow locally with its handlers, or a definition with mocks, and prints what happened in each state',
  examples: [
    { call: 'orkestra run workflow.ts#orders --input \'{"id":"7"}\'', says: 'a table of its states' },
    { call: 'orkestra run workflow.ts#orders --input input.json --json', says: 'the whole execution, for programs' },
    {
      call: 'orkestra run workflow.ts#orders --tasks \'{"price":{"id":"7"}}\'',
      says: 'a result instead of the handler of a task',
    },
    { call: 'orkestra run machine.asl.json', says: 'any definition' },
    {
      call: 'orkestra run machine.asl.json --substitutions \'{"wait":5}\'',
      says: 'one with placeholders',
    },
    { call: 'orkestra run template.yaml --machine Orders', says: 'the definition of a machine in a template' },
  ],
  act,
}
