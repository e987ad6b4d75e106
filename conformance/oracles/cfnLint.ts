/** cfn-lint, AWS's linter of templates in Python, where the machine has it. Tests that need it are skipped elsewhere, with a line that says so. */
import { spawnSync } from 'node:child_process'
import type { Test } from 'uvu'
import { ended } from './spawned.ts'

const hasCfnLint = spawnSync('cfn-lint', ['--version']).status === 0

/** `test`, or its `skip` out loud. */
export const withCfnLint = (test: Test): Test | Test['skip'] => {
  if (hasCfnLint) return test
  console.log(
    '  SKIPPED: tests of templates in cfn-lint: there is no `cfn-lint` on this machine (pip install cfn-lint)',
  )
  return test.skip
}

/** What cfn-lint finds in templates, one line each, warnings too: by all of its rules that it looks at by default, but the ones that are named. */
export const found = async (
  files: readonly string[],
  cwd: string,
  ignored: readonly string[] = [],
): Promise<readonly string[]> => {
  const without = ignored.flatMap((rule) => ['--ignore-checks', rule])
  const { status, text } = await ended('cfn-lint', ['--format', 'parseable', ...without, '--', ...files], { cwd })
  // 2, 4 and 8 are errors, warnings and advice that were found, and sums of them.
  if (status === null || (status !== 0 && status % 2 !== 0)) throw new Error(`cfn-lint: ${text}`)
  return text.split('\n').filter((line) => line !== '')
}
