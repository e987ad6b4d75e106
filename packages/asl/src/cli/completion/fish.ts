import type { Command } from '../arguments.ts'
import { exportsPattern, extensionsOf, follows } from './follows.ts'

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const linesOf = (command: Command): readonly string[] => {
  const when = `-n ${quoted(`__fish_seen_subcommand_from ${command.name}`)}`
  const extensions = extensionsOf(command)
  const argument =
    extensions === undefined
      ? `complete -c orkestra ${when} -f -a ${quoted((command.completes as readonly string[]).join(' '))}`
      : extensions.length === 0
        ? `complete -c orkestra ${when} -f -a '(__fish_complete_directories)'`
        : `complete -c orkestra ${when} -f -a ${quoted(`(__orkestra_files ${extensions.join(' ')})`)}`
  return [
    ...Object.entries(command.options).map(([name, option]) => {
      const start = `complete -c orkestra ${when} -l ${name} -d ${quoted(option.meaning)}`
      if (option.type === 'boolean') return start
      const next = follows(option)
      return `${start} ${next === 'path' ? '-r -F' : next === 'free' ? '-x' : `-x -a ${quoted(next.join(' '))}`}`
    }),
    argument,
  ]
}

/** The completion of fish. */
export const fish = (commands: readonly Command[]): string => `# completion of orkestra for fish
function __orkestra_files
    set -l word (commandline -ct)
    if string match -q '*#*' -- $word
        set -l module (string split -m 1 '#' -- $word)[1]
        test -f $module; or return
        for name in (sed -nE ${quoted(exportsPattern)} -- $module)
            echo "$module#$name"
        end
        return
    end
    __fish_complete_path $word | string match -r "^(?:.*/|.*\\.(?:"(string join '|' $argv)"))(?:\\t.*)?\\$"
end
complete -c orkestra -f
${commands.map(({ name, purpose }) => `complete -c orkestra -n __fish_use_subcommand -a ${name} -d ${quoted(purpose)}`).join('\n')}
${commands.flatMap(linesOf).join('\n')}
complete -c orkestra -n 'not __fish_use_subcommand' -l help -d 'tells all about it'
`
