/** Synthesizes the CDK apps of all examples, each as it is, one after the other: a process of its own for cdk-synth.test.ts. */
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const out = process.argv[2] as string

for (const example of readdirSync('examples')) {
  const app = resolve('examples', example, 'infra/app.ts')
  if (!existsSync(app)) continue
  // Read by `new App()`.
  process.env.CDK_OUTDIR = resolve(out, example)
  await import(pathToFileURL(app).href)
}
