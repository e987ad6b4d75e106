/** `orkestra completion`: what a shell needs to complete the others. */

import { type Command, only, read } from '../arguments.ts'
import { scripts } from '../completion/scripts.ts'
import { UsageError } from '../load/module.ts'

const shells = Object.keys(scripts) as (keyof typeof scripts)[]

const head = { name: 'completion', takes: shells.join('|'), options: {} } as const

/** The commands given, and the one that completes them all. */
export const completionCommand = (others: readonly Command[]): readonly Command[] => {
  const completion: Command = {
    ...head,
    completes: shells,
    purpose: 'prints a completion script for your shell: commands, options, files, exports',
    more: 'bash: add the line source <(orkestra completion bash) to ~/.bashrc. zsh: the same with zsh to ~/.zshrc, after compinit. fish: orkestra completion fish > ~/.config/fish/completions/orkestra.fish',
    examples: [
      { call: 'orkestra completion bash', says: 'the script, for the shell to source' },
      { call: 'orkestra completion fish', says: 'of fish' },
    ],
    act: async (args) => {
      const shell = only(read(head, args).positionals, head)
      const script = shells.find((each) => each === shell)
      if (script === undefined) throw new UsageError(`${shell}: expected one of ${shells.join(', ')}.`)
      return { text: scripts[script]([...others, completion]), ok: true }
    },
  }
  return [...others, completion]
}
