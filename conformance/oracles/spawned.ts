/** Other programs, run to their end. */
import { spawn } from 'node:child_process'

export interface Ended {
  readonly status: number | null
  /** Standard output, and behind it standard error. */
  readonly text: string
  readonly stdout: string
}

/**
 * Runs a program, without a shell, and waits for it.
 *
 * @example await ended('terraform', ['version'], { cwd: folder })
 */
export const ended = (
  command: string,
  args: readonly string[],
  { cwd = '.', env = process.env }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, text: stdout + stderr }))
  })
