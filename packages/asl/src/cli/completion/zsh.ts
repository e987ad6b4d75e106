import type { Command, Option } from '../arguments.ts'
import { exportsPattern, extensionsOf, follows } from './follows.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** Text inside a specification of `_arguments`, where brackets and colons have a meaning. */
const described = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&')

const specification = (name: string, option: Option): string => {
  const meaning = `[${described(option.meaning)}]`
  if (option.type === 'boolean') return quoted(`--${name}${meaning}`)
  const next = follows(option)
  const action = next === 'path' ? '_files' : next === 'free' ? ' ' : `(${next.join(' ')})`
  return quoted(`--${name}${meaning}:${name}:${action}`)
}

const argument = (command: Command): string => {
  const extensions = extensionsOf(command)
  if (extensions === undefined) return quoted(`1:argument:(${(command.completes as readonly string[]).join(' ')})`)
  if (extensions.length === 0) return quoted('1:folder:_files -/')
  return quoted(`*:file:_orkestra_files ${extensions.join(' ')}`)
}

/** The completion of zsh, after `compinit`. */
export const zsh = (commands: readonly Command[]): string => `#compdef orkestra
# completion of orkestra for zsh
_orkestra_files() {
  local word=\${words[CURRENT]}
  if [[ $word == *'#'* && -f \${word%%'#'*} ]]; then
    local module=\${word%%'#'*}
    local -a names
    names=("\${(@f)$(sed -nE ${quoted(exportsPattern)} -- "$module")}")
    compadd -p "$module#" -- $names
    return
  fi
  _files -g "*.(\${(j:|:)@})"
}
_orkestra() {
  local -a commands
  commands=(
${commands.map(({ name, purpose }) => `    ${quoted(`${name}:${purpose.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
${commands
  .map(
    (command) =>
      `    ${command.name}) _arguments ${[...Object.entries(command.options).map(([name, option]) => specification(name, option)), quoted('--help[tells all about it]'), argument(command)].join(' ')};;`,
  )
  .join('\n')}
  esac
}
compdef _orkestra orkestra
`
