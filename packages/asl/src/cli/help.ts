/** What `--help` prints. */
import { type Command, optionText, usageOf } from './arguments.ts'

const widest = 100

/** A text in lines of at most `width`. */
const filled = (text: string, width: number, indent: string): string => {
  const lines: string[] = []
  let line = ''
  // What stands in brackets is one word.
  for (const word of text.split(/ (?![^[\]]*\])/)) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${indent}`)
}

const exits = 'Exit codes: 0 success; 1 the workflow has a problem, or a check failed; 2 usage error.'

/** The commands, and a way through them that takes two minutes. */
export const overview = (commands: readonly Command[]): string => {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return `orkestra: typed workflows for AWS Step Functions

usage: orkestra <command> …

${commands.map(({ name, purpose }) => `  ${name.padEnd(width)}  ${filled(purpose, widest, ' '.repeat(width + 4))}`).join('\n')}

A two-minute tour:

  orkestra init orders --target terraform     a project: handlers, a workflow, a test
  cd orders && npm install && npm test
  orkestra draw src/workflow.ts --out orders.svg
  orkestra run src/workflow.ts --input '{"id":"7"}'
  orkestra emit src/workflow.ts

A module is a TypeScript or JavaScript file. It needs no build; types are not checked (run tsc).
Without #export, the default export or the only workflow is used.

${exits}
orkestra <command> --help: details. orkestra completion --help: completion for your shell.
orkestra --version prints the version.
`
}

/** All about one command. */
export const helpOf = (command: Command): string => {
  const { name, purpose, more, options, examples } = command
  const texts = Object.entries(options).map(
    ([option, described]) => [optionText(option, described), described] as const,
  )
  const column = Math.min(32, Math.max(0, ...texts.map(([text]) => text.length)) + 2)
  const rows = texts.map(([text, { meaning, default: value }]) => {
    const shown = typeof value === 'string' ? `${meaning}. Default: ${value}` : meaning
    const gap = text.length + 2 > column ? `\n${' '.repeat(column + 2)}` : ' '.repeat(column - text.length)
    return `  ${text}${gap}${filled(shown, widest, ' '.repeat(column + 2))}`
  })
  return [
    `orkestra ${name}: ${filled(purpose, widest, '  ')}`,
    '',
    `usage: ${filled(usageOf(command), widest, '         ')}`,
    ...(more === undefined ? [] : ['', filled(more, widest, '')]),
    ...(rows.length === 0 ? [] : ['', 'Options:', ...rows]),
    '',
    'Examples:',
    ...examples.map(({ call, says }) => `  ${call}\n      ${says}`),
    '',
    exits,
    '',
  ].join('\n')
}
