/** The command line as a process. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export const root: string = fileURLToPath(new URL('../../../', import.meta.url))

/** The arguments of Node that run it from its sources, in any folder. */
export const program: readonly string[] = [
  '--conditions=@orkestra/source',
  '--import',
  import.meta.resolve('tsx'),
  `${root}packages/asl/src/cli/main.ts`,
]

// A process takes about a second to start; a few run side by side.
const atOnce = 3
let running = 0
const waiting: (() => void)[] = []

/** Runs `orkestra` with arguments, in a folder. */
export const orkestra = async (
  args: readonly string[],
  { cwd = root, input = '', env = {} }: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> => {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [...program, ...args], { cwd, env: { ...process.env, ...env } })
      let stdout = ''
      let stderr = ''
      child.stdout.on('data', (chunk) => {
        stdout += chunk
      })
      child.stderr.on('data', (chunk) => {
        stderr += chunk
      })
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, stdout, stderr }))
      child.stdin.end(input)
    })
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
