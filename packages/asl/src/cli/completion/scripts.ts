/** The scripts by which shells complete the command line. They start no process of ours: a key press must not wait for Node. */
import type { Command } from '../arguments.ts'
import { bash } from './bash.ts'
import { fish } from './fish.ts'
import { zsh } from './zsh.ts'

export const scripts: Readonly<Record<'bash' | 'zsh' | 'fish', (commands: readonly Command[]) => string>> = {
  bash,
  zsh,
  fish,
}
