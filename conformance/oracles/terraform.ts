/**
 * Terraform, where the machine has it. Tests that need it are skipped, with a line that says so, where Terraform or its AWS
 * provider is missing; the folder of the provider is given by ORKESTRA_TF_PLUGINS.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import { ended } from './spawned.ts'

const hasTerraform = spawnSync('terraform', ['version']).status === 0
export const plugins: string | undefined = process.env.ORKESTRA_TF_PLUGINS
const hasProvider = hasTerraform && plugins !== undefined && existsSync(plugins)

/** `test`, or its `skip` out loud. */
const only = (test: Test, condition: boolean, missing: string): Test | Test['skip'] => {
  if (condition) return test
  console.log(`  SKIPPED: tests of what is emitted against Terraform: ${missing}`)
  return test.skip
}

const absent = 'there is no `terraform` on this machine'

export const withTerraform = (test: Test): Test | Test['skip'] => only(test, hasTerraform, absent)

export const withProvider = (test: Test): Test | Test['skip'] =>
  only(test, hasProvider, hasTerraform ? 'ORKESTRA_TF_PLUGINS names no folder with the AWS provider' : absent)

// A configuration file that is named and missing is a warning in all output; asking whether there is a newer version is a delay.
const { TF_CLI_CONFIG_FILE: _, ...inherited } = process.env
export const env: NodeJS.ProcessEnv = { ...inherited, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' }

/** Runs terraform, which has to succeed, and gives what it prints. */
export const terraform = async (folder: string, ...args: string[]): Promise<string> => {
  const { status, text } = await ended('terraform', [...args], { cwd: folder, env })
  assert.is(status, 0, `terraform ${args.join(' ')}\n${text}`)
  return text
}

export const temporary = (): string => mkdtempSync(join(tmpdir(), 'orkestra-terraform-'))

/** Does something with a folder, and takes it away. */
export const inFolder = async (folder: string, body: (folder: string) => Promise<void>): Promise<void> => {
  try {
    await body(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
