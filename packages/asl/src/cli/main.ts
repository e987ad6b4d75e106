#!/usr/bin/env node
/** The command line: which command is meant, and whether it is to be explained, run, or watched. */
import { ownVersion } from '../ownPackage.ts'
import { didYouMean } from '../validate/report/wording.ts'
import { commands } from './commands.ts'
import { helpOf, overview } from './help.ts'
import { type ExitCode, perform } from './perform.ts'
import { session } from './session.ts'
import { progressOn } from './terminal/progress.ts'
import { watch } from './watch.ts'

const isVersion = (word: string): boolean => word === '--version' || word === '-v' || word === 'version'

const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h'

const main = async ([first, ...rest]: readonly string[]): Promise<ExitCode> => {
  // `orkestra help emit` is `orkestra emit --help`.
  const [name, args] = first === 'help' && rest[0] !== undefined ? [rest[0], ['--help']] : [first, rest]
  if (name === undefined || name === 'help' || isHelp(name)) {
    process.stdout.write(overview(commands))
    return name === undefined ? 2 : 0
  }
  if (isVersion(name)) {
    process.stdout.write(`${ownVersion()}\n`)
    return 0
  }
  const command = commands.find((each) => each.name === name)
  if (command === undefined) {
    const names = commands.map((each) => each.name)
    process.stderr.write(
      `orkestra: there is no command ${JSON.stringify(name)}.${didYouMean(name, names)} There are ${names.join(', ')}; orkestra --help describes them.\n`,
    )
    return 2
  }
  // Behind `--` everything is an argument.
  const end = args.indexOf('--')
  const words = end === -1 ? args : args.slice(0, end)
  if (words.some(isHelp)) {
    process.stdout.write(helpOf(command))
    return 0
  }
  const around = session(progressOn(process.stderr))
  if (Object.hasOwn(command.options, 'watch') && words.includes('--watch')) return watch(command, [...args], around)
  return perform(command, [...args], around)
}

/** What cannot be written any more: a reader that has gone away is no mistake, a full disk is. */
const onBroken = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  process.stderr.write(`orkestra: standard output cannot be written: ${error.message}\n`, () => process.exit(2))
}
process.stdout.on('error', onBroken)
// Nobody is left to be told.
process.stderr.on('error', () => undefined)

const written = (stream: NodeJS.WriteStream): Promise<void> => new Promise((done) => stream.write('', () => done()))

let isDone = false
// Nothing is left that could happen, and the command still waits: a module awaits for ever.
process.on('beforeExit', () => {
  if (isDone) return
  isDone = true
  process.stderr.write('orkestra: a module never finished loading: it awaits what does not come.\n')
  process.exitCode = 2
})

const code = main(process.argv.slice(2))
code.then(
  async (ended) => {
    isDone = true
    process.exitCode = ended
    await Promise.all([written(process.stdout), written(process.stderr)])
    // What a module has left open, as a server or a timer, does not keep the command alive.
    process.exit(ended)
  },
  (error: unknown) => {
    isDone = true
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`, () =>
      process.exit(70),
    )
  },
)
