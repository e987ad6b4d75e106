// npm test: build with type checks, lint, plain-Node imports, every test under coverage. The closing line of this run comes last.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

const closingLine = 'node_modules/.closing-line'
rmSync(closingLine, { force: true })
const steps = [
  'npm run -s build',
  'npm run -s lint',
  'npm run -s smoke',
  'c8 node --conditions=@orkestra/source --import tsx scripts/run-tests.mjs',
]
let failure
for (const step of steps) {
  console.log(`> ${step}`)
  const { status } = spawnSync(step, {
    shell: true,
    stdio: 'inherit',
    // aws-cdk-lib checks every synthesis for some seconds; the tests that are about this check switch it on.
    env: { CDK_VALIDATION: 'false', ...process.env, CLOSING_LINE_FILE: closingLine },
  })
  if (status !== 0) {
    failure = step
    break
  }
}
const line = existsSync(closingLine) ? readFileSync(closingLine, 'utf8') : '0 passed, 1 failed'
if (failure) console.error(`FAILED: ${failure}`)
// A red step after green tests must not end in a line that says nothing failed.
console.log(failure ? line.replace(/\b0 failed/, '1 failed') : line)
process.exitCode = failure ? 1 : 0
