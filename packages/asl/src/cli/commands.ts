/** The commands of `orkestra`, by name. */
import type { Command } from './arguments.ts'
import { drawCommand } from './commands/draw.ts'
import { emitCommand } from './commands/emit.ts'
import { manifestCommand } from './commands/manifest.ts'
import { policyCommand } from './commands/policy.ts'
import { runCommand } from './commands/run.ts'
import { validateCommand, validateUsage } from './validate/command.ts'

export const commands: Readonly<Record<'emit' | 'policy' | 'manifest' | 'draw' | 'run' | 'validate', Command>> = {
  emit: emitCommand,
  policy: policyCommand,
  manifest: manifestCommand,
  draw: drawCommand,
  run: runCommand,
  validate: {
    usage: validateUsage,
    help: 'tells every mistake in definitions: JSON, YAML, and those in CloudFormation and SAM templates',
    act: validateCommand,
  },
}
