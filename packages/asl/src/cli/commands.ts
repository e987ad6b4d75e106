/** The commands of `orkestra`, in the order in which one meets them. */
import type { Command } from './arguments.ts'
import { completionCommand } from './commands/completion.ts'
import { devCommand } from './commands/dev.ts'
import { drawCommand } from './commands/draw.ts'
import { emitCommand } from './commands/emit.ts'
import { explainCommand } from './commands/explain.ts'
import { initCommand } from './commands/init.ts'
import { manifestCommand } from './commands/manifest.ts'
import { policyCommand } from './commands/policy.ts'
import { runCommand } from './commands/run.ts'
import { serveCommand } from './commands/serve.ts'
import { validateCommand } from './validate/command.ts'

/** Completion is of the other commands, and of itself. */
export const commands: readonly Command[] = completionCommand([
  initCommand,
  emitCommand,
  drawCommand,
  runCommand,
  devCommand,
  serveCommand,
  validateCommand,
  explainCommand,
  policyCommand,
  manifestCommand,
])
