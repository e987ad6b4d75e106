import type { Command } from '../arguments.ts'
import { exportsPattern, extensionsOf, follows } from './follows.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const optionsOf = (command: Command): string =>
  [...Object.keys(command.options), 'help'].map((option) => `--${option}`).join(' ')

const valueCases = (command: Command): string[] =>
  Object.entries(command.options).flatMap(([option, described]) => {
    if (described.type === 'boolean') return []
    const next = follows(described)
    const reply =
      next === 'path' ? '_orkestra_files' : next === 'free' ? ':' : `_orkestra_words ${quoted(next.join(' '))}`
    return [`    ${command.name}:--${option}) ${reply}; return;;`]
  })

const argumentCase = (command: Command): string => {
  const extensions = extensionsOf(command)
  const reply =
    extensions === undefined
      ? `_orkestra_words ${quoted((command.completes as readonly string[]).join(' '))}`
      : `_orkestra_files ${extensions.join(' ')}`
  return `    ${command.name}) ${reply};;`
}

/** The completion of bash, from version 3.2 on, which macOS still has. */
export const bash = (commands: readonly Command[]): string => `# completion of orkestra for bash
_orkestra_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }
# Folders, and files with one of the extensions; all files without any.
_orkestra_files() {
  local path
  COMPREPLY=()
  compopt -o filenames 2>/dev/null
  if [[ $# -gt 0 && $cur == *'#'* && -f \${cur%%#*} ]]; then
    path=\${cur%%#*}
    compopt +o filenames 2>/dev/null
    # Line by line: what the file says is text, and never expanded.
    local name
    while IFS= read -r name; do
      [[ $name == "\${cur#*#}"* ]] && COMPREPLY+=("$path#$name")
    done < <(sed -nE ${quoted(exportsPattern)} -- "$path")
    return
  fi
  while IFS= read -r path; do
    if [[ -d $path || $# -eq 0 ]]; then COMPREPLY+=("$path"); continue; fi
    local extension
    for extension in "$@"; do [[ $path == *."$extension" ]] && COMPREPLY+=("$path"); done
  done < <(compgen -f -- "$cur")
}
_orkestra() {
  local cur=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then _orkestra_words ${quoted([...commands.map(({ name }) => name), 'help'].join(' '))}; return; fi
  case $command:$previous in
${commands.flatMap(valueCases).join('\n')}
    help:*) _orkestra_words ${quoted(commands.map(({ name }) => name).join(' '))}; return;;
  esac
  if [[ $cur == -* ]]; then
    case $command in
${commands.map((command) => `      ${command.name}) _orkestra_words ${quoted(optionsOf(command))};;`).join('\n')}
    esac
    return
  fi
  case $command in
${commands.map(argumentCase).join('\n')}
  esac
}
complete -F _orkestra orkestra
`
